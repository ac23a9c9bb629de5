"""Has all probes done at once, each within its time; one that fails or hangs is a finding like others.

Owns threads and time limits. Must not know what a probe looks at.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping

from kiosk.health.doctor.finding import Finding, as_root, look

Probe = Callable[[], Iterable[Finding]]
SECONDS = 6.0
"""Longer than any command may take, shorter than anybody waits."""


def examine(probes: Mapping[str, Probe], seconds: float = SECONDS) -> tuple[Finding, ...]:
    """What all `probes` (by name) find, in their order; returns after `seconds` at the latest."""
    done: queue.SimpleQueue[tuple[str, tuple[Finding, ...]]] = queue.SimpleQueue()
    for name, probe in probes.items():
        # Daemons: one that hangs must not hold up the end of the command.
        threading.Thread(target=lambda n=name, p=probe: done.put((n, _looked(n, p))), name=name, daemon=True).start()
    found: dict[str, tuple[Finding, ...]] = {}
    end = time.monotonic() + seconds
    while len(found) < len(probes):
        try:
            name, findings = done.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            break
        found[name] = findings
    return tuple(one for name in probes for one in found.get(name, (_hangs(name, seconds),)))


def _looked(name: str, probe: Probe) -> tuple[Finding, ...]:
    try:
        return tuple(probe())
    except TimeoutError as error:
        return (look(name, f"given up: {error}", "systemctl --failed"),)
    except PermissionError:
        return (as_root(name),)
    except Exception as error:  # whatever it is: the others have something to say, too
        return (look(name, f"could not be looked at ({type(error).__name__})", "kiosk support-bundle"),)


def _hangs(name: str, seconds: float) -> Finding:
    return look(name, f"given up: no answer within {seconds:.0f} seconds", "systemctl --failed")
