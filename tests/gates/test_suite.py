"""The tests as a whole come to an end: one that dies and one that hangs are named, and all others are run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PLANTED = """
import os
import threading

import pytest


@pytest.mark.parametrize("number", range(4))
def test_before(number): pass
def test_that_dies(): os.abort()
@pytest.mark.parametrize("number", range(4))
def test_between(number): pass
def test_that_hangs(): threading.Event().wait()
@pytest.mark.parametrize("number", range(4))
def test_after(number): pass
"""


def asked() -> list[str]:
    """How the Makefile has pytest run all tests."""
    line = re.search(r"^ALL := (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert line
    return line[1].split()


def test_a_test_that_dies_and_one_that_hangs_are_named_and_all_others_run(tmp_path: Path) -> None:
    (tmp_path / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", *asked(), "-c", f"{ROOT}/pyproject.toml"),
            *(
                "--rootdir",
                f"{tmp_path}",
                "-p",
                "no:cacheprovider",
                "-o",
                "timeout=2",
                "-o",
                "faulthandler_timeout=0",
                "test_planted.py",
            ),
        ],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    named = re.findall(r"crashed while running '[^']*::(\w+)'", done.stdout)
    assert sorted(named) == ["test_that_dies", "test_that_hangs"]
    assert "2 failed, 12 passed" in done.stdout


def test_a_test_that_hangs_has_said_where_it_stands_before_it_fails() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert 0 < rules["faulthandler_timeout"] < rules["timeout"]
    assert rules["timeout_method"] == "thread"
