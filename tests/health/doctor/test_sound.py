"""The doctor listens: sound card, sound server, volume, and a voice for each language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.machine import Said
from kiosk.health.doctor.sound import SERVER, audio, voices
from tests.health.doctor.tree import machine, seen

OK, LOOK, BROKEN, UNSEEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN, Verdict.UNSEEN
CARD = {"/proc/asound/cards": " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      at 0xf7f10000\n"}
NONE = {"/proc/asound/cards": "--- no soundcards ---\n"}
HEARD = {"get-sink-mute": "Mute: no\n", "get-sink-volume": "Volume: front-left: 52428 /  80% / -5.81 dB\n"}


@pytest.mark.parametrize(
    ("files", "answers", "verdict"),
    [
        (CARD | {SERVER: ""}, HEARD, OK),
        (CARD | {"/run/user/1000/pulse/native": ""}, HEARD, OK),
        (CARD | {SERVER: ""}, HEARD | {"get-sink-volume": "Volume: 3000 / 5% / -80 dB"}, LOOK),
        (CARD | {SERVER: ""}, HEARD | {"get-sink-mute": "Mute: yes\n"}, BROKEN),
        (CARD | {SERVER: ""}, {"get-sink-mute": Said(1, "Connection refused")}, UNSEEN),
        (CARD | {SERVER: ""}, {}, UNSEEN),
        (CARD, HEARD, BROKEN),
        (NONE | {SERVER: ""}, HEARD, BROKEN),
        ({}, HEARD, BROKEN),
    ],
    ids=["right", "of a session", "soft", "muted", "may not ask", "no pactl", "no server", "no card", "no ALSA"],
)
def test_whether_a_sound_comes_out(
    tmp_path: Path, files: dict[str, str | bytes], answers: Mapping[str, str | Said], verdict: Verdict
) -> None:
    assert seen(audio(machine(tmp_path, files, answers))) == {"audio": verdict}


@pytest.mark.parametrize(
    ("told", "commands", "verdicts"),
    [
        ({"en": "Alan", "es": "Ana"}, {}, [OK]),
        ({"en": "Alan", "es": ""}, {}, [LOOK, OK]),
        ({}, {}, [LOOK]),
        ("it does not run", {"speech-dispatcher": "speech-dispatcher 0.12.0\nCopyright"}, [UNSEEN]),
        ("it does not run", {}, [BROKEN]),
    ],
    ids=["all", "one missing", "none", "not asked", "not installed"],
)
def test_who_reads_each_language(
    tmp_path: Path, told: Mapping[str, str] | str, commands: Mapping[str, str], verdicts: list[Verdict]
) -> None:
    found = list(voices(machine(tmp_path, {}, commands), ("en", "es"), lambda: told))
    assert seen(found)
    assert [one.verdict for one in found] == verdicts
