"""List models that QML's repeaters read. Rows are immutable; a change replaces them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import QmlUncreatable
from kiosk.catalog.model import Block, Item

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_ROOT = QModelIndex()
FIRST_ROLE = 0x0100
"""Qt.ItemDataRole.UserRole. The first look at `Qt` itself would make its hundred enums, 15 ms of the start."""
Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Rows of named values; the names are the roles that a delegate declares as required properties."""

    NAMES: tuple[str, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Any, ...], ...] = ()
        self._roles = {FIRST_ROLE + i: QByteArray(n.encode()) for i, n in enumerate(self.NAMES)}

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return self._roles

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid() or role not in self._roles:
            return None
        return self._rows[index.row()][role - FIRST_ROLE]

    def replace(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Show `rows`; where only values changed, delegates stay alive and just read them again."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        if len(fresh) == len(self._rows):
            self._rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()


@QmlElement
@QmlUncreatable("made by the kiosk")
class LanguageModel(RowModel):
    """The languages offered; `draftNote` says in the language itself that nobody has signed it, or nothing.

    `face`: the font family that draws both at any time; `line`: the least height of its lines, in sizes of its letters.
    """

    NAMES = ("code", "name", "rightToLeft", "draftNote", "chosen", "face", "line")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._rows)


@QmlElement
@QmlUncreatable("made by the kiosk")
class TopicModel(RowModel):
    """The cards of the home screen."""

    NAMES = ("topicId", "card", "scene", "tint", "visited")


@QmlElement
@QmlUncreatable("made by the kiosk")
class CenterModel(RowModel):
    """The site's imaging centers; `hours` and `address` are lists of lines. Phone and hours keep their direction."""

    NAMES = ("name", "address", "phone", "hours")


@QmlElement
@QmlUncreatable("made by the kiosk")
class NoticeModel(RowModel):
    """The pages of the site's notice that can be shown: their number in the settings, height by width, and words."""

    NAMES = ("number", "slender", "alt")


@QmlElement
@QmlUncreatable("made by the kiosk")
class DeskModel(RowModel):
    """ "Please ask at the desk" in every language, and the font family that draws it."""

    NAMES = ("code", "text", "face")


@QmlElement
@QmlUncreatable("made by the kiosk")
class ItemModel(RowModel):
    """The parts of one block; `blocks` is a `BlockModel`, empty but for tabs."""

    NAMES = (
        "itemId",
        "title",
        "term",
        "text",
        "note",
        "label",
        "alt",
        "picture",
        "mark",
        "sign",
        "stone",
        "amount",
        "mm",
        "blocks",
    )

    def fill(self, items: Sequence[Item]) -> ItemModel:
        """Show `items`; returns itself. The parts shown before are given up."""
        before = self.children()
        self.replace(
            [
                (
                    i.id,
                    i.title,
                    i.term,
                    i.text,
                    i.note,
                    i.label,
                    i.alt,
                    i.picture,
                    i.mark,
                    i.icon,
                    i.stone,
                    i.count,
                    i.mm,
                    BlockModel(self).fill(i.blocks),
                )
                for i in items
            ]
        )
        for part in before:
            part.deleteLater()
        return self


@QmlElement
@QmlUncreatable("made by the kiosk")
class BlockModel(RowModel):
    """The blocks of a page or of a tab, in reading order."""

    NAMES = (
        "blockId",
        "kind",
        "title",
        "lead",
        "big",
        "paragraphs",
        "callout",
        "other",
        "note",
        "alt",
        "caption",
        "picture",
        "tone",
        "mark",
        "layout",
        "mm",
        "items",
    )

    def fill(self, blocks: Sequence[Block]) -> BlockModel:
        """Show `blocks`; returns itself. The parts shown before are given up."""
        before = self.children()
        self.replace(
            [
                (
                    b.id,
                    b.kind,
                    b.title,
                    b.lead,
                    b.big,
                    list(b.paragraphs),
                    b.callout,
                    b.other,
                    b.note,
                    b.alt,
                    b.caption,
                    b.picture,
                    b.tone,
                    b.mark,
                    b.layout,
                    b.mm,
                    ItemModel(self).fill(b.items),
                )
                for b in blocks
            ]
        )
        for part in before:
            part.deleteLater()
        return self
