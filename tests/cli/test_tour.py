"""`kiosk tour`: every screen of a visit as a picture, and one page that shows them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk import exits, paths
from tests.cli.conftest import offscreen
from tests.cli.launch import command, environment, finished

SCREENS = (
    *("attract", "home", "languages", "ease", "help", "offer", "voice", "keys", "no-voice", "centers", "home-visited"),
    *("warning", "thanks"),
)
STAFF = ("staff-pin", "staff-panel", "staff-needs", "staff-paused", "staff-wipe", "staff-dim")
"""They know neither text sizes nor themes, and little stands on some of them."""
PORTRAIT = (1080, 1920)
MONSTER = "Calcificationsfollowupappointmentsreminders"


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
    for screen in (*SCREENS, *STAFF, *topics):
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
        colors = {small.pixel(x, y) for x in range(27) for y in range(48)}
        assert len(colors) > (1 if "-staff-" in file.stem else 20), file.name


def test_where_nothing_can_be_written_the_tour_says_so(env: dict[str, str]) -> None:
    told = finished(command("tour", "--visit", "--out", "/dev/null/tour"), env)
    assert told.returncode != exits.ENDED
    assert "Traceback" not in told.stderr
    assert "/dev/null/tour" in told.stderr


@pytest.fixture
def short(copied: Callable[..., Path]) -> Path:
    """A copy of the installation with one topic and without an explorer: little to walk through."""
    root = copied()
    content = root / "content"
    (content / "topics" / "order.yaml").write_text("- care\n", encoding="utf-8")
    for file in (content / "explorer.yaml", *content.glob("*/explorer.yaml")):
        file.unlink()
    return root


def faults(told: str) -> list[str]:
    """What the tour said of the screens; of the shortened content, staff are told before it begins."""
    return [line for line in told.splitlines() if not line.startswith("kiosk: WARNING: ")]


def test_all_draws_every_orientation_and_theme_at_half_size_and_leads_to_a_page_per_language(
    short: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tour"
    drawn = finished(
        command("tour", "--all", "--lang", "es", "--percent", "200", "--out", out), offscreen(short, tmp_path), 300
    )
    assert (drawn.returncode, faults(drawn.stderr)) == (exits.ENDED, [])
    walks = [f"es-{kind}-200{theme}" for kind in ("portrait", "landscape") for theme in ("", "-contrast")]
    names = [file.stem for file in out.glob("*.png")]
    for walk in walks:
        for screen in (*SCREENS, "care"):
            assert any(re.fullmatch(rf"{walk}-{screen}(-\d+)?", name) for name in names), f"{walk}-{screen}"
    assert all(name.startswith("es-") for name in names)
    for file in out.glob("*.png"):
        assert QImage(str(file)).size().toTuple() == ((540, 960) if "portrait" in file.stem else (960, 540))
    assert shown(out / "index.html") == {"es.html"}
    assert shown(out / "es.html") == {file.name for file in out.glob("*.png")}
    lines = drawn.stdout.splitlines()
    assert [line.partition(";")[0] for line in lines[:-1]] == [
        f"drawing es, {kind}, 200 % text{theme} ({number} of 4)"
        for number, (kind, theme) in enumerate(
            ((k, t) for k in ("portrait 1080 x 1920", "landscape 1920 x 1080") for t in ("", ", high contrast")), 1
        )
    ]
    assert lines[-1] == f"{len(names)} pictures, at half their size; open {out / 'index.html'}"


def plant(root: Path) -> None:
    """Make the title of the one page a word that no line can hold."""
    words = root / "content" / "en" / "care.yaml"
    lines = words.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    lines[number] = f"title: {MONSTER}"
    words.write_text("\n".join(lines), encoding="utf-8")


def test_a_word_that_does_not_fit_is_named_with_its_screen(short: Path, tmp_path: Path) -> None:
    plant(short)
    out = tmp_path / "tour"
    asked = command("tour", "--visit", "--percent", "200", "--out", out)
    told = finished(asked, offscreen(short, tmp_path), deadline=300)
    assert told.returncode == exits.CONTENT_UNUSABLE
    assert "Traceback" not in told.stderr
    said = faults(told.stderr)
    where = f"kiosk: en, portrait 1080 x 1920, 200 % text, {MONSTER!r}"
    assert any(line.startswith(where) and "breaks inside" in line for line in said)
    assert all(MONSTER in line for line in said)
    assert len(said) == len(set(said))
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "words that cannot be read" in page
    assert page.count("breaks inside") >= 2  # in the list, and below the picture
    assert missing(out) == set()


def test_on_a_small_glass_the_largest_text_may_divide_a_long_word(short: Path, tmp_path: Path) -> None:
    plant(short)
    site, out = tmp_path / "site.yaml", tmp_path / "tour"
    for percent, code in ((200, exits.ENDED), (150, exits.CONTENT_UNUSABLE)):
        site.write_text("screen: {diagonal_inch: 15.6}\n", encoding="utf-8")
        asked = command("tour", "--visit", "--percent", str(percent), "--site", site, "--out", out)
        told = finished(asked, offscreen(short, tmp_path), deadline=300)
        assert told.returncode == code
        assert ("words go on in the next line on " in told.stdout) == (code == exits.ENDED)
        assert any("breaks inside" in line for line in faults(told.stderr)) == (code != exits.ENDED)
        assert "breaks inside" in (out / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (["--lang", "xx"], exits.CONTENT_UNUSABLE, "there is no language 'xx' here; choose from en, es"),
        (["--percent", "110"], exits.WRONG_COMMAND_LINE, "110"),
        (["--all", "--visit"], exits.WRONG_COMMAND_LINE, "--visit"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(
    env: dict[str, str], tmp_path: Path, words: list[str], code: int, named: str
) -> None:
    told = finished(command("tour", "--out", tmp_path / "tour", *words), env)
    assert (told.returncode, told.stdout) == (code, "")
    (line,) = told.stderr.splitlines()
    assert named in line
