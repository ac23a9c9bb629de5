"""`kiosk draw`: what it says and what it leaves behind."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kiosk.illustrate import command, export, truth

TINY = """\
id: tiny
seed: 3
view: CC
side: R
density: b
canvas: [50, 64]
spots:
  - {id: dot, shape: rim, size: 0.5, at: [34, 56]}
"""


def test_a_tiny_scene_is_drawn_measured_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    out = tmp_path / "out"
    assert command.main(str(tmp_path / "tiny.yaml"), out) == 0
    assert "tiny" in capsys.readouterr().err
    assert {path.name for path in out.iterdir()} == {"tiny", "manifest.json"}
    assert {path.name for path in (out / "tiny").iterdir()} == {"image.dzi", "image_files", "dot.png", "truth.json"}
    assert set(json.loads((out / "manifest.json").read_text(encoding="utf-8"))["scenes"]) == {"tiny"}
    table = io.StringIO()
    assert command.main(str(tmp_path / "tiny.yaml"), out, measure=True, stream=table) == 1
    lines = table.getvalue().splitlines()
    assert any("breast area, cm2" in line and line.endswith("NOT OK") for line in lines)  # a corner of a breast
    assert any("dot: rim" in line and line.endswith(" ok") for line in lines)
    assert lines[-1].endswith("do not hold")


def test_an_unknown_scene_gets_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main("explorer-mlo-c", None) == 1
    told = capsys.readouterr().err
    assert "there is no scene 'explorer-mlo-c'" in told
    assert "did you mean 'explorer-mlo-b'?" in told


def test_a_damaged_scene_file_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY.replace("shape: rim", "shape: rims"), encoding="utf-8")
    assert command.main(str(tmp_path / "tiny.yaml"), tmp_path / "out") == 1
    assert "tiny.yaml:8:22: 'rims' is no shape; did you mean 'rim'?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A folder that stands for pictures drawn before."""
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    old = tmp_path / "out" / "tiny"
    old.mkdir(parents=True)
    (old / "truth.json").write_text("of before", encoding="utf-8")
    return tmp_path / "out"


@pytest.mark.parametrize("end", [KeyboardInterrupt(), OSError("no space left")])
def test_a_draw_that_is_cut_short_leaves_what_was_there(
    drawn: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, end: BaseException
) -> None:
    def cut(*_: object) -> None:
        assert (drawn / ".tiny.drawing" / "image.dzi").is_file()  # it had begun
        raise end

    monkeypatch.setattr(truth, "describe", cut)
    assert command.main(str(drawn.parent / "tiny.yaml"), drawn) == 1
    assert "tiny" in capsys.readouterr().err
    assert [path.name for path in drawn.iterdir()] == ["tiny"]
    assert (drawn / "tiny" / "truth.json").read_text(encoding="utf-8") == "of before"


def test_a_swap_that_fails_puts_the_old_pictures_back(
    drawn: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".tiny.drawing":
            raise OSError("not now")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert command.main(str(drawn.parent / "tiny.yaml"), drawn) == 1
    assert "not now" in capsys.readouterr().err
    assert [path.name for path in drawn.iterdir()] == ["tiny"]
    assert (drawn / "tiny" / "truth.json").read_text(encoding="utf-8") == "of before"


def test_what_a_killed_swap_had_put_aside_comes_back(drawn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (drawn / "tiny").rename(drawn / ".tiny.before")
    (drawn / ".tiny.drawing").mkdir()

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(export, "prepare", cut)
    assert command.main(str(drawn.parent / "tiny.yaml"), drawn) == 1
    assert [path.name for path in drawn.iterdir()] == ["tiny"]
    assert (drawn / "tiny" / "truth.json").read_text(encoding="utf-8") == "of before"


def test_the_bar_fills_up_on_a_terminal_and_is_one_line_elsewhere() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    live, pipe = Terminal(), io.StringIO()
    for stream in (live, pipe):
        bar = command.Bar("tiny", stream)
        for part in (0.0, 0.5, 1.0):
            bar(part)
        bar.close("2 MiB")
    assert f"[{'#' * 15}{'.' * 15}]  50%" in live.getvalue()
    assert pipe.getvalue().count("\n") == 1
    assert "[" not in pipe.getvalue()
