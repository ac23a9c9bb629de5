"""Starts the kiosk again and again where no systemd does, and shows a quiet sentence while it cannot be started.

Knows processes, signals and time. Must not know Qt, settings or content: what is broken there must not break it, too.
"""

from __future__ import annotations

from kiosk.supervise.plan import Rules
from kiosk.supervise.watch import supervise

__all__ = ["Rules", "supervise"]
