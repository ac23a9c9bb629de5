"""Every pair of colours that meets on any screen stands in the contrast gate, which says what it must be.

The gate (tests/gates/contrast.py) computes from the theme; this walks through all places, presses one target of each
kind, moves the focus, and takes the pairs from the live items.
"""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import ORIENTATIONS, OpenKiosk, sampled
from tests.ui.driver import Driver
from tests.ui.pairs_met import PALETTES, Watch
from tests.ui.places import places
from tests.ui.planting import plant


def walk(driver: Driver, palette: str) -> Watch:
    watch = Watch(palette)
    for place in places(driver, "en", high_contrast=palette == "high contrast"):
        scene = driver.settle()
        watch.look(scene, place)
        watch.press(driver, scene, place)
        driver.key(Qt.Key.Key_Tab)
        watch.look(driver.look(), f"{place}, with the focus")
    return watch


@pytest.mark.parametrize(
    ("orientation", "palette"),
    sampled(product(ORIENTATIONS, PALETTES), {("portrait", "light"), ("landscape", "high contrast")}),
)
@pytest.mark.standard("C3", "C4")
def test_every_pair_that_is_seen_is_held_by_the_gate(open_kiosk: OpenKiosk, orientation: str, palette: str) -> None:
    watch = walk(open_kiosk(ORIENTATIONS[orientation]), palette)
    assert len(watch.pressed) > 20
    assert len(watch.met) > (20 if palette == "light" else 8)
    lines = list(watch.unlisted())
    assert not lines, "\n".join(lines)


PLANTED = """
import QtQuick
Rectangle {{ width: 400; height: 300; color: "{ground}"; Text {{ text: "Planted"; color: "{seen}" }} }}
"""


@pytest.mark.parametrize(
    ("seen", "ground", "told"),
    [
        ("#E3D6C3", "#FBF6EE", "line/track on paper"),
        ("#8A7C68", "#FBF6EE", "lineStrong on paper (needs 7)"),  # enough for an outline, not for words
        ("#123456", "#FBF6EE", "#123456 on paper"),
        ("#1D2B2E", "#00FF00", "ink/glowInk/stoneGlyph on #00FF00"),
        ("#801D2B2E", "#FBF6EE", "on paper"),
        ("#FFF9EF", "#D10B1114", "tideInk/nightText on casing"),
    ],
)
def test_a_planted_pair_is_caught_by_name(home: Driver, seen: str, ground: str, told: str) -> None:
    plant(home, PLANTED.format(seen=seen, ground=ground))
    watch = Watch("light")
    watch.look(home.look(), "home")
    lines = [line for line in watch.unlisted() if "Planted" in line]
    assert len(lines) == 1
    assert told in lines[0]
