"""`kiosk check` looks at the drawn mammograms too, and a damaged one keeps nobody from anything else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import exits, paths
from tests.cli.conftest import offscreen
from tests.cli.launch import command, finished

PICTURE = "explorer-mlo-b"


@pytest.fixture
def root(copied: Callable[..., Path]) -> Path:
    """A copy of the installation in which the first mammogram may be broken."""
    root = copied()
    assets = root / "assets"
    assets.unlink()
    for folder, mine in ((paths.ASSETS, assets), (paths.ASSETS / "mammograms", assets / "mammograms")):
        mine.mkdir()
        for entry in folder.iterdir():
            if entry.name == PICTURE:
                shutil.copytree(entry, mine / PICTURE)
            elif entry.name != "mammograms":
                (mine / entry.name).symlink_to(entry)
    manifest = assets / "mammograms" / "manifest.json"
    manifest.unlink()  # a link; the manifest is a file
    shutil.copy(paths.ASSETS / "mammograms" / "manifest.json", manifest)
    return root


def told(root: Path, home: Path) -> tuple[int, list[str]]:
    ran = finished(command("check"), offscreen(root, home))
    assert ran.stderr == ""
    return ran.returncode, ran.stdout.splitlines()


def test_whole_pictures_are_no_problem(root: Path, tmp_path: Path) -> None:
    assert not [line for line in told(root, tmp_path)[1] if PICTURE in line]


def test_a_damaged_tile_is_named_and_the_kiosk_starts(root: Path, tmp_path: Path) -> None:
    tile = root / "assets" / "mammograms" / PICTURE / "image_files" / "12" / "1_2.jpg"
    tile.write_bytes(tile.read_bytes()[:500])
    code, lines = told(root, tmp_path)
    assert code == exits.CONTENT_UNUSABLE
    assert any(line.startswith(f"{tile}:1:1: the file is cut off; ") for line in lines)
    ran = finished(command("run"), offscreen(root, tmp_path) | {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"})
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert "Traceback" not in ran.stderr


def test_a_size_in_the_words_that_is_not_the_drawn_one_is_named(root: Path, tmp_path: Path) -> None:
    structure = root / "content" / "explorer.yaml"
    text = structure.read_text(encoding="utf-8")
    assert "id: popcorn, least: 9.4, most: 9.4" in text
    structure.write_text(text.replace("id: popcorn, least: 9.4, most: 9.4", "id: popcorn, least: 7, most: 7", 1))
    code, lines = told(root, tmp_path)
    truth = root / "assets" / "mammograms" / PICTURE / "truth.json"
    assert code == exits.CONTENT_UNUSABLE
    assert any(line.startswith(f"{truth}:1:1: the spot 'popcorn' is drawn 9.4 to 9.4 mm") for line in lines)
