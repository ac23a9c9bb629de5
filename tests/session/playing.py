"""Plays events to a session, each at its second."""

from __future__ import annotations

from typing import Protocol

from kiosk.session.model import Event, Rules, Session
from kiosk.session.step import fresh, step


class Play(Protocol):
    """The session after all events, each with its seconds; from the first screen on, or from `start`."""

    def __call__(self, *events: tuple[float, Event], start: Session | None = None) -> Session: ...


def player(rules: Rules) -> Play:
    """One who plays by these rules."""

    def play(*events: tuple[float, Event], start: Session | None = None) -> Session:
        session = start or fresh(rules)
        for now, event in events:
            session = step(session, event, now, rules)
        return session

    return play
