"""The explorer as tests drive it: its bridge, its glass, fingers on it, and a walk through all it can show."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtTest import QTest

from kiosk.bridge.explorer import Explorer
from kiosk.bridge.eye import Node
from kiosk.bridge.stage import Stage
from kiosk.bridge.tour_explorer import find_explorer
from tests.ui.driver import APART, Driver, _touch_screen


def explorer(driver: Driver) -> Explorer:
    """The explorer of the page that is open."""
    found = find_explorer(driver.window.contentItem())
    assert found is not None, "the explorer is not open"
    return found


def open_explorer(driver: Driver) -> Explorer:
    """From home into the explorer, and wait until its first picture stands there."""
    driver.tap(driver.word("explorer.hero_title"))
    drawn(driver)
    return explorer(driver)


def drawn(driver: Driver) -> None:
    """Wait until every picture on the glass is loaded and nothing moves."""
    driver.settle()


def glass(driver: Driver, number: int = 0) -> Node:
    """The picture's place in the window; `number` 1 is the right one of a pair."""
    return driver.look().of_kind("Glass")[number]


def on_window(driver: Driver, stage: Stage, x: float, y: float) -> QPointF:
    """Where the picture's point (mm) stands in the window."""
    corner = glass(driver).box.topLeft()
    return QPointF(corner.x() + stage.originX + x * stage.scale, corner.y() + stage.originY + y * stage.scale)


def in_picture(driver: Driver, stage: Stage, spot: QPointF) -> tuple[float, float]:
    """The picture's point (mm) under a point of the window."""
    corner = glass(driver).box.topLeft()
    return (
        (spot.x() - corner.x() - stage.originX) / stage.scale,
        (spot.y() - corner.y() - stage.originY) / stage.scale,
    )


class Hand:
    """Several fingers on one glass at once; each move is one event with all of them."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        driver.now += APART
        self._touch = QTest.touchEvent(driver.window, _touch_screen(), False)
        self._down: dict[int, QPoint] = {}

    def _rest(self, but: set[int]) -> None:
        """A move to where it is: after `stationary` Qt tells of a finger as if it came down once more."""
        for finger in self._down.keys() - but:
            self._touch.move(finger, self._down[finger], self._driver.window)

    def press(self, finger: int, at: QPoint) -> None:
        self._rest({finger})
        self._touch.press(finger, at, self._driver.window)
        self._down[finger] = at
        self._touch.commit()

    def move(self, **to: QPoint) -> None:
        """`_0=QPoint(...)`, `_1=...`: where each finger goes; the others rest."""
        moved = {int(name[1:]): at for name, at in to.items()}
        self._rest(set(moved))
        for finger, at in moved.items():
            self._touch.move(finger, at, self._driver.window)
            self._down[finger] = at
        self._touch.commit()
        self._driver.frame()  # Qt hands moves on with the next frame

    def release(self, finger: int) -> None:
        self._rest({finger})
        self._touch.release(finger, self._down.pop(finger), self._driver.window)
        self._touch.commit()


def double_tap(driver: Driver, at: QPoint) -> None:
    for _ in range(2):
        driver.press(at)
        driver.release(at)
    drawn(driver)


def rings(driver: Driver) -> dict[int, QRectF]:
    """The ring of each spot that can be touched now, by its number."""
    found = [b for b in driver.buttons() if b.kind == "Ring"]
    return {int(b.name.split(".")[0]): b.box for b in found}


def places(driver: Driver) -> Iterator[str]:
    """Everything the explorer can show, by its own intents; ends where it began."""
    driver.kiosk.openExplorer()
    at = explorer(driver)
    yield "explorer"
    at.toggleRings()
    yield "explorer, rings"
    for spot in range(at.spotTotal):
        at.nextSpot()
        yield f"explorer, spot {spot + 1}"
    at.closeSpot()
    at.toggleLens()
    yield "explorer, lens"
    at.moveLens(at.stage.widthMm, at.stage.heightMm)
    yield "explorer, lens at the corner"
    at.stage.fit()
    at.moveLens(at.stage.widthMm / 2, 0)
    yield "explorer, lens at the top"
    at.toggleLens()
    for mode in ("spots", "pictures"):
        at.showMode(mode)
        yield f"explorer, {mode}"
    at.startGuide()
    for step in range(at.guideTotal):
        yield f"explorer, step {step + 1}"
        at.nextStep()
    pairs = [str(at.pairs.data(at.pairs.index(row, 0), 256)) for row in range(at.pairs.rowCount())]
    for pair in pairs:
        at.openPair(pair)
        for layout in ("side", "wipe"):
            at.setLayout(layout)
            yield f"explorer, {pair}, {layout}"
        at.stage.zoomIn()
        yield f"explorer, {pair}, larger"
    at.showMode("sizes")
    yield "explorer, sizes"
    at.toggleTrueSize()
    yield "explorer, true size"
    driver.kiosk.goHome()
