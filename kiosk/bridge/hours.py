"""Watches the opening hours: says when the glass is to be lit, dim or off.

Owns the timer. What the hours mean, `kiosk.health.hours` says; what the front desk makes of it is its own affair. Where
the clock cannot be right the glass is lit: better a bright night than a dark day.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.health.hours import ALWAYS, Lit, Week, light

_LOOK_MINUTES = 1.0
"""The clock may be set, or summer time begin: no longer is an answer believed."""


class HoursWatch(QObject):
    """Looks at the clock from `look` on."""

    changed = Signal(Lit)

    def __init__(
        self,
        week: Week,
        dim_minutes: float,
        wall: Callable[[], datetime],
        believed: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`wall`: the local time. `believed`: whether that can be right."""
        super().__init__(parent)
        self._week = week
        self._dim_minutes = dim_minutes
        self._wall = wall
        self._believed = believed
        self._lit = Lit.ON
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def lit(self) -> Lit:
        """As it was at the last look."""
        return self._lit

    @Slot()
    def look(self) -> None:
        """Look at the clock now, and again when something changes, in a minute at the latest."""
        now = light(self._week, self._dim_minutes, self._wall()) if self._believed() else ALWAYS
        if any(self._week):
            wait = min(_LOOK_MINUTES, now.minutes if now.minutes is not None else _LOOK_MINUTES)
            self._timer.start(max(1, math.ceil(wait * 60_000)))
        if now.lit is not self._lit:
            self._lit = now.lit
            self.changed.emit(now.lit)
