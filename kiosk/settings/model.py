"""What IT decides about one kiosk: plain, immutable types.

Owns names, defaults and limits. Must not know YAML, files or Qt.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field


class Center(Struct, frozen=True, forbid_unknown_fields=True):
    """One imaging center as patients see it; every text is shown as written."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    hours: tuple[str, ...] = ()


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """The glass. EDID can lie, so the size comes from here."""

    diagonal_inch: Annotated[float, Meta(ge=10, le=100)] = 27.0
    """Diagonal of the picture area in inches, 10 to 100."""


class Times(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a visitor may be still."""

    idle_seconds: Annotated[int, Meta(ge=60, le=600)] = 60
    """Seconds without input before "Are you still there?", 60 to 600; long pages and large text wait longer."""
    warning_seconds: Annotated[int, Meta(ge=30, le=120)] = 45
    """Seconds that "Are you still there?" stays, 30 to 120."""


class Site(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of one kiosk."""

    name: str = ""
    mode: Literal["demonstration", "production"] = "demonstration"
    languages: Annotated[tuple[str, ...], Meta(min_length=1, extra={"unique": True})] = ("en", "es")
    """Language codes in the order of the first screen; the first is the site's own."""
    choices: dict[str, str] = field(default_factory=dict)
    """What the site decides about the words, by the names in content/choices.yaml."""
    screen: Screen = field(default_factory=Screen)
    session: Times = field(default_factory=Times)
    less_motion: bool = False
    centers: tuple[Center, ...] = ()
