"""Puts the doctor together: each room that knows something of the kiosk is asked, and health says what it means.

Owns which probes there are and where an installed kiosk has its files. Must not know Qt: it also runs where none is.
"""

from __future__ import annotations

import grp
import os
import pwd
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from kiosk import paths
from kiosk.catalog import load
from kiosk.catalog.model import REFERENCE
from kiosk.catalog.reviews import earliest
from kiosk.control.client import Client, NoKioskError
from kiosk.control.command import described, duration
from kiosk.control.place import NAME as SOCKET
from kiosk.control.protocol import AskStatus, Status
from kiosk.health.clock import kept
from kiosk.health.doctor import access, room, screen, service, sound, told, touch, versions, wall, written
from kiosk.health.doctor.examine import Probe, examine
from kiosk.health.doctor.finding import Finding, broken, exit_code
from kiosk.health.doctor.machine import Machine
from kiosk.health.doctor.report import as_json, as_text
from kiosk.health.doctor.told import Fault, Running
from kiosk.health.facts import Pin
from kiosk.reading import Problem, Severity
from kiosk.settings import Place, load_settings, place_from_outside
from kiosk.settings.access import USER, reader, shut
from kiosk.settings.model import VoiceWish
from kiosk.settings.places import UNIT_VARIABLES
from kiosk.speech.asking import SilentError, offered
from kiosk.speech.voices import choose
from kiosk.staff.fault import Flaw
from kiosk.staff.pin import PinFile
from kiosk.version import version

_ASK_SECONDS = 3.0


class Places(Struct, frozen=True):
    """Where the kiosk that is examined has its files."""

    installed: bool
    """By the package: then it has a user of its own."""
    state: Path
    cache: Path | None
    socket: Path
    site: Path | None
    """The file that was asked for."""


def places(machine: Machine, site: Path | None, control_socket: str = "") -> Places:
    """Those of the installed kiosk where there is one, else of whoever asks."""
    installed = machine.path(paths.SYSTEM_STATE).is_dir() or machine.path(paths.SITE_FOLDER).is_dir()
    given = bool(os.environ.get("STATE_DIRECTORY"))
    if installed and not given:
        run = Path(control_socket) if control_socket else paths.SYSTEM_RUN / SOCKET
        return Places(True, paths.SYSTEM_STATE, paths.SYSTEM_CACHE, run, site)
    socket = Path(control_socket) if control_socket else paths.run_dir() / SOCKET
    return Places(False, paths.state_dir(), paths.cache_dir(), socket, site)


def doctor(site: Path | None, *, json: bool) -> int:
    """`kiosk doctor`: look, say, and return the exit code."""
    found = findings(Machine(), site)
    if json:
        print(as_json(found))
    else:
        print(as_text(found, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    sys.stdout.flush()
    return exit_code(found)


def findings(machine: Machine, site: Path | None) -> tuple[Finding, ...]:
    """All that there is to say of this machine and its kiosk."""
    return examine(Examined(machine, site).probes())


class Examined:
    """One kiosk on one machine."""

    def __init__(self, machine: Machine, site: Path | None) -> None:
        self.machine = machine
        settings = load_settings(self._place(site))
        self.site, self._problems = settings.site, settings.problems
        self.places = places(machine, site, self.site.control.socket)
        self.pid = service.main_pid(machine)

    def probes(self) -> Mapping[str, Probe]:
        """All probes by name, in the order in which they are told."""
        machine, here = self.machine, self.places
        owner = USER if here.installed else ""
        return {
            "running": self._running,
            "service": partial(service.service, machine),
            "display": partial(screen.display, machine, self.site.screen.diagonal_inch),
            "picture": partial(screen.picture, machine),
            "graphics": partial(screen.renderer, machine),
            "seat": self._seat,
            "touch": partial(touch.touch, machine),
            "settings": self._settings,
            "content": self._content,
            "audio": partial(sound.audio, machine),
            "voices": partial(sound.voices, machine, self.site.languages, self._voices),
            "PIN": lambda: told.pin(self._pin(), bool(self.site.desk.key_files)),
            "clock": lambda: wall.clock(machine, datetime.now(UTC), kept(machine.path(here.state))),
            "disk": partial(room.disk, machine, (here.state, *filter(None, (here.cache,)), Path("/var/log"))),
            "memory": partial(room.memory, machine, self.pid),
            "files": self._access,
            "figures": partial(
                written.figures, machine, self.site.figures.prometheus_file, runs=self.pid is not None, owner=owner
            ),
            "log": partial(written.log_file, machine, self.site.log.file, owner=owner),
            "versions": lambda: versions.versions(machine, version(), _python(), _qt()),
        }

    def _place(self, site: Path | None) -> Place:
        """Where the settings stand: as a kiosk on this machine finds them."""
        machine = self.machine
        unit = machine.path(UNIT_VARIABLES)
        return place_from_outside(site, machine.path(paths.SITE_FOLDER), machine.path(paths.SYSTEM_STATE), unit=unit)

    # --- what other rooms know ---

    @cached_property
    def asked(self) -> Status | NoKioskError:
        """What the kiosk that runs has answered, or why none has; asked once."""
        try:
            with Client(self.places.socket, _ASK_SECONDS) as client:
                answer, _ = client.ask(AskStatus())
        except NoKioskError as error:
            return error
        return answer if isinstance(answer, Status) else NoKioskError(f"What answers at {self.places.socket} is none.")

    def _running(self) -> Iterable[Finding]:
        if not self.site.control.enabled:
            return told.running(None)
        answer = self.asked
        if isinstance(answer, NoKioskError):
            refused = isinstance(answer.__context__, PermissionError) or "may not" in str(answer)
            return told.running(str(answer), refused=refused)
        sentence = f"{described(answer).splitlines()[0]} It has run for {duration(answer.uptime_seconds)}."
        return told.running(Running(sentence, tuple((need.id, need.text) for need in answer.needs)))

    def _settings(self) -> Iterable[Finding]:
        return told.settings(self.site.name, _faults(self._problems), self.places.site)

    def _content(self) -> Iterator[Finding]:
        site = self.site
        catalog = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)
        fonts = [p for p in catalog.problems if Path(p.file).is_relative_to(paths.ASSETS / "fonts")]
        others = [p for p in catalog.problems if p not in fonts]
        drafts = site.mode == "production"
        codes = [i.code for i in catalog.languages if not drafts or i.code == REFERENCE or i.status == "reviewed"]
        yield from told.content(_faults(others), _faults(fonts), site.languages, codes)
        if catalog.languages:
            due = earliest(catalog.book(catalog.languages[0].code))
            yield from told.reviews(due, datetime.now().astimezone().date())

    def _voices(self) -> Mapping[str, str] | str:
        if self.site.speech.engine:
            return f"the settings name the speech engine {self.site.speech.engine}, which only a running kiosk knows"
        try:
            there = offered(self._speech(), _ASK_SECONDS)
        except SilentError as error:
            return str(error)
        wishes = self.site.speech.voices
        chosen = {code: choose(there, code, wishes.get(code, _ANY)).voice for code in self.site.languages}
        return {code: voice.name if voice else "" for code, voice in chosen.items()}

    def _speech(self) -> Path:
        """The socket of the speech service: in the kiosk's run folder, or where this user's would be."""
        base = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        run = paths.SYSTEM_RUN
        candidates = [run / "wayland", run] if self.places.installed else []
        known = [self.machine.path(folder / "speech-dispatcher" / "speechd.sock") for folder in candidates]
        known.append(Path(base) / "speech-dispatcher" / "speechd.sock")
        return next((path for path in known if path.exists()), known[0])

    def _pin(self) -> Pin | None:
        folder = self.machine.path(self.places.state)
        if folder.exists() and not access.readable(folder):
            return None
        try:
            fault = PinFile(folder).fault
        except PermissionError:
            return None
        if fault is None:
            return Pin.SET
        return Pin.MISSING if fault.flaw is Flaw.MISSING else Pin.UNSAFE

    def _access(self) -> Iterator[Finding]:
        machine, here = self.machine, self.places
        if here.installed:
            yield from access.settings_folder(machine, paths.SITE_FOLDER, self._shut())
        user = access.user_id(USER) if here.installed else None
        if here.installed and user is None:
            yield broken(
                "user", f"there is no user {USER}: the kiosk cannot start", "apt install --reinstall imaging-kiosk"
            )
            return
        yield from access.state_folder(machine, here.state, user, USER)
        if self.site.desk.key_files:
            yield from access.key_folders(machine, self.site.desk.key_folders)

    def _shut(self) -> Sequence[Path]:
        """What of the settings the kiosk's user cannot read, as names of the machine; nothing where only root knows."""
        who = reader(USER)
        found = shut(self._place(None), who) if who else ()
        return [Path("/") / path.relative_to(self.machine.root) for path in found]

    def _seat(self) -> Iterable[Finding]:
        return service.seat(self.machine, USER, _groups(USER)) if self.places.installed else ()


_ANY = VoiceWish()


def _faults(problems: Iterable[Problem]) -> list[Fault]:
    return [Fault(str(problem), problem.severity is Severity.ERROR) for problem in problems]


def _groups(user: str) -> list[str]:
    """The names of the groups that the user is in; none where there is no such user."""
    try:
        return [grp.getgrgid(number).gr_name for number in os.getgrouplist(user, pwd.getpwnam(user).pw_gid)]
    except KeyError:
        return []


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _qt() -> str:
    """By its package, without loading it."""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415
    from importlib.metadata import version as found  # noqa: PLC0415

    for name in ("PySide6-Essentials", "PySide6"):
        with suppress(PackageNotFoundError):
            return found(name)
    return ""
