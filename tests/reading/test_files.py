"""Files of strangers: what is refused, and how the reason and the place are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kiosk.reading import Map, Notes, Problem, Scalar, Seq
from kiosk.reading.files import read, read_map


def refusal(path: Path) -> Problem:
    """The one problem that reading `path` gives."""
    notes = Notes()
    assert read(path, notes) is None
    assert notes.breaks == 1
    return notes.in_order()[0]


def refusal_of(data: bytes, tmp_path: Path) -> Problem:
    path = tmp_path / "some.yaml"
    path.write_bytes(data)
    return refusal(path)


def test_a_problem_reads_as_place_fault_and_mend() -> None:
    assert str(Problem("en/what.yaml", 3, 7, "a fault", "mend it")) == "en/what.yaml:3:7: a fault; mend it"


def test_values_are_strings_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("answer: no\nlist: [1_0, 12:30:00, 2026-01-31, 0.50]\n")
    notes = Notes()
    root = read_map(path, notes)
    assert root is not None
    assert root.get("answer") == Scalar("no", 1, 9)
    assert root.get("list") == Seq(
        (Scalar("1_0", 2, 8), Scalar("12:30:00", 2, 13), Scalar("2026-01-31", 2, 23), Scalar("0.50", 2, 35)), 2, 7
    )
    assert root.get("other") is None
    assert notes.problems == []


def test_windows_line_ends_and_wide_spaces_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_bytes("a: one\u00a0two\u3000three\r\nb: x\r\n".encode())
    assert read(path, Notes()) == Map(
        ((Scalar("a", 1, 1), Scalar("one\u00a0two\u3000three", 1, 4)), (Scalar("b", 2, 1), Scalar("x", 2, 4))), 1, 1
    )


FAULTS: dict[str, tuple[bytes, int, int, str]] = {
    "latin-1 bytes": (b"a: x\nb: caf\xe9\n", 2, 7, "not UTF-8"),
    "latin-1 after a wide letter": ("a: x\nb: é".encode() + b"\xe9\n", 2, 5, "not UTF-8"),
    "utf-16": ("a: x\n".encode("utf-16"), 1, 1, "not UTF-8"),
    "byte order mark": (b"\xef\xbb\xbfa: x\n", 1, 1, "byte order mark"),
    "byte order mark inside": ("a: x\nb: y\ufeff\n".encode(), 2, 5, "U+FEFF"),
    "zero-width space": ("a: x\nb: y\u200bz\n".encode(), 2, 5, "U+200B"),
    "right-to-left override": ("a: \u202ex\n".encode(), 1, 4, "U+202E"),
    "isolate": ("a: x\u2067\n".encode(), 1, 5, "U+2067"),
    "soft hyphen": ("a: mam\u00admogram\n".encode(), 1, 7, "U+00AD"),
    "tag character": ("a: x\U000e0041\n".encode(), 1, 5, "U+E0041"),
    "line separator": ("a: x\u2028y\n".encode(), 1, 5, "U+2028"),
    "next line": ("a: x\u0085y\n".encode(), 1, 5, "U+0085"),
    "hangul filler": ("a: x\u3164\n".encode(), 1, 5, "U+3164"),
    "private use": ("a: x\ue000\n".encode(), 1, 5, "U+E000"),
    "a bell": (b"a: x\x07\n", 1, 5, "U+0007"),
    "a null": (b"a: x\x00\n", 1, 5, "U+0000"),
    "a lone carriage return": (b"a: x\ry\n", 1, 5, "U+000D"),
    "an escaped zero-width space": (b'a: x\nb: "y\\u200b"\n', 2, 4, "U+200B"),
    "an escaped null in a key": (b'"a\\0": x\n', 1, 1, "U+0000"),
    "empty": (b"", 1, 1, "empty"),
    "only a comment": (b"# nothing\n", 1, 1, "empty"),
    "anchor": (b"a: x\nb: &me y\n", 2, 4, "anchor &me"),
    "alias": (b"a: x\nb: *me\n", 2, 4, "alias *me"),
    "anchor on a list": (b"&x [*x]\n", 1, 1, "anchor &x"),
    "tag": (b"a: !!python/object:os.system x\n", 1, 4, "tag tag:yaml.org"),
    "a second document": (b"a: x\n---\nb: y\n", 2, 1, "second document"),
    "duplicate key": (b"a: x\nb:\n  c: 1\n  d: 2\n  c: 3\n", 5, 3, "'c' stands here a second time (first in line 3)"),
    "a key that is a list": (b"? [a]\n: b\n", 1, 3, "no plain word"),
    "colon in a value": (b"a: x\nb: what: that\n", 2, 8, "colon"),
    "tab indentation": (b"a:\n\tb: x\n", 2, 1, "cannot begin"),
    "backtick": (b"a: `x`\n", 1, 4, "cannot begin"),
    "open list": (b"a: [x, y\nb: z\n", 2, 2, "list [ ... ]"),
    "nothing in an open list": (b"a: [\n", 2, 1, "a value is missing"),
    "open group": (b"a: {x: y\n", 2, 1, "group { ... }"),
    "open quotation mark": (b'a: "x\n', 2, 1, "quotation mark"),
    "bad indentation": (b"a:\n  - x\n b: y\n", 3, 2, "does not fit"),
    "a line without a colon": (b"a: x\nword\nb: y\n", 3, 1, "without a colon"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_file_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    data, line, column, fragment = FAULTS[name]
    problem = refusal_of(data, tmp_path)
    assert (problem.line, problem.column) == (line, column)
    assert fragment in problem.what
    assert problem.mend


def test_billion_laughs_end_at_the_first_anchor(tmp_path: Path) -> None:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    problem = refusal_of("\n".join(lines).encode(), tmp_path)
    assert (problem.line, problem.column) == (1, 5)
    assert "anchor &a0" in problem.what


@pytest.mark.parametrize("bracket", [b"[", b"{a: "])
def test_deep_nesting_is_refused_where_it_gets_too_deep(bracket: bytes, tmp_path: Path) -> None:
    count = 100_000 if bracket == b"[" else 40_000
    problem = refusal_of(bracket * count, tmp_path)
    assert (problem.line, problem.column) == (1, 50 * len(bracket) + 1)
    assert "deeper than 50" in problem.what


def test_fifty_levels_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("[" * 50 + "]" * 50)
    assert isinstance(read(path, Notes()), Seq)


def test_the_slow_loader_refuses_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.reading.yaml_tree._LOADER", yaml.BaseLoader)
    assert "deeper than 50" in refusal_of(b"[" * 100_000, tmp_path).what
    assert "anchor" in refusal_of(b"&x [*x]", tmp_path).what
    assert "second time" in refusal_of(b"a: 1\na: 2\n", tmp_path).what


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    assert "larger than 256 KiB" in refusal_of(b"a: x\n" * 60_000, tmp_path).what


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    link = tmp_path / "link.yaml"
    target = tmp_path / "target.yaml"
    target.write_text("a: x\n")
    link.symlink_to(target)
    assert "folder" in refusal(folder).what
    assert "symbolic link" in refusal(link).what
    assert "device" in refusal(Path("/dev/zero")).what
    assert "no such file" in refusal(tmp_path / "nothing.yaml").what


def test_a_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    code = (
        "import sys\nfrom pathlib import Path\nfrom kiosk.reading import Notes\nfrom kiosk.reading.files import read\n"
        "notes = Notes()\nread(Path(sys.argv[1]), notes)\nprint(notes.problems[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(pipe)], capture_output=True, text=True, timeout=20, check=True
    )
    assert "pipe" in done.stdout


def test_a_list_where_names_should_be_is_told(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("\n- a\n")
    notes = Notes()
    assert read_map(path, notes) is None
    assert str(notes.problems[0]).startswith(f"{path}:2:1: the file should hold")
