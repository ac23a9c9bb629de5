"""The exit codes of `kiosk`. Supervisors rely on them: they never change their meaning."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENDED = 0
"""Ended on purpose."""
CONTENT_UNUSABLE = 1
"""Content or settings cannot be used, or `kiosk check` found errors."""
NO_DISPLAY = 2
"""Qt can open no platform."""
RESTART_WANTED = 3
"""The kiosk asks to be started again."""
BROKEN = 1
"""`kiosk doctor`: something is broken."""
REFUSED = 1
"""`kiosk ctl`: the kiosk refuses; the sentence says why, and what to do."""
NO_KIOSK = 4
"""`kiosk ctl`: no kiosk answers."""
TO_LOOK_AT = 5
"""`kiosk doctor`: nothing is broken, something is to be looked at or could not be."""
WRONG_COMMAND_LINE = 64
"""Not 2, as usual elsewhere: a supervisor must be able to tell a typing mistake from a missing display."""


def without_settings(site: Path | None) -> int:
    """CONTENT_UNUSABLE, and a sentence, where nothing stands at `site`; else ENDED. What is no plain file, whoever
    reads it names."""
    if site is None or os.path.lexists(site):
        return ENDED
    print(f"kiosk: there is no settings file {site}; correct the name.", file=sys.stderr)
    return CONTENT_UNUSABLE
