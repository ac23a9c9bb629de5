"""Somebody who listens: what is said because of what she does."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.driver import Driver


def quiet(driver: Driver) -> list[str]:
    """Wait until all is said; what it was."""
    driver.settle()
    driver.until(lambda: not driver.kiosk.speech.playing)
    return driver.voice.texts


def heard(driver: Driver, act: Callable[[], object]) -> list[str]:
    """What is said because of `act`."""
    before = len(driver.voice.said)
    act()
    return quiet(driver)[before:]


def listen(driver: Driver, *, at_once: bool = True) -> Driver:
    """Touch Listen's intent; without `at_once` the first sentence has only been asked for then."""
    driver.voice.at_once = at_once
    driver.kiosk.speech.toggle()
    driver.until(lambda: bool(driver.voice.said))
    if at_once:
        quiet(driver)
    return driver
