"""Whether anything can be heard: sound cards, a sound server, its volume; and which languages have a voice.

Owns what ALSA, PulseAudio and the speech service tell. Must not know how the speech service is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from kiosk.health.doctor.finding import Finding, broken, look, ok, unseen
from kiosk.health.doctor.machine import Machine

SERVER = "/run/imaging-kiosk-sound/native"
_PERCENT = re.compile(r"(\d+)%")
_LEAST = 20

Voices = Callable[[], Mapping[str, str] | str]
"""By language the name of the voice that reads it, empty for none; or a sentence where nobody could be asked."""


def audio(machine: Machine) -> Iterator[Finding]:
    """Whether a sound would come out."""
    cards = re.findall(r"^ *\d+ \[.*?\]: (.+)$", machine.text("/proc/asound/cards"), re.MULTILINE)
    if not cards:
        told = "the machine has no sound card; nothing can be read aloud"
        yield broken("audio", told, "cat /proc/asound/cards")
        return
    server = _server(machine)
    if server is None:
        told = f"no sound server runs ({cards[0].strip()} is there)"
        yield broken("audio", told, "systemctl restart imaging-kiosk-sound")
        return
    muted = machine.run(("pactl", f"--server=unix:{server}", "get-sink-mute", "@DEFAULT_SINK@"))
    if muted is None or muted.code != 0:
        told = f"a sound server runs; its volume could not be asked for ({cards[0].strip()})"
        yield unseen("audio", told, f"apt install pulseaudio-utils; sudo pactl --server=unix:{server} info")
        return
    if muted.text.strip().endswith("yes"):
        yield broken("audio", "the sound is muted", f"pactl --server=unix:{server} set-sink-mute @DEFAULT_SINK@ 0")
        return
    said = machine.run(("pactl", f"--server=unix:{server}", "get-sink-volume", "@DEFAULT_SINK@"))
    percents = [int(found) for found in _PERCENT.findall(said.text)] if said else []
    if percents and max(percents) < _LEAST:
        told = f"the sound stands at {max(percents)} %: hardly anybody hears that"
        yield look("audio", told, f"pactl --server=unix:{server} set-sink-volume @DEFAULT_SINK@ 80%")
        return
    yield ok("audio", f"a sound server runs on {cards[0].strip()}, not muted")


def _server(machine: Machine) -> str | None:
    """The socket of the kiosk's own sound server, else of one that a session has."""
    if machine.path(SERVER).exists():
        return SERVER
    others = [*machine.below("/run/user", "*/pulse/native"), *machine.below("/run/pulse", "native")]
    return others[0] if others else None


def voices(machine: Machine, languages: Sequence[str], asked: Voices) -> Iterator[Finding]:
    """Who reads each of the site's languages."""
    found = asked()
    if isinstance(found, str):
        installed = machine.run(("speech-dispatcher", "--version"))
        if installed is None:
            mend = "apt install speech-dispatcher speech-dispatcher-espeak-ng"
            yield broken("voices", "speech-dispatcher is not installed: nothing is read aloud", mend)
        else:
            told = f"{found}; {_line(installed.text)} is installed"
            yield unseen("voices", told, "kiosk doctor  # again, when somebody has touched Listen once")
        return
    missing = [code for code in languages if not found.get(code)]
    if missing:
        told = f"nobody reads {', '.join(missing)} aloud; the screen says so and asks to come to the desk"
        yield look("voices", told, "apt install espeak-ng-data speech-dispatcher-espeak-ng")
    if there := [f"{code} {found[code]}" for code in languages if found.get(code)]:
        yield ok("voices", ", ".join(there))


def _line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "speech-dispatcher")
