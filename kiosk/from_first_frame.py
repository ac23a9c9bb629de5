"""What a kiosk does from its first frame on, so that a start is not kept waiting: heartbeat, front desk, upkeep,
`kiosk ctl`, settings that are read again.

Owns when each begins and that it ends with the window. Must not know how any of it works.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from kiosk import paths

if TYPE_CHECKING:
    from kiosk.bridge.control import Control
    from kiosk.bridge.heartbeat import Heartbeat
    from kiosk.bridge.kiosk import Kiosk
    from kiosk.bridge.shell import Shell
    from kiosk.bridge.signals import Signals
    from kiosk.bridge.upkeep import Upkeep
    from kiosk.health.logs.handler import Log
    from kiosk.settled import Settled


def keep_settings(settled: Settled) -> None:
    """Keep good settings for the next time that a layer has a fault; the disk may sleep, so nobody waits for it."""
    from kiosk.settled import keep  # noqa: PLC0415

    threading.Thread(target=keep, args=(settled, paths.state_dir()), name="settings", daemon=True).start()


def settle_memory() -> None:
    """What start-up made lives as long as the process: collected once after the first frame, then left alone."""
    gc.collect()
    gc.freeze()


def begin_to_beat(shell: Shell, afterwards: ExitStack) -> Heartbeat | None:
    """From now on whoever started the kiosk knows how it is; None where nobody wants to."""
    if "NOTIFY_SOCKET" not in os.environ:
        return None
    from kiosk.bridge.heartbeat import Heartbeat  # noqa: PLC0415 - only where somebody listens
    from kiosk.health.notify import listener  # noqa: PLC0415

    notifier = listener(os.environ)
    if notifier is None:
        return None
    heartbeat = Heartbeat(shell.window, notifier, "The kiosk is ready.", shell.engine)
    afterwards.callback(heartbeat.stop)
    return heartbeat


def stands_on_first_screen(folder: Path) -> bool:
    """Whether what staff have set shows before anybody touches the glass: a pause, or another language first."""
    if not (folder / "desk.json").exists():  # by its name: most kiosks need nothing of what reads it
        return False
    from kiosk.staff.marks import Marks  # noqa: PLC0415

    mark = Marks(folder).now
    return bool(mark.rest or mark.first_language)


def open_desk(kiosk: Kiosk, restart: Callable[[], None]) -> None:
    """From now on the front desk remembers, and can have the kiosk started again."""
    if not kiosk.desk.remembers:
        kiosk.desk.remember(paths.state_dir())
    kiosk.desk.restartWanted.connect(restart)


def _keep_well(
    shell: Shell, heartbeat: Heartbeat | None, afterwards: ExitStack, log: Log
) -> tuple[Control | None, Upkeep]:
    """From now on the kiosk looks after itself, and `kiosk ctl` is answered where the site wishes it."""
    from kiosk.bridge.control import answering  # noqa: PLC0415 - after the first frame
    from kiosk.bridge.upkeep import Upkeep  # noqa: PLC0415
    from kiosk.health.last_words import listen  # noqa: PLC0415

    control = answering(shell, paths.CONTENT)
    if control is not None:
        afterwards.callback(control.close)
    listen()
    off = control is not None and bool(control.needs)
    upkeep = Upkeep(shell, paths.state_dir(), heartbeat, control_off=off, every_minute=log.minute)
    afterwards.callback(upkeep.close)
    return control, upkeep


def go_on(
    shell: Shell,
    signals: Signals,
    afterwards: ExitStack,
    *,
    site_file: Path | None,
    settled: Settled,
    heartbeat: Heartbeat | None,
    log: Log,
    begin_anew: Callable[[], None],
) -> None:
    """From the first frame on: all that keeps a kiosk well, and its settings are read again when somebody says so."""
    control, upkeep = _keep_well(shell, heartbeat, afterwards, log)
    from kiosk.bridge import trial  # noqa: PLC0415
    from kiosk.bridge.reload import Reload  # noqa: PLC0415

    reload = Reload(
        shell.kiosk,
        trial.command(site_file),
        begin_anew,
        faults_changed=upkeep.look,
        proved=lambda settings: keep_settings(structs.replace(settled, settings=settings)),
    )
    afterwards.callback(reload.close)
    if control is not None:
        control.reload_by(reload.ask)
    signals.on_reload(reload.ask)
