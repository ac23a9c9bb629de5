"""Ease of use by touch: each setting, from each page, for one visitor alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from kiosk import paths
from kiosk.catalog import load
from kiosk.session.model import Overlay, Screen
from kiosk.session.step import fresh
from kiosk.settings import load_site
from kiosk.settings.model import LanguageHelp
from tests.e2e.likeness import same
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver

SIZES = {"standard": 100, "large": 125, "larger": 150, "largest": 200}


def size_button(driver: Driver, name: str) -> str:
    return f"{driver.word('ease.text_size')}: {driver.word(f'ease.{name}')}"


def open_ease(driver: Driver) -> None:
    driver.tap(driver.word("bar.ease"))
    assert driver.session.overlay is Overlay.EASE


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.standard("C5")
def test_a_text_size_is_one_touch_and_words_grow_with_it(visit: Driver, name: str) -> None:
    words = visit.topic("care").says
    visit.kiosk.openTopic("care")
    visit.settle()
    before = visit.text(words).font[1]
    open_ease(visit)
    visit.tap(size_button(visit, name))
    assert visit.session.text_percent == SIZES[name]
    assert [n.name for n in visit.buttons() if n.kind == "TextSize" and n.checked] == [size_button(visit, name)]
    visit.tap(visit.word("ease.done"))
    assert visit.session.overlay is Overlay.NONE
    assert visit.text(words).font[1] == pytest.approx(before * SIZES[name] / 100, abs=1)


@pytest.mark.parametrize("setting", ["contrast", "reach", "motion"])
@pytest.mark.standard("C10")
def test_a_switch_is_turned_on_and_off_by_touch(visit: Driver, setting: str) -> None:
    field = {"contrast": "high_contrast", "reach": "lower_buttons", "motion": "less_motion"}[setting]
    open_ease(visit)
    name = visit.word(f"ease.{setting}")
    was = getattr(visit.session, field)
    for now in (not was, was):
        visit.tap(name)
        assert getattr(visit.session, field) is now
        assert visit.button(name).checked is now


def test_all_of_it_ends_with_the_visit(visit: Driver) -> None:
    open_ease(visit)
    for name in (size_button(visit, "largest"), visit.word("ease.contrast"), visit.word("ease.reach")):
        visit.tap(name)
    visit.tap(visit.word("bar.done"))
    visit.pass_time(5)
    assert visit.session == fresh(visit.kiosk.rules)


def test_it_opens_from_every_page_and_its_own_slot_closes_it(visit: Driver) -> None:
    openings: tuple[Callable[[], None], ...] = (
        visit.kiosk.goHome,
        partial(visit.kiosk.openTopic, "report"),
        visit.kiosk.openCenters,
        visit.kiosk.openExplorer,
    )
    for opening in openings:
        opening()
        visit.settle()
        screen = visit.session.screen
        for overlay in (Overlay.EASE, Overlay.NONE):
            visit.tap(visit.word("bar.ease"))
            assert (visit.session.overlay, visit.session.screen) == (overlay, screen)


def test_it_opens_on_the_first_screen_and_a_language_there_goes_on_with_it(glass: Driver) -> None:
    words = glass.catalog.book(glass.catalog.languages[0].code).interface
    glass.tap(words["attract.ease"])
    assert (glass.session.screen, glass.session.overlay) == (Screen.ATTRACT, Overlay.EASE)
    glass.tap(f"{words['ease.text_size']}: {words['ease.larger']}")
    glass.tap(glass.catalog.languages[1].name)
    assert (glass.session.screen, glass.session.overlay) == (Screen.HOME, Overlay.EASE)
    assert (glass.session.language, glass.session.text_percent) == (glass.catalog.languages[1].code, 150)
    assert glass.word("ease.title") in glass.texts()


def test_closed_on_the_first_screen_it_leaves_nothing_behind(glass: Driver) -> None:
    words = glass.catalog.book(glass.catalog.languages[0].code).interface
    before = glass.screenshot()
    glass.tap(words["attract.ease"])
    glass.tap(words["ease.done"])
    assert glass.session == fresh(glass.kiosk.rules)
    assert same(glass.screenshot(), before)


def test_a_site_with_one_language_has_no_language_to_choose(open_kiosk: OpenKiosk) -> None:
    site, _ = load_site(paths.DEMO_SITE)
    driver = open_kiosk(catalog=load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=("en",), cache=None))
    driver.start("en")
    assert driver.buttons(driver.word("bar.language")) == []
    home = driver.button(driver.word("bar.home")).box
    open_ease(driver)
    assert driver.word("ease.language") not in driver.texts()
    driver.tap(driver.word("ease.done"))
    driver.open("care")
    assert driver.button(driver.word("bar.home")).box == home


def test_without_a_notice_nothing_speaks_of_language_help(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(language_help=None)
    words = driver.catalog.book("en").interface
    assert driver.buttons(words["attract.help"]) == []
    driver.start("en")
    open_ease(driver)
    assert driver.buttons(words["help.title"]) == []


def test_the_site_s_own_notice_stands_before_ours(open_kiosk: OpenKiosk) -> None:
    own = "Interpreters are free here. Ask at the desk."
    driver = open_kiosk(language_help=LanguageHelp(notice={"en": own}))
    words = driver.catalog.book("en").interface
    driver.tap(words["attract.help"])
    assert own in driver.texts()
    assert words["help.text"] not in driver.texts()
    driver.tap(words["help.close"])
    driver.start("es")
    driver.tap(driver.word("bar.language"))
    driver.tap(driver.word("help.title"))
    assert driver.catalog.book("es").interface["help.text"] in driver.texts()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.standard("C5")
def test_the_text_sizes_are_seen_as_it_opens(
    open_kiosk: OpenKiosk, orientation: str, language: str, percent: int
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    driver.start(language)
    driver.large_text(percent)
    open_ease(driver)
    scene = driver.look()
    covers = [n.box for n in scene.of_kind("MoreBelow")]
    sizes = scene.of_kind("TextSize")
    assert len(sizes) == len(SIZES)
    for size in sizes:
        assert scene.seen(size), size.name
        assert not any(size.box.intersects(cover) for cover in covers), size.name
