"""The shipped fonts have the families and weights asked for and every letter they promise, and can be made again."""
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGlyphRun, QGuiApplication, QRawFont, QTextLayout

from kiosk import paths
from kiosk.catalog.desk import DESK
from kiosk.catalog.faces import files_of, style_for
from kiosk.deploy.fonts import making
from kiosk.deploy.fonts.characters import SILENT, basic, of_content, of_first_screen, wanted
from kiosk.deploy.fonts.recipes import BOLD, JOINED, REGULAR, SUBSETS, TINY, Subset, Tiny, file_name

FONTS = paths.ASSETS / "fonts"
MIB = 1024 * 1024
FACES = [
    *((face.family, style) for face in JOINED for style in face.styles),
    *((subset.family, style) for subset in SUBSETS for style, _ in subset.sources),
    *((tiny.family, style) for tiny in TINY for style in (REGULAR, BOLD)),
]


def path_of(family: str, style: str) -> Path:
    """The file of one face; a family has one kind of files."""
    found = [path for kind in (".ttf", ".otf") if (path := FONTS / file_name(family, style, kind)).is_file()]
    assert len(found) == 1, (family, style, found)
    return found[0]


def letters(font: Path) -> set[int]:
    return set(TTFont(font).getBestCmap())


def missing(font: Path, asked: set[int]) -> str:
    return "".join(sorted(map(chr, asked - letters(font))))


def test_every_font_file_has_its_recipe() -> None:
    assert {path.name for path in FONTS.glob("*.?tf")} == {path_of(family, style).name for family, (style, _) in FACES}


@pytest.mark.parametrize(("family", "style"), FACES, ids=str)
def test_qt_finds_each_family_in_its_weight(qapp: QGuiApplication, family: str, style: tuple[str, int]) -> None:
    assert QFontDatabase.addApplicationFont(str(path_of(family, style[0]))) >= 0
    font = QFont(family)
    font.setWeight(QFont.Weight(style[1]))
    found = QRawFont.fromFont(font)
    assert (found.familyName(), found.weight()) == (family, style[1])


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_letter_of_the_content_is_in_the_joined_fonts(language: str) -> None:
    for face in JOINED:
        for style, _ in face.styles:
            assert missing(path_of(face.family, style), of_content(paths.CONTENT, language)) == ""


OWN_LETTERS = {"vi": ("LATIN",), "zh-Hans": ("CJK UNIFIED",), "ar": ("ARABIC",), "ko": ("HANGUL", "CJK UNIFIED")}
"""How Unicode names the letters that a language cannot be written without."""


@pytest.mark.parametrize("subset", SUBSETS, ids=lambda subset: str(subset.code))
def test_a_cut_font_has_its_language_s_basic_set(subset: Subset) -> None:
    """Every letter of it; of the signs Noto lacks some, such as half of the arrows."""
    for (style, _), _ in subset.sources:
        has = letters(path_of(subset.family, style))
        promised = basic(subset.code, has)
        own = {code for code in promised if unicodedata.name(chr(code), "").startswith(OWN_LETTERS[subset.code])}
        assert "".join(map(chr, sorted(own - has))) == ""
        assert len(promised - has) < 100
        assert len(own) > 300


def test_the_basic_sets_are_whole() -> None:
    assert sum(0xAC00 <= code <= 0xD7A3 for code in basic("ko", ())) == 2350
    assert sum(0x4E00 <= code <= 0x9FFF for code in basic("zh-Hans", ())) == 3755
    assert {*map(ord, "ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặỵỷỹ₫")} <= basic("vi", ())
    assert {0x627, 0xFEFC} <= basic("ar", {0x627, 0xFEFC})
    with pytest.raises(LookupError, match="'xx'"):
        basic("xx", ())


def test_arabic_has_no_latin_letters_and_digits_of_its_own(tmp_path: Path) -> None:
    """They come from the family that follows it, as in English."""
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "some.yaml").write_text("a: BI-RADS 3 سن\n", encoding="utf-8")
    assert wanted(tmp_path, "ar", [0x20, 0x30, 0x41, 0x627]) == {*map(ord, " اسن")}
    for style in ("Regular", "SemiBold", "Bold"):
        assert not letters(path_of("Noto Sans Arabic", style)) & {*range(0x21, 0x7F)}


@pytest.mark.parametrize("family", sorted({family for family, _ in FACES}))
def test_qt_sets_a_weight_that_a_family_lacks_as_the_check_believes(qapp: QGuiApplication, family: str) -> None:
    files = files_of(FONTS, family)
    for path in files.values():
        QFontDatabase.addApplicationFont(str(path))
    for weight in (400, 600, 700):
        font = QFont(family)
        font.setWeight(QFont.Weight(weight))
        assert QRawFont.fromFont(font).styleName() == style_for(weight, files)


def test_arabic_letters_join(qapp: QGuiApplication) -> None:
    """One letter, four shapes: alone, first, in the middle, last."""
    for style in ("Regular", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(path_of("Noto Sans Arabic", style)))
    font = QFont("Noto Sans Arabic")
    font.setPixelSize(40)
    assert len({*glyphs("س", font), *glyphs("سسس", font)}) == 4
    assert len(glyphs("لا", font)) == 1


def glyphs(text: str, font: QFont) -> list[int]:
    """The glyphs that Qt draws, by number."""
    return [number for run in runs(text, font) for number in run.glyphIndexes()]


def runs(text: str, font: QFont) -> list[QGlyphRun]:
    """What Qt draws of one line of text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return list(layout.glyphRuns())


@pytest.mark.parametrize(("family", "style"), FACES, ids=str)
def test_marks_that_are_never_seen_take_no_room_and_no_other_font(
    qapp: QGuiApplication, family: str, style: tuple[str, int]
) -> None:
    path = path_of(family, style[0])
    QFontDatabase.addApplicationFont(str(path))
    font = QFont(family)
    font.setWeight(QFont.Weight(style[1]))
    font.setPixelSize(40)
    letter = chr(max(code for code in letters(path) if chr(code).isalpha()))
    marked = "\u2068" + letter + "\u2069\u200b"
    width = QFontMetricsF(font).horizontalAdvance
    assert width(marked) == width(letter) > 0
    assert {run.rawFont().familyName() for run in runs(marked, font)} == {family}
    assert set(SILENT) <= letters(path)


@pytest.mark.parametrize("tiny", TINY, ids=lambda tiny: str(tiny.code))
def test_every_letter_of_the_first_screen_is_in_its_tiny_font(tiny: Tiny) -> None:
    shown = of_first_screen(paths.CONTENT, tiny.code, tiny.own_name)
    assert {ord(char) for char in tiny.own_name + dict(DESK)[tiny.code]} <= shown
    for style in ("Regular", "Bold"):
        assert missing(path_of(tiny.family, style), shown) == ""


def test_the_first_screen_s_words_come_from_the_content(tmp_path: Path) -> None:
    folder = tmp_path / "ko"
    folder.mkdir()
    (folder / "language.yaml").write_text("name: 우리말\n", encoding="utf-8")
    (folder / "interface.yaml").write_text("attract: {draft: 초안}\n", encoding="utf-8")
    assert set(map(ord, "우리말초안")) <= of_first_screen(tmp_path, "ko", "한국어")
    (folder / "interface.yaml").write_text("attract: {draft\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"interface\.yaml"):
        of_first_screen(tmp_path, "ko", "한국어")


def test_a_letter_that_is_not_there_is_named() -> None:
    assert missing(path_of("Desk ko", "Bold"), set(map(ord, "한국어 請"))) == "請"


@pytest.mark.parametrize("file", ["NotoSansSC-Bold.otf", "NotoSansArabic-Regular.ttf", "Literata-SemiBold.ttf"])
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, file: str) -> None:
    """All steps after fetching, on a shipped font."""

    def made(out: Path) -> bytes:
        font = making.opened(FONTS / file)
        making.cut(font, map(ord, " 0Aaاب中文"), making.HORIZONTAL if "CFF " in font else making.ALL)
        making.silence(font, SILENT)
        if "CFF " in font:
            making.to_truetype(font)
        making.name(font, "Some Name", "Bold", 700)
        font.save(out)
        return out.read_bytes()

    first = made(tmp_path / "first.ttf")
    assert first == made(tmp_path / "second.ttf")
    assert letters(tmp_path / "first.ttf") <= {*map(ord, " 0Aaاب中文"), *SILENT}


def test_joining_takes_each_character_from_the_first_piece_that_has_it(tmp_path: Path) -> None:
    source = (FONTS / "Literata-SemiBold.ttf").read_bytes()
    pieces = []
    for text in (" ab", " bc"):
        font = making.opened(source)
        making.cut(font, map(ord, text))
        font.save(tmp_path / "piece.ttf")
        pieces.append((tmp_path / "piece.ttf").read_bytes())
    joined = making.join(pieces, tmp_path)
    assert set(joined.getBestCmap()) == set(map(ord, " abc"))


def test_every_font_lies_beside_its_licence() -> None:
    licences = {path.name: path.read_text("utf-8") for path in FONTS.glob("OFL-*.txt")}
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in licences.values())
    for path in FONTS.glob("*.?tf"):
        told = [name for name, text in licences.items() if f"{path.stem.partition('-')[0]}" in f"{name} {text}"]
        assert told or path.name.startswith("Desk"), path.name
    assert "Desk*" in licences["OFL-Noto.txt"]


def test_all_fonts_together_stay_small() -> None:
    """Everything else in the package is larger; a font that was not cut is 16 MiB."""
    assert sum(path.stat().st_size for path in FONTS.glob("*.?tf")) < 8 * MIB
