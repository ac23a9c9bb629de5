"""The speech engine is told which languages the glass offers, so that staff learn of a missing voice."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from kiosk.bridge.voice import speaker
from tests.ui.driver import Driver


def test_the_engine_knows_the_languages_that_are_offered(home: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Mock()
    monkeypatch.setattr(speaker, "EngineSpeaker", made)
    home.shell._speaker = None
    home.shell._get_ready_to_speak()
    assert made.call_args.kwargs == {"languages": ("en", "es", "vi", "zh-Hans", "ar", "ko")}
    made.return_value.get_ready.assert_called_once_with()
