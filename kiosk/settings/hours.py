"""What opening hours a settings file can say, and what can be wrong with them.

Owns the form "07:00-18:00", 20:00-02:00 over midnight, and "closed". Must not know the time, nor what a closed kiosk
does.
"""

from __future__ import annotations

import re

from msgspec import structs

from kiosk.reading import FileNotes, Map, Scalar, Seq
from kiosk.reading.names import nearest
from kiosk.settings.model import Hours

CLOSED = "closed"
"""What a layer says of a day that one below it opens."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"\s*([01]?\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)\s*", re.ASCII)
_DAY = 24 * 60


def span(text: str) -> tuple[int, int] | None:
    """When it opens and closes, in minutes from the day's midnight; a close on the next day is over 1440.

    None where the text has another form, or the two are the same.
    """
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    opens, closes = (int(found[n]) * 60 + int(found[n + 1]) for n in (1, 3))
    if opens >= _DAY or closes > _DAY or opens == closes:
        return None
    return opens, closes if closes > opens else closes + _DAY


def usable(hours: Hours) -> Hours:
    """The hours as the kiosk uses them. Where one day is not understood no day counts: a kiosk that is always lit is a
    smaller fault than one that is dark while it is open."""
    open_ = {day: text for day, text in hours.open.items() if text != CLOSED}
    whole = all(day in DAYS and span(text) for day, text in open_.items())
    return structs.replace(hours, open=open_ if whole else {})


def week(hours: Hours) -> tuple[tuple[int, int] | None, ...]:
    """Monday to Sunday, each as `span` has it; None for a day on which it does not open."""
    written = {str(day): text for day, text in hours.open.items()}
    return tuple(span(written.get(day, "")) for day in DAYS)


def check_hours(root: Map, notes: FileNotes) -> None:
    """Note days that do not exist and hours that nobody understands."""
    written = root.get("hours")
    if not isinstance(written, Map):
        return
    days = written.get("open")
    for key, node in days.entries if isinstance(days, Map) else ():
        if key.value not in DAYS:
            notes.slip(key, f"no day is called {key.value!r}", nearest(key.value, DAYS))
        elif isinstance(node, Scalar) and node.value != CLOSED and span(node.value) is None:
            what = f"{node.value!r} is no time from opening to closing, so the screen is always lit"
            notes.slip(node, what, 'write it as "07:00-18:00"; leave a closed day out')
    hook = written.get("hook")
    if isinstance(hook, Seq) and hook.items and not (isinstance(days, Map) and days.entries):
        notes.warn(hook, "without opening hours this command is called once, with `on`", "add `open:` with your days")
