"""What `kiosk check` prints and answers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog.report import format_problems, run_check
from kiosk.reading import Problem, Severity
from tests.catalog.tree import Tree, plant


@pytest.fixture(autouse=True)
def assets(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ASSETS", tree.assets)


def checked(directory: Path | None) -> tuple[int, list[str]]:
    out = io.StringIO()
    return run_check(directory, out), out.getvalue().splitlines()


def test_errors_come_first_and_the_numbers_last() -> None:
    warning = Problem("a", 1, 1, "odd", "look", Severity.WARNING)
    error = Problem("b", 2, 3, "wrong", "mend")
    assert format_problems([warning, error]).splitlines() == [
        "b:2:3: wrong; mend",
        "a:1:1: odd; look (warning)",
        "1 error, 1 warning",
    ]
    assert format_problems([]) == "0 errors, 0 warnings"


def test_sound_content_gives_zero(tree: Tree) -> None:
    assert checked(tree.content) == (0, ["0 errors, 0 warnings"])


def test_the_shipped_content_is_checked_when_no_folder_is_named(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CONTENT", tree.content)
    assert checked(None)[0] == 0


def test_an_error_gives_one_and_its_line(tree: Tree) -> None:
    where = plant(tree.content, "en/plain.yaml", "Spots are small.", "§Spots are 2 mm.")
    code, lines = checked(tree.content)
    assert code == 1
    assert lines[0].startswith(f"{where.file}:{where.line}:{where.column}: the digit '2'")
    assert lines[-1] == "1 error, 0 warnings"


def test_warnings_alone_give_zero(tree: Tree) -> None:
    plant(tree.content, "facts.yaml", "  rare:", '  idle: {value: "3", says: x, sources: [atlas]}\n  rare:', "idle")
    code, lines = checked(tree.content)
    assert code == 0
    assert lines[-1] == "0 errors, 1 warning"


def test_a_folder_that_is_not_there_gives_one(tree: Tree) -> None:
    code, lines = checked(tree.content / "nowhere")
    assert code == 1
    assert "no such folder" in lines[0]
