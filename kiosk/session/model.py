"""The one value that holds everything belonging to a visitor, and what can happen to it.

Reset makes a fresh `Session`; nothing about a visitor may live anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from kiosk.session.look import Look, LookEvent, OpenExplorer
from kiosk.session.voice import Voice, VoiceEvent


class Screen(StrEnum):
    """Where a visitor is. Depth is at most three: attract, home, then one of the others."""

    ATTRACT = "attract"
    HOME = "home"
    TOPIC = "topic"
    CENTERS = "centers"
    EXPLORER = "explorer"
    THANKS = "thanks"


class Overlay(StrEnum):
    """A sheet over the screen; it adds no depth."""

    NONE = ""
    LANGUAGES = "languages"
    EASE = "ease"
    HELP = "help"
    VOICE = "voice"
    """Speed and volume of reading aloud."""
    OFFER = "offer"
    """The question whether to read aloud."""
    KEYS = "keys"
    """What the keys do."""


class Session(Struct, frozen=True):
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
    look: Look = Look()
    voice: Voice = Voice()
    text_percent: int = 100
    high_contrast: bool = False
    less_motion: bool = False
    lower_buttons: bool = False
    """Everything that can be touched stands within reach of somebody who sits."""
    last_input: float | None = None
    """When the visitor last did anything; None while the idle limit is not armed."""
    warned_at: float | None = None
    """Since when "Are you still there?" is shown."""
    thanked_at: float | None = None

    @property
    def cover(self) -> str:
        """What lies over the screen: "warning" or the sheet's name; empty where it is open."""
        return "warning" if self.warned_at is not None else self.overlay.value


class Rules(Struct, frozen=True):
    """What the site and the content decide about sessions."""

    idle_seconds: float
    warning_seconds: float
    words_on: Callable[[str, str], int]
    """(language, topic) -> number of words on that page; topic "" is home."""
    less_motion: bool = False
    volume: int = 60
    """Of reading aloud, in percent: every visit begins with it."""
    thanks_seconds: float = 2.0
    step_seconds: Callable[[str, int], float] = lambda _language, _step: 0.0
    """(language, step of the guided path) -> seconds it stays; 0 for a step that does not exist."""


class Input(Struct, frozen=True):
    """Any touch, key, wheel or scrolling still in motion."""


class Tick(Struct, frozen=True):
    """Time has passed."""


class ChooseLanguage(Struct, frozen=True):
    code: str


class ShowLanguages(Struct, frozen=True):
    pass


class ShowEase(Struct, frozen=True):
    """The ease-of-use sheet."""


class ShowHelp(Struct, frozen=True):
    """The site's notice of free language help."""


class ShowVoice(Struct, frozen=True):
    """The sheet of speed and volume."""


class ShowKeys(Struct, frozen=True):
    """The sheet that says what the keys do."""


class CloseOverlay(Struct, frozen=True):
    pass


class OpenTopic(Struct, frozen=True):
    topic: str


class OpenCenters(Struct, frozen=True):
    pass


class GoBack(Struct, frozen=True):
    pass


class GoHome(Struct, frozen=True):
    pass


class ToggleBlock(Struct, frozen=True):
    """Open an expander, closing the one that was open; or close it when it is the open one."""

    block: str


class ChooseTab(Struct, frozen=True):
    tab: str


class Scrolled(Struct, frozen=True):
    share: float


class KeepGoing(Struct, frozen=True):
    """ "Yes, keep going" on the warning."""


class Done(Struct, frozen=True):
    """ "I'm done": wipe now, with a short thank-you."""


class Reset(Struct, frozen=True):
    """Wipe now, straight to the first screen (staff)."""


class SetComfort(Struct, frozen=True):
    """Ease-of-use settings; None leaves one as it is."""

    text_percent: int | None = None
    high_contrast: bool | None = None
    less_motion: bool | None = None
    lower_buttons: bool | None = None


Event = (
    Input
    | Tick
    | ChooseLanguage
    | ShowLanguages
    | ShowEase
    | ShowHelp
    | ShowVoice
    | ShowKeys
    | VoiceEvent
    | CloseOverlay
    | OpenTopic
    | OpenCenters
    | OpenExplorer
    | LookEvent
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
