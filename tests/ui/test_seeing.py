"""Words and signs measured on screenshots, as they stand on paper, on cards, on art and on the night of the explorer.

The rule: every word has at least 7 : 1, whatever its size (the standard would let large titles have 4.5 : 1), and every
line icon at least 3 : 1. What is cut, dimmed by a sheet or fading away is not measured where it is so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from tests.gates.contrast import SHAPE, TEXT, ratio
from tests.ui import ink
from tests.ui.conftest import ORIENTATIONS, OpenKiosk, sampled
from tests.ui.driver import Driver
from tests.ui.pairs_met import PALETTES
from tests.ui.places import places
from tests.ui.planting import plant


def faint(driver: Driver, place: str, counts: dict[bool, int]) -> Iterator[str]:
    """One sentence for each word and icon on the glass that is too faint; counts what was measured, by words or not."""
    driver.settle()
    scene = driver.look()
    shown = ink.pixels(driver.window.grabWindow())
    for words, least in ((True, TEXT), (False, SHAPE)):
        marks = [n for n in scene.nodes if (n.text if words else n.kind == "Icon")]
        for reading in ink.readings(scene, marks, shown, ink.bare(driver, words=words)):
            counts[words] += 1
            if reading.ratio < least:
                what = repr(reading.node.text or reading.node.picture)
                yield f"{place}: {what} is {reading.ratio:.2f} : 1 on the screen, needs {least:g}"


@pytest.mark.parametrize(
    ("orientation", "palette"),
    sampled(product(ORIENTATIONS, PALETTES), {("portrait", "high contrast"), ("landscape", "light")}),
)
@pytest.mark.standard("B1", "C3", "C4")
def test_every_word_and_sign_stands_out_on_the_screen(open_kiosk: OpenKiosk, orientation: str, palette: str) -> None:
    """The sample is the other half of the one in test_contrast.py."""
    driver = open_kiosk(ORIENTATIONS[orientation])
    counts = {True: 0, False: 0}
    lines: list[str] = []
    for place in places(driver, "en", high_contrast=palette == "high contrast"):
        lines += faint(driver, place, counts)
    assert not lines, "\n".join(lines)
    assert counts[True] > 800
    assert counts[False] > 300


@pytest.mark.parametrize(("seen", "ground"), [("#7F8C8C", "#FBF6EE"), ("#3F4C4C", "#FBF6EE"), ("#FFFFFF", "#0F4A52")])
def test_what_is_measured_is_what_the_formula_says(home: Driver, seen: str, ground: str) -> None:
    plant(home, on_ground(ground, label(seen)))
    assert planted(home) == pytest.approx(ratio(seen, ground), rel=0.02)


def test_faint_words_are_caught(home: Driver) -> None:
    plant(home, on_ground("#FBF6EE", label("#7F8C8C")))
    assert any("'Planted' is 3.2" in line for line in faint(home, "home", {True: 0, False: 0}))


def test_words_that_run_over_art_count_by_their_worst_place(home: Driver) -> None:
    """Dark words over a ground that is light but for a dark patch below one letter."""
    dark = "#1D2B2E"
    patch = 'Rectangle { x: 60; width: 14; height: 60; color: "#3F4C4C" }'
    plant(home, on_ground("#FBF6EE", patch, label(dark)))
    assert planted(home) < 2
    plant(home, on_ground("#FBF6EE", label(dark)))
    assert planted(home) == pytest.approx(ratio(dark, "#FBF6EE"), rel=0.02)


def test_the_luminance_is_the_standards() -> None:
    assert ink.luminance(np.array([[255, 255, 255], [0, 0, 0], [255, 0, 0]], np.uint8)) == pytest.approx(
        [1, 0, 0.2126], abs=1e-4
    )


# --- planting ---


def on_ground(color: str, *items: str) -> str:
    return f'import QtQuick\nRectangle {{ width: 500; height: 200; color: "{color}"; {" ".join(items)} }}'


def label(color: str) -> str:
    return (
        f'Text {{ text: "Planted"; color: "{color}"; font.pixelSize: 32; font.family: "Atkinson Hyperlegible Next" }}'
    )


def planted(driver: Driver) -> float:
    driver.settle()
    scene = driver.look()
    marks = [n for n in scene.texts() if n.text == "Planted"][-1:]
    shown = ink.pixels(driver.window.grabWindow())
    return ink.readings(scene, marks, shown, ink.bare(driver, words=True))[0].ratio
