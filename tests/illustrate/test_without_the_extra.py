"""A kiosk without numpy: `kiosk draw` says what to install, and developers always have it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """\
import sys
sys.modules[{missing!r}] = None
from kiosk.command_line import dispatch
sys.exit(dispatch(["draw", "explorer-mlo-b", "--out", {out!r}]))
"""


@pytest.mark.parametrize("missing", ["numpy", "scipy", "PIL"])
def test_without_the_extra_one_sentence_says_what_to_install(tmp_path: Path, missing: str) -> None:
    program = WITHOUT.format(missing=missing, out=str(tmp_path / "out"))
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "is missing; run: pip install 'imaging-kiosk[illustrate]'." in line
    assert not (tmp_path / "out").exists()


def lacking(project: dict[str, object]) -> set[str]:
    """Packages of the extra that the development group does not have in the same versions."""
    extra: list[str] = project["project"]["optional-dependencies"]["illustrate"]  # type: ignore[index]
    group: list[str] = project["dependency-groups"]["dev"]  # type: ignore[index]
    return {need.replace(" ", "") for need in extra} - {need.replace(" ", "") for need in group}


def test_developers_have_what_the_extra_has() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert lacking(project) == set()


def test_a_package_that_developers_lack_is_told() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extra = re.search(r'^illustrate = \[.*?"(scipy[^"]*)"', text, re.MULTILINE)
    assert extra
    start = text.index("[dependency-groups]")
    planted = text[:start] + text[start:].replace(f'"{extra[1]}"', '"build"')
    assert lacking(tomllib.loads(planted)) == {extra[1]}
