"""The shipped fonts have the families and weights QML asks for, and every letter that is shown."""
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from kiosk.catalog.desk import DESK
from kiosk.deploy.fonts import DESKS, Desk

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "assets" / "fonts"
LATIN = ("en", "es")
"""The languages set in the two reading families."""


def letters(font: Path) -> set[str]:
    return {chr(code) for code in TTFont(font).getBestCmap()}


def missing(font: Path, text: str) -> str:
    return "".join(sorted(set(text) - letters(font) - {"\n"}))


@pytest.mark.parametrize(
    ("family", "weight", "file"),
    [
        ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
        ("Atkinson Hyperlegible Next", 600, "AtkinsonHyperlegibleNext-SemiBold.ttf"),
        ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
        ("Literata", 600, "Literata-SemiBold.ttf"),
    ],
)
def test_qt_finds_each_family_in_its_weight(qapp: QGuiApplication, family: str, weight: int, file: str) -> None:
    assert QFontDatabase.addApplicationFont(str(FONTS / file)) >= 0
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    found = QRawFont.fromFont(font)
    assert (found.familyName(), found.weight()) == (family, weight)


@pytest.mark.parametrize("file", sorted(FONTS.glob("[AL]*.ttf")), ids=lambda file: file.stem)
@pytest.mark.parametrize("language", LATIN)
def test_every_letter_of_the_content_is_in_the_reading_fonts(file: Path, language: str) -> None:
    words = "".join(path.read_text("utf-8") for path in (ROOT / "content" / language).glob("*.yaml"))
    publishers = "".join(re.findall(r"publisher: ([^,}\n]+)", (ROOT / "content" / "facts.yaml").read_text("utf-8")))
    assert missing(file, words + publishers) == ""


@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.code)
def test_every_letter_of_the_desk_sentence_is_in_its_tiny_font(desk: Desk) -> None:
    assert missing(FONTS / f"Desk-{desk.code}.ttf", desk.own_name + dict(DESK)[desk.code]) == ""


def test_a_letter_that_is_not_there_is_named() -> None:
    assert missing(FONTS / "Desk-ko.ttf", "한국어 請") == "請"
