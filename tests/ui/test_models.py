"""The list models keep Qt's contract while they fill, change and empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from kiosk.bridge.models import (
    BlockModel,
    CenterModel,
    DeskModel,
    ItemModel,
    LanguageModel,
    RowModel,
    TopicModel,
)
from kiosk.catalog import Block, Catalog, Item
from tests.ui.qt_said import heard

MODELS = (BlockModel, CenterModel, DeskModel, ItemModel, LanguageModel, RowModel, TopicModel)
Contract = QAbstractItemModelTester


def watched(model: RowModel) -> Contract:
    return Contract(model, Contract.FailureReportingMode.Warning)


def complaints(log: _QtMessageCapture) -> list[str]:
    return [r.message for r in log.records if r.context and r.context.category == "qt.modeltest"]


def row(model: RowModel, word: str) -> tuple[str, ...]:
    return tuple(f"{word} {name}" for name in model.NAMES)


@pytest.mark.parametrize("kind", MODELS)
def test_a_model_keeps_the_contract_through_every_change(
    qtbot: QtBot, qtlog: _QtMessageCapture, kind: type[RowModel]
) -> None:
    model = kind()
    tester = watched(model)
    for words in ([], ["a", "b"], ["a", "c"], ["a", "c", "d"], ["d"], []):
        model.replace([row(model, word) for word in words])
        assert model.rowCount() == len(words)
    assert complaints(qtlog) == []
    del tester


@pytest.mark.parametrize("kind", MODELS)
def test_every_role_reads_the_value_of_its_name(qtbot: QtBot, kind: type[RowModel]) -> None:
    model = kind()
    model.replace([row(model, "first"), row(model, "second")])
    names = {role: bytes(name.data()).decode() for role, name in model.roleNames().items()}
    assert tuple(names.values()) == model.NAMES
    for role, name in names.items():
        assert model.data(model.index(1), role) == f"second {name}"
    assert model.data(model.index(1), 0) is None
    assert model.data(model.index(5), 256) is None


def test_a_page_of_the_book_keeps_the_contract(qtbot: QtBot, qtlog: _QtMessageCapture, catalog: Catalog) -> None:
    model = BlockModel()
    tester = watched(model)
    items = 0
    for topic in catalog.book("en").topics:
        model.fill(topic.blocks)
        parts = [model.data(model.index(n), 256 + model.NAMES.index("items")) for n in range(model.rowCount())]
        testers = [watched(part) for part in parts]
        items += sum(part.rowCount() for part in parts)
        assert len(testers) == len(topic.blocks)
    assert items > 30
    assert complaints(qtlog) == []
    del tester


def test_what_only_changes_its_values_is_not_made_anew(qtbot: QtBot) -> None:
    model = TopicModel()
    model.replace([row(model, "a"), row(model, "b")])
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.replace([row(model, "a"), row(model, "c")])
    with qtbot.waitSignal(model.modelReset):
        model.replace([row(model, "a")])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.replace([row(model, "a")])


def test_parts_that_are_shown_no_longer_are_given_up(qtbot: QtBot) -> None:
    block = Block(id="a", kind="list", items=(Item(id="1", text="Words"),))
    model = BlockModel()
    model.fill((block,))
    kept = len(model.findChildren(RowModel))
    for _ in range(3):
        model.fill((block,))
    qtbot.waitUntil(lambda: len(model.findChildren(RowModel)) == kept)
    model.fill(())
    qtbot.waitUntil(lambda: model.findChildren(RowModel) == [])


class Miscounting(RowModel):
    """Planted: more rows come than are announced."""

    NAMES = ("word",)

    def replace(self, rows: Sequence[tuple[Any, ...]]) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows = tuple(rows)
        self.endInsertRows()


def test_a_model_that_breaks_the_contract_is_caught(qtbot: QtBot) -> None:
    model = Miscounting()
    with heard() as said:
        contract = watched(model)
        model.replace([("a",), ("b",)])
    assert any("rowCount" in line for line in said)
    del contract
