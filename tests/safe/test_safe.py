"""What stands in for a broken kiosk: it needs nothing of the kiosk but itself, and cannot be touched away."""
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFontInfo, QGlyphRun, QGuiApplication, QImage, QPainter, QTextLayout
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.catalog.desk import DESK
from kiosk.deploy.fonts import safe as making
from kiosk.exits import NO_DISPLAY, WRONG_COMMAND_LINE
from kiosk.safe.painting import FONTS, GROUND, font, load_fonts, paint
from kiosk.safe.program import SafeWindow, wave
from kiosk.safe.words import LINES
from tests.health.listening import Listener

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
RTL = {"ar"}


def test_the_words_are_those_that_the_closed_page_shows() -> None:
    assert tuple((line.code, line.sentence) for line in LINES) == DESK
    assert {line.code for line in LINES if line.rtl} == RTL


# --- fonts ---


def test_every_letter_is_in_its_font_and_little_else_is() -> None:
    for line in LINES:
        has = set(TTFont(FONTS / f"{line.family.replace(' ', '')}-Regular.ttf").getBestCmap())
        wanted = {ord(letter) for other in LINES if other.family == line.family for letter in other.sentence}
        assert has == wanted
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 40_000
    assert (FONTS / making.LICENCE).read_bytes() == (paths.ASSETS / "fonts" / making.LICENCE).read_bytes()


def test_the_fonts_can_be_made_again_byte_for_byte(tmp_path: Path) -> None:
    making.build(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in FONTS.iterdir()
    }


def test_a_letter_that_no_shipped_font_has_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(making.FROM, "Safe ko", "Deskar-Regular.ttf")
    with pytest.raises(LookupError, match=r"Deskar-Regular\.ttf lacks '.*안"):
        making.build(tmp_path)


def glyphs(text: str, code: str) -> list[int]:
    """The numbers of the glyphs that Qt draws, from left to right."""
    line = next(line for line in LINES if line.code == code)
    layout = QTextLayout(text, font(line, 40))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs: list[QGlyphRun] = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {line.family}
    placed = [(at.x(), index) for run in runs for at, index in zip(run.positions(), run.glyphIndexes(), strict=True)]
    return [index for _, index in sorted(placed)]


def test_each_sentence_is_set_in_real_glyphs_of_its_own_font(qapp: QGuiApplication) -> None:
    load_fonts()
    for line in LINES:
        assert QFontInfo(font(line, 40)).family() == line.family
        assert 0 not in glyphs(line.sentence, line.code)


def test_arabic_is_joined_and_goes_from_right_to_left(qapp: QGuiApplication) -> None:
    load_fonts()
    sentence = next(line.sentence for line in LINES if line.code == "ar")
    drawn = glyphs(sentence, "ar")
    assert drawn[-1] == glyphs(sentence[:2], "ar")[-1]  # its first letter stands at the right
    apart = [index for letter in sentence for index in glyphs(letter, "ar")]
    assert set(drawn) - set(apart), "no letter has another shape than alone"


# --- the picture ---


def picture(size: tuple[int, int], shift: QPoint | None = None) -> QImage:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint(painter, image.size(), shift or QPoint())
    return image


def bands(image: QImage) -> list[tuple[int, int]]:
    """From where to where there is ink, top to bottom; marks over letters belong to the line below them."""
    rows = [
        any(image.pixelColor(x, y) != GROUND for x in range(0, image.width(), 2)) for y in range(0, image.height(), 2)
    ]
    found: list[list[int]] = []
    for row, inked in enumerate(rows):
        if not inked:
            continue
        if found and row - found[-1][1] < 12:
            found[-1][1] = row
        else:
            found.append([row, row])
    return [(2 * first, 2 * last) for first, last in found]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, (768, 1024)])
def test_six_lines_stand_in_the_middle_and_nothing_at_the_edges(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    load_fonts()
    image = picture(size)
    lines = bands(image)
    assert len(lines) == len(DESK)
    assert abs((lines[0][0] + lines[-1][1]) / 2 - size[1] / 2) < 40
    width, height = size
    edge = [(x, y) for y in range(height) for x in (0, 20, width - 21, width - 1)]
    edge += [(x, y) for x in range(width) for y in (0, 20, height - 21, height - 1)]
    assert {image.pixel(x, y) for x, y in edge} == {GROUND.rgb()}


def test_the_words_shrink_where_the_glass_is_narrow(qapp: QGuiApplication) -> None:
    load_fonts()
    image = picture((300, 1200))
    assert bands(image) != []
    assert {image.pixel(x, y) for y in range(1200) for x in (0, 5, 294, 299)} == {GROUND.rgb()}


def test_the_words_wander_by_a_pixel_and_never_far(qapp: QGuiApplication) -> None:
    way = [(wave(step, 8), wave(step, 7)) for step in range(4 * 8 * 7 + 1)]
    assert way[0] == way[-1] == (0, 0)
    assert max(max(abs(x), abs(y)) for x, y in way) == 8
    assert all(max(abs(a - c), abs(b - d)) == 1 for (a, b), (c, d) in itertools.pairwise(way))
    load_fonts()
    first, last = bands(picture(PORTRAIT)), bands(picture(PORTRAIT, QPoint(8, 6)))
    assert last == [(top + 6, bottom + 6) for top, bottom in first]


# --- the program ---


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed package of which everything is gone that a kiosk shows, knows or is set up with."""
    root = tmp_path_factory.mktemp("broken")
    shutil.copytree(paths.PACKAGE, root / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    for room in ("qml", "catalog", "settings", "session", "bridge", "speech", "explorer", "reading", "illustrate"):
        shutil.rmtree(root / "kiosk" / room)
    for file in ("app.py", "command_line.py"):
        (root / "kiosk" / file).unlink()
    assert not (root / "content").exists()
    assert not (root / "assets").exists()
    return root


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "HOME": str(root / "nowhere"), **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("words", [("kiosk", "safe"), ("kiosk.safe",)], ids=" ".join)
def test_it_draws_with_content_settings_and_assets_all_gone(
    qapp: QGuiApplication, bare: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    load_fonts()
    told = run(bare, *words, "--picture", str(tmp_path / "safe.png"))
    assert (told.returncode, told.stderr) == (0, "")
    assert QImage(str(tmp_path / "safe.png")) == picture(PORTRAIT)


def test_without_even_its_fonts_it_says_something(bare: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(bare, root)
    shutil.rmtree(root / "kiosk" / "safe" / "fonts")
    told = run(root, "kiosk.safe", "--picture", str(tmp_path / "safe.png"), "--windowed", "400x400")
    assert told.returncode == 0
    assert QImage(str(tmp_path / "safe.png")).size() == QSize(400, 400)


def test_without_a_display_it_says_so_with_the_code_that_supervisors_know(bare: Path) -> None:
    told = run(bare, "kiosk.safe", QT_QPA_PLATFORM="xcb", DISPLAY=":99999")
    assert told.returncode == NO_DISPLAY
    asked = "no display can be opened (QT_QPA_PLATFORM is xcb)"
    assert told.stderr == f"kiosk: {asked}; start it inside a graphical session.\n"


def test_a_wrong_word_is_told(bare: Path) -> None:
    assert run(bare, "kiosk.safe", "--loud").returncode == WRONG_COMMAND_LINE


def test_it_is_ready_and_alive_and_ends_when_it_is_told_to(bare: Path, tmp_path: Path) -> None:
    period = 0.4
    with Listener(tmp_path / "notify") as ear:
        environment = {"PYTHONPATH": str(bare), "NOTIFY_SOCKET": ear.address, "WATCHDOG_USEC": str(int(period * 1e6))}
        with subprocess.Popen([sys.executable, "-m", "kiosk.safe"], env={**os.environ, **environment}) as process:
            assert ear.wait("READY=1")
            since = time.monotonic()
            ear.hear(3 * period)
            times = [since, *(when for when in ear.beats() if when > since)]
            assert len(times) >= 6
            assert max(b - a for a, b in itertools.pairwise(times)) < period
            process.send_signal(signal.SIGTERM)
            assert process.wait(5) == -signal.SIGTERM


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SafeWindow]:
    load_fonts()
    made = SafeWindow(None)
    made.resize(400, 400)
    made.show()
    qtbot.waitUntil(made.isExposed)
    yield made
    made.destroy()
    made.deleteLater()


def test_no_key_no_touch_and_no_window_manager_takes_it_away(window: SafeWindow, qtbot: QtBot) -> None:
    for key, modifiers in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(window, key, modifiers)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    finger = QTest.touchEvent(window, QTest.createTouchDevice(), False)
    finger.press(0, QPoint(100, 100), window).commit()
    finger.release(0, QPoint(100, 100), window).commit()
    assert not window.close()
    assert window.isVisible()


def test_time_moves_the_words_seldom(window: SafeWindow, qtbot: QtBot) -> None:
    (timer,) = window.findChildren(QTimer)
    assert timer.interval() >= 20_000
    timer.setInterval(1)
    qtbot.waitUntil(lambda: window.steps > 1)
