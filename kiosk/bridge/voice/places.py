"""What of a session makes another screen, and what changes words on the same one: decides what is read after a step."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.session.model import Session


def place_of(session: Session) -> tuple[object, ...]:
    """What a screen is: another one of these is read from its start."""
    return (
        session.screen,
        session.topic,
        session.overlay,
        session.language,
        session.warned_at is None,
        session.look.mode,
    )


def words_of(session: Session) -> tuple[object, ...]:
    """What of a screen may have other words now; a hand that moves a picture, a lens or an edge changes none."""
    still = replace(session.look, view=None, lens=None, wipe=0.0, step_since=0.0)
    return session.open_block, session.tab, still, session.look.lens is None
