"""Pairs of colours that stand in a live window, held against those of the contrast gate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from kiosk import paths
from kiosk.bridge.eye import Node, Scene
from tests.gates import contrast
from tests.ui.driver import Driver
from tests.ui.grounds import Pair, pairs
from tests.ui.hands import let_go

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
