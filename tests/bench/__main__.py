"""`python -m tests.bench [--quick] [--out FILE]`: measure, write the figures, exit 1 naming each one over its bound."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import qVersion

from tests.bench.judge import Figure, verdict
from tests.bench.measures import QUICK, Effort, all_figures
from tests.bench.outside import BenchError, others_with_qt
from tests.bench.programs import programs
from tests.cli.launch import ROOT, command, finished, until

_QUIET_SECONDS = 60.0


def machine() -> dict[str, object]:
    """Where the figures come from."""
    cpu = next((n.partition(":")[2].strip() for n in _lines("/proc/cpuinfo") if n.startswith("model name")), "")
    return {
        "processor": cpu,
        "processors": os.cpu_count(),
        "memory": _lines("/proc/meminfo")[0].partition(":")[2].strip(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "qt": qVersion(),
        "load": os.getloadavg(),
        "others with Qt": others_with_qt() - 1,
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines() or [""]
    except OSError:
        return [""]


def _say(text: str) -> None:
    print(text, flush=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the kiosk beside its floor.")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json", help="where the figures go")
    asked = parser.parse_args(arguments)
    if not until(lambda: others_with_qt() <= 1, _QUIET_SECONDS):
        _say("note: other Qt programs run on this machine; memory they share makes ratios larger than they are alone")
    before = machine()
    with tempfile.TemporaryDirectory() as folder:
        made = programs(Path(folder) / "bench")
        ready = finished(command("prepare"), made.kiosk.env)
        if ready.returncode != 0:
            _say(f"bench: kiosk prepare ended with {ready.returncode}: {ready.stderr}")
            return 1
        try:
            figures: list[Figure] = all_figures(made, QUICK if asked.quick else Effort(), _say)
        except BenchError as error:
            _say(f"bench: {error}")
            return 1
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    report = {"before": before, "after": machine(), "figures": [figure.as_json() for figure in figures]}
    asked.out.write_text(json.dumps(report, indent=1), encoding="utf-8")
    code, sentences = verdict(figures)
    for sentence in sentences:
        _say(f"bench: {sentence}")
    _say(f"{len(figures)} figures; they are in {asked.out}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
