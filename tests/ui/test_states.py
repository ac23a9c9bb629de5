"""What is chosen, on or open is not told by colour alone: the same control with and without it, from the item trees.

It has another sign or word, an outline that the other has not (or of half the width at most), or another form; or its
ground is so much lighter or darker (3 : 1) that it shows in grey.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

import msgspec
import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.bridge.eye import Node, Scene
from kiosk.session.model import SetComfort
from tests.gates.contrast import SHAPE, ratio
from tests.ui import ink
from tests.ui.conftest import ORIENTATIONS, OpenKiosk, sampled
from tests.ui.driver import Driver
from tests.ui.exploring import open_explorer
from tests.ui.grounds import ground
from tests.ui.places import places
from tests.ui.planting import plant

TWICE = 2.0
RENAMED = {"Stop": "Listen"}
"""What has another word when it is on, by its word when it is off."""
_FORM = 4.0  # pixels: less is a matter of rounding
PAPER = "#FBF6EE"


class Face(msgspec.Struct, frozen=True):
    """What of a control can be seen without colour, and how light its ground is."""

    signs: tuple[tuple[str, int], ...]
    outline: float
    """The width of its widest outline; 0 without one."""
    grown: tuple[float, float]
    """By how much its ground is larger than itself."""
    ground: str
    """#RRGGBB"""

    def differs(self, other: Face) -> bool:
        thin, wide = sorted((self.outline, other.outline))
        return (
            self.signs != other.signs
            or (wide > 0 and wide >= TWICE * thin)
            or any(abs(a - b) > _FORM for a, b in zip(self.grown, other.grown, strict=True))
            or ratio(self.ground, other.ground) >= SHAPE
        )


def face(scene: Scene, target: Node) -> Face:
    inside = [n for n in scene.nodes if target in scene.above(n) and n.opacity > 0 and n.kind != "FocusFrame"]
    signs = Counter(n.text or n.picture.partition("?")[0] for n in inside if n.text or n.kind == "Icon")
    wide = target.box.width() - 1
    around = [n for n in inside if n.surface and n.box.contains(target.box.center()) and n.box.width() >= wide]
    last = max((n.index for n in around), default=target.index)
    below = ground(scene, scene.nodes[min(last + 1, len(scene.nodes) - 1)], QRectF(target.centre, QSizeF(2, 2)), PAPER)
    return Face(
        tuple(sorted(signs.items())),
        max((n.edge_width for n in around if n.edge and not n.edge.startswith("#00")), default=0.0),
        (
            max((n.box.width() - target.box.width() for n in around), default=0.0),
            max((n.box.height() - target.box.height() for n in around), default=0.0),
        ),
        below.color,
    )


class Album:
    """The faces of every control that has two states, by what it is and where."""

    def __init__(self) -> None:
        self._faces: dict[tuple[str, str, bool], dict[bool, Face]] = {}

    def look(self, driver: Driver) -> None:
        scene = driver.look()
        for target in scene.nodes:
            if target.button and target.enabled and target.kind != "Ring":  # painted: its pixels are compared below
                name = target.name.partition(",")[0]
                key = (target.kind, RENAMED.get(name, name), target.night)
                self._faces.setdefault(key, {})[target.state or target.checked] = face(scene, target)

    def kinds(self) -> set[str]:
        """What was seen both ways."""
        return {kind for (kind, _, _), faces in self._faces.items() if len(faces) == 2}

    def alike(self) -> Iterator[str]:
        """One sentence for each control that differs in colour alone."""
        for (kind, name, night), faces in self._faces.items():
            if True not in faces:
                continue
            off = faces.get(False) or self._other(kind, night, faces[True])
            if off is None:
                yield f"{kind} {name!r} was never seen as it is when it is not chosen"
            elif not faces[True].differs(off):
                yield f"{kind} {name!r} differs in colour alone when it is chosen: {faces[True]}"

    def _other(self, kind: str, night: bool, on: Face) -> Face | None:
        """Another one of its kind that is not chosen, but for its words."""
        found = (f[False] for (k, _, n), f in self._faces.items() if (k, n) == (kind, night) and False in f)
        other = next(found, None)
        return msgspec.structs.replace(other, signs=on.signs) if other else None


SAMPLE = {("portrait", 100, False), ("landscape", 150, True)}
"""Each of them once."""


@pytest.mark.parametrize(
    ("orientation", "percent", "high_contrast"), sampled(product(ORIENTATIONS, (100, 150), (False, True)), SAMPLE)
)
@pytest.mark.standard("A15", "A18")
def test_what_is_chosen_shows_without_colour(
    open_kiosk: OpenKiosk, orientation: str, percent: int, high_contrast: bool
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    album = Album()
    for _ in places(driver, "en", percent, high_contrast=high_contrast):
        driver.settle()
        album.look(driver)
    driver.kiosk.chooseLanguage("en")
    driver.kiosk.showEase()
    for on in (False, True):
        driver.kiosk.send(SetComfort(high_contrast=on, less_motion=on, lower_buttons=on))
        driver.settle()
        album.look(driver)
    assert album.kinds() >= {"SwitchRow", "Tab", "BarItem", "Choice", "PairTile", "LanguageButton", "Tool"}
    lines = list(album.alike())
    assert not lines, "\n".join(lines)


# --- what was looked at, on the picture ---


@pytest.mark.parametrize("high_contrast", [False, True], ids=["light", "high contrast"])
@pytest.mark.standard("A15")
def test_rings_that_are_new_seen_and_chosen_differ_in_their_lines(home: Driver, high_contrast: bool) -> None:
    """By the width of the line, counted in pixels of the screen from the ring's middle to its lower edge."""
    home.large_text(100, high_contrast=high_contrast)
    at = open_explorer(home)
    at.toggleRings()
    new = line(home)
    at.nextSpot()
    at.stage.fit()
    chosen = line(home)
    at.closeSpot()
    at.stage.fit()
    seen = line(home)
    assert seen < new / 1.5
    assert chosen > new


def line(driver: Driver) -> int:
    """How wide the first ring's line is."""
    driver.settle()
    ring = next(n for n in driver.look().of_kind("Ring") if n.name.startswith("1."))
    glass = ink.luminance(ink.pixels(driver.screenshot()))
    below = glass[ring.centre.y() : round(ring.box.bottom()), ring.centre.x()]
    return int((below > 0.5).sum())


# --- twins ---

PLANTED = """
import QtQuick
import Kiosk.Controls
Pressable {{
    property bool chosen: {chosen}
    width: 300; height: 120; text: "Planted"
    contentItem: Label {{ text: "Planted" }}
    background: Rectangle {{ {ground} }}
}}
"""


@pytest.mark.parametrize(
    ("off", "on", "told"),
    [
        ('color: "#FFFDF9"', 'color: "#D9E8E5"', True),
        ('color: "#8FBF7A"', 'color: "#E8C99A"', True),
        ('color: "#FFFDF9"; border.width: 3', 'color: "#FFFDF9"; border.width: 3; border.color: "red"', True),
        ('color: "#FFFDF9"', 'color: "#0F4A52"', False),
        ('color: "#FFFDF9"', 'color: "#FFFDF9"; border.width: 3', False),
        ('color: "#FFFDF9"; border.width: 3', 'color: "#FFFDF9"; border.width: 6', False),
        ('color: "#FFFDF9"', 'color: "#D9E8E5"; height: 150', False),
    ],
)
def test_a_planted_choice_by_colour_alone_is_caught(home: Driver, off: str, on: str, told: bool) -> None:
    album = Album()
    for chosen, below in (("false", off), ("true", on)):
        item = plant(home, PLANTED.format(chosen=chosen, ground=below))
        home.settle()
        album.look(home)
        item.deleteLater()
        home.settle()
    assert any("Planted" in sentence for sentence in album.alike()) is told
