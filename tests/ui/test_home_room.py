"""On an upright glass all topics are seen at once, in every language."""

from __future__ import annotations

import pytest

from tests.ui.conftest import ALL, OpenKiosk


@pytest.mark.parametrize("language", ALL)
def test_every_topic_is_seen_without_scrolling(open_kiosk: OpenKiosk, language: str) -> None:
    driver = open_kiosk()
    driver.start(language)
    scene = driver.look()
    cards = [n for n in scene.nodes if n.kind == "TopicCard"]
    assert len(cards) == len(driver.topics())
    signs = [n.box for n in scene.of_kind("MoreBelow")]
    for card in cards:
        assert scene.seen(card), card.name
        assert not any(card.box.intersects(sign) for sign in signs), card.name


@pytest.mark.parametrize("language", ["en", "es", "vi", "zh-Hans", "ko"])
def test_the_note_alone_is_no_reason_to_scroll(open_kiosk: OpenKiosk, language: str) -> None:
    driver = open_kiosk()
    driver.start(language)
    assert driver.page().length == 0
    assert driver.word("home.note") in driver.texts_on_glass()
