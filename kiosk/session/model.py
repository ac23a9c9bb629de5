"""The one value that holds everything belonging to a visitor, and what can happen to it.

Reset makes a fresh `Session`; nothing about a visitor may live anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Screen(StrEnum):
    """Where a visitor is. Depth is at most three: attract, home, then one of the others."""

    ATTRACT = "attract"
    HOME = "home"
    TOPIC = "topic"
    CENTERS = "centers"
    THANKS = "thanks"


class Overlay(StrEnum):
    """A sheet over the screen; it adds no depth."""

    NONE = ""
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that belongs to one visitor. Times are seconds of the caller's monotonic clock."""

    screen: Screen = Screen.ATTRACT
    overlay: Overlay = Overlay.NONE
    language: str = ""
    """Code of the language in use; empty before the first choice."""
    topic: str = ""
    open_block: str = ""
    """Id of the one open expander."""
    tab: str = ""
    """Id of the chosen tab; empty means the first."""
    scroll: float = 0.0
    """Place on the current page, as a share of its scrollable length, 0 to 1."""
    home_scroll: float = 0.0
    visited: frozenset[str] = frozenset()
    text_percent: int = 100
    high_contrast: bool = False
    less_motion: bool = False
    last_input: float | None = None
    """When the visitor last did anything; None while the idle limit is not armed."""
    warned_at: float | None = None
    """Since when "Are you still there?" is shown."""
    thanked_at: float | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What the site and the content decide about sessions."""

    idle_seconds: float
    warning_seconds: float
    words_on: Callable[[str, str], int]
    """(language, topic) -> number of words on that page; topic "" is home."""
    less_motion: bool = False
    thanks_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class Input:
    """Any touch, key, wheel or scrolling still in motion."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    code: str


@dataclass(frozen=True, slots=True)
class ShowLanguages:
    pass


@dataclass(frozen=True, slots=True)
class CloseOverlay:
    pass


@dataclass(frozen=True, slots=True)
class OpenTopic:
    topic: str


@dataclass(frozen=True, slots=True)
class OpenCenters:
    pass


@dataclass(frozen=True, slots=True)
class GoBack:
    pass


@dataclass(frozen=True, slots=True)
class GoHome:
    pass


@dataclass(frozen=True, slots=True)
class ToggleBlock:
    """Open an expander, closing the one that was open; or close it when it is the open one."""

    block: str


@dataclass(frozen=True, slots=True)
class ChooseTab:
    tab: str


@dataclass(frozen=True, slots=True)
class Scrolled:
    share: float


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """ "Yes, keep going" on the warning."""


@dataclass(frozen=True, slots=True)
class Done:
    """ "I'm done": wipe now, with a short thank-you."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Wipe now, straight to the first screen (staff)."""


@dataclass(frozen=True, slots=True)
class SetComfort:
    """Ease-of-use settings; None leaves one as it is."""

    text_percent: int | None = None
    high_contrast: bool | None = None
    less_motion: bool | None = None


Event = (
    Input
    | Tick
    | ChooseLanguage
    | ShowLanguages
    | CloseOverlay
    | OpenTopic
    | OpenCenters
    | GoBack
    | GoHome
    | ToggleBlock
    | ChooseTab
    | Scrolled
    | KeepGoing
    | Done
    | Reset
    | SetComfort
)
