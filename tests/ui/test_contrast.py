"""Every pair of colours that meets on any screen stands in the contrast gate, which says what it must be.

The gate (tests/gates/contrast.py) computes from the theme; this walks through all places, presses one target of each
kind, moves the focus, and takes the pairs from the live items.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk import paths
from kiosk.bridge.eye import Node, Scene
from tests.gates import contrast
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.grounds import Pair, pairs
from tests.ui.hands import let_go
from tests.ui.places import places
from tests.ui.planting import plant

THEME = Path(paths.QML, "Kiosk", "Theme", "Theme.qml").read_text(encoding="utf-8")
PALETTES = contrast.palettes(THEME)


class Watch:
    """Which pairs were met so far, and where each was met first."""

    def __init__(self, palette: str) -> None:
        self.colors = PALETTES[palette]
        self.met: dict[Pair, str] = {}
        self.pressed: set[tuple[str, bool, str]] = set()

    def look(self, scene: Scene, place: str) -> None:
        for pair, what in pairs(scene, self.colors["paper"]):
            self.met.setdefault(pair, f"{place}: {what}")

    def press(self, driver: Driver, scene: Scene, place: str) -> None:
        """Press one target of each kind in `scene`, look, and let go as if the system had taken the finger."""
        for found in scene.nodes:
            if not (found.button and found.enabled):
                continue
            kind = (found.kind, found.night, self._ground(scene, found))
            if kind in self.pressed:
                continue
            target = driver.reveal(found)
            if not driver.look().window.contains(target.box.center()):
                continue
            driver.press(target)
            if any(n.down for n in driver.look().nodes):
                self.pressed.add(kind)
                driver.frame()
                self.look(driver.look(), f"{place}, pressed {target.name!r}")
            let_go(driver)

    def _ground(self, scene: Scene, target: Node) -> str:
        """The colour of the target's own ground, which tells its states apart."""
        inside = (n for n in scene.nodes[target.index + 1 :] if n.color and n.box == target.box)
        return next((n.color for n in inside), "")

    def unlisted(self) -> Iterator[str]:
        """One sentence for each pair that the gate does not hold."""
        for pair, where in self.met.items():
            veiled = pair.veil in (self.colors["chip"], self.colors["casing"])  # they are grounds, whatever is below
            if pair.faded or (pair.veil and not veiled):  # no token has the colour that stands on the glass
                held = contrast.ratio(pair.seen, pair.mixed) >= pair.least
            else:
                held = self._listed(pair, pair.veil or pair.ground)
            if not held:
                what = f"{self._told(pair.seen)} on {self._told(pair.veil or pair.ground)}"
                yield f"{where}: {what} (needs {pair.least:g}) is not in PAIRS of tests/gates/contrast.py"

    def _listed(self, pair: Pair, ground: str) -> bool:
        names = product(self._names(pair.seen), self._names(ground))
        return any(contrast.PAIRS.get(both, 0) >= pair.least for both in names)

    def _told(self, color: str) -> str:
        return "/".join(self._names(color)) or color

    def _names(self, color: str) -> list[str]:
        return [name for name, value in self.colors.items() if value == color]


def walk(driver: Driver, palette: str) -> Watch:
    watch = Watch(palette)
    for place in places(driver, "en", high_contrast=palette == "high contrast"):
        scene = driver.settle()
        watch.look(scene, place)
        watch.press(driver, scene, place)
        driver.key(Qt.Key.Key_Tab)
        watch.look(driver.look(), f"{place}, with the focus")
    return watch


@pytest.mark.parametrize("palette", list(PALETTES))
@pytest.mark.parametrize("orientation", ORIENTATIONS)
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
