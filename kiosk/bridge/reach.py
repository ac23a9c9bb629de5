"""Whether the glass hangs where lower buttons can be reached: said to staff once.

Owns when it is looked at: the first frame tells how large the picture is. The rule is `settings.reach`'s.
"""

from __future__ import annotations

import logging

from kiosk.bridge.shell import Shell

_LOG = logging.getLogger("kiosk")


def tell_of_reach(shell: Shell) -> None:
    """Tell staff once when the glass hangs so high that lower buttons cannot all be reached."""
    from kiosk.settings.reach import too_high  # noqa: PLC0415 - after the first frame

    if fault := too_high(shell.kiosk.site.screen, shell.window.width(), shell.window.height()):
        _LOG.warning("%s; %s", *fault)
