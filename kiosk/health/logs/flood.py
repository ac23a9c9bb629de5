"""Keeps a fault that comes again and again from filling the disk: said once, then counted.

Owns what was said within the last minute. Must not know what it means, nor any clock. Times are seconds of one that
only goes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

MOST = 60
"""Different lines in a minute; a kiosk that has more to say is not helped by them."""
_MINUTE = 60.0


class Flood:
    """One minute of a log."""

    def __init__(self, now: float) -> None:
        self._begun = now
        self._counts: dict[tuple[int, str], int] = {}
        self._left_out = 0

    def over(self, now: float) -> bool:
        """Whether the minute is over, so that `close` is due."""
        return now - self._begun >= _MINUTE

    def takes(self, level: int, line: str) -> bool:
        """Whether the line is to be written now; else it is counted."""
        if (level, line) in self._counts:
            self._counts[level, line] += 1
            return False
        if len(self._counts) >= MOST:
            self._left_out += 1
            return False
        self._counts[level, line] = 0
        return True

    def close(self, now: float) -> Iterator[tuple[int, str]]:
        """What was counted, as lines to write with their level, each with the name of its part first.

        A new minute begins.
        """
        counts, left_out = self._counts, self._left_out
        self._counts, self._left_out, self._begun = {}, 0, now
        for (level, line), count in counts.items():
            if count:
                yield level, f"{line} (repeated {count} {'time' if count == 1 else 'times'})"
        if left_out:
            yield logging.WARNING, f"kiosk.health.logs: {left_out} more lines were left out, too many in one minute"
