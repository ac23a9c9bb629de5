"""Read aloud by the real kiosk: Listen touched on a real screen, and the voice heard on a real sound server."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.launch import until
from tests.e2e.hand import Hand
from tests.e2e.sound import AT_LAST, NEEDED, Sound, missing, sound
from tests.e2e.stage import Stage, staged

pytestmark = [pytest.mark.alone, pytest.mark.skipif(bool(missing()), reason=NEEDED)]
SITE = """
name: Test
languages: [en, es, ar]
session: {idle_seconds: 600, warning_seconds: 120}
less_motion: true
"""
_NAMES = {"en": "English", "es": "Español", "ar": "العربية"}
_ELSEWHERE = (540, 400)
"""Pixels: on the page and on none of its controls."""
_ENDED = "kiosk.speech: WARNING: the speech service speech-dispatcher has ended"


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Sound]:
    folder = tmp_path / "sound"
    folder.mkdir()
    with sound(folder) as made:
        yield made


@pytest.fixture
def heard(qapp: object, hand: Hand, ear: Sound, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A kiosk that can be heard, at its first screen."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    site_file = ear.folder.parent / "site.yaml"
    site_file.write_text(SITE, encoding="utf-8")
    with staged(hand, site_file, cache, ear.env, expected={_ENDED}) as made:
        yield made


def listen(stage: Stage) -> None:
    """Touch Listen on the real screen. The twin stays as it is: what is being said is marked, at its own pace."""
    stage.hand.tap(*stage.twin.control(stage.twin.kiosk.words.barListen))


@contextlib.contextmanager
def opened(stage: Stage, ear: Sound, language: str) -> Iterator[None]:
    """The home screen in this language, and an open ear."""
    stage.tap(_NAMES[language])
    ear.listen()
    assert not ear.heard_within(0.5), "something is read though nobody asked for it"
    yield
    ear.deafen()


@pytest.mark.standard("A3", "A4", "A10")
@pytest.mark.parametrize("language", _NAMES)
def test_listen_is_heard_and_a_touch_is_silence(heard: Stage, ear: Sound, language: str) -> None:
    with opened(heard, ear, language):
        ear.heard_and_stilled(lambda: listen(heard), lambda: heard.hand.tap(*_ELSEWHERE))


def test_when_the_service_dies_the_kiosk_goes_on_and_staff_are_told(heard: Stage, ear: Sound) -> None:
    with opened(heard, ear, "en"):
        log = ear.folder.parent / "kiosk.log"
        listen(heard)
        assert ear.heard_within(AT_LAST)
        assert ear.speech is not None
        os.killpg(ear.speech.pid, signal.SIGKILL)
        assert until(lambda: _ENDED in log.read_text(encoding="utf-8"), AT_LAST)
        ear.start_speech()
        if not ear.heard_within(2):  # the sentence is tried once more: who is back by then goes on by itself
            listen(heard)
        assert ear.heard_within(AT_LAST)
