"""Each language in its own letters, set as the font table says."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtQml import QQmlComponent

from kiosk.catalog import Catalog
from kiosk.catalog.model import Typeface
from tests.ui.conftest import ALL, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.lettering import CUT, READING, cap_height, families, font_of, reach, strangers
from tests.ui.places import places

# --- every word in letters that are there ---


@pytest.mark.parametrize("high_contrast", [False, True], ids=["light", "high contrast"])
@pytest.mark.parametrize("code", CUT)
def test_every_word_of_a_visit_is_drawn_by_the_language_s_own_fonts(
    open_six: OpenKiosk, code: str, high_contrast: bool
) -> None:
    """Names in a list of languages stand in letters of their own; the site's own texts are Latin."""
    driver = open_six()
    names = {f"Desk {other}" for other in CUT} | READING["en"]
    told: list[str] = []
    for place in places(driver, code, high_contrast=high_contrast):
        scene = driver.lay_out()
        # Whether somebody is read to there or not.
        listed = place.startswith(("first screen", "language sheet", "ease of use"))
        told += [f"{place}: {line}" for line in strangers(scene.texts(), READING[code] | (names if listed else set()))]
    assert told == []


def test_a_word_in_foreign_letters_is_seen(open_six: OpenKiosk) -> None:
    driver = open_six(("en", "ko"))
    driver.start("ko")
    assert strangers(driver.look().texts(), {"Noto Sans Arabic"})[0].endswith("by Noto Sans KR")
    font = font_of(driver.look().texts()[0])
    font.setFamilies(["Desk ko"])
    assert families("낱", font) != {"Desk ko"}


def test_each_language_s_name_is_strong_and_its_draft_mark_regular_before_its_fonts_are_there(
    open_six: OpenKiosk,
) -> None:
    driver = open_six()
    for info in driver.catalog.languages:
        if info.code in CUT:
            shown = driver.look().texts()
            nodes = [node for text in (info.name, info.attract["attract.draft"]) for node in shown if node.text == text]
            assert [(node.font[0], node.font[2]) for node in nodes] == [(info.face, 600), (info.face, 400)]
            assert {families(node.text, font_of(node)).pop() for node in nodes} == {info.face}


# --- the figures of the table ---


class Style(msgspec.Struct, frozen=True):
    """One text role as Theme has it now."""

    family: str
    size: float
    pixels: float
    line: float
    weight: int
    tracking: float


_ROLES = """
import QtQuick
import Kiosk.Theme

QtObject {
    property string roles: {
        const found = {};
        for (const name in Theme) {
            const style = Theme[name];
            if (style instanceof TypeStyle)
                found[name] = {
                    family: style.font.family,
                    size: style.size,
                    pixels: style.font.pixelSize,
                    line: style.lineHeight,
                    weight: style.font.weight,
                    tracking: style.tracking
                };
        }
        return JSON.stringify(found);
    }
}
"""


def roles(driver: Driver) -> dict[str, Style]:
    """Every text role of Theme but those of a closed or resting glass: each sentence there brings its own letters."""
    component = QQmlComponent(driver.shell.engine)
    component.setData(_ROLES.encode(), "")
    made = component.create()
    assert made is not None, component.errorString()
    found = msgspec.json.decode(str(made.property("roles")), type=dict[str, Style])
    made.deleteLater()
    ownless = {"desk", "rest", "restOther", "restLong", "restOtherLong"}
    assert ownless < set(found)
    kept = {name: style for name, style in found.items() if name not in ownless}
    assert len(kept) > 15
    return kept


def wrong_roles(driver: Driver, typeface: Typeface) -> set[str]:
    """The roles that are not set as `typeface` says."""
    strong = driver.session.high_contrast
    wrong: set[str] = set()
    for name, style in roles(driver).items():
        title = name in TITLES and not strong
        families = typeface.title if title else typeface.text
        scale = typeface.text_scale if families[0] == typeface.text[0] else 1.0
        right = (
            style.family == (families[-1] if name in DIGITS and len(families) > 1 else families[0])
            and style.pixels == round(style.size * scale)
            and (name in DIGITS or style.line >= round(style.pixels * typeface.line) - 1)
            and (name not in TITLES or style.weight == (700 if strong else typeface.title_weight))
            and (style.tracking != 0) == (name in CLOSER and typeface.tracked)
        )
        wrong |= set() if right else {name}
    return wrong


TITLES = {"attract", "h1", "nightTitle", "h2", "h3", "number", "countdown"}
DIGITS = {"countdown", "key", "ringTag"}
"""Roles that set no letters."""
CLOSER = {"attract", "h1", "nightTitle"}


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("high_contrast", [False, True], ids=["light", "high contrast"])
@pytest.mark.standard("A8")
def test_every_role_is_set_as_the_table_says(open_six: OpenKiosk, code: str, high_contrast: bool) -> None:
    driver = open_six()
    driver.kiosk.chooseLanguage(code)
    driver.kiosk.ease.setHighContrast(high_contrast)
    typeface = next(info.typeface for info in driver.catalog.languages if info.code == code)
    assert typeface is not None
    assert wrong_roles(driver, typeface) == set()


def test_a_role_that_is_set_otherwise_is_named(open_six: OpenKiosk) -> None:
    driver = open_six()
    driver.kiosk.chooseLanguage("vi")
    typeface = next(info.typeface for info in driver.catalog.languages if info.code == "vi")
    assert typeface is not None
    every = set(roles(driver))
    assert wrong_roles(driver, replace(typeface, line=1.6)) == every - DIGITS
    assert wrong_roles(driver, replace(typeface, text_scale=1.0)) == every - TITLES
    assert wrong_roles(driver, replace(typeface, title=("Noto Sans",))) == TITLES
    assert wrong_roles(driver, replace(typeface, title_weight=700)) == TITLES
    assert wrong_roles(driver, replace(typeface, tracked=False)) == CLOSER


@pytest.mark.parametrize("code", ALL)
@pytest.mark.standard("A8", "E3")
def test_the_smallest_letters_are_4_8_mm_high(open_six: OpenKiosk, code: str) -> None:
    """Theme makes them so for capitals of 0.668 of the size: no language's letters may be lower."""
    driver = open_six()
    driver.kiosk.chooseLanguage(code)
    typeface = next(info.typeface for info in driver.catalog.languages if info.code == code)
    assert typeface is not None
    for family in typeface.text:
        scale = typeface.text_scale if family == typeface.text[0] else 1.0
        for weight in (400, 600, 700):
            assert round(cap_height(family, weight) * scale, 3) >= 0.668, (family, weight)


@pytest.mark.parametrize(
    ("family", "weight", "height"),
    [
        ("Atkinson Hyperlegible Next", 400, 0.668),
        ("Literata", 600, 0.701),
        ("Noto Sans", 700, 0.714),
        ("Noto Sans Arabic", 400, 0.714),
        ("Noto Sans Arabic", 700, 0.732),
        ("Noto Sans SC", 400, 0.919),
        ("Noto Sans KR", 700, 0.911),
        ("Desk vi", 700, 0.714),
        ("Desk ar", 600, 0.732),
    ],
)
def test_heights_are_read_from_the_fonts(family: str, weight: int, height: float) -> None:
    assert cap_height(family, weight) == pytest.approx(height, abs=0.001)


VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


def test_two_lines_of_vietnamese_do_not_touch(catalog: Catalog) -> None:
    """Its letters have up to two marks above and one below."""
    typeface = next(info.typeface for info in catalog.languages if info.code == "vi")
    assert typeface is not None
    assert reach(typeface.title[0], typeface.title_weight, VIETNAMESE) <= typeface.line
    assert reach(typeface.text[0], 400, VIETNAMESE) <= typeface.line
    assert reach(typeface.title[0], typeface.title_weight, VIETNAMESE) > 1.04  # the design's tightest line
