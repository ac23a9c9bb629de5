"""Qt's own speech engines: each sentence answered for once, and one that hangs stops nobody."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bridge.voice.speaker import EngineSpeaker
from kiosk.settings.model import Speech, VoiceWish
from kiosk.speech.model import Utterance
from tests.cli.launch import environment, finished

MOCK = Speech(engine="mock")


class Mouth:
    """Qt's mock engine, which speaks English, Norwegian and Finnish without a sound, and what was answered."""

    def __init__(self, settings: Speech = MOCK, languages: tuple[str, ...] = ()) -> None:
        self.speaker = EngineSpeaker(settings, languages=languages)
        self.answers: list[tuple[object, ...]] = []
        self.speaker.began.connect(lambda turn: self.answers.append(("began", turn)))
        self.speaker.ended.connect(lambda turn: self.answers.append(("ended", turn)))
        self.speaker.failed.connect(lambda *what: self.answers.append(("failed", *what)))

    def say(self, turn: int, text: str, language: str = "en") -> None:
        self.speaker.say(turn, Utterance(text, language), 100, 60)


def test_sentences_begin_and_end_one_after_the_other(qtbot: QtBot) -> None:
    mouth = Mouth()
    for turn, language in enumerate(("en", "fi", "en")):
        mouth.say(turn, "one two", language)
        wanted = ("ended", turn)
        qtbot.waitUntil(lambda wanted=wanted: wanted in mouth.answers)  # type: ignore[misc]
    assert mouth.answers == [(what, turn) for turn in range(3) for what in ("began", "ended")]
    mouth.speaker.close()


def test_what_was_stopped_answers_no_more(qtbot: QtBot) -> None:
    mouth = Mouth()
    mouth.say(0, "one two three four five six seven")
    qtbot.waitUntil(lambda: mouth.answers == [("began", 0)])
    for turn in range(1, 20):
        mouth.say(turn, "one")
    qtbot.waitUntil(lambda: ("ended", 19) in mouth.answers)
    assert mouth.answers == [("began", 0), ("began", 19), ("ended", 19)]
    mouth.speaker.stop()
    mouth.speaker.close()
    mouth.speaker.close()
    assert len(mouth.answers) == 3


def test_a_language_asked_for_while_another_is_learned_takes_none_of_its_voices(qtbot: QtBot) -> None:
    mouth = Mouth()
    mouth.say(0, "en", "en")
    qtbot.waitUntil(lambda: ("ended", 0) in mouth.answers)
    for turn, language in enumerate(("fi", "nb", "fi", "nb", "fi"), 1):
        mouth.say(turn, "yksi", language)
    qtbot.waitUntil(lambda: ("ended", 5) in mouth.answers)
    mouth.say(6, "en", "nb")
    qtbot.waitUntil(lambda: ("ended", 6) in mouth.answers)
    assert mouth.answers == [(what, turn) for turn in (0, 5, 6) for what in ("began", "ended")]
    mouth.speaker.close()


def test_a_language_without_a_voice_is_missing(qtbot: QtBot) -> None:
    mouth = Mouth()
    mouth.say(4, "uno", "es")
    qtbot.waitUntil(lambda: bool(mouth.answers))
    reason = "no voice of the speech engine speaks es; install one for this language"
    assert mouth.answers == [("failed", 4, True, reason)]
    mouth.speaker.close()


def test_staff_are_told_which_of_the_sites_languages_have_no_voice(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    mouth = Mouth(languages=("en", "ar", "fi"))
    mouth.say(0, "one")
    qtbot.waitUntil(lambda: ("ended", 0) in mouth.answers)
    assert caplog.messages == ["the speech engine has no voice for ar; install one, or visitors will hear nothing"]
    mouth.speaker.close()


def test_the_wished_gender_reads(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    mouth = Mouth(Speech(engine="mock", voices={"en": VoiceWish(gender="female"), "fi": VoiceWish("Aino")}))
    mouth.say(0, "one")
    qtbot.waitUntil(lambda: ("ended", 0) in mouth.answers)
    assert caplog.messages == []
    mouth.say(1, "yksi", "fi")
    qtbot.waitUntil(lambda: ("ended", 1) in mouth.answers)
    assert caplog.messages == ["the speech engine has no fi voice 'Aino'; 'Kari' reads instead"]
    mouth.speaker.close()


def test_an_engine_that_is_not_there_is_told(qtbot: QtBot) -> None:
    mouth = Mouth(Speech(engine="nix"))
    mouth.say(0, "one")
    ((what, turn, missing, reason),) = mouth.answers
    assert (what, turn, missing) == ("failed", 0, False)
    assert str(reason).startswith("there is no speech engine 'nix'; there are: ")


HANGS = """
import sys
from PySide6.QtCore import QThread, QTimer
from kiosk import app
from kiosk.bridge.voice import qt_engine
from kiosk.bridge.voice.speaker import EngineSpeaker
from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance
class Thread(QThread):
    def wait(self, *limit):
        print("the window waits for a thread that hangs", flush=True)
        return super().wait(*limit)
qt_engine.QThread = Thread
qt = app.open_platform()
speaker = EngineSpeaker(Speech(engine="speechd"))
turns = []
beat = QTimer(interval=50)
beat.timeout.connect(lambda: turns.append(None))
beat.start()
def failed(turn, missing, reason):
    print(turn, missing, reason, len(turns) > 20, flush=True)
    if turn == 2:
        qt.exit(3)
    else:
        speaker.say(2, Utterance("Two.", "en"), 100, 60)
speaker.failed.connect(failed)
QTimer.singleShot(0, lambda: speaker.say(1, Utterance("One.", "en"), 100, 60))
code = qt.exec()
speaker.close()
app.leave_what_hangs(code)
"""


def test_an_engine_that_hangs_while_it_is_loaded_stops_nobody(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:  # a service that takes connections and never says a word
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        env = environment(tmp_path) | {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path}/silent.sock"}
        done = finished([sys.executable, "-c", HANGS], env)
    said = [f"{turn} False the speech engine does not answer True" for turn in (1, 2)]
    assert (done.stdout.splitlines(), done.returncode) == (said, 3)
