"""The tests as a whole come to an end: one that dies and one that hangs are named, and all others are run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PLANTED = """
import ctypes
import os

import pytest


@pytest.mark.parametrize("number", range(4))
def test_before(number): pass
def test_that_dies(): os.abort()
@pytest.mark.parametrize("number", range(4))
def test_between(number): pass
def test_that_hangs(): ctypes.PyDLL(None).pause()  # and no other thread gets Python's lock
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
            *("--rootdir", f"{tmp_path}", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=2", "test_planted.py"),
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
    assert set(named) == {"test_that_dies", "test_that_hangs"}  # where CI is set, the summary names them once more
    assert "2 failed, 12 passed" in done.stdout
