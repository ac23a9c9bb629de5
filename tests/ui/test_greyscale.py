"""Without colour: report words and counted pebbles can still be told apart, by shapes in greyscale screenshots.

How alike two signs are is the correlation of their grey values. It does not see how light or dark a sign is as a whole,
so that equal shapes in two colours are alike (0.97 and more, measured), and only what differs in shape differs.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest

from kiosk import paths
from kiosk.bridge.eye import Node
from kiosk.catalog import load
from kiosk.settings.model import Site
from tests.content.tree import change, copied
from tests.ui import ink
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.planting import plant

ALIKE = 0.9
"""From here on two signs have one shape. Measured: signs of tabs 0.36 at most, pebbles of two groups 0.86 at most."""

THEMES = pytest.mark.parametrize("high_contrast", [False, True], ids=["light", "high contrast"])


def alike(one: ink.Bytes, other: ink.Bytes) -> float:
    """The correlation of two cuttings, -1 to 1; of the larger one only so much as the smaller has."""
    high, wide = np.minimum(one.shape, other.shape)[:2]
    greys = [(cut[:high, :wide] @ np.array([0.299, 0.587, 0.114])).ravel() for cut in (one, other)]
    return float(np.corrcoef(*greys)[0, 1])


def seen(driver: Driver, nodes: list[Node]) -> list[ink.Bytes]:
    """What stands on the glass where these signs are; those that something covers are left out."""
    scene, glass = driver.look(), ink.pixels(driver.screenshot())
    return [ink.cut(glass, n.box) for n in nodes if ink.visible(scene, n) is not None]


def tab_signs(driver: Driver) -> list[ink.Bytes]:
    scene = driver.look()
    return seen(driver, [n for n in scene.of_kind("Icon") if scene.within(n, "Tab")])


@THEMES
@pytest.mark.standard("A15")
def test_the_signs_of_the_report_words_differ_in_shape(home: Driver, high_contrast: bool) -> None:
    home.large_text(100, high_contrast=high_contrast)
    home.open("report")
    signs = tab_signs(home)
    assert len(signs) == 3
    assert max(alike(*two) for two in combinations(signs, 2)) < ALIKE / 2
    scene = home.look()
    words = [n.text for n in scene.texts() if scene.within(n, "Tab") and scene.seen(n)]
    assert len(set(words)) == 3


@THEMES
def test_signs_that_differ_in_colour_alone_are_caught(
    open_kiosk: OpenKiosk, site: Site, tmp_path: Path, high_contrast: bool
) -> None:
    content = copied(tmp_path)

    def same_sign(topic: dict[str, list[dict[str, list[dict[str, str]]]]]) -> None:
        for tab in topic["blocks"][0]["tabs"]:
            tab["icon"] = "check"

    change(content, "topics/report.yaml", same_sign)
    catalog = load(content, paths.ASSETS, choices=site.choices, languages=("en",), cache=None)
    driver = open_kiosk(catalog=catalog)
    driver.start("en")
    driver.large_text(100, high_contrast=high_contrast)
    driver.open("report")
    signs = tab_signs(driver)
    assert len(signs) == 3
    assert min(alike(*two) for two in combinations(signs, 2)) > ALIKE


def groups(driver: Driver) -> dict[str, list[ink.Bytes]]:
    """What is seen of each group of the array on the open page, and in its legend."""
    scene = driver.look()
    array = next(n for n in scene.nodes if n.kind == "PebbleArray")
    page = driver.page()
    middle = page.position + array.box.center().y() - page.box.center().y()
    driver.scroll_to(middle / page.length)  # clear of the fade at the lower end
    scene = driver.look()
    block = scene.within(array, "PebblesBlock")
    stones = [n for n in scene.of_kind("Pebble") if block and scene.within(n, "PebblesBlock")]
    names = {n.picture.split("/")[-1].rpartition("-")[0] for n in stones}
    return {
        name: seen(driver, [n for n in stones if n.picture.split("/")[-1].rpartition("-")[0] == name]) for name in names
    }


@THEMES
@pytest.mark.parametrize(("tab", "count"), [("Probably benign", 2), ("Suspicious", 3)])
@pytest.mark.standard("A15")
def test_the_groups_of_an_array_differ_in_shape(home: Driver, tab: str, count: int, high_contrast: bool) -> None:
    home.large_text(100, high_contrast=high_contrast)
    home.open("report")
    home.tap(tab)
    found = groups(home)
    assert len(found) == count
    for one, other in combinations(found.values(), 2):
        assert one
        assert other
        assert max(alike(a, b) for a, b in product(one[:6], other[:6])) < ALIKE
    for stones in found.values():
        assert max(alike(stones[0], b) for b in stones[1:4]) > ALIKE


STONES = """
import QtQuick
import Kiosk.Controls
Rectangle {{
    width: 500; height: 60; color: "{ground}"
    Row {{ Repeater {{ model: ["sage", "honey", "iris"]; Pebble {{ required property string modelData; stone: modelData
        width: 36; height: 36 }} }} }}
}}
"""


@THEMES
def test_stones_that_differ_in_colour_alone_are_caught(home: Driver, high_contrast: bool) -> None:
    """As the stones of the three words do: the signs on them must tell them apart, and no array may count with them."""
    home.large_text(100, high_contrast=high_contrast)
    plant(home, STONES.format(ground="#000000" if high_contrast else "#FFFDF9"))
    home.settle()
    stones = seen(home, home.look().of_kind("Pebble"))
    assert len(stones) == 3
    assert min(alike(*two) for two in combinations(stones, 2)) > ALIKE
