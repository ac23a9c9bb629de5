"""A visit by touch: from the first screen through every page and back, in both orientations and both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF

from kiosk.bridge.direction import apart
from kiosk.catalog import Block, Topic
from kiosk.session.model import Overlay, Screen
from kiosk.session.step import fresh, next_deadline
from tests.ui.conftest import LANGUAGES, OpenKiosk
from tests.ui.driver import Driver


def expanders(topic: Topic) -> list[Block]:
    return [b for b in topic.blocks if b.kind == "expander"]


def words(block: Block) -> set[str]:
    return set(block.paragraphs)


# --- the first screen ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_button_works_at_the_first_touch(glass: Driver, language: str) -> None:
    name = next(i.name for i in glass.catalog.languages if i.code == language)
    glass.touch(glass.button(name))
    assert glass.session.screen is Screen.HOME
    assert glass.session.language == language
    assert glass.catalog.book(language).interface["home.title"] in glass.texts_on_glass()


def test_empty_glass_does_nothing_and_arms_nothing(glass: Driver) -> None:
    buttons = [b.box for b in glass.buttons()]
    width, height = glass.window.width(), glass.window.height()
    empty = [QPoint(20, 20), QPoint(width // 4, height // 4), QPoint(width - 20, height - 20), QPoint(20, height - 20)]
    for point in empty:
        assert not any(b.contains(point.toPointF()) for b in buttons)
        glass.touch(point)
    glass.swipe(empty[0], empty[1])
    glass.settle()
    assert glass.session == fresh(glass.kiosk.rules)
    assert next_deadline(glass.session, glass.kiosk.rules) is None
    glass.pass_time(3600)
    assert glass.session == fresh(glass.kiosk.rules)
    assert not glass.kiosk.property("warning")


@pytest.mark.standard("F1", "F5")
def test_first_screen_names_every_language_in_its_own_words(glass: Driver) -> None:
    names = ["English", "Español", "Tiếng Việt", "简体中文", "العربية", "한국어"]
    assert [info.name for info in glass.catalog.languages] == names
    assert set(names) <= set(glass.texts_on_glass())


# --- home and topics ---


def test_home_shows_eight_cards(every_visit: Driver) -> None:
    visit = every_visit
    topics = visit.topics()
    assert len(topics) == 8
    for topic in topics:
        assert len(visit.buttons(topic.card)) == 1
        assert topic.card in visit.texts()


def test_each_topic_opens_by_touch_and_back_leads_home(every_visit: Driver) -> None:
    visit = every_visit
    home = visit.word("home.title")
    for number, topic in enumerate(visit.topics(), 1):
        visit.open(topic.id)
        assert visit.session.topic == topic.id
        assert {topic.title, topic.says} <= set(visit.texts_on_glass())
        assert visit.word("topic.place").format(n=number, total=8) in visit.texts()
        assert home not in visit.texts()
        visit.tap(visit.word("bar.back"))
        assert visit.session.screen is Screen.HOME
        assert home in visit.texts()
        assert topic.says not in visit.texts()


def test_each_topic_ends_with_its_action_and_its_footer(every_visit: Driver) -> None:
    visit = every_visit
    for topic in visit.topics():
        visit.kiosk.openTopic(topic.id)
        visit.settle()
        visit.scroll_to(1)
        seen = set(visit.texts_on_glass())
        footer = {
            visit.word("footer.teaches"),
            visit.word("footer.sources").format(publishers=", ".join(map(apart, topic.publishers))),
            visit.word("footer.not_reviewed"),
        }
        assert topic.review.by == "", "this topic has been reviewed: expect the reviewer instead"
        assert topic.publishers
        assert footer <= seen
        visit.reveal(visit.text(topic.ask))
        assert topic.ask in visit.texts_on_glass()


@pytest.mark.standard("F2")
def test_only_an_unsigned_translation_is_called_a_draft(visit: Driver) -> None:
    visit.kiosk.openTopic("what")
    info = next(i for i in visit.catalog.languages if i.code == visit.session.language)
    draft = info.status != "reviewed" and info.code != "en"
    visit.settle()
    assert (visit.word("footer.draft_language") in visit.texts()) is draft


def test_up_next_leads_through_all_topics_and_round(home: Driver) -> None:
    topics = home.topics()
    home.open(topics[0].id)
    for topic in (*topics[1:], topics[0]):
        home.tap(f"{home.word('topic.next')}: {topic.title}")
        assert home.session.topic == topic.id
        assert topic.title in home.texts_on_glass()
        assert home.share() == 0


def test_home_in_the_bar_leads_home_from_a_topic_and_from_the_centers(visit: Driver) -> None:
    for leave in (lambda: visit.open("care"), lambda: visit.tap(visit.word("home.centers"))):
        leave()
        assert visit.word("home.title") not in visit.texts()
        visit.tap(visit.word("bar.home"))
        assert visit.session.screen is Screen.HOME
        assert visit.word("home.title") in visit.texts()


def test_a_topic_that_has_been_opened_carries_a_tick(every_visit: Driver) -> None:
    visit = every_visit
    topic = visit.open("types")
    visit.tap(visit.word("bar.back"))
    scene = visit.look()
    ticked = [scene.within(disc, "TopicCard") for disc in scene.of_kind("MarkDisc")]
    assert [card.name for card in ticked if card] == [f"{topic.card}, {visit.word('home.visited')}"]


# --- the centers ---


def test_centers_open_from_home_and_show_every_center(every_visit: Driver) -> None:
    visit = every_visit
    visit.tap(visit.word("home.centers"))
    assert visit.session.screen is Screen.CENTERS
    names = [visit.kiosk.site.centers.index(i).data(256) for i in range(visit.kiosk.site.centers.rowCount())]
    assert len(names) == 4
    assert set(names) <= set(visit.texts())
    assert visit.word("centers.title") in visit.texts_on_glass()


def test_no_row_leads_to_centers_when_the_site_lists_none(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(centers=())
    driver.start("en")
    assert driver.buttons(driver.word("home.centers")) == []
    assert driver.word("home.centers") not in driver.texts()


# --- parts of a page that open ---


def test_expanders_open_and_close_one_at_a_time(visit: Driver) -> None:
    topic = visit.open("answers")
    first, second = expanders(topic)[:2]
    assert not words(first) & set(visit.texts())
    visit.tap(first.title)
    assert words(first) <= set(visit.texts())
    visit.tap(second.title)
    assert words(second) <= set(visit.texts())
    assert not words(first) & set(visit.texts())
    visit.tap(second.title)
    assert not (words(first) | words(second)) & set(visit.texts())
    assert visit.session.open_block == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_expander_opens_with_its_short_answer_first(open_kiosk: OpenKiosk, language: str) -> None:
    driver = open_kiosk()
    driver.start(language)
    opened = 0
    for topic in driver.topics():
        driver.kiosk.openTopic(topic.id)
        for block in expanders(topic):
            driver.kiosk.toggleBlock(block.id)
            answer = [w for w in (block.lead, *block.paragraphs, block.callout) if w]
            driver.until(lambda answer=answer: set(answer) <= set(driver.texts()))  # type: ignore[misc]
            texts = driver.texts()
            places = [texts.index(words) for words in answer]
            assert places == sorted(places)
            opened += 1
    assert opened > 20


def test_report_tabs_switch_their_panel(every_visit: Driver) -> None:
    visit = every_visit
    topic = visit.open("report")
    tabs = next(b for b in topic.blocks if b.kind == "tabs").items
    assert len(tabs) == 3
    for tab in (*tabs[1:], tabs[0]):
        visit.tap(tab.label)
        shown = {p for block in tab.blocks for p in block.paragraphs}
        hidden = {p for other in tabs if other != tab for block in other.blocks for p in block.paragraphs} - shown
        texts = set(visit.texts())
        assert shown and shown <= texts
        assert not hidden & texts
        assert [b.name for b in visit.buttons() if b.selected] == [tab.label]


# --- the language sheet ---


def test_language_sheet_keeps_the_place(every_visit: Driver) -> None:
    visit = every_visit
    topic = visit.open("answers")
    block = expanders(topic)[3]
    visit.tap(block.title)
    visit.scroll_to(0.5)
    before = visit.session
    visit.tap(visit.word("bar.ease"))
    other = next(i for i in visit.catalog.languages if i.code != before.language)
    visit.tap(other.name)
    after = visit.session
    assert after.language == other.code
    assert (after.topic, after.open_block, after.overlay) == (before.topic, before.open_block, Overlay.EASE)
    visit.tap(visit.word("ease.done"))
    assert visit.session.overlay is Overlay.NONE
    assert visit.share() == pytest.approx(0.5, abs=0.05)
    answer = next(b for b in visit.topic("answers").blocks if b.id == block.id)
    assert set(answer.paragraphs) <= set(visit.texts())
    assert not set(block.paragraphs) & set(visit.texts())


@pytest.mark.standard("F5")
def test_language_sheet_opens_from_home_and_its_button_closes_it(visit: Driver) -> None:
    visit.tap(visit.word("bar.language"))
    assert visit.word("languages.title") in visit.texts_on_glass()
    assert visit.buttons(visit.topics()[0].card) == []
    visit.tap(visit.word("languages.close"))
    assert visit.word("languages.title") not in visit.texts()
    assert visit.session.overlay is Overlay.NONE


def test_a_touch_beside_the_sheet_closes_it_and_reaches_no_card(visit: Driver) -> None:
    visit.tap(visit.word("bar.language"))
    visit.touch(QPoint(visit.window.width() // 2, visit.window.height() // 32))
    assert visit.session.overlay is Overlay.NONE
    assert visit.session.screen is Screen.HOME
    assert visit.word("languages.title") not in visit.texts()


def test_a_touch_on_the_sheet_itself_leaves_it_open(visit: Driver) -> None:
    visit.tap(visit.word("bar.language"))
    title = visit.text(visit.word("languages.title"))
    visit.touch(title)
    assert visit.session.overlay is Overlay.LANGUAGES
    sheet = visit.look().within(title, "QQuickRectangle")
    assert sheet is not None
    visit.touch(QPoint(sheet.centre.x(), int(sheet.box.top()) + 20))
    assert visit.session.overlay is Overlay.LANGUAGES


def test_a_report_word_stands_beside_its_stone_and_not_on_it(visit: Driver) -> None:
    visit.open("report")
    for percent in (100, 200, 100):
        visit.large_text(percent)
        scene = visit.look()
        tabs = [n for n in scene.nodes if n.kind == "Tab"]
        assert len(tabs) == 3
        for tab in tabs:
            inside = [n for n in scene.nodes if tab in scene.above(n)]
            (stone,) = (n for n in inside if n.kind == "Pebble")
            (word,) = (n for n in inside if n.text)
            assert not QRectF(*word.ink).intersects(stone.box), f"{word.text!r} lies on its stone at {percent} %"
