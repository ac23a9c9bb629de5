"""A kiosk runs for months: opening pages must leave nothing behind."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from kiosk.bridge.models import BlockModel
from kiosk.catalog.model import Block, Item


def blocks(count: int) -> list[Block]:
    inner = (Block(id="inner", kind="text", paragraphs=("a",)),)
    items = tuple(Item(id=str(i), label="x", blocks=inner) for i in range(3))
    return [Block(id=f"b{i}", kind="tabs", items=items) for i in range(count)]


def test_filling_a_page_again_and_again_keeps_no_old_parts(qtbot: QtBot) -> None:
    parent = QObject()
    model = BlockModel(parent)
    model.fill(blocks(4))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    held = len(model.findChildren(QObject))
    assert held > 4
    for round_ in range(20):
        model.fill(blocks(4 if round_ % 2 else 5))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    model.fill(blocks(4))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(model.findChildren(QObject)) == held
    model.fill([])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert model.findChildren(QObject) == []
