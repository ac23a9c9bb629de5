"""docs/accessibility.md lists every row with what answers for it, is current, and each way to break that is caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.standards import __main__ as command
from tests.standards import document
from tests.standards.gather import ROOT, GatherError, gather
from tests.standards.rows import Proof, Proofs, Section, Step, gaps, rows, sections, sheet

PROVED = {ident: (Proof("tests/test_a.py", "test_it"),) for ident, row in rows(sections()).items() if row.needs_test}


@pytest.fixture(scope="module")
def proofs() -> Proofs:
    return gather()


def test_every_row_is_proved_by_a_test_or_stands_on_the_installer_s_sheet(proofs: Proofs) -> None:
    assert list(gaps(sections(), sheet(), proofs)) == []


def test_the_document_says_what_the_tests_say(proofs: Proofs) -> None:
    assert document.written() == document.render(sections(), sheet(), proofs), command.STALE


# --- twins ---


def changed(ident: str, **parts: object) -> dict[str, Section]:
    """The rows with one of them changed."""
    return {
        name: replace(
            section, rows={key: replace(row, **parts) if key == ident else row for key, row in section.rows.items()}
        )
        for name, section in sections().items()
    }


def test_rows_that_are_all_answered_for_pass() -> None:
    assert list(gaps(sections(), sheet(), PROVED)) == []


@pytest.mark.parametrize("ident", ["A2", "A7", "C19"])
def test_a_row_of_the_software_without_a_test_is_named(ident: str) -> None:
    left = {row: found for row, found in PROVED.items() if row != ident}
    (told,) = gaps(sections(), sheet(), left)
    assert told.startswith(f"{ident}: no test proves it")


def test_a_row_that_is_lost_is_named() -> None:
    first = sections()["A"]
    left = sections() | {"A": replace(first, rows={key: row for key, row in first.rows.items() if key != "A7"})}
    assert any(told.startswith("section A has the rows A1") for told in gaps(left, sheet(), PROVED))


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (changed("A5", who="software"), "A5: no test proves it"),
        (changed("A2", who="both"), "A2: `who` is both, but the installer's sheet lacks it"),
        (changed("B7", who="software"), "B7: `who` is software, but the installer's sheet has it"),
        (changed("A2", who="installer"), "A2: a test proves it, so it is not for installer alone"),
        (changed("A14", why=""), "A14: `why` goes with `who: none`"),
        (changed("A2", why="Nobody asks."), "A2: `why` goes with `who: none`"),
    ],
)
def test_a_row_that_nobody_answers_for_is_named(planted: dict[str, Section], told: str) -> None:
    assert any(line.startswith(told) for line in gaps(planted, sheet(), PROVED))


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (Step(("A99",), "Do it."), "A99: the installer's sheet names it"),
        (Step(("B8",), "Do it.", inch="30 x 48", mm="760 x 1200"), "48 inches are not 1200 mm"),
        (Step(("B8",), "Do it.", inch="30 x 48", mm="760"), "'30 x 48' and '760' are not the same measures"),
        (Step(("B7",), "Do it.", inch="40", mm="1005"), "40 inches are not 1005 mm"),
    ],
)
def test_a_crooked_step_of_the_sheet_is_named(planted: Step, told: str) -> None:
    assert any(line.startswith(told) for line in gaps(sections(), (*sheet(), planted), PROVED))


def planted_tests(folder: Path, *lines: str) -> Path:
    """A folder with one file of tests; each line decorates one."""
    body = [f"{line}\ndef test_{number}():\n    pass\n" for number, line in enumerate(lines)]
    (folder / "test_planted.py").write_text("import pytest\n\n" + "\n".join(body), encoding="utf-8")
    return folder


def test_only_a_test_that_runs_is_a_proof(tmp_path: Path) -> None:
    folder = planted_tests(
        tmp_path,
        '@pytest.mark.standard("A2", "C1")',
        '@pytest.mark.standard("A2")\n@pytest.mark.skip',
        '@pytest.mark.standard("A2")\n@pytest.mark.xfail',
        '@pytest.mark.parametrize((), [pytest.param(marks=pytest.mark.standard("C1")), ()])',
    )
    one, other = Proof("test_planted.py", "test_0"), Proof("test_planted.py", "test_3")
    assert gather(folder) == {"A2": (one,), "C1": (one, other)}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('@pytest.mark.standard("A99")', "test_planted.py::test_0: there is no row 'A99'"),
        ('@pytest.mark.standard("A2", "a4")', "there is no row 'a4'"),
        ("@pytest.mark.standard", "say which rows"),
        ("@pytest.mark.standard()", "say which rows"),
        ('@pytest.mark.standard(row="A2")', "say which rows"),
    ],
)
def test_a_mark_that_names_no_row_stops_the_run(line: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(GatherError, match=told.replace("(", r"\(")):
        gather(planted_tests(tmp_path, line))


def test_a_stale_document_and_a_gap_are_told_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "accessibility.md"
    monkeypatch.setattr(command, "FILE", file)
    monkeypatch.setattr(command, "written", lambda: document.written(file))
    monkeypatch.setattr(command, "gather", lambda: PROVED)
    assert command.main([]) == 1
    assert capsys.readouterr().out == f"{command.STALE}\n"
    assert command.main(["--write"]) == 0
    assert command.main([]) == 0
    file.write_text(file.read_text("utf-8").replace("test_it", "test_that"), "utf-8")
    assert command.main([]) == 1
    monkeypatch.setattr(command, "gather", lambda: {**PROVED, "A2": ()})
    assert command.main(["--write"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("A2: no test proves it")


def test_the_document_lists_every_row_with_its_tests_and_the_sheet_every_step() -> None:
    text = document.render(sections(), sheet(), PROVED)
    for ident, row in rows(sections()).items():
        (line,) = (line for line in text.splitlines() if line.startswith(f"| {ident} |"))
        assert row.says in line
        assert ("[tests/test_a.py](../tests/test_a.py): `test_it`" in line) is row.needs_test
        assert ("installers-sheet" in line) is row.needs_installer
        assert row.why in line
    assert all(step.do in text and step.mm in text for step in sheet())


def test_every_file_that_the_document_leads_to_is_there(proofs: Proofs) -> None:
    files = {proof.file for found in proofs.values() for proof in found}
    assert all((ROOT / file).is_file() for file in files)
