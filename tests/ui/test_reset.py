"""After a visit nothing of it is left, however it ended and whatever was seen."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk import paths
from kiosk.bridge.eye import Node
from kiosk.bridge.models import ItemModel, NoticeModel, RowModel
from kiosk.bridge.voice.narrator import Narrator
from kiosk.catalog import Block, Book, Topic, load
from kiosk.session.model import Reset, SetComfort
from kiosk.session.step import fresh
from kiosk.settings.model import Site
from tests.e2e.likeness import same
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.listening import listen, quiet
from tests.ui.places import expanders, places, tabs

Walk = Callable[[Driver], None]


@dataclass(frozen=True)
class First:
    """A first screen that nobody has touched."""

    picture: QImage
    nodes: list[Node]
    alive: int
    models: int

    @classmethod
    def of(cls, driver: Driver) -> First:
        return cls(driver.screenshot(), driver.look().nodes, driver.alive(), models(driver))


def models(driver: Driver) -> int:
    """How many models the bridge keeps: one left behind would hold what somebody read."""
    kept = driver.kiosk.findChildren(RowModel)
    return sum(not isinstance(model, NoticeModel) for model in kept)  # the site's notice, made when first shown


def leftovers(driver: Driver, first: First) -> list[str]:
    """What differs from a first screen that nobody has touched."""
    kiosk, found = driver.kiosk, []
    driver.settle()
    if kiosk.session != fresh(kiosk.rules):
        found.append(f"session: {kiosk.session}")
    if kiosk.page.blocks.rowCount() or kiosk.page.property("title") or kiosk.page.property("says"):
        found.append("page: still holds a topic")
    if kiosk.topics.rowCount():
        found.append("topics: still hold cards")
    speech, reader = kiosk.speech, kiosk.speech.reader
    if speech.playing or speech.paused or speech.notice or (isinstance(reader, Narrator) and reader.reading.queue):
        found.append("speech: still knows what was read")
    if driver.look().of_kind("Visit"):
        found.append("visit: its page is still loaded")
    if driver.look().nodes != first.nodes:
        found.append("first screen: its items are not those of a fresh start")
    if driver.alive() != first.alive:
        found.append(f"items: {driver.alive()} are alive, {first.alive} at a fresh start")
    if models(driver) != first.models:
        found.append(f"bridge: {models(driver)} models are kept, {first.models} at a fresh start")
    if not same(driver.screenshot(), first.picture):
        found.append("picture: the glass looks different")
    return found


# --- what a visitor can do ---


def read_everything(driver: Driver) -> None:
    for _ in places(driver, "es", mute=False):
        driver.lay_out()
    driver.kiosk.chooseLanguage("es")


def every_topic_open_and_scrolled(driver: Driver) -> None:
    driver.kiosk.chooseLanguage("en")
    for topic in driver.topics():
        driver.kiosk.openTopic(topic.id)
        driver.lay_out()
        for block in list(expanders(topic.blocks))[:1]:
            driver.kiosk.toggleBlock(block)
        driver.lay_out()
        driver.scroll_to(0.7)
    driver.tap(driver.word("bar.back"))


def report_tab(driver: Driver) -> None:
    driver.kiosk.chooseLanguage("en")
    driver.kiosk.openTopic("report")
    driver.kiosk.chooseTab([tab for tab, _ in tabs(driver.topic("report").blocks)][-1])
    driver.settle()


def spanish(driver: Driver) -> None:
    driver.start("es")


def large_text(driver: Driver) -> None:
    driver.start("en")
    driver.large_text(200)
    driver.scroll_to(0.5)


def high_contrast(driver: Driver) -> None:
    driver.start("en")
    driver.large_text(100, high_contrast=True)


def motion(driver: Driver) -> None:
    driver.start("en")
    driver.kiosk.send(SetComfort(less_motion=False))
    driver.open("types")


def open_sheet(driver: Driver) -> None:
    driver.start("en")
    driver.tap(driver.word("bar.language"))


def centers(driver: Driver) -> None:
    driver.start("en")
    driver.tap(driver.word("home.centers"))


def focus(driver: Driver) -> None:
    driver.start("en")
    driver.key(Qt.Key.Key_Tab)


def listening(driver: Driver) -> None:
    driver.start("es")
    driver.open("care")
    listen(driver)
    driver.kiosk.speech.louder()
    driver.kiosk.speech.setSpeed(160)
    quiet(driver)


def paused(driver: Driver) -> None:
    driver.start("en")
    driver.open("care")
    listen(driver, at_once=False)
    driver.kiosk.speech.pause()
    driver.voice.at_once = True


WALKS: tuple[Walk, ...] = (
    read_everything,
    every_topic_open_and_scrolled,
    report_tab,
    spanish,
    large_text,
    high_contrast,
    motion,
    open_sheet,
    centers,
    focus,
    listening,
    paused,
)


# --- how a visit ends ---


def done(driver: Driver) -> None:
    driver.kiosk.closeOverlay()
    driver.settle()
    driver.tap(driver.word("bar.done"))
    driver.pass_time(driver.kiosk.rules.thanks_seconds)


def no_answer(driver: Driver) -> None:
    driver.pass_time(driver.idle_limit())
    driver.settle()
    assert driver.kiosk.property("warning")
    driver.pass_time(driver.kiosk.rules.warning_seconds)


def staff(driver: Driver) -> None:
    driver.kiosk.send(Reset())


@pytest.mark.parametrize("end", [done, no_answer, staff])
@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.standard("A13")
def test_nothing_of_a_visit_is_left(open_kiosk: OpenKiosk, walk: Walk, end: Walk) -> None:
    driver = open_kiosk(ORIENTATIONS["portrait"])
    first = First.of(driver)
    walk(driver)
    end(driver)
    assert leftovers(driver, first) == []


def test_nothing_of_a_visit_is_left_in_landscape(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(ORIENTATIONS["landscape"])
    first = First.of(driver)
    every_topic_open_and_scrolled(driver)
    no_answer(driver)
    assert leftovers(driver, first) == []


def test_a_first_screen_is_the_same_in_every_window(open_kiosk: OpenKiosk) -> None:
    one, other = First.of(open_kiosk()), First.of(open_kiosk())
    assert one == other


@pytest.mark.parametrize("end", [done, no_answer, staff])
def test_no_page_of_the_book_is_kept(open_kiosk: OpenKiosk, site: Site, end: Walk) -> None:
    catalog = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)
    read = (Book, Topic, Block)

    def held() -> int:
        gc.collect()
        return sum(isinstance(thing, read) for thing in gc.get_objects())

    driver = open_kiosk(catalog=catalog)
    before = held()
    driver.start("en")
    driver.open("care")
    assert held() > before
    end(driver)
    driver.settle()
    assert held() == before


# --- what `leftovers` sees ---


def keep_a_card(driver: Driver) -> None:
    driver.kiosk.topics.replace([("what", "What", "what", "peach", True)])


def keep_a_page(driver: Driver) -> None:
    driver.kiosk.page.show(driver.catalog.book("en"), "care")


def keep_a_size(driver: Driver) -> None:
    driver.kiosk.send(SetComfort(text_percent=125))


def keep_a_model(driver: Driver) -> None:
    ItemModel(driver.kiosk.page)


def keep_an_item(driver: Driver) -> None:
    driver.hide_something()


def keep_a_notice(driver: Driver) -> None:
    driver.kiosk.speech.tell("No voice.")


def keep_a_finger(driver: Driver) -> None:
    driver.press(driver.buttons()[0])


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (keep_a_card, "topics"),
        (keep_a_page, "page"),
        (keep_a_size, "session"),
        (keep_a_model, "bridge"),
        (keep_an_item, "items"),
        (keep_a_notice, "speech"),
        (keep_a_finger, "picture"),
    ],
)
def test_what_is_left_is_seen(open_kiosk: OpenKiosk, fault: Walk, told: str) -> None:
    driver = open_kiosk()
    first = First.of(driver)
    fault(driver)
    assert [line.split(":")[0] for line in leftovers(driver, first) if line.startswith(told)] == [told]


def test_a_kiosk_without_a_window_keeps_no_time(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.start("en")
    assert driver.kiosk._timer.isActive()
    driver.shell.close()
    assert not driver.kiosk._timer.isActive()
