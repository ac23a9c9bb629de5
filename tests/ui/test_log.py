"""A whole visit, with everything that can go wrong on its way, and a log that names nothing of it, at any level."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from kiosk import paths
from kiosk.bridge import qt_log
from kiosk.bridge.voice.engine import Told
from kiosk.catalog import Catalog
from kiosk.health.logs.handler import Log
from kiosk.session.model import Reset
from tests.ui.conftest import ALL, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import open_explorer

_PARTS = re.compile(r"[\w-]+")


def names(catalog: Catalog) -> frozenset[str]:
    """All that would tell what somebody read: languages, topics, questions, pictures, by id and by name."""
    found: set[str] = set()
    for info in catalog.languages:
        book = catalog.book(info.code)
        found |= {info.code, info.name}
        for topic in book.topics:
            found |= {topic.id, topic.card, topic.scene}
            found |= {block.id for block in topic.blocks} | {block.title for block in topic.blocks}
        found |= {picture.id for picture in (book.explorer.pictures if book.explorer else ())}
    pages = {path.stem for path in (paths.QML / "Kiosk" / "Pages").glob("*.qml")}
    return frozenset(filter(None, found | pages))


def told(text: str, known: frozenset[str]) -> list[str]:
    """Which of `known` stand in a log: an id as a word, a title anywhere. The program's own files are none."""
    said = re.sub(
        rf"{re.escape(str(paths.PACKAGE))}[\w/]*\.py:\d+ \S+|kiosk\.[a-z_.]+:|\[details: [a-z ]+\]", " ", text
    )
    words = set(_PARTS.findall(said))
    return sorted(name for name in known if (name in words if _PARTS.fullmatch(name) else name in said))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The kiosk's own log, of every level, and Qt's messages in it as `kiosk run` puts them there."""
    root = logging.getLogger()
    level, made = root.level, Log()
    made.keep(tmp_path / "log", 8)
    made.visitors_come()
    root.addHandler(made)
    root.setLevel(logging.DEBUG)
    before = qInstallMessageHandler(qt_log.log)
    yield tmp_path / "log"
    qInstallMessageHandler(before)
    root.removeHandler(made)
    root.setLevel(level)
    made.close()


def visit(driver: Driver, code: str, topics: int) -> None:
    """Somebody reads some topics in one language, changes how it looks, and goes."""
    driver.start(code)
    for topic in driver.topics()[:topics]:
        driver.open(topic.id)
        driver.tap(driver.word("bar.back"))
    driver.kiosk.send(Reset())
    driver.pass_time(60)
    driver.settle()


def go_wrong(driver: Driver) -> None:
    """Each part of the kiosk complains, in the words that it has, while somebody reads."""
    topic = driver.topics()[0]
    logging.getLogger("kiosk.bridge.mammograms").warning("%s: the file is damaged", f"/x/{topic.id}/left.jpg")
    logging.getLogger("kiosk.bridge.gallery").warning("%s", f"the picture {topic.id} is not shown")
    logging.getLogger("kiosk.bridge.fonts").error("the language %s is not offered: %s", driver.session.language, "x")
    logging.getLogger("kiosk.bridge.shell").warning("%s", f"TopicPage.qml:3: {topic.card}")
    Told().tell(f"no voice speaks {driver.session.language}")
    qWarning(f"file:///x/TopicPage.qml:12: TypeError: Cannot read {topic.id}")
    qt_log.log(QtMsgType.QtDebugMsg, QMessageLogContext(), f"loading {topic.card}")
    try:
        raise KeyError(topic.id)
    except KeyError:
        logging.getLogger("kiosk.bridge.errands").exception("%s could not be done", "upkeep")


@pytest.mark.qt_log_ignore(".*")
def test_a_whole_visit_and_all_that_goes_wrong_on_it_leave_no_name_in_the_log(
    open_kiosk: OpenKiosk, catalog: Catalog, log: Path
) -> None:
    known = names(catalog)
    assert len(known) > 150
    driver = open_kiosk()
    for code in ALL:
        visit(driver, code, 8 if code == "en" else 1)
    driver.start("es")
    driver.open(driver.topics()[0].id)
    go_wrong(driver)
    driver.tap(driver.word("bar.home"))
    open_explorer(driver)
    text = log.read_text(encoding="utf-8")
    assert told(text, known) == []
    for words in ("damaged [details", "is not offered", "a voice is missing", "KeyError: ", "picture is not as it"):
        assert words in text
    assert text.count("something is wrong on a screen") >= 2


def test_a_log_that_names_something_is_caught(open_kiosk: OpenKiosk, catalog: Catalog, log: Path) -> None:
    known = names(catalog)
    driver = open_kiosk()
    driver.start("es")
    topic = driver.open(driver.topics()[1].id)
    for planted in (f"opened {topic.id}", f"title {topic.card}", f"in {driver.session.language}"):
        logging.getLogger("kiosk").info("%s", planted)
    found = told(log.read_text(encoding="utf-8"), known)
    assert {topic.id, topic.card, "es"} <= set(found)
