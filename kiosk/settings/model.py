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
    viewing_distance_mm: Annotated[int, Meta(ge=300, le=1500)] = 600
    """From the eyes to the glass in millimeters, 300 to 1500: so far off the largest text is still 0.7 degrees high."""
    mount_height_mm: Annotated[int, Meta(ge=0, le=1500)] = 860
    """From the floor to the lower edge of the picture area in millimeters, 0 to 1500."""
    reach_mm: Annotated[int, Meta(ge=900, le=1400)] = 1220
    """How high above the floor a person who sits can touch, in millimeters, 900 to 1400: 1220 (48 inches) where nothing
    stands before the glass, 1120 (44 inches) over a ledge."""


class Times(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a visitor may be still."""

    idle_seconds: Annotated[int, Meta(ge=60, le=600)] = 60
    """Seconds without input before "Are you still there?", 60 to 600; long pages and large text wait longer."""
    warning_seconds: Annotated[int, Meta(ge=30, le=120)] = 45
    """Seconds that "Are you still there?" stays, 30 to 120."""


class VoiceWish(Struct, frozen=True, forbid_unknown_fields=True):
    """The voice that reads one language."""

    name: str = ""
    """As the speech engine calls it; empty for any."""
    gender: Literal["any", "female", "male"] = "any"


class Speech(Struct, frozen=True, forbid_unknown_fields=True):
    """Reading aloud."""

    volume: Annotated[int, Meta(ge=20, le=100)] = 60
    """Percent; every visit begins with it."""
    engine: str = ""
    """Name of the speech engine as Qt calls it; empty for the platform's own."""
    voices: dict[str, VoiceWish] = field(default_factory=dict)
    """By language code."""
    chime: bool = True
    """A soft sound comes with "Are you still there?" when nothing is read aloud."""


class Keypad(Struct, frozen=True, forbid_unknown_fields=True):
    """Keys of a keypad or keyboard, by Qt's names (`settings.keys`); what stands in no list does nothing, ever."""

    up: tuple[str, ...] = ("Up", "Backtab")
    """Shift with Tab is Backtab."""
    down: tuple[str, ...] = ("Down", "Tab")
    left: tuple[str, ...] = ("Left",)
    right: tuple[str, ...] = ("Right",)
    ok: tuple[str, ...] = ("Return", "Enter", "Space", "Select")
    back: tuple[str, ...] = ("Escape", "Backspace", "Back")
    home: tuple[str, ...] = ("Home", "Home Page")
    help: tuple[str, ...] = ("F1", "Help")
    louder: tuple[str, ...] = ("Volume Up",)
    softer: tuple[str, ...] = ("Volume Down",)
    scan_seconds: Annotated[float, Meta(ge=0, le=10)] = 0.0
    """One-switch scanning: seconds until the next control has the focus, 0.5 to 10; 0 for none."""


class NoticePicture(Struct, frozen=True, forbid_unknown_fields=True):
    """One page of the site's notice in languages that the kiosk does not speak."""

    file: str
    """PNG or JPEG; a name that does not begin with / is looked for beside the settings file."""
    letter_px: Annotated[float, Meta(ge=4, le=2000)]
    """Size of its smallest letters in pixels of the picture, as a font size: they are shown with 20 points or more."""
    alt: str = ""
    """What it says, for who cannot see it."""


class LanguageHelp(Struct, frozen=True, forbid_unknown_fields=True):
    """The site's notice that help with language is free (45 CFR 92.11)."""

    notice: dict[str, str] = field(default_factory=dict)
    """The site's own words by language code; the kiosk's stand where it gives none."""
    pictures: tuple[NoticePicture, ...] = ()


class Desk(Struct, frozen=True, forbid_unknown_fields=True):
    """What the front desk can do at the glass."""

    chord: tuple[str, ...] = ("Ctrl+Alt+S",)
    """Keys pressed together that open the number pad, by Qt's names."""
    key_files: dict[Literal["desk", "it"], str] = field(default_factory=dict)
    """SHA-256 (64 hex digits) of the key file on a USB stick that opens the panel without a PIN, by role."""
    key_folders: tuple[str, ...] = ("/media", "/run/media", "/mnt")
    """Where USB sticks are mounted; a key file is looked for in them and one or two folders below."""
    contact_seconds: Annotated[int, Meta(ge=20, le=900)] = 60
    """How long the disinfectant must stay wet, in seconds, 20 to 900: so long a wipe-down lasts."""
    silent_hours: Annotated[float, Meta(ge=0, le=72)] = 8.0
    """Open hours without a single touch after which staff are asked to look at the glass; 0 for never."""


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """When the glass is lit."""

    open: dict[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], str] = field(default_factory=dict)
    """By day, such as "07:00-18:00"; a day that is not named is closed; without any day it is always open."""
    dim_minutes: Annotated[float, Meta(ge=0, le=240)] = 10.0
    """Minutes after closing in which the screen is dim, before it goes off."""
    awake_minutes: Annotated[float, Meta(ge=1, le=60)] = 5.0
    """Minutes without a touch after which a kiosk that was touched while closed goes dark again."""
    hook: tuple[str, ...] = ()
    """A command and its first words, called with `on`, `dim` or `off` added; empty for none."""
    hook_seconds: Annotated[float, Meta(ge=1, le=60)] = 10.0
    """How long it may take."""


class Control(Struct, frozen=True, forbid_unknown_fields=True):
    """The socket of `kiosk ctl`."""

    enabled: bool = True
    socket: str = ""
    """Path; empty for the place that the system gives (`paths.run_dir`)."""
    group: str = ""
    """Members of this group may use it, too; empty for the kiosk's own user alone."""


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
    speech: Speech = field(default_factory=Speech)
    keypad: Keypad = field(default_factory=Keypad)
    desk: Desk = field(default_factory=Desk)
    hours: Hours = field(default_factory=Hours)
    control: Control = field(default_factory=Control)
    less_motion: bool = False
    centers: tuple[Center, ...] = ()
    language_help: LanguageHelp | None = None
    """Without it the kiosk says nothing about interpreters: only the site can promise them."""
