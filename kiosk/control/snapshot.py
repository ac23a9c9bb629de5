"""What the window's thread tells about itself, and what follows from it: the status, and what must be refused.

Owns the immutable picture that a status is made of. Must not know sockets, threads or Qt, nor anything of a visit but
that there is one. Times are seconds of the kiosk's monotonic clock.
"""

from __future__ import annotations

from msgspec import Struct, structs

from kiosk.control import protocol
from kiosk.control.protocol import (
    AskReset,
    AskScreenshot,
    Command,
    Need,
    Refused,
    State,
    Status,
    coarse,
    short,
)

TOUCHED_SECONDS = 30.0
"""So long after a touch somebody may still be there."""
SETTLED_SECONDS = 3.0
"""After a visit: its last page is no longer on the glass, not even fading."""
SILENT_SECONDS = 20.0
"""Without a sign of the window: it no longer draws, nor does it hear a touch."""
SILENT = Need(
    "window.silent", "The screen does not answer.", "Restart the kiosk; if it happens again, tell IT what the log says."
)


class Snapshot(Struct, frozen=True, kw_only=True):
    """The kiosk at one moment."""

    version: str = ""
    name: str = ""
    mode: str = ""
    settings: str = ""
    started_at: float = 0.0
    state: State = State.CLOSED
    staff: bool = False
    """Somebody has the number pad or the panel open."""
    touched_at: float | None = None
    """Since the kiosk started; None for never."""
    visited_at: float | None = None
    """When a visit was last seen to be there."""
    visits_today: int | None = None
    needs: tuple[Need, ...] = ()


def status(now: float, shot: Snapshot, alive_at: float, *, content: str = "", ident: str = "") -> Status:
    """The answer to "how are you"; `alive_at` is when the window's thread was last heard of."""
    needs = shot.needs if now - alive_at < SILENT_SECONDS else (SILENT, *shot.needs)
    return Status(
        id=ident,
        protocol=protocol.PROTOCOL,
        version=shot.version,
        name=short(shot.name),
        mode=shot.mode,
        state=shot.state,
        untouched_seconds=None if shot.touched_at is None else coarse(now - shot.touched_at),
        uptime_seconds=max(0, int(now - shot.started_at)),
        visits_today=shot.visits_today,
        well=not needs,
        needs=tuple(Need(short(n.id), short(n.text), short(n.mend)) for n in needs[: protocol.MOST_NEEDS]),
        settings=shot.settings,
        content=content,
    )


def worth_telling(one: Status, other: Status) -> bool:
    """Whether who watches should hear of it: anything but that time has passed."""
    return structs.replace(one, untouched_seconds=None, uptime_seconds=0, id="") != structs.replace(
        other, untouched_seconds=None, uptime_seconds=0, id=""
    )


def busy(shot: Snapshot) -> bool:
    """Whether somebody reads, or staff are at the glass; who wipes it down, too."""
    return shot.staff or shot.state in (State.VISITING, State.CLEANING)


def refusal(asked: Command, shot: Snapshot, now: float) -> Refused | None:
    """Why `asked` is not done now, and what can be done instead; None when it may be."""
    match asked:
        case AskReset(force=False) if shot.state is State.VISITING:
            ago = None if shot.touched_at is None else now - shot.touched_at
            if ago is not None and ago < TOUCHED_SECONDS:
                return Refused(
                    id=asked.id,
                    reason=f"Someone touched it {max(0, round(ago))} s ago.",
                    mend="Wait until they have gone; `--force` resets anyway.",
                )
        case AskScreenshot() if shot.state is State.VISITING:
            return Refused(
                id=asked.id,
                reason="A visitor is there, and what she reads is nobody else's business.",
                mend="Ask again when the kiosk is on its first screen.",
            )
        case AskScreenshot() if shot.staff:
            return Refused(
                id=asked.id, reason="Staff are at the glass.", mend="Ask again when they have closed the panel."
            )
        case AskScreenshot() if shot.visited_at is not None and now - shot.visited_at < SETTLED_SECONDS:
            return Refused(id=asked.id, reason="A visit has only just ended.", mend="Ask again in a moment.")
    return None
