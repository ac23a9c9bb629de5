"""Somebody who does not see the glass: presses keys and goes by what is said, and by nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.driver import Driver

Key = Qt.Key
MOST = 120
"""Presses after which she gives up."""


class LostError(AssertionError):
    """She never heard what she waited for."""


class Ears:
    """One visitor. Of the kiosk she has the keys, and every sentence with its language."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._presses = 0

    def press(self, key: Qt.Key) -> list[str]:
        """What is said after a press, once it is still again."""
        voice, speech = self._driver.voice, self._driver.kiosk.speech
        before = len(voice.said)
        self._presses += 1
        self._driver.now += 1
        self._driver.strike(key)
        self._driver.turn()
        self._driver.until(lambda: not speech.playing)
        return [one.text for one in voice.said[before:]]

    def language(self) -> str:
        """Of what was said last."""
        return self._driver.voice.said[-1].language

    def go_to(self, words: str, key: Qt.Key = Key.Key_Down) -> list[str]:
        """Press an arrow until a control is said that begins with `words`; what was passed on the way."""
        passed: list[str] = []
        for _ in range(MOST):
            said = self.press(key)
            if said and said[0].startswith(words):
                return passed
            passed += said
        raise LostError(f"never heard {words!r}, but {passed[:30]}")

    def choose(self, words: str) -> list[str]:
        """Go to what begins with `words`, press OK, and listen to what comes."""
        self.go_to(words)
        return self.press(Key.Key_Return)
