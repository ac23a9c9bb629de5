"""What fonts can draw: read as fontTools reads it, and held against the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog import check
from kiosk.catalog.desk import DESK
from kiosk.catalog.glyphs import coverage
from tests.catalog.tree import Tree, place, plant

ttlib = pytest.importorskip("fontTools.ttLib")  # it has no types, hence not `import`
tables = pytest.importorskip("fontTools.ttLib.tables._g_l_y_f")
font_builder = pytest.importorskip("fontTools.fontBuilder")

SHIPPED = sorted((paths.ASSETS / "fonts").glob("*.ttf"))
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


@pytest.fixture
def fonts(tree: Tree) -> Path:
    """A font table with one family of two weights for text, and one more for titles."""
    folder = tree.assets / "fonts"
    folder.mkdir()
    make_font(folder / "MyText-Regular.ttf", LETTERS + "€")
    make_font(folder / "MyText-Bold.ttf", LETTERS)
    make_font(folder / "MyTitle-Bold.ttf", "ABC€")
    table = "families:\n  text: {Latn: [My Text]}\n  title: {Latn: [My Title, My Text]}\ndesk: {}\n"
    (folder / "fonts.yaml").write_text(table)
    return folder


def test_words_that_the_fonts_can_draw_pass(tree: Tree, fonts: Path) -> None:
    assert check(tree.content, tree.assets) == []


@pytest.mark.parametrize("letter", ["ł", "€", "中"])
def test_a_character_without_a_glyph_is_told_once(letter: str, tree: Tree, fonts: Path) -> None:
    where = plant(tree.content, "es/plain.yaml", "Son chicas.", f"§Son {letter} {letter} chicas.")
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == where
    assert f"cannot draw '{letter}' (U+{ord(letter):04X})" in problem.what


def test_a_script_without_fonts_is_told(tree: Tree, fonts: Path) -> None:
    where = plant(tree.content, "es/language.yaml", "script: Latn", "script: §Arab")
    [problem] = check(tree.content, tree.assets)
    assert place(problem) == where
    assert "is for the script 'Arab'" in problem.what


def test_a_family_without_files_is_told(tree: Tree, fonts: Path) -> None:
    (fonts / "MyTitle-Bold.ttf").write_bytes(b"nothing")
    assert ["MyTitle-Bold.ttf cannot be read" in problem.what for problem in check(tree.content, tree.assets)] == [True]
    (fonts / "MyTitle-Bold.ttf").unlink()
    assert ["'My Title' has no file" in problem.what for problem in check(tree.content, tree.assets)] == [True]


def test_the_desk_sentence_is_there_in_every_language_of_the_house() -> None:
    assert [code for code, _ in DESK] == ["en", "es", "vi", "zh-Hans", "ar", "ko"]
    assert all(text.endswith((".", "。")) for _, text in DESK)
