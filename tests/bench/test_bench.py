"""The bench's own judgement: what is over its bound is named, and the exit code says so."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench import measures
from tests.bench.judge import Figure, verdict
from tests.bench.outside import BenchError, Program, start_seconds
from tests.bench.trees import more_languages, more_topics

FLOOR = Path(bench.__file__).parent
"""Where the floor's programs are."""


def test_all_within_their_bounds_is_success() -> None:
    assert verdict([Figure("start", 1.3, 1.3), Figure("memory", 1.0, 1.5)]) == (0, [])


def test_each_figure_over_its_bound_is_named() -> None:
    figures = [Figure("start", 1.31, 1.3), Figure("memory", 1.0, 1.5), Figure("press", 9, 1.3)]
    assert verdict(figures) == (1, ["start is 1.31, and must be at most 1.3", "press is 9, and must be at most 1.3"])


@pytest.mark.parametrize("figures", [[], [Figure("start", math.nan, 1.3)]])
def test_what_was_not_measured_is_no_success(figures: list[Figure]) -> None:
    code, sentences = verdict(figures)
    assert code == 1
    assert len(sentences) == 1


def test_the_bench_ends_with_one_and_writes_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = Figure("start", 2.0, 1.3, {"measured": {"command": ["kiosk"]}})
    monkeypatch.setattr(bench, "all_figures", lambda *_: [slow, Figure("memory", 1.2, 1.5)])
    monkeypatch.setattr(bench, "until", lambda *_: True)
    out = tmp_path / "bench.json"
    assert bench.main(["--quick", "--out", str(out)]) == 1
    assert "bench: start is 2, and must be at most 1.3" in capsys.readouterr().out
    written = json.loads(out.read_text(encoding="utf-8"))
    assert [(f["name"], f["over"]) for f in written["figures"]] == [("start", True), ("memory", False)]
    assert written["before"]["processors"] >= 1


def test_a_program_that_shows_nothing_is_not_measured() -> None:
    with pytest.raises(BenchError, match="nothing said b'' instead of its first frame"):
        start_seconds(Program("nothing", ("true",), {}))


def test_the_ninety_fifth_of_a_hundred_is_told() -> None:
    assert measures._p95([float(n) for n in range(100, 0, -1)]) == 95


def test_the_floor_stays_a_floor() -> None:
    for name, most in (("floor.py", 15), ("floor_press.py", 20)):
        code = [line for line in (FLOOR / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        assert len(code) <= most
    assert (FLOOR / "floor.qml").read_text(encoding="utf-8").count("import") == 1


def test_larger_content_is_ten_times_as_large(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "topics").mkdir(parents=True)
    (content / "topics" / "order.yaml").write_text("- what\n- care\n", encoding="utf-8")
    for code in ("en", "es"):
        (content / code).mkdir()
        text = f"code: {code}\nsame_as_english: [what.title, other]\n"
        (content / code / "language.yaml").write_text(text, encoding="utf-8")
    for folder in ("topics", "en", "es"):
        for topic in ("what", "care"):
            (content / folder / f"{topic}.yaml").write_text("x: y\n", encoding="utf-8")
    more_topics(content, tmp_path / "topics")
    assert len((tmp_path / "topics" / "topics" / "order.yaml").read_text(encoding="utf-8").splitlines()) == 20
    assert len(list((tmp_path / "topics" / "es").glob("care*.yaml"))) == 10
    assert "what_10.title]" in (tmp_path / "topics" / "es" / "language.yaml").read_text(encoding="utf-8")
    codes = more_languages(content, tmp_path / "languages", ["en", "es"])
    assert len(codes) == 20
    assert "code: es-x18" in (tmp_path / "languages" / "es-x18" / "language.yaml").read_text(encoding="utf-8")
