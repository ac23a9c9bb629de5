"""The man page kiosk(1), written from the command line's own parser: no command is shipped without its description."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

_FILES: Final = {
    "/etc/imaging-kiosk/site.yaml": "the site's settings",
    "/etc/imaging-kiosk/site.d/*.yaml": "settings for many kiosks, in the order of their names",
    "/etc/imaging-kiosk/kiosk.yaml": "settings of this machine alone",
    "/var/lib/imaging-kiosk": "the few things that outlive a restart, nothing about any visitor",
    "/var/cache/imaging-kiosk": "compiled pages and words; all of it can be deleted",
    "/run/imaging-kiosk": "the socket of kiosk ctl",
    "/usr/share/doc/imaging-kiosk/docs": "the manuals: deploy.md, settings.md, lockdown.md, doctor.md and others",
}


def escaped(text: str) -> str:
    """Words as groff prints them just so."""
    text = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq").replace('"', "\\(dq")
    )
    return f"\\&{text}" if text.startswith(".") else text


def _actions(parser: argparse.ArgumentParser) -> tuple[list[argparse.Action], argparse._SubParsersAction | None]:  # type: ignore[type-arg]
    """Options and arguments that are told of, and the commands below, if there are any."""
    below = None
    told = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            below = action
        elif action.help is not argparse.SUPPRESS and not isinstance(action, argparse._HelpAction):
            told.append(action)
    return told, below


def _value(action: argparse.Action) -> str:
    """What stands after an option, or for an argument."""
    if action.nargs == 0:
        return ""
    if action.metavar:
        return str(action.metavar)
    if action.choices:
        return "{" + ",".join(str(choice) for choice in action.choices) + "}"
    return action.dest.upper()


def _entry(action: argparse.Action) -> Iterator[str]:
    value = _value(action)
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
    word = f"\\fI{escaped(value)}\\fR" if value else ""
    yield ".TP"
    yield " ".join(part for part in (names, word) if part)
    yield escaped(" ".join((action.help or "").replace("%%", "%").split()) or "as it says")


def _command(name: str, parser: argparse.ArgumentParser, summary: str) -> Iterator[str]:
    told, below = _actions(parser)
    yield f'.SS "{escaped(name)}"'
    yield escaped(summary)
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    yield ".PP"
    yield f"\\fB{escaped(usage)}\\fR"
    for action in told:
        yield from _entry(action)
    if below:
        for helped in below._choices_actions:
            yield from _command(f"{name} {helped.dest}", below.choices[helped.dest], helped.help or "")


def page(parser: argparse.ArgumentParser, version: str, moment: int) -> str:
    """The page as groff reads it; `moment`: seconds since 1970."""
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    told, below = _actions(parser)
    about = escaped(parser.description or "")
    lines = [
        f'.TH KIOSK 1 "{day}" "imaging\\-kiosk {escaped(version)}" "User Commands"',
        ".SH NAME",
        "kiosk \\- calm touch kiosk about breast calcifications for waiting rooms",
        ".SH SYNOPSIS",
        ".B kiosk",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR ...]",
        ".SH DESCRIPTION",
        about,
        ".SH OPTIONS",
    ]
    for action in told:
        lines += _entry(action)
    lines.append(".SH COMMANDS")
    if below:
        for helped in below._choices_actions:
            lines += _command(helped.dest, below.choices[helped.dest], helped.help or "")
    head, _, codes = (parser.epilog or "").partition("exit codes:\n")
    lines += [*([escaped(head)] if head else []), ".SH EXIT STATUS"]
    table, _, rest = codes.partition("\n\n")
    for line in table.splitlines():
        code, _, meaning = line.strip().partition(" ")
        lines += [".TP", f".B {code}", escaped(meaning.strip())]
    if rest.strip():
        lines += [".PP", escaped(" ".join(rest.split()))]
    lines.append(".SH FILES")
    for place, meaning in _FILES.items():
        lines += [".TP", f".I {escaped(place)}", escaped(meaning)]
    lines += [".SH SEE ALSO", ".BR cage (1),", ".BR systemctl (1)"]
    return "\n".join(lines) + "\n"
