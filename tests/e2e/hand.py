"""A hand on the touch rig: fingers that are set down, moved and lifted one by one; screenshots that stay in memory."""

from __future__ import annotations

import subprocess

from PySide6.QtGui import QImage

from tests.e2e.glass import Point
from tests.rig.touch_rig import _BEGIN, _END, _UPDATE, TouchRig


class Hand(TouchRig):
    """The touch rig with single contacts."""

    def press(self, at: Point) -> int:
        """Set a finger down; returns which."""
        finger = self._finger()
        self._touch(finger, _BEGIN, *at)
        return finger

    def slide(self, finger: int, start: Point, end: Point, steps: int = 12) -> None:
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
            self._touch(finger, _UPDATE, x, y)

    def release(self, finger: int, at: Point) -> None:
        self._touch(finger, _END, *at)

    def picture(self) -> QImage:
        """The whole screen."""
        shot = subprocess.run(
            ["import", "-silent", "-window", "root", "-depth", "8", "ppm:-"],
            env=self.env(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=30,
        )
        return QImage.fromData(shot.stdout).convertToFormat(QImage.Format.Format_RGB32)
