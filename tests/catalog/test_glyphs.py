"""What fonts can draw: read as fontTools reads it, and held against the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog import check
from kiosk.catalog.compiler import compile_catalog
from kiosk.catalog.desk import DESK
from kiosk.catalog.faces import style_for
from kiosk.catalog.fonts import Coverage
from kiosk.catalog.glyphs import check_whole, coverage
from kiosk.catalog.model import Typeface
from tests.catalog.tree import Tree, place, plant

ttlib = pytest.importorskip("fontTools.ttLib")  # it has no types, hence not `import`
tables = pytest.importorskip("fontTools.ttLib.tables._g_l_y_f")
font_builder = pytest.importorskip("fontTools.fontBuilder")

SHIPPED = sorted((paths.ASSETS / "fonts").glob("*.?tf"))
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "áéíñóúü¿¡"


def make_font(path: Path, letters: str) -> None:
    """A font with empty glyphs for `letters`."""
    names = [".notdef", *(f"g{n}" for n in range(len(letters)))]
    builder = font_builder.FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    builder.setupGlyf({name: tables.Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    builder.save(path)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.name))
def test_shipped_fonts_are_read_as_fonttools_reads_them(path: Path) -> None:
    assert coverage(path) == set(ttlib.TTFont(path).getBestCmap())


def test_letters_beyond_the_first_plane_are_read_too(tmp_path: Path) -> None:
    letters = "azé中\U0001f600\U00020000"
    make_font(tmp_path / "some.ttf", letters)
    assert coverage(tmp_path / "some.ttf") == set(map(ord, letters))


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"wOF2" + bytes(40), b"\x00\x01\x00\x00" + bytes(8), b"OTTO\xff\xff"]
)
def test_what_is_no_font_is_a_value_error(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "some.ttf").write_bytes(data)
    with pytest.raises(ValueError, match="font"):
        coverage(tmp_path / "some.ttf")


def test_a_font_cut_anywhere_is_a_value_error_or_smaller(tmp_path: Path) -> None:
    make_font(tmp_path / "whole.ttf", LETTERS)
    whole = (tmp_path / "whole.ttf").read_bytes()
    cut = tmp_path / "cut.ttf"
    for length in range(0, len(whole), 7):
        cut.write_bytes(whole[:length])
        try:
            assert coverage(cut) <= set(map(ord, LETTERS))
        except ValueError:
            continue


@pytest.mark.parametrize("at", [0.3, 0.6, 0.99])
def test_a_changed_byte_anywhere_in_a_table_is_seen(at: float, tmp_path: Path) -> None:
    data = bytearray(SHIPPED[0].read_bytes())
    data[int(len(data) * at)] ^= 0xFF
    (tmp_path / "some.ttf").write_bytes(data)
    with pytest.raises(ValueError, match="damaged"):
        coverage(tmp_path / "some.ttf")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.name))
def test_a_font_that_is_cut_off_is_seen_at_a_glance(path: Path, tmp_path: Path) -> None:
    check_whole(path)
    cut = tmp_path / path.name
    data = path.read_bytes()
    for length in (0, 11, 40, len(data) // 2, len(data) - 4):
        cut.write_bytes(data[:length])
        with pytest.raises(ValueError, match="font"):
            check_whole(cut)
    with pytest.raises(OSError):
        check_whole(tmp_path / "none.ttf")


@pytest.fixture
def fonts(tree: Tree) -> Path:
    """A font table with one family of two weights for text, another for titles, and a tiny one for Spanish."""
    folder = tree.assets / "fonts"
    folder.mkdir()
    make_font(folder / "MyText-Regular.ttf", LETTERS + "€")
    make_font(folder / "MyText-Bold.ttf", LETTERS)
    make_font(folder / "MyTitle-Bold.ttf", "ABC€")
    make_font(folder / "Tinyes-Regular.ttf", "word ")
    make_font(folder / "Tinyes-Bold.ttf", "Español word")
    (folder / "fonts.yaml").write_text(TABLE, encoding="utf-8")
    return folder


TABLE = """\
scripts:
  Latn: {title: [My Title, My Text], text: [My Text]}
tiny: {es: Tiny es}
"""


def test_words_that_the_fonts_can_draw_pass(tree: Tree, fonts: Path) -> None:
    assert check(tree.content, tree.assets) == []


@pytest.mark.parametrize(
    ("letter", "where"), [("ł", ""), ("中", ""), ("€", " in My Text Bold"), ("\U0001f600", "")], ids=ascii
)
def test_a_character_without_a_glyph_is_told_once_with_the_weights_that_lack_it(
    letter: str, where: str, tree: Tree, fonts: Path
) -> None:
    planted = plant(tree.content, "es/plain.yaml", "Son chicas.", f"§Son {letter} {letter} chicas.")
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == planted
    assert problem.what == f"the language's fonts cannot draw '{letter}' (U+{ord(letter):04X}){where}"
    assert problem.mend.endswith("python -m kiosk.deploy.fonts")


def test_a_language_s_own_row_goes_before_its_script_s(tree: Tree, fonts: Path) -> None:
    make_font(fonts / "Other-Regular.ttf", LETTERS + "ł")
    plant(tree.content, "es/plain.yaml", "Son chicas.", "§Son ł chicas.")
    (fonts / "fonts.yaml").write_text(TABLE + "languages: {es: {title: [Other], text: [Other], line: 1.5}}\n")
    assert check(tree.content, tree.assets) == []
    made = compile_catalog(tree.content, tree.assets, choices={}, languages=["en", "es"])
    english, spanish = made.languages
    assert english.typeface == Typeface(("My Title", "My Text"), ("My Text",))
    assert spanish.typeface == Typeface(("Other",), ("Other",), line=1.5)
    assert english.typeface is not None and english.typeface.families == ("My Title", "My Text")
    assert (english.face, spanish.face) == ("My Text", "Tiny es")


def test_marks_that_are_never_seen_need_no_glyph() -> None:
    can = Coverage({"Some Bold": frozenset(map(ord, "ab"))})
    assert [can.lacking(char) for char in "a \u200b\u200f\u2066\u2068\u2069\ufeff"] == [None] * 8
    assert can.lacking("c") == ()


def test_open_type_files_are_read_too(tree: Tree, fonts: Path) -> None:
    """What Noto ships for Chinese and Korean."""
    shipped = paths.ASSETS / "fonts" / "NotoSansKR-Regular.otf"
    (fonts / "MyText-Regular.otf").write_bytes(shipped.read_bytes())
    (fonts / "MyText-Regular.ttf").unlink()
    (fonts / "MyText-Bold.ttf").unlink()
    plant(tree.content, "es/plain.yaml", "Son chicas.", "§Son 가 chicas.")
    assert check(tree.content, tree.assets) == []


def test_a_script_without_fonts_is_told(tree: Tree, fonts: Path) -> None:
    where = plant(tree.content, "es/language.yaml", "script: Latn", "script: §Cyrl")
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == where
    assert "is for the script 'Cyrl'" in problem.what


def test_a_family_without_files_is_told(tree: Tree, fonts: Path) -> None:
    (fonts / "MyTitle-Bold.ttf").write_bytes(b"nothing")
    assert ["MyTitle-Bold.ttf cannot be read" in problem.what for problem in check(tree.content, tree.assets)] == [True]
    (fonts / "MyTitle-Bold.ttf").unlink()
    assert ["'My Title' has no file" in problem.what for problem in check(tree.content, tree.assets)] == [True]


@pytest.mark.parametrize(
    ("fault", "weight"),
    [
        (("es/language.yaml", "name: Español", "name: §Españolł"), "Bold"),
        (("es/interface.yaml", 'draft: "word"', "draft: §wordł"), "Regular"),
        (("es/interface.yaml", 'back_soon: "word"', "back_soon: §wordł"), "Bold"),
    ],
)
def test_what_the_first_screen_cannot_draw_is_told(
    fault: tuple[str, str, str], weight: str, tree: Tree, fonts: Path
) -> None:
    make_font(fonts / "MyText-Regular.ttf", LETTERS + "ł")
    make_font(fonts / "MyText-Bold.ttf", LETTERS + "ł")
    where = plant(tree.content, *fault)
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == where
    assert problem.what == "the font 'Tiny es', which draws this before the language is chosen, lacks 'ł'"
    assert problem.mend == "build the fonts again: python -m kiosk.deploy.fonts"
    make_font(fonts / f"Tinyes-{weight}.ttf", LETTERS + "ł")
    assert check(tree.content, tree.assets) == []


@pytest.mark.parametrize(
    ("fault", "codes"),
    [
        (("sites/demo.yaml", "name: Demo", "name: §Demo ł"), "en, es"),
        (("sites/demo.yaml", "name: Demo", 'centers: [{name: A, hours: [§"ł"]}]'), "en, es"),
        (("sites/demo.yaml", "name: Demo", "language_help: {notice: {es: §Ayuda ł}}"), "es"),
        (("facts.yaml", "publisher: Atlas House", "publisher: §Atlas ł House"), "en, es"),
        (("topics/spots.yaml", '{by: "Ann', '{by: §"Ann ł'), "en, es"),
    ],
)
def test_names_that_some_language_s_fonts_cannot_draw_are_told(
    fault: tuple[str, str, str], codes: str, tree: Tree, fonts: Path
) -> None:
    where = plant(tree.content, *fault)
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == where
    assert problem.what == f"'ł' cannot be drawn by the fonts of {codes}, which show this too"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("text: [My Text]", "§txet: [My Text]", "unknown key 'txet'; did you mean 'text'?"),
        ("text: [My Text]", "text: §[]", "'text' should be a list of at least 1"),
        ("text: [My Text]", "text: [My Text], title_weight: §900", "a whole number from 400 to 700"),
        ("text: [My Text]", "text: [My Text], line: §tall", "'line' should be a number from 0 to 2"),
        ("text: [My Text]", "text: [My Text], text_scale: §0.5", "a number from 0.8 to 1.25"),
        ("text: [My Text]", "text: [My Text], tracked: §no", "'tracked' should be true or false"),
        ("tiny:", "languages: {es: {title: §[My Title], text: [My Text]}}\ntiny:", "followed by other families here"),
        ("scripts:", "§scrips:", "unknown key 'scrips'"),
    ],
)
def test_faults_of_the_font_table_are_told_at_their_place(
    old: str, new: str, told: str, tree: Tree, fonts: Path
) -> None:
    where = plant(fonts, "fonts.yaml", old, new)
    problems = check(tree.content, tree.assets)
    assert [str(problem) for problem in problems if place(problem) == where and told in str(problem)]


def test_a_missing_font_table_is_told(tree: Tree, fonts: Path) -> None:
    (fonts / "fonts.yaml").unlink()
    [problem] = check(tree.content, tree.assets)
    assert "fonts.yaml:1:1: there is no such file" in str(problem)


@pytest.mark.parametrize(
    ("weight", "styles", "style"),
    [
        (400, ("Regular", "Bold"), "Regular"),
        (600, ("Regular", "Bold"), "Bold"),
        (600, ("Regular", "SemiBold", "Bold"), "SemiBold"),
        (700, ("SemiBold",), "SemiBold"),
        (500, ("Regular", "SemiBold"), "SemiBold"),
        (400, (), None),
    ],
)
def test_the_nearest_weight_sets_what_a_family_lacks(weight: int, styles: tuple[str, ...], style: str | None) -> None:
    assert style_for(weight, dict.fromkeys(styles, Path())) == style


def test_the_desk_sentence_is_there_in_every_language_of_the_house() -> None:
    assert [code for code, _ in DESK] == ["en", "es", "vi", "zh-Hans", "ar", "ko"]
    assert all(text.endswith((".", "。")) for _, text in DESK)
