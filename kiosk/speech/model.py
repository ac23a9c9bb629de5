"""What stands on the glass and what is said of it, as plain values."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a part of the screen is, as assistive technology would call it."""

    TEXT = "text"
    HEADING = "heading"
    PICTURE = "picture"
    BUTTON = "button"
    SWITCH = "switch"
    CHOICE = "choice"
    """One of a few that exclude each other."""
    TAB = "tab"
    HANDLE = "handle"
    """Something to move; its name says how."""


class Part(Struct, frozen=True):
    """One thing on the screen, in reading order. Its words are those that are seen, or what it shows in words."""

    key: int
    """Names the live item for whoever gathered it; no meaning of its own."""
    kind: Kind
    name: str
    description: str = ""
    """More that is said after the name: the note of a switch, the words on a card."""
    on: bool = False
    """A switch that is on, the chosen one of a few, an expander that is open."""
    opens: bool = False
    """Whether it opens and closes what stands below it."""
    language: str = ""
    """Code of the language of its words; empty for the page's own."""
    in_bar: bool = False
    """Stands in the bar or in another row of tools: said when the keys reach it, not with the page."""


class Utterance(Struct, frozen=True):
    """One sentence to say, and where it stands."""

    text: str
    language: str
    """Code of a language of the kiosk, never empty."""
    key: int = -1
    """The part that it stands on; -1 for none."""
    start: int = 0
    end: int = 0
    """Which characters of the part's seen words it is; 0 and 0 for all of the part."""
    recording: str = ""
    """A file that says it; empty where the engine must."""


class Phrases(Struct, frozen=True):
    """The words around the words: "{name}. Button." and the like, in one language."""

    language: str
    button: str = "{name}"
    switch_on: str = "{name}"
    switch_off: str = "{name}"
    chosen: str = "{name}"
    choice: str = "{name}"
    tab: str = "{name}"
    tab_chosen: str = "{name}"
    open: str = "{name}"
    closed: str = "{name}"
    picture: str = "{name}"
