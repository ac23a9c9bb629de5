"""When nothing can be shown: please ask at the desk, in six languages, each in letters that exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFont, QFontInfo, QRawFont

from kiosk.bridge.eye import Node
from kiosk.catalog import Catalog
from kiosk.catalog.desk import DESK
from tests.e2e.likeness import same
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver


@pytest.fixture(params=list(ORIENTATIONS))
def shut(request: pytest.FixtureRequest, open_kiosk: OpenKiosk, closed: Catalog) -> Driver:
    return open_kiosk(ORIENTATIONS[request.param], closed)


def missing(node: Node) -> Iterator[str]:
    """The letters of a text that its own font does not have; and the font, if Qt took another."""
    family, size, weight, _ = node.font
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(weight))
    if QFontInfo(font).family() != family:
        yield f"there is no font {family!r}"
    raw = QRawFont.fromFont(font)
    yield from (letter for letter in node.text if letter != " " and not raw.supportsCharacter(ord(letter)))


def test_all_six_sentences_stand_on_the_glass(shut: Driver) -> None:
    assert len(DESK) == 6
    assert shut.texts_on_glass() == [sentence for _, sentence in DESK]


def test_every_letter_of_every_sentence_is_in_its_font(shut: Driver) -> None:
    texts = shut.look().texts()
    assert len(texts) == 6
    assert {node.text: list(missing(node)) for node in texts} == {node.text: [] for node in texts}


def test_a_letter_that_its_font_lacks_is_seen(shut: Driver) -> None:
    texts = {code: node for (code, _), node in zip(DESK, shut.look().texts(), strict=True)}
    assert "안" in list(missing(replace(texts["ko"], font=texts["ar"].font)))
    assert list(missing(replace(texts["en"], font=("No such font", 40, 400, 0)))) != []


def test_nothing_can_be_touched_and_nothing_is_timed(shut: Driver) -> None:
    assert shut.buttons() == []
    picture = shut.screenshot()
    for x in (0.1, 0.5, 0.9):
        shut.touch(shut.look().window.center().toPoint() * x)
    shut.pass_time(3600)
    assert shut.kiosk.property("screen") == "closed"
    assert same(shut.screenshot(), picture)
