"""The compiled catalog: fast when fresh, rebuilt without a word when not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalog import Catalog, load, words_of
from kiosk.catalog import store as catalog_store
from tests.catalog.tree import CHOICES, Tree, plant, write_truth


def start(tree: Tree, cache: Path | None, languages: tuple[str, ...] = ("en", "es"), **choices: str) -> Catalog:
    return load(tree.content, tree.assets, choices={**CHOICES, **choices}, languages=languages, cache=cache)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def no_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise AssertionError("it was compiled again")

    monkeypatch.setattr(catalog_store, "_compile", fail)


def test_a_second_start_reads_the_compiled_form(tree: Tree, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = start(tree, cache)
    assert len(list(cache.iterdir())) == 1
    no_compiling(monkeypatch)
    second = start(tree, cache)
    assert (second.languages, second.problems) == (first.languages, first.problems)
    assert second.book("es") == first.book("es")


def test_problems_survive_in_the_compiled_form(tree: Tree, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tree.content, "en/plain.yaml", "Spots are small.", "§{nonsense}")
    first = start(tree, cache)
    no_compiling(monkeypatch)
    assert start(tree, cache).problems == first.problems != ()


def test_yaml_is_not_imported_when_the_compiled_form_is_fresh(tree: Tree, cache: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom kiosk.catalog import load\n"
        "content, assets, cache = map(Path, sys.argv[1:])\n"
        "catalog = load(content, assets, choices={}, languages=('en', 'es'), cache=cache)\n"
        "catalog.book('es')\n"
        "print(len(catalog.languages), 'yaml' in sys.modules, 'PySide6' in sys.modules)"
    )
    seen = [
        subprocess.run(
            [sys.executable, "-c", code, str(tree.content), str(tree.assets), str(cache)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout.split()
        for _ in range(2)
    ]
    assert seen == [["2", "True", "False"], ["2", "False", "False"]]


def test_a_change_is_seen_even_when_size_and_time_are_kept(tree: Tree, cache: Path) -> None:
    file = tree.content / "facts.yaml"
    before = file.stat()
    start(tree, cache)
    fresh = file.with_suffix(".new")
    fresh.write_text(file.read_text().replace('value: "0.5"', 'value: "0.6"'))
    os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
    fresh.replace(file)
    assert "Under 0.6 mm" in words_of(start(tree, cache).book("en"), "spots.ruler")


def test_other_choices_and_other_languages_are_other_catalogs(tree: Tree, cache: Path) -> None:
    assert "usual" in words_of(start(tree, cache).book("en"), "plain.intro")
    assert "yearly" in words_of(start(tree, cache, screening="yearly").book("en"), "plain.intro")
    assert [info.code for info in start(tree, cache, ("es",)).languages] == ["es"]
    assert "usual" in words_of(start(tree, cache).book("en"), "plain.intro")


def test_a_file_more_or_less_makes_it_stale(tree: Tree, cache: Path) -> None:
    assert start(tree, cache).problems == ()
    (tree.assets / "mammograms/big/image.dzi").unlink()
    assert any("no picture is called 'big'" in str(problem) for problem in start(tree, cache).problems)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda tree: write_truth(tree.assets, "big", "lump"), "no spot is called 'fine-dots' in 'big'"),
        (lambda tree: shutil.rmtree(tree.assets / "mammograms/small"), "no picture is called 'small'"),
        (lambda tree: plant(tree.content, "explorer.yaml", "wipe: true", "§wipe: maybe"), "'wipe' should be true"),
    ],
)
def test_the_explorer_is_made_again_when_its_pictures_or_its_file_change(
    change: Callable[[Tree], object], told: str, tree: Tree, cache: Path
) -> None:
    assert start(tree, cache).problems == ()
    change(tree)
    assert told in "\n".join(map(str, start(tree, cache).problems))


def test_a_picture_that_comes_makes_it_stale(tree: Tree, cache: Path) -> None:
    aside = tree.assets.parent / "small"
    (tree.assets / "mammograms/small").rename(aside)
    assert len(start(tree, cache).problems) == 2  # the page that shows it, and the explorer
    aside.rename(tree.assets / "mammograms/small")
    assert start(tree, cache).problems == ()


def test_a_picture_that_is_being_drawn_does_not_make_it_stale(
    tree: Tree, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tree, cache)
    (tree.assets / "mammograms/.fresh.drawing").mkdir()
    (tree.assets / "mammograms/.fresh.drawing/image.dzi").touch()
    no_compiling(monkeypatch)
    assert start(tree, cache).problems == ()


def test_a_damaged_or_cut_compiled_form_is_made_again(tree: Tree, cache: Path) -> None:
    expected = start(tree, cache).book("es")
    [file] = cache.iterdir()
    whole = file.read_bytes()
    for step in range(0, len(whole), len(whole) // 12):
        for damaged in (whole[:step], whole[:step] + bytes([whole[step] ^ 0xFF]) + whole[step + 1 :], b""):
            file.write_bytes(damaged)
            assert start(tree, cache).book("es") == expected
    file.unlink()
    file.mkdir()
    assert start(tree, cache).book("es") == expected


def test_a_part_damaged_while_the_kiosk_runs_is_made_again(tree: Tree, cache: Path) -> None:
    catalog = start(tree, cache)
    expected = catalog.book("en")
    [file] = cache.iterdir()
    data = bytearray(file.read_bytes())
    data[-10] ^= 0xFF
    file.write_bytes(data)
    assert words_of(catalog.book("es"), "plain.title") == "Sobre las manchas"
    assert catalog.book("en") == expected


def test_a_compiled_form_that_vanishes_while_the_kiosk_runs_does_not_matter(tree: Tree, cache: Path) -> None:
    catalog = start(tree, cache)
    shutil.rmtree(cache)
    shutil.rmtree(tree.content)
    assert words_of(catalog.book("es"), "plain.title") == "Sobre las manchas"


def test_nothing_writable_keeps_the_books_in_memory(tree: Tree, tmp_path: Path) -> None:
    for cache in (None, tmp_path / "missing", Path("/proc")):
        assert words_of(start(tree, cache).book("es"), "plain.title") == "Sobre las manchas"


def test_only_the_present_book_and_the_one_before_are_held(tree: Tree) -> None:
    shutil.copytree(tree.content / "es", tree.content / "vi")
    plant(tree.content, "vi/language.yaml", "code: es", "code: §vi")
    catalog = start(tree, None, ("en", "es", "vi"))
    english, spanish = catalog.book("en"), catalog.book("es")
    assert catalog.book("en") is english
    catalog.book("vi")
    assert catalog.book("en") is english
    assert catalog.book("es") is not spanish


def test_an_error_nobody_thought_of_becomes_a_problem(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("kiosk.catalog.compiler.compile_catalog", fail)
    catalog = start(tree, None)
    assert catalog.languages == ()
    assert "RecursionError" in str(catalog.problems[0])


def test_ten_times_the_content_loads_in_a_few_milliseconds(tree: Tree, cache: Path) -> None:
    order = (tree.content / "topics" / "order.yaml").read_text()
    for n in range(30):
        for folder in ("topics", "en", "es"):
            for source in ("plain", "spots"):
                shutil.copy(tree.content / folder / f"{source}.yaml", tree.content / folder / f"{source}_{n}.yaml")
        order += f"- plain_{n}\n- spots_{n}\n"
    (tree.content / "topics" / "order.yaml").write_text(order)
    codes = [f"x{chr(ord('a') + n)}" for n in range(10)]
    for code in codes:
        shutil.copytree(tree.content / "es", tree.content / code)
        plant(tree.content, f"{code}/language.yaml", "code: es", f"code: §{code}")
    languages = ("en", "es", *codes)
    assert len(start(tree, cache, languages).languages) == 12
    best = 1.0
    for _ in range(3):
        begin = time.perf_counter()
        catalog = start(tree, cache, languages)
        best = min(best, time.perf_counter() - begin)
    assert len(catalog.book("xj").topics) == 63
    assert best < 0.1  # about 10 ms on the slow machine this was written on
