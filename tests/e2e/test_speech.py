"""Read aloud by the real kiosk: Listen touched on a real screen, and the voice heard on a real sound server."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.launch import until
from tests.e2e.hand import Hand
from tests.e2e.sound import AT_LAST, NEEDED, TRIES, Sound, missing, sound
from tests.e2e.stage import Stage, staged

pytestmark = pytest.mark.skipif(bool(missing()), reason=NEEDED)
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


Kiosk = tuple[Stage, Sound]
Start = Callable[[], contextlib.AbstractContextManager[Kiosk]]


@pytest.fixture
def start(qapp: object, hand: Hand, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts a kiosk that can be heard, at its first screen, with sound and speech services of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    home = (tmp_path / str(number) for number in range(TRIES))

    @contextlib.contextmanager
    def started() -> Iterator[Kiosk]:
        folder = next(home) / "sound"
        folder.mkdir(parents=True)
        site_file = folder.parent / "site.yaml"
        site_file.write_text(SITE, encoding="utf-8")
        with sound(folder) as ear, staged(hand, site_file, cache, ear.env, expected={_ENDED}) as stage:
            yield stage, ear

    return started


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
def test_listen_is_heard_and_a_touch_is_silence(start: Start, language: str) -> None:
    def in_time() -> bool:
        with start() as (stage, ear), opened(stage, ear, language):
            return ear.in_time(lambda: listen(stage), lambda: stage.hand.tap(*_ELSEWHERE))

    assert any(in_time() for _ in range(TRIES))


def test_when_the_service_dies_the_kiosk_goes_on_and_staff_are_told(start: Start) -> None:
    with start() as (stage, ear), opened(stage, ear, "en"):
        log = ear.folder.parent / "kiosk.log"
        listen(stage)
        assert ear.heard_within(AT_LAST)
        assert ear.speech is not None
        os.killpg(ear.speech.pid, signal.SIGKILL)
        assert until(lambda: _ENDED in log.read_text(encoding="utf-8"), AT_LAST)
        ear.start_speech()
        if not ear.heard_within(2):  # the sentence is tried once more: who is back by then goes on by itself
            listen(stage)
        assert ear.heard_within(AT_LAST)
