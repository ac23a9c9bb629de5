"""A language's fonts are loaded when it is first shown; what happens when one is missing or damaged."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.catalog import Catalog
from kiosk.catalog.desk import DESK
from kiosk.settings.model import Site
from tests.ui.conftest import ALL, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.lettering import CUT, READING, strangers

OWN = {family for code in CUT for family in READING[code] if family.startswith("Noto")}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """The shipped assets with fonts of their own, to be harmed."""
    made = tmp_path / "assets"
    made.mkdir()
    for path in paths.ASSETS.iterdir():
        if path.name != "fonts":
            (made / path.name).symlink_to(path)
    shutil.copytree(paths.ASSETS / "fonts", made / "fonts")
    return made


def loaded() -> set[str]:
    return set(QFontDatabase.families())


def offered(driver: Driver) -> list[str]:
    model = driver.kiosk.languages
    return [str(model.data(model.index(row), 256)) for row in range(model.rowCount())]


# --- loaded when a language is first shown ---


def test_the_first_screen_loads_the_first_language_and_the_names_of_the_others(open_six: OpenKiosk) -> None:
    open_six()
    assert {"Literata", "Atkinson Hyperlegible Next"} <= loaded()
    assert {f"Desk {code}" for code in CUT} <= loaded()
    assert OWN & loaded() == set()


@pytest.mark.parametrize("code", CUT)
def test_choosing_a_language_loads_its_fonts_and_no_other_s(open_six: OpenKiosk, code: str) -> None:
    driver = open_six()
    driver.start(code)
    assert OWN & loaded() == READING[code] & OWN


@pytest.mark.parametrize("code", CUT)
def test_a_site_s_own_language_is_loaded_for_its_first_screen(open_six: OpenKiosk, code: str) -> None:
    driver = open_six((code, "en"))
    assert OWN & loaded() == READING[code] & OWN
    assert strangers(driver.look().texts(), READING[code] | {"Atkinson Hyperlegible Next", f"Desk {code}"}) == []


def test_what_is_not_offered_is_not_loaded(open_six: OpenKiosk) -> None:
    open_six(("en",))
    assert {f"Desk {code}" for code in CUT} & loaded() == set()


def test_the_fonts_are_there_before_the_screen_changes(open_six: OpenKiosk) -> None:
    driver = open_six()
    seen: list[bool] = []
    driver.kiosk.languageChanged.connect(lambda: seen.append("Noto Sans KR" in loaded()))
    driver.kiosk.words.changed.connect(lambda: seen.append("Noto Sans KR" in loaded()))
    assert "Noto Sans KR" not in loaded()
    driver.kiosk.chooseLanguage("ko")
    assert seen and all(seen)


def test_a_font_is_loaded_once(open_six: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = open_six()
    asked: list[str] = []
    add = QFontDatabase.addApplicationFont

    def count(path: str) -> int:
        asked.append(Path(path).name)
        return int(add(path))

    monkeypatch.setattr("kiosk.bridge.fonts.QFontDatabase.addApplicationFont", count)
    for code in ("ar", "en", "ko", "ar"):
        driver.kiosk.chooseLanguage(code)
    assert sorted(asked) == sorted(path.name for path in (paths.ASSETS / "fonts").glob("NotoSans[AK]*"))


# --- a font that is missing or damaged ---


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("pattern", ["NotoSansKR-*", "Deskko-*"])
def test_a_language_without_its_fonts_is_not_offered(
    open_six: OpenKiosk, assets: Path, caplog: pytest.LogCaptureFixture, pattern: str
) -> None:
    for path in (assets / "fonts").glob(pattern):
        path.unlink()
    driver = open_six(assets=assets)
    assert offered(driver) == [code for code in ALL if code != "ko"]
    [line] = told(caplog)
    assert line.startswith("the language ko is not offered: the font family")
    assert str(assets / "fonts") in line and line.endswith("install the package again")
    driver.start("ar")
    assert driver.session.language == "ar"


def harm(path: Path, how: str) -> None:
    data = path.read_bytes()
    path.write_bytes(
        {"empty": b"", "cut": data[: len(data) // 2], "garbage": b"no font" * 999, "zeros": bytes(9999)}[how]
    )


@pytest.mark.parametrize("how", ["empty", "cut", "garbage", "zeros"])
def test_choosing_a_language_whose_font_is_damaged_leaves_the_visitor_where_she_is(
    open_six: OpenKiosk, assets: Path, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    harm(assets / "fonts" / "NotoSansSC-Bold.otf", how)
    driver = open_six(assets=assets)
    assert offered(driver) == list(ALL)
    assert told(caplog) == []
    driver.tap("简体中文")
    assert driver.kiosk.property("screen") == "attract"
    assert offered(driver) == [code for code in ALL if code != "zh-Hans"]
    assert "Noto Sans SC" not in loaded()
    [line] = told(caplog)
    assert "the language zh-Hans is not offered" in line and "NotoSansSC-Bold.otf is damaged" in line
    driver.start("ko")
    assert driver.session.language == "ko"


def test_in_the_middle_of_a_visit_it_leaves_the_page_as_it_was(open_six: OpenKiosk, assets: Path) -> None:
    harm(assets / "fonts" / "NotoSansArabic-Regular.ttf", "cut")
    driver = open_six(assets=assets)
    driver.start("en")
    driver.open("report")
    driver.kiosk.showLanguages()
    driver.settle()
    before = driver.session
    driver.tap("العربية")
    assert (driver.session.language, driver.session.topic, driver.session.overlay) == ("en", "report", before.overlay)
    assert driver.buttons("العربية") == []
    driver.tap("한국어")
    assert (driver.session.language, driver.session.topic) == ("ko", "report")


def test_a_damaged_tiny_font_is_found_at_the_start(
    open_six: OpenKiosk, assets: Path, caplog: pytest.LogCaptureFixture
) -> None:
    harm(assets / "fonts" / "Deskvi-Bold.ttf", "garbage")
    assert "vi" not in offered(open_six(assets=assets))
    [line] = told(caplog)
    assert "Deskvi-Bold.ttf is damaged" in line


def test_the_next_language_becomes_the_site_s_own(
    open_six: OpenKiosk, assets: Path, caplog: pytest.LogCaptureFixture
) -> None:
    harm(assets / "fonts" / "NotoSansKR-Regular.otf", "garbage")
    driver = open_six(("ko", "vi", "en"), assets)
    assert offered(driver) == ["vi", "en"]
    assert driver.kiosk.property("language") == "vi"
    assert driver.texts()[0] == next(i.attract["attract.title"] for i in driver.catalog.languages if i.code == "vi")
    assert len(told(caplog)) == 1


@pytest.mark.parametrize("how", ["missing", "garbage"])
def test_without_its_only_language_the_kiosk_sends_to_the_desk(
    open_six: OpenKiosk, assets: Path, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    path = assets / "fonts" / "NotoSansSC-Regular.otf"
    if how == "missing":
        path.unlink()
        path = assets / "fonts" / "NotoSansSC-Bold.otf"
        path.unlink()
    else:
        harm(path, how)
    driver = open_six(("zh-Hans",), assets)
    assert driver.kiosk.property("screen") == "closed"
    assert driver.texts_on_glass() == [sentence for _, sentence in DESK]
    assert strangers(driver.look().texts(), {"Atkinson Hyperlegible Next", *(f"Desk {code}" for code in CUT)}) == []
    assert len(told(caplog)) == 1


def test_a_language_that_the_table_does_not_know_is_not_offered(
    qtbot: QtBot, site: Site, catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    plain = Catalog.__new__(Catalog)
    plain.__dict__.update(catalog.__dict__)
    plain.languages = tuple(replace(i, typeface=None) if i.code == "es" else i for i in catalog.languages)
    with Driver(qtbot, plain, site) as driver:
        assert offered(driver) == [code for code in ALL if code != "es"]
    [line] = told(caplog)
    assert line.startswith("the language es is not offered: assets/fonts/fonts.yaml names no font for it")
