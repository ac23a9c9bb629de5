"""What of a session makes another screen, and what changes words on the same one: decides what is read after a step."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.session.model import Session


def page_of(session: Session) -> tuple[object, ...]:
    """What a page is: another one of these is read from its start."""
    return session.screen, session.topic, session.language, session.look.mode, session.voice.on


def covers(now: Session, before: Session) -> bool:
    """Whether a sheet or the warning has come over the same page."""
    return page_of(now) == page_of(before) and now.cover != "" and before.cover == ""


def uncovers(now: Session, before: Session) -> bool:
    """Whether the page that lay below a sheet or the warning is open again."""
    return page_of(now) == page_of(before) and now.cover == "" and before.cover != ""


def words_of(session: Session) -> tuple[object, ...]:
    """What of a screen may have other words now; a hand that moves a picture, a lens or an edge changes none."""
    still = replace(session.look, view=None, lens=None, wipe=0.0, step_since=0.0)
    return session.open_block, session.tab, still, session.look.lens is None
