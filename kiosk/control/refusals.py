"""Why something is not done, whatever it is that was asked: sentences for staff. Must not know sockets."""

from __future__ import annotations

from kiosk.control.protocol import Refused

_MOMENT = "Try again in a moment."
BUSY = Refused(reason="The kiosk is busy; nothing was done.", mend=_MOMENT)
STUCK = Refused(
    reason="The kiosk has begun, and does not come to an end.", mend="Ask for its status; restart it if it stays so."
)
ENDING = Refused(reason="The kiosk is just ending; nothing was done.", mend="Try again when it has started.")
CROWDED = Refused(reason="The kiosk is busy: too many ask it at once.", mend=_MOMENT)
PICTURES = Refused(reason="The kiosk is busy: other pictures wait to be fetched.", mend=_MOMENT)
MANY = Refused(reason="Too many of your requests wait already.", mend="Wait for their answers.")
READING = Refused(reason="Somebody is still at the kiosk.", mend="Try again later, or wait longer: `--at-most`.")
STRANGER = Refused(
    reason="You may not use this kiosk.",
    mend="Ask IT to name a group in `control: {group: ...}` and to make you a member of it.",
)
