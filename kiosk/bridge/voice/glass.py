"""What stands on the glass, read from the tree that assistive technology gets, and the mark on what is being said."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.speech.model import Kind, Part, Utterance

_KINDS = {
    QAccessible.Role.StaticText: Kind.TEXT,
    QAccessible.Role.Heading: Kind.HEADING,
    QAccessible.Role.Graphic: Kind.PICTURE,
    QAccessible.Role.Button: Kind.BUTTON,
    QAccessible.Role.CheckBox: Kind.SWITCH,
    QAccessible.Role.RadioButton: Kind.CHOICE,
    QAccessible.Role.PageTab: Kind.TAB,
}


class Glass:
    """Reads one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._items: list[QQuickItem] = []

    def parts(self) -> tuple[Part, ...]:
        """Everything that can be seen and is not covered, in reading order."""
        self._items = []
        root = QAccessible.queryAccessibleInterface(self._window)
        return tuple(self._walk(root, in_bar=False)) if root else ()

    def part_of(self, item: QQuickItem) -> Part | None:
        """What `item` is; None when it says nothing."""
        found = QAccessible.queryAccessibleInterface(item)
        return self._part(found, in_bar=False) if found and found.role() in _KINDS else None

    def _walk(self, at: QAccessibleInterface, *, in_bar: bool) -> Iterator[Part]:
        for n in range(at.childCount()):
            child = at.child(n)
            if child is None or child.state().invisible or child.state().disabled:
                continue
            if child.role() in _KINDS:
                part = self._part(child, in_bar=in_bar)
                if part.name:
                    yield part
                if part.kind in (Kind.TEXT, Kind.HEADING, Kind.PICTURE):
                    yield from self._walk(child, in_bar=in_bar)
            else:
                yield from self._walk(child, in_bar=in_bar or child.role() == QAccessible.Role.ToolBar)

    def _part(self, found: QAccessibleInterface, *, in_bar: bool) -> Part:
        item = found.object()
        state = found.state()
        assert isinstance(item, QQuickItem)
        self._items.append(item)
        return Part(
            len(self._items) - 1,
            _KINDS[found.role()],
            found.text(QAccessible.Text.Name),
            found.text(QAccessible.Text.Description),
            on=bool(state.checked or state.selected or state.expanded),
            opens=bool(state.expandable),
            in_bar=in_bar,
        )

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the sentences of `text` stand, by Unicode's rules."""
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
        ends: list[int] = []
        while (at := finder.toNextBoundary()) >= 0:
            ends.append(at)
        return tuple(zip([0, *ends], ends, strict=False))

    def mark(self, utterance: Utterance) -> None:
        """Show which words are being said."""
        item = self._items[utterance.key] if 0 <= utterance.key < len(self._items) else None
        if item is None or not shiboken6.isValid(item):
            return

    def unmark(self, *, keep: bool) -> None:
        """Nothing is being said any more; `keep` the mark where the reading will go on."""
