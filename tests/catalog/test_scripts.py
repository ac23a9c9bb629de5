"""How much of a language is in its own script: counted over all its words, told once, at the file that has least."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog import check, scripts
from kiosk.reading.yaml_tree import parse
from tests.catalog.tree import Tree, plant


@pytest.mark.parametrize(
    ("script", "text", "count", "others"),
    [
        ("Latn", "Más de diez", 9, 0),
        ("Latn", "Мало and few", 10, 4),
        ("Hans", "乳腺 MRI 检查", 7, 3),
        ("Kore", "유방 촬영 (BI-RADS)", 10, 6),
        ("Kore", "乳房", 2, 2),
        ("Arab", "تكلّسات الثدي 12", 11, 0),
        ("Arab", "«BI-RADS»", 6, 6),
        ("Hans", "{micro_size} 的 {site.visit}、1 2 3", 1, 0),
        ("Latn", "… 12 %", 0, 0),
    ],
)
def test_letters_are_counted_without_marks_digits_and_citations(
    script: str, text: str, count: int, others: int
) -> None:
    tree = parse(f'a: "{text}"\nb: [{{c: ""}}]\n', "some.yaml")
    assert tree is not None
    assert scripts.letters(tree, script) == (count, others)


def test_the_share_is_of_all_files_and_the_worst_file_is_named() -> None:
    assert scripts.share({"a": (90, 0), "b": (10, 5)}) == (0.95, "b")
    assert scripts.share({"large": (1000, 90), "small": (10, 9)}) == (1 - 99 / 1010, "small")
    assert scripts.share({}) == (1.0, "")
    assert scripts.share({"empty": (0, 0)})[0] == 1.0
    assert not scripts.knows("Cyrl")


def test_a_language_that_is_still_english_in_part_is_told_in_one_line(tree: Tree) -> None:
    """Planted: a language that says it is written in Arabic letters, and is not."""
    plant(tree.content, "es/language.yaml", "script: Latn", "script: §Arab")
    told = [problem for problem in check(tree.content, tree.assets) if "of its script" in problem.what]
    [line] = told
    assert line.what.startswith("only 0% of the letters of 'es' are of its script Arab; most are missing here")
    assert Path(line.file).parent == tree.content / "es"
    assert line.mend == "translate the words, or correct the script in language.yaml"


@pytest.mark.parametrize("code", ["vi", "zh-Hans", "ar", "ko"])
def test_some_english_files_among_the_words_are_told(tmp_path: Path, code: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(paths.CONTENT, content)
    for name in ("explorer", "found"):
        shutil.copy(content / "en" / f"{name}.yaml", content / code)
    told = [problem for problem in check(content, paths.ASSETS) if "of its script" in problem.what]
    if code == "vi":  # Vietnamese cannot be told from English by its letters
        assert told == []
        return
    [line] = told
    assert Path(line.file).parent == content / code
    assert Path(line.file).stem in ("explorer", "found")
    assert "where 100% are of another" in line.what
