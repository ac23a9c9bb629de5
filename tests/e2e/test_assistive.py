"""The running kiosk as assistive technology sees it: the desktop's own tree, walked by its actions alone."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog import Catalog, load
from kiosk.settings import load_site
from tests.cli.launch import command, environment

WALK = Path(__file__).with_name("at_walk.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
DEADLINE = 150.0
"""Seconds for all of it on a machine that does other things; it needs 25 alone."""
SCRIPT = """
{launcher} --launch-immediately &
bus=$!
"$@" >{log} 2>&1 &
kiosk=$!
trap 'kill $kiosk $bus; wait $kiosk $bus' EXIT
{python} {walk} <{steps}
"""

Steps = list[tuple[str, str]]


def available() -> bool:
    if not LAUNCHER.exists() or not SYSTEM_PYTHON.exists() or not all(map(shutil.which, ("dbus-run-session", "Xvfb"))):
        return False
    found = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return found.returncode == 0


pytestmark = pytest.mark.skipif(
    not available(), reason="needs Xvfb, dbus, at-spi2-core and python3-pyatspi; `make check` installs them"
)


@pytest.fixture(scope="module")
def words() -> Catalog:
    site, _ = load_site(paths.DEMO_SITE)
    return load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=("en", "es"), cache=None)


def visit(catalog: Catalog) -> Steps:
    """Every page, each tab of the report, every sheet and mode of the explorer, each left again, and the end.

    Not among them: the warning, which comes after the least time that a site may give, too long for this walk; and
    what the keys do and the offer to read aloud, which keys alone bring.
    """
    book = catalog.book("en")
    word, explorer = book.interface, book.explorer
    assert explorer is not None
    home = ("on", word["home.title"])
    steps: Steps = [("on", word["attract.title"])]
    steps += _sheet(word["attract.help"], word["help.title"], word["help.close"])
    steps += [("press", "English"), home]
    for topic in book.topics:
        steps += [("press", topic.card), ("on", topic.title)]
        for tabs in (block for block in topic.blocks if block.kind == "tabs"):
            for tab in [*tabs.items[1:], tabs.items[0]]:
                steps += [("press", tab.label), ("on", topic.title)]
        first = next((block for block in topic.blocks if block.kind == "expander"), None)
        steps += [("press", first.title), ("on", topic.title)] if first else []
        steps += [("press", word["bar.back"]), home]
    back = ("press", word["explorer.close"])
    steps += [("press", word["explorer.hero_title"]), ("on", explorer.title)]
    steps += [("press", word["explorer.show_spots"]), ("on", explorer.title)]
    steps += [("press", word["explorer.lens"]), ("on", explorer.pictures[0].title), ("press", word["explorer.lens"])]
    steps += [("press", word["explorer.all_spots"]), ("on", word["explorer.all_spots"])]
    spot = explorer.pictures[0].spots[1]
    steps += [("press", f"2. {spot.title}"), ("on", spot.title), back]
    steps += [("press", word["explorer.pictures"]), ("on", word["explorer.pictures"]), back]
    steps += [("press", word["explorer.compare"]), ("on", explorer.pairs[0].title)]
    steps += [("press", word["explorer.wipe"]), ("on", explorer.pairs[0].title), back]
    steps += [
        ("press", word["explorer.guide"]),
        ("on", explorer.guide[0].title),
        ("press", word["explorer.leave_guide"]),
    ]
    steps += [("press", word["explorer.sizes"]), ("on", explorer.sizes.title), ("press", word["bar.home"]), home]
    steps += [("press", word["home.centers"]), ("on", word["centers.title"]), ("press", word["bar.home"]), home]
    steps += _sheet(word["bar.ease"], word["ease.title"], word["ease.done"])
    steps += _sheet(word["bar.language"], word["languages.title"], word["languages.close"])
    steps += [("press", word["bar.listen"]), ("press", word["voice.again"]), home]
    steps += [("press", word["voice.pause"]), ("press", word["voice.play"]), ("press", word["voice.next"]), home]
    steps += _sheet(word["voice.settings"], word["voice.title"], word["voice.done"])
    steps += [("press", word["bar.stop"]), ("press", word["bar.listen"]), ("press", word["bar.stop"])]
    return [*steps, ("press", word["bar.done"]), ("on", word["thanks.title"]), ("on", word["attract.title"])]


def _sheet(opener: str, title: str, closer: str) -> Steps:
    return [("press", opener), ("on", title), ("press", closer), ("gone", title)]


def walked(tmp_path: Path, steps: Steps, kiosk: list[str]) -> tuple[int, str]:
    """The walk's exit code and what it said; everything that was started has ended then."""
    plan = tmp_path / "steps.json"
    plan.write_text(json.dumps({"more": "More below", "steps": steps}), encoding="utf-8")
    script = SCRIPT.format(launcher=LAUNCHER, log=tmp_path / "kiosk.log", python=SYSTEM_PYTHON, walk=WALK, steps=plan)
    also = {"QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1080x1920x24"]
    process = subprocess.Popen(
        [*screen, "dbus-run-session", "--", "sh", "-c", script, "sh", *kiosk],
        env=environment(tmp_path, also),
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=DEADLINE)
    finally:
        _end(process)
    return process.returncode, said


def _end(process: subprocess.Popen[str]) -> None:
    """End the whole group: the screen, the buses and what they started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def site_file(tmp_path: Path) -> Path:
    file = tmp_path / "site.yaml"
    file.write_text(
        "languages: [en, es]\nless_motion: true\nsession: {idle_seconds: 600, warning_seconds: 120}\n"
        "language_help: {}\nspeech: {engine: mock}\n"
        'centers:\n  - {name: "Example Center (not a real place)", address: ["100 Example Road"]}\n',
        encoding="utf-8",
    )
    return file


@pytest.mark.standard("C19")
def test_all_pages_are_walked_by_their_actions_alone(tmp_path: Path, site_file: Path, words: Catalog) -> None:
    code, said = walked(tmp_path, visit(words), command("run", "--windowed", "540x960", "--site", site_file))
    assert code == 0, said
    told = json.loads(said.splitlines()[-1])
    assert told["checked"] > 300
    assert titles(words) - set(told["announced"]) == set()


def titles(catalog: Catalog) -> set[str]:
    """What each page and each sheet of the walk is called."""
    book = catalog.book("en")
    pages = ("home.title", "centers.title", "explorer.hero_title", "thanks.title")
    sheets = ("help.title", "ease.title", "languages.title", "voice.title")
    return {*(topic.title for topic in book.topics), *(book.interface[word] for word in (*pages, *sheets))}


BEGIN = """
import pathlib, sys
from kiosk import cli, paths
paths.QML = pathlib.Path(sys.argv.pop(1))
sys.exit(cli.main())
"""
PLANTED = {
    "no-name": (
        "Controls/BarItem.qml",
        "    Accessible.selected:",
        '    Accessible.name: ""\n    Accessible.selected:',
        "without a name",
    ),
    "no-action": (
        "Controls/BarItem.qml",
        "    Accessible.selected:",
        "    Accessible.role: Accessible.PageTab\n    Accessible.selected:",
        "has no action",
    ),
    "no-way-out": ("Pages/VisitBar.qml", "root.kiosk.goBack()", "undefined", "no page is called 'Take your time.'"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_told(tmp_path: Path, site_file: Path, words: Catalog, planted: str) -> None:
    file, old, new, told = PLANTED[planted]
    shutil.copytree(paths.QML, tmp_path / "qml")
    screen = tmp_path / "qml" / "Kiosk" / file
    text = screen.read_text(encoding="utf-8")
    assert old in text
    screen.write_text(text.replace(old, new, 1), encoding="utf-8")
    run = [sys.executable, "-c", BEGIN, str(tmp_path / "qml"), "run", "--windowed", "540x960", "--site", str(site_file)]
    steps = visit(words)
    topic = words.book("en").topics[0]
    until = steps.index(("on", topic.title)) + 1
    home = words.book("en").interface
    code, said = walked(tmp_path, [*steps[:until], ("press", home["bar.back"]), ("on", home["home.title"])], run)
    assert code == 1, said
    assert told in said
