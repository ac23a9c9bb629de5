"""`kiosk tour`: every screen of a visit as a picture, and one page that shows them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk import exits, paths
from tests.cli.launch import command, environment, finished

SCREENS = ("attract", "home", "languages", "centers", "home-visited", "warning", "thanks")
PORTRAIT = (1080, 1920)


def shown(sheet: Path) -> set[str]:
    """The files that the page refers to, as pictures or links."""
    return set(re.findall(r'(?:src|href)="([^"]+)"', sheet.read_text(encoding="utf-8")))


def missing(out: Path) -> set[str]:
    """Those that are not there."""
    return {name for name in shown(out / "index.html") if not (out / name).is_file()}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, warm: Path) -> Path:
    """One visit, drawn."""
    folder = tmp_path_factory.mktemp("drawn")
    env = environment(folder) | {"XDG_CACHE_HOME": str(warm)}
    drawn = finished(command("tour", "--visit", "--out", folder / "tour"), env, deadline=300)
    assert (drawn.returncode, drawn.stderr) == (exits.ENDED, "")
    return folder / "tour"


def test_every_screen_of_a_visit_is_drawn(out: Path) -> None:
    order = (paths.CONTENT / "topics" / "order.yaml").read_text(encoding="utf-8")
    topics = re.findall(r"^- (\w+)", order, re.MULTILINE)
    names = [file.stem for file in out.glob("*.png")]
    for screen in (*SCREENS, *topics):
        assert any(re.fullmatch(rf"en-portrait-{screen}(-\d+)?", name) for name in names), screen
    assert len(topics) == 8
    assert len(names) >= len(SCREENS) + 2 * len(topics)


def test_the_page_shows_every_picture_and_none_that_is_not_there(out: Path) -> None:
    assert missing(out) == set()
    assert shown(out / "index.html") == {file.name for file in out.glob("*.png")}


def test_a_page_that_refers_to_nothing_is_caught(out: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text((out / "index.html").read_text(encoding="utf-8"), encoding="utf-8")
    assert missing(tmp_path) == shown(page)


def test_each_picture_is_a_whole_screen(out: Path) -> None:
    for file in out.glob("*.png"):
        image = QImage(str(file))
        assert image.size().toTuple() == PORTRAIT
        small = image.scaled(27, 48)
        assert len({small.pixel(x, y) for x in range(27) for y in range(48)}) > 20, file.name


def test_where_nothing_can_be_written_the_tour_says_so(env: dict[str, str]) -> None:
    told = finished(command("tour", "--visit", "--out", "/dev/null/tour"), env)
    assert told.returncode != exits.ENDED
    assert "Traceback" not in told.stderr
    assert "/dev/null/tour" in told.stderr
