"""Recordings, heard: played by Qt's multimedia library on a private sound server; the engine where that fails."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.speech.model import Utterance
from kiosk.speech.recordings import UNPLAYED
from tests.cli.launch import until
from tests.e2e.mouth import Mouth
from tests.e2e.sound import Sound, missing, sound
from tests.ui.qt_said import heard

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(
        bool(missing()) or shutil.which("opusenc") is None,
        reason="needs speech-dispatcher, espeak-ng, pulseaudio and opusenc; `make check` installs them",
    ),
]
SENTENCE = "There are two kinds of spots, and most of them are harmless."


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recording")
    for command in (["espeak-ng", "-w", "one.wav", SENTENCE], ["opusenc", "--quiet", "one.wav", "one.opus"]):
        subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL, timeout=60)
    return folder / "one.opus"


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:
    """One for all: Qt never leaves the sound server that it has found first."""
    with sound(tmp_path_factory.mktemp("sound")) as made, pytest.MonkeyPatch.context() as patch:
        for name, value in made.env.items():
            patch.setenv(name, value)
        yield made
        # Seconds after its server has ended Qt looks for another and says there is none: here, not in a next test.
        made.end_speaker()
        with heard() as said:
            until(lambda: QCoreApplication.processEvents() or bool(said), 8)


def play(mouth: Mouth, turn: int, path: Path, speed: int = 100) -> None:
    mouth.speaker.say(turn, Utterance("One.", "en", recording=str(path)), speed, 60)


def test_a_recording_is_heard_and_stopped(mouth: Mouth, ear: Sound, recording: Path) -> None:
    ear.listen()
    ear.heard_and_stilled(lambda: play(mouth, 1, recording), mouth.speaker.stop, mouth.turn)
    assert (mouth.began, mouth.ended, mouth.failed) == ([1], [], [])


def test_recordings_and_sentences_follow_one_another(mouth: Mouth, recording: Path) -> None:
    play(mouth, 0, recording, speed=160)
    assert mouth.until(lambda: mouth.ended == [0])
    mouth.say(1, "One.")
    assert mouth.until(lambda: mouth.ended == [0, 1])
    play(mouth, 2, recording, speed=160)
    assert mouth.until(lambda: mouth.ended == [0, 1, 2])
    assert (mouth.began, mouth.failed) == ([0, 1, 2], [])


def test_a_recording_that_was_left_answers_no_more(mouth: Mouth, recording: Path) -> None:
    play(mouth, 0, recording)
    assert mouth.until(lambda: mouth.began == [0])
    mouth.say(1, "One.")
    assert mouth.until(lambda: mouth.ended == [1])
    assert mouth.began == [0, 1]


def test_nothing_is_written_of_what_is_played(mouth: Mouth, recording: Path, capfd: pytest.CaptureFixture[str]) -> None:
    play(mouth, 0, recording, speed=160)
    assert mouth.until(lambda: mouth.ended == [0])
    out, errors = capfd.readouterr()
    assert recording.name not in out + errors


@pytest.mark.parametrize("keep", [0, 100, 400])
def test_a_damaged_recording_is_spoken_by_the_engine(
    mouth: Mouth, recording: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, keep: int
) -> None:
    broken = tmp_path / "broken.opus"
    broken.write_bytes(recording.read_bytes()[:keep] + b"\x00" * 500)
    play(mouth, 3, broken)
    assert mouth.until(lambda: mouth.ended == [3])
    assert (mouth.began, mouth.failed) == ([3], [])
    assert caplog.messages == [f"{UNPLAYED}; the speech engine reads instead"]


def test_without_an_audio_device_for_recordings_the_engine_speaks(
    mouth: Mouth, recording: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QAudioDevice, QMediaDevices  # noqa: PLC0415

    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", QAudioDevice)
    play(mouth, 3, recording)
    assert mouth.until(lambda: mouth.ended == [3])
    assert caplog.messages == ["there is no audio device for recordings; the speech engine reads instead"]


def test_when_the_sound_server_ends_the_engine_is_asked_and_staff_are_told(
    mouth: Mouth, recording: Path, ear: Sound, caplog: pytest.LogCaptureFixture
) -> None:
    play(mouth, 0, recording)
    assert mouth.until(lambda: mouth.began == [0])
    mouth.speaker.stop()
    ear.end_speaker()
    play(mouth, 1, recording)
    reason = f"{UNPLAYED}; the speech engine reads instead"
    assert mouth.until(lambda: caplog.messages == [reason])
    mouth.speaker.stop()
    play(mouth, 2, recording)
    assert caplog.messages[1] == (
        "the sound server has ended; recordings need the kiosk to be started anew; the speech engine reads instead"
    )
