"""What IT decides about one kiosk: plain, immutable types.

Owns names, defaults, limits, and what is said of each: the lines under a field are what `kiosk settings explain`,
the schema and docs/settings.md tell. Unit and limits they take from its name and type. Must not know YAML, files or Qt.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field


class Center(Struct, frozen=True, forbid_unknown_fields=True):
    """One imaging center as patients see it; every text is shown as written."""

    name: str
    """What the center is called."""
    address: tuple[str, ...] = ()
    """Its address, line by line."""
    phone: str = ""
    """Its telephone number; a PIN that is part of it is refused."""
    hours: tuple[str, ...] = ()
    """When it is open, line by line, for patients to read."""


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """The glass. EDID can lie, so the size comes from here."""

    diagonal_inch: Annotated[float, Meta(ge=10, le=100)] = 27.0
    """Diagonal of the picture area. All sizes on the glass follow from it."""
    viewing_distance_mm: Annotated[int, Meta(ge=300, le=1500)] = 600
    """From the eyes to the glass: so far off the largest text is still 0.7 degrees high."""
    mount_height_mm: Annotated[int, Meta(ge=0, le=1500)] = 860
    """From the floor to the lower edge of the picture area."""
    reach_mm: Annotated[int, Meta(ge=900, le=1400)] = 1220
    """How high above the floor a person who sits can touch: 1220 (48 inches) where nothing stands before the glass,
    1120 (44 inches) over a ledge."""
    rotation: Literal[0, 90, 180, 270] = 0
    """Degrees by which the picture is turned counter-clockwise, as a screen needs that is mounted upright; touches
    turn with it. Taken up when the kiosk's service is started."""


class Times(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a visitor may be still."""

    idle_seconds: Annotated[int, Meta(ge=60, le=600)] = 60
    """Without input before "Are you still there?"; long pages and large text wait longer."""
    warning_seconds: Annotated[int, Meta(ge=30, le=120)] = 45
    """How long "Are you still there?" stays."""


class VoiceWish(Struct, frozen=True, forbid_unknown_fields=True):
    """The voice that reads one language."""

    name: str = ""
    """As the speech engine calls it; empty for any."""
    gender: Literal["any", "female", "male"] = "any"
    """Preferred where the engine has both."""


class Speech(Struct, frozen=True, forbid_unknown_fields=True):
    """Reading aloud."""

    volume: Annotated[int, Meta(ge=20, le=100)] = 60
    """How loud every visit begins."""
    engine: str = ""
    """Name of the speech engine as Qt calls it; empty for the platform's own."""
    voices: dict[str, VoiceWish] = field(default_factory=dict)
    """The voice of a language, by language code."""
    chime: bool = True
    """A soft sound comes with "Are you still there?" when nothing is read aloud."""


class Keypad(Struct, frozen=True, forbid_unknown_fields=True):
    """Keys of a keypad or keyboard, by Qt's names (docs/keypads.md); what stands in no list does nothing, ever."""

    up: tuple[str, ...] = ("Up", "Backtab")
    """To the control before; Shift with Tab is Backtab."""
    down: tuple[str, ...] = ("Down", "Tab")
    """To the next control."""
    left: tuple[str, ...] = ("Left",)
    """To the control before; in a language from right to left, to the next."""
    right: tuple[str, ...] = ("Right",)
    """To the next control; in a language from right to left, to the one before."""
    ok: tuple[str, ...] = ("Return", "Enter", "Space", "Select")
    """Presses what has the frame; without any key of its own the default holds."""
    back: tuple[str, ...] = ("Escape", "Backspace", "Back")
    """Closes what is open, or goes one page back."""
    home: tuple[str, ...] = ("Home", "Home Page")
    """To the list of topics."""
    help: tuple[str, ...] = ("F1", "Help")
    """Says what the keys do."""
    louder: tuple[str, ...] = ("Volume Up",)
    """The voice, one step louder."""
    softer: tuple[str, ...] = ("Volume Down",)
    """The voice, one step softer."""
    scan_seconds: Annotated[float, Meta(ge=0, le=10)] = 0.0
    """One-switch scanning: until the next control has the frame, 0.5 at least; 0 for none."""


class NoticePicture(Struct, frozen=True, forbid_unknown_fields=True):
    """One page of the site's notice in languages that the kiosk does not speak."""

    file: Annotated[str, Meta(extra={"is": "path"})]
    """PNG or JPEG; a name that does not begin with / is looked for beside the file that says it."""
    letter_px: Annotated[float, Meta(ge=4, le=2000)]
    """Size of its smallest letters in pixels of the picture, as a font size: they are shown with 20 points or more."""
    alt: str = ""
    """What it says, for who cannot see it."""


class LanguageHelp(Struct, frozen=True, forbid_unknown_fields=True):
    """The site's notice that help with language is free (45 CFR 92.11)."""

    notice: dict[str, str] = field(default_factory=dict)
    """The site's own words by language code; the kiosk's stand where it gives none."""
    pictures: tuple[NoticePicture, ...] = ()
    """The notice as pictures in other languages, one below the other."""


class Desk(Struct, frozen=True, forbid_unknown_fields=True):
    """What the front desk can do at the glass."""

    chord: tuple[str, ...] = ("Ctrl+Alt+S",)
    """Keys pressed together that open the number pad, by Qt's names."""
    key_files: dict[Literal["desk", "it"], str] = field(default_factory=dict)
    """SHA-256 (64 hex digits) of the key file on a USB stick that opens the panel without a PIN, by role."""
    key_folders: tuple[str, ...] = ("/media", "/run/media", "/mnt")
    """Where USB sticks are mounted; a key file is looked for in them and one or two folders below."""
    contact_seconds: Annotated[int, Meta(ge=20, le=900)] = 60
    """How long the disinfectant must stay wet: so long a wipe-down lasts."""
    silent_hours: Annotated[float, Meta(ge=0, le=72)] = 8.0
    """Open hours without a single touch, after which staff are asked to look at the glass; 0 for never."""


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """When the glass is lit."""

    open: dict[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], str] = field(default_factory=dict)
    """By day, such as "07:00-18:00"; a day that is not named, or `closed`, is closed; without any day it is always
    open."""
    dim_minutes: Annotated[float, Meta(ge=0, le=240)] = 10.0
    """After closing the screen is dim for so long, before it goes off."""
    awake_minutes: Annotated[float, Meta(ge=1, le=60)] = 5.0
    """A kiosk that was touched while closed goes dark again after so long without a touch."""
    hook: tuple[str, ...] = ()
    """A command and its first words, called with `on`, `dim` or `off` added; empty for none."""
    hook_seconds: Annotated[float, Meta(ge=1, le=60)] = 10.0
    """How long the command may take."""


class Control(Struct, frozen=True, forbid_unknown_fields=True):
    """The socket of `kiosk ctl`."""

    enabled: bool = True
    """Whether there is a socket at all."""
    socket: str = ""
    """Its path; empty for the place that the system gives."""
    group: str = ""
    """Members of this group may use it, too; empty for the kiosk's own user alone."""


class Log(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the log goes on a machine without systemd's journal."""

    file: str = ""
    """A whole path; empty for standard error. Where there is a journal, the log goes there in any case."""
    mebibytes: Annotated[float, Meta(ge=0.1, le=1000)] = 8.0
    """The most that the log and three older ones beside it take together."""


class Figures(Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers for whoever watches many kiosks."""

    prometheus_file: str = ""
    """A file that ends in .prom, in the folder of node_exporter's textfile collector; empty for none."""


class Site(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of one kiosk."""

    name: str = ""
    """What the site is called, as visitors read it."""
    mode: Literal["demonstration", "production"] = "demonstration"
    """Production offers only languages that a qualified person has signed; a word that is none of the two counts as
    production."""
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
    log: Log = field(default_factory=Log)
    figures: Figures = field(default_factory=Figures)
    less_motion: bool = False
    """Every visit begins with less motion."""
    centers: tuple[Center, ...] = ()
    """What "Our centers" lists, in this order."""
    language_help: LanguageHelp | None = None
    """Without it the kiosk says nothing about interpreters: only the site can promise them."""
