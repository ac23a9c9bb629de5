"""Read aloud in the real window: what is given to the engine when somebody listens."""

from __future__ import annotations

from tests.ui.driver import Driver


def test_a_page_is_read_from_its_title_to_its_end(home: Driver) -> None:
    home.open("types")
    home.kiosk.speech.toggle()
    home.until(lambda: not home.kiosk.speech.playing and bool(home.voice.said))
    print(home.voice.texts)
    assert home.voice.texts[0].startswith("2")
