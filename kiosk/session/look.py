"""What a visitor does with the drawn mammograms: part of her `Session`, and a pure function like the rest of it.

Places are millimetres of the picture; pictures, spots and pairs are ids of the content. Must not know how any of it is
drawn, nor which ids there are: who sends an event has looked them up.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Mode(StrEnum):
    """What the explorer shows."""

    LOOK = "look"
    SPOTS = "spots"
    PICTURES = "pictures"
    GUIDE = "guide"
    COMPARE = "compare"
    SIZES = "sizes"


class Look(Struct, frozen=True):
    """Everything in the explorer that belongs to the visitor."""

    mode: Mode = Mode.LOOK
    picture: str = ""
    """Empty means the first."""
    spot: str = ""
    view: tuple[float, float, float] | None = None
    """Place in the middle of the glass (x, y in mm) and scale (pixels per mm); None means what the mode itself shows:
    the whole picture, the chosen spot, or the step of the guided path."""
    rings: bool = False
    lens: tuple[float, float] | None = None
    """The middle of the lens; None while it is put away."""
    seen: frozenset[str] = frozenset()
    """Spots looked at, as "picture/spot"."""
    pair: str = ""
    layout: str = "side"
    wipe: float = 0.5
    """The part of the glass that shows the left one of a pair, 0 to 1."""
    true_size: bool = False
    step: int = 0
    """Of the guided path, from 0."""
    playing: bool = False
    step_since: float = 0.0


class OpenExplorer(Struct, frozen=True):
    """Into the explorer, at its first picture."""


class MoveView(Struct, frozen=True):
    view: tuple[float, float, float]


class OpenPicture(Struct, frozen=True):
    picture: str


class ChooseSpot(Struct, frozen=True):
    """Look at a spot of `picture`; an empty spot puts its card away and leaves the view where it is."""

    picture: str
    spot: str


class ShowRings(Struct, frozen=True):
    shown: bool


class PlaceLens(Struct, frozen=True):
    at: tuple[float, float] | None


class ShowMode(Struct, frozen=True):
    mode: Mode


class OpenPair(Struct, frozen=True):
    pair: str


class SetLayout(Struct, frozen=True):
    layout: str


class SetWipe(Struct, frozen=True):
    share: float


class SetTrueSize(Struct, frozen=True):
    shown: bool


class GoToStep(Struct, frozen=True):
    """To a step of the guided path, from 0."""

    step: int


class PlayGuide(Struct, frozen=True):
    playing: bool


LookEvent = (
    MoveView
    | OpenPicture
    | ChooseSpot
    | ShowRings
    | PlaceLens
    | ShowMode
    | OpenPair
    | SetLayout
    | SetWipe
    | SetTrueSize
    | GoToStep
    | PlayGuide
)


def look(now: Look, event: LookEvent, time: float) -> Look:
    """The next `Look`. A mode of its own starts with its own view, and leaving it leaves that view behind."""
    match event:
        case MoveView(view):
            return replace(now, view=view, playing=False)  # the guided path does not pull the picture from under a hand
        case OpenPicture(picture):
            return replace(left(now), picture=picture, spot="", view=None, lens=None)
        case ChooseSpot(picture, spot):
            return _choose(now, picture, spot)
        case ShowRings(shown):
            return replace(now, rings=shown)
        case PlaceLens(at):
            return replace(now, lens=at, playing=False)
        case ShowMode(mode):
            return _enter(now, mode, time)
        case OpenPair(pair):
            return replace(_enter(now, Mode.COMPARE, time), pair=pair, wipe=0.5)
        case SetLayout(layout):
            return replace(now, layout=layout)
        case SetWipe(share):
            return replace(now, wipe=min(1.0, max(0.0, share)))
        case SetTrueSize(shown):
            return replace(now, true_size=shown)
        case GoToStep(step):
            return replace(now, step=max(0, step), step_since=time, view=None)
        case PlayGuide(playing):
            return replace(now, playing=playing and now.mode is Mode.GUIDE, step_since=time)


def left(now: Look) -> Look:
    """Back to the picture that was looked at before any mode of its own."""
    if now.mode is Mode.LOOK:
        return now
    kept = now.view if now.mode in (Mode.SPOTS, Mode.PICTURES) else None
    return replace(now, mode=Mode.LOOK, view=kept, playing=False, step=0, pair="", true_size=False)


def put_away(now: Look) -> Look:
    """The lens, or with none out the card of a spot."""
    return replace(now, lens=None) if now.lens is not None else replace(now, spot="", view=None)


def _enter(now: Look, mode: Mode, time: float) -> Look:
    plain = left(now)
    match mode:
        case Mode.LOOK:
            return plain
        case Mode.SPOTS | Mode.PICTURES:
            return replace(plain, mode=mode)
        case Mode.GUIDE:
            # It was asked for, so it goes on by itself until somebody stops it.
            return replace(plain, mode=mode, view=None, lens=None, spot="", playing=True, step_since=time)
        case Mode.COMPARE | Mode.SIZES:
            return replace(plain, mode=mode, view=None, lens=None)


def _choose(now: Look, picture: str, spot: str) -> Look:
    plain = left(now)
    if not spot:
        return replace(plain, spot="")
    return replace(
        plain, picture=picture, spot=spot, view=None, lens=None, rings=True, seen=plain.seen | {f"{picture}/{spot}"}
    )
