"""Hands for the window: a tap that trembles, a palm, and the same window without what keeps them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QPoint
from PySide6.QtGui import QTouchEvent
from PySide6.QtTest import QTest

from kiosk.bridge.hands import HandFilter
from tests.ui.driver import Driver, Spot, _touch_screen

SOON = 0.1
"""Seconds: a second tap that trembled."""


def unguard(driver: Driver, guarded: bool) -> None:
    """For a twin, take the filter away."""
    found = driver.kiosk.findChild(HandFilter)
    assert found is not None
    if not guarded:
        driver.window.removeEventFilter(found)


def twice(driver: Driver, spot: Spot, after: float = SOON) -> None:
    """A tap, and another at the same place `after` seconds later."""
    driver.press(spot)
    driver.release(spot)
    driver.press(spot, after)
    driver.release(spot)
    driver.settle()


def down(driver: Driver) -> list[str]:
    return [b.name for b in driver.buttons() if b.down]


def linger(driver: Driver) -> None:
    """Stay on a page until the next one is animated again: pages that change very quickly are cut."""
    since = QElapsedTimer()
    since.start()
    driver.until(lambda: since.hasExpired(600))


def let_go(driver: Driver) -> None:
    """Take all fingers away as the system may: what was pressed is cancelled."""
    QCoreApplication.sendEvent(driver.window, QTouchEvent(QEvent.Type.TouchCancel, _touch_screen()))


def around(at: QPoint, count: int = 5, apart: int = 40) -> list[QPoint]:
    """`count` places in two rows about `at`, `apart` pixels from one another."""
    return [at + QPoint(apart * (n // 2 - 1), apart * (n % 2)) for n in range(count)]


class Palm:
    """Contacts that come all at once or one after another, and go one by one."""

    def __init__(self, driver: Driver, places: Sequence[QPoint], between: float | None = 0.02) -> None:
        """`between`: seconds from one to the next; None sets all of them down in one event."""
        self._driver = driver
        self._places = dict(enumerate(places))
        self._touch = QTest.touchEvent(driver.window, _touch_screen(), False)
        driver.now += 1
        for ident, at in self._places.items():
            if between is not None:
                self._rest(range(ident))
                driver.now += between
            self._touch.press(ident, at, driver.window)
            if between is not None:
                self._touch.commit()
        if between is None:
            self._touch.commit()

    def _rest(self, idents: Iterable[int]) -> None:
        for ident in idents:
            self._touch.move(ident, self._places[ident], self._driver.window)

    def slide(self, ident: int, to: QPoint) -> None:
        self._places[ident] = to
        self._rest(self._places)
        self._touch.commit()

    def lift(self, *idents: int) -> None:
        for ident in idents or tuple(self._places):
            self._rest(self._places.keys() - {ident})
            self._touch.release(ident, self._places.pop(ident), self._driver.window)
            self._touch.commit()
        self._driver.settle()
