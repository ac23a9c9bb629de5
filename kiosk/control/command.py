"""`kiosk ctl`: one question to the kiosk, and its answer as a calm sentence or as JSON.

Owns the words and the exit codes. Must not know how the kiosk does what is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk import exits, paths
from kiosk.control.client import Client, NoKioskError
from kiosk.control.place import NAME
from kiosk.control.protocol import (
    AnyAnswer,
    AskClean,
    Asked,
    AskPause,
    AskReload,
    AskReset,
    AskRestart,
    AskResume,
    AskScreenshot,
    AskStatus,
    AskWaitIdle,
    Done,
    Outcome,
    Picture,
    Refused,
    Reloaded,
    State,
    Status,
    Wrong,
)
from kiosk.settings.model import Control

_STATES = {
    State.ATTRACT: "The first screen is shown; nobody is there.",
    State.VISITING: "Somebody is using the kiosk.",
    State.PAUSED: "The kiosk is paused.",
    State.CLEANING: "The glass is being wiped.",
    State.BROKEN: "The kiosk is set out of order.",
    State.DIM: "It is outside the opening hours; the screen is dim.",
    State.OFF: "It is outside the opening hours; the screen is off.",
    State.CLOSED: 'The kiosk has nothing to show, and says "please ask at the desk".',
}
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""What keeps a command's letters in order on the glass makes another command of it, copied from a terminal."""
_DONE = {
    "reset": "Done: nothing of a visit is left.",
    "pause": "Done: the kiosk is paused.",
    "resume": "Done: the kiosk can be used again.",
    "clean": "Done: the glass can be wiped now.",
    "restart": "Done: the kiosk ends, and its supervisor starts it again.",
    "restart when idle": "Done: as soon as nobody reads, the kiosk ends, and its supervisor starts it again.",
    "wait-idle": "Done: nobody is at the kiosk.",
}

_RELOADED = {
    Outcome.UNCHANGED: "Done: the settings are as they were; nothing happens.",
    Outcome.ACCEPTED: "Done: the settings are good, and hold as soon as nobody reads.",
    Outcome.FAULTY: "The settings have faults; those that the kiosk began with stay. Mend them, and reload again.",
}


def sockets(control: Control, asked: Path | None = None) -> tuple[Path, ...]:
    """Where the kiosk's socket may be, the likeliest first."""
    if asked is not None:
        return (asked,)
    if control.socket:
        return (Path(control.socket),)
    return tuple(dict.fromkeys(folder / NAME for folder in (paths.run_dir(), paths.SYSTEM_RUN)))


def ctl(
    what: str,
    places: Sequence[Path],
    *,
    json: bool = False,
    force: bool = False,
    when_idle: bool = False,
    at_most: float = 0.0,
    file: Path | None = None,
) -> int:
    """Ask the kiosk at the first of `places` that is there; returns the exit code. `at_most`: seconds to wait."""
    request = _request(what, force=force, when_idle=when_idle, at_most=at_most)
    try:
        with Client(_there(places)) as client:
            if what == "watch":
                return _watch(client, json=json)
            answer, body = client.ask(request)
    except NoKioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return exits.NO_KIOSK
    except KeyboardInterrupt:
        # A script that waited must not take it for an idle kiosk.
        return exits.REFUSED if isinstance(request, AskWaitIdle) else exits.ENDED
    return _tell(f"{what} when idle" if when_idle else what, answer, body, json=json, file=file)


def _there(places: Sequence[Path]) -> Path:
    """The first that can be seen; else the one to be named: the installed kiosk's, which may be shut to who asks."""
    found = next((path for path in places if os.path.lexists(path)), None)
    system = paths.SYSTEM_RUN / NAME
    return found or (system if system in places and paths.installed() else places[0])


def _request(what: str, *, force: bool, when_idle: bool, at_most: float) -> Asked:
    match what:
        case "reset":
            return AskReset(force=force)
        case "pause":
            return AskPause()
        case "resume":
            return AskResume()
        case "clean":
            return AskClean()
        case "restart":
            return AskRestart(when_idle=when_idle)
        case "reload":
            return AskReload()
        case "wait-idle":
            return AskWaitIdle(at_most=at_most)
        case "screenshot":
            return AskScreenshot()
    return AskStatus()


def _watch(client: Client, *, json: bool) -> int:
    """Say how the kiosk is until somebody has heard enough."""
    try:
        for status in client.watch():
            print(_json(status) if json else described(status), flush=True)
    except KeyboardInterrupt:
        pass
    return exits.ENDED


def _tell(what: str, answer: AnyAnswer, body: bytes, *, json: bool, file: Path | None) -> int:
    if isinstance(answer, Picture):
        return _keep(answer, body, file or Path("kiosk.png"), json=json)
    if json:
        print(_json(answer))
    match answer:
        case Done():
            if not json:
                print(_DONE[what])
            return exits.ENDED
        case Status():
            if not json:
                print(described(answer))
            return exits.ENDED
        case Reloaded():
            return _tell_reloaded(answer, json=json)
        case Refused():
            if not json:
                print(f"kiosk: {answer.reason} {answer.mend}", file=sys.stderr)
            return exits.REFUSED
        case Wrong():
            if not json:
                print(f"kiosk: The kiosk does not understand: {answer.what}.", file=sys.stderr)
            return exits.REFUSED


def _tell_reloaded(answer: Reloaded, *, json: bool) -> int:
    """What became of the settings; their problems, if there are any, on standard error."""
    faulty = answer.outcome == Outcome.FAULTY
    if not json:
        told = next((text for name, text in _RELOADED.items() if name == answer.outcome), answer.outcome)
        print(f"kiosk: {told}" if faulty else told, file=sys.stderr if faulty else sys.stdout)
        for problem in answer.problems:
            print(f"  {problem}", file=sys.stderr)
    return exits.REFUSED if faulty else exits.ENDED


def _keep(answer: Picture, body: bytes, file: Path, *, json: bool) -> int:
    if str(file) == "-":
        sys.stdout.buffer.write(body)
        return exits.ENDED
    try:
        file.write_bytes(body)
    except OSError as error:
        print(f"kiosk: {file} cannot be written: {error.strerror}. Name another file.", file=sys.stderr)
        return exits.REFUSED
    print(_json(answer, file=str(file)) if json else f"Done: the picture is in {file}.")
    return exits.ENDED


def _json(answer: AnyAnswer, **more: str) -> str:
    """The answer as it was said, with what is known here."""
    told = msgspec.to_builtins(answer)
    if not answer.id:
        told.pop("id", None)
    return msgspec.json.encode(told | more).decode()


def described(status: Status) -> str:
    """How the kiosk is, in whole sentences."""
    state = next((text for name, text in _STATES.items() if name == status.state), f"The kiosk is {status.state}.")
    lines = [state]
    if status.well:
        lines.append("All is well.")
    else:
        lines += [f"It needs you: {need.text} {need.mend}".translate(_ISOLATES) for need in status.needs]
    touched = (
        "Nobody has touched it since it started."
        if status.untouched_seconds is None
        else f"Nobody has touched it for {duration(status.untouched_seconds)} or longer."
        if status.untouched_seconds
        else "Somebody has touched it within the last half minute."
    )
    counted = "" if status.visits_today is None else f"Visits today: {status.visits_today}. "
    lines.append(f"{touched} {counted}It has run for {duration(status.uptime_seconds)}.")
    version = f"version {status.version}" if status.version else "not installed"
    lines.append(f"{status.name or 'A kiosk without a name'}, {version}, in {status.mode}.")
    return "\n".join(lines)


def duration(seconds: int) -> str:
    """As people say it, in one unit."""
    for name, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= length:
            count = seconds // length
            return f"{count} {name}{'s' if count > 1 else ''}"
    return f"{seconds} seconds" if seconds != 1 else "1 second"
