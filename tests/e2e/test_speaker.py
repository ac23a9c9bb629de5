"""The machine's own speech engine, heard: speech-dispatcher and espeak-ng on a private sound server."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.settings.model import Speech, VoiceWish
from tests.cli.launch import until
from tests.e2e.mouth import Mouth
from tests.e2e.sound import AT_LAST, NEEDED, Sound, missing, sound

pytestmark = [pytest.mark.alone, pytest.mark.skipif(bool(missing()), reason=NEEDED)]
SENTENCES = {
    "en": "There are two kinds of spots, and most of them are harmless.",
    "es": "Hay dos tipos de manchas, y la mayoría no hace daño.",
    "vi": "Có hai loại đốm, và phần lớn là vô hại.",
    "zh-Hans": "白点有两种，大多数没有害处。",
    "ar": "هناك نوعان من البقع، ومعظمها غير ضار.",
    "ko": "점에는 두 종류가 있고 대부분 해롭지 않습니다.",
}


def _answers(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(address)) == 0


@pytest.fixture
def ear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    with sound(tmp_path) as made:
        for name, value in made.env.items():
            monkeypatch.setenv(name, value)
        yield made


@pytest.mark.parametrize("language", SENTENCES)
def test_each_language_is_heard_and_is_still_when_it_is_stopped(mouth: Mouth, ear: Sound, language: str) -> None:
    ear.listen()
    ear.heard_and_stilled(lambda: mouth.say(1, SENTENCES[language], language), mouth.speaker.stop, mouth.turn)
    assert (mouth.began, mouth.ended, mouth.failed) == ([1], [], [])


def test_sentences_are_answered_for_one_after_the_other(mouth: Mouth) -> None:
    for turn, language in enumerate(("en", "ar", "en")):
        mouth.say(turn, "1", language)
        assert mouth.until(lambda turn=turn: mouth.ended == list(range(turn + 1)))  # type: ignore[misc]
    assert (mouth.began, mouth.failed) == ([0, 1, 2], [])


def test_a_sentence_that_was_stopped_answers_for_no_other(mouth: Mouth) -> None:
    mouth.say(0, SENTENCES["en"])
    assert mouth.until(lambda: mouth.began == [0])
    for turn in range(1, 30):
        mouth.speaker.stop()
        mouth.say(turn, "Two.")
    assert mouth.until(lambda: mouth.ended == [29])
    assert mouth.began[-1] == 29
    assert mouth.failed == []


def test_louder_is_louder_and_faster_is_shorter(mouth: Mouth, ear: Sound) -> None:
    peaks, lengths = [], []
    for turn, (speed, volume) in enumerate(((75, 20), (160, 100))):
        ear.listen()
        mouth.say(turn, SENTENCES["en"], speed=speed, volume=volume)
        assert mouth.until(lambda turn=turn: turn in mouth.ended)  # type: ignore[misc]
        peaks.append(ear.peak())
        lengths.append(ear.seconds())
    assert peaks[1] > 2 * peaks[0] > 0
    assert lengths[1] < 0.8 * lengths[0]


def test_no_voice_for_a_language_is_told_and_nothing_is_heard(mouth: Mouth, ear: Sound) -> None:
    ear.listen()
    mouth.say(3, "nuqneH", "tlh")
    assert mouth.until(lambda: bool(mouth.failed))
    assert mouth.failed == [(3, True, "no voice of the speech engine speaks tlh; install one for this language")]
    mouth.say(4, "One.")
    assert mouth.until(lambda: mouth.ended == [4])


def test_a_wished_voice_reads(qtbot: QtBot, ear: Sound, caplog: pytest.LogCaptureFixture) -> None:
    mouth = Mouth(Speech(voices={"en": VoiceWish("English (Great Britain)"), "es": VoiceWish("Sofía")}))
    mouth.say(0, "One.")
    assert mouth.until(lambda: mouth.ended == [0])
    assert caplog.messages == []
    mouth.say(1, "Uno.", "es")
    assert mouth.until(lambda: mouth.ended == [0, 1])
    assert caplog.messages == ["the speech engine has no es voice 'Sofía'; 'Spanish (Latin America)' reads instead"]
    mouth.speaker.close()


def test_a_service_that_dies_in_the_middle_is_told_of_and_the_next_one_speaks(mouth: Mouth, ear: Sound) -> None:
    mouth.say(0, SENTENCES["en"])
    assert mouth.until(lambda: mouth.began == [0])
    assert ear.speech is not None
    os.killpg(ear.speech.pid, signal.SIGKILL)
    assert mouth.until(lambda: mouth.failed == [(0, False, "the speech service speech-dispatcher has ended")])
    ear.start_speech()
    mouth.say(1, "One.")
    assert mouth.until(lambda: mouth.ended == [1])


def test_a_voice_that_has_died_is_told_of_and_left(mouth: Mouth, ear: Sound) -> None:
    mouth.say(0, "One.")
    assert mouth.until(lambda: mouth.ended == [0])
    ear.kill_voices()
    mouth.say(1, "Two.")
    assert mouth.until(lambda: mouth.failed == [(1, False, "the speech service has gone mute")])
    mouth.say(2, "Three.")
    reason = "no part of the speech service tells its voices; start speech-dispatcher again"
    assert mouth.until(lambda: mouth.failed[1:] == [(2, False, reason)])


def test_a_service_that_hangs_is_left_and_never_waited_for(mouth: Mouth, ear: Sound) -> None:
    mouth.say(0, "One.")
    assert mouth.until(lambda: mouth.ended == [0])
    assert ear.speech is not None
    os.killpg(ear.speech.pid, signal.SIGSTOP)
    mouth.say(1, "Two.")
    assert mouth.until(lambda: mouth.failed == [(1, False, "the speech service does not answer")], 4)
    mouth.say(2, "Three.")
    mouth.speaker.stop()
    os.killpg(ear.speech.pid, signal.SIGCONT)
    mouth.say(3, "Four.")
    assert mouth.until(lambda: mouth.ended == [0, 3])
    assert 1 not in mouth.began
    assert 2 not in mouth.began


def test_without_a_service_it_is_told_at_once(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/none.sock")
    monkeypatch.setenv("PATH", str(tmp_path))
    mouth = Mouth(Speech())
    mouth.say(0, "One.")
    assert mouth.failed == [(0, False, "the speech service speech-dispatcher is not installed or cannot be started")]
    mouth.speaker.close()


def test_a_service_that_does_not_run_is_started(mouth: Mouth, ear: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the machine's own settings, as on a kiosk. It ends by itself when nobody is connected any more."""
    monkeypatch.delenv("SPEECHD_ADDRESS")
    home = ear.folder / "own"
    home.mkdir(mode=0o700)
    for name in ("HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(home))
    address = home / "speech-dispatcher" / "speechd.sock"
    ear.listen()
    try:
        mouth.speaker.get_ready()  # starts none
        assert not address.parent.exists()
        mouth.say(0, "Zanzibar one.")
        assert ear.heard_within(AT_LAST, mouth.turn)
        assert mouth.until(lambda: mouth.ended == [0])
    finally:
        found = next(iter(home.rglob("speech-dispatcher.pid")), None)
        if found is not None:
            os.kill(int(found.read_text(encoding="ascii")), signal.SIGTERM)
            assert until(lambda: not _answers(address))
    assert [path for path in home.rglob("*.log") if b"Zanzibar" in path.read_bytes()] == []


def test_nothing_that_is_read_is_written(mouth: Mouth, ear: Sound) -> None:
    mouth.say(0, "Zanzibar one.")
    assert mouth.until(lambda: mouth.ended == [0])
    files = [path for path in ear.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".conf" for path in files)
    assert [path for path in files if b"Zanzibar" in path.read_bytes()] == []
