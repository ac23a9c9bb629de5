"""The wheel is whole: installed alone into a fresh environment it checks its content and shows its first screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path, **extra: str) -> str:
    """What `command` prints; its own environment knows neither this checkout nor a screen."""
    kept = {key: value for key, value in os.environ.items() if key.startswith(("PIP_", "SSL_", "HTTP", "LANG", "LC_"))}
    home = {"PATH": os.environ["PATH"], "HOME": str(cwd), "XDG_CACHE_HOME": str(cwd / "cache")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | home | extra,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", out, ROOT, cwd=out, **_caches())
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The programs of a fresh environment with the wheel and its real dependencies; 700 MB, so it goes afterwards."""
    home = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", home / "env", cwd=home)
    run(home / "env/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=home, **_caches())
    yield home / "env" / "bin"
    shutil.rmtree(home / "env")


def _caches() -> dict[str, str]:
    """Pip's cache and settings stay where they are for this user, so that nothing is fetched twice."""
    home = os.environ.get("HOME", "/")
    kept = {"HOME": home}
    if cache := os.environ.get("XDG_CACHE_HOME"):
        kept["XDG_CACHE_HOME"] = cache
    return kept


def test_the_wheel_holds_code_content_and_assets_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("kiosk/cli.py", "kiosk/qml/Kiosk/Shell/qmldir", "kiosk/_data/content/facts.yaml"):
        assert part in names
    for beside in ("demo.yaml", "demo-notice-1.png", "demo-notice-2.png"):
        assert f"kiosk/_data/content/sites/{beside}" in names
    assert any(name.startswith("kiosk/_data/assets/fonts/Literata") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert [name for name in names if name.startswith(("tests/", "assets/", "content/")) or "__pycache__" in name] == []


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert "0." in run(installed / "kiosk", "--version", cwd=tmp_path)


def test_the_installed_content_is_without_fault(installed: Path, tmp_path: Path) -> None:
    run(installed / "kiosk", "check", cwd=tmp_path)


def test_the_installed_kiosk_shows_its_first_screen(installed: Path, tmp_path: Path) -> None:
    screen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}
    assert "first frame" in run(installed / "kiosk", "run", cwd=tmp_path, **screen)
