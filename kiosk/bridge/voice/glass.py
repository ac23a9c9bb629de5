"""What stands on the glass, read from the tree that assistive technology gets.

Owns no item: a part is named by the number that Qt's accessibility gave it, and an item that is gone has none any more.
Must not know what is said of it, nor in which words.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.voice.highlight import Highlight
from kiosk.speech.model import Kind, Part, Utterance
from kiosk.speech.sentences import joined

_KINDS = {
    QAccessible.Role.StaticText: Kind.TEXT,
    QAccessible.Role.Heading: Kind.HEADING,
    QAccessible.Role.Graphic: Kind.PICTURE,
    QAccessible.Role.Button: Kind.BUTTON,
    QAccessible.Role.CheckBox: Kind.SWITCH,
    QAccessible.Role.RadioButton: Kind.CHOICE,
    QAccessible.Role.PageTab: Kind.TAB,
    QAccessible.Role.Slider: Kind.HANDLE,
}
_TOOLS = frozenset({QAccessible.Role.ToolBar, QAccessible.Role.Grouping})
"""What stands in these is said when the keys reach it, not with the page."""
_OPEN = frozenset({Kind.TEXT, Kind.HEADING, Kind.PICTURE})
"""What may have parts of its own."""


class Glass:
    """Reads one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._highlight = Highlight(window)

    def parts(self) -> tuple[Part, ...]:
        """Everything that can be seen and is not covered, in reading order."""
        root = QAccessible.queryAccessibleInterface(self._window)
        return tuple(_walk(root, in_bar=False)) if root else ()

    def part_of(self, item: QQuickItem) -> Part | None:
        """What `item` is; None when it says nothing."""
        found = QAccessible.queryAccessibleInterface(item)
        return _part(found, in_bar=False) if found and found.role() in _KINDS else None

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the sentences of `text` stand, by Unicode's rules."""
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
        ends: list[int] = []
        while (at := finder.toNextBoundary()) >= 0:
            ends.append(at)
        return joined(text, ends)

    def mark(self, utterance: Utterance) -> None:
        """Show which words are being said."""
        item = item_of(utterance.key)
        if item is None:
            self._highlight.hide()
        else:
            self._highlight.show(item, utterance.start, utterance.end)

    def unmark(self, *, keep: bool) -> None:
        """Nothing is being said any more; `keep` the mark where the reading will go on."""
        if keep:
            self._highlight.calm()
        else:
            self._highlight.hide()


def item_of(key: int) -> QQuickItem | None:
    """The live item of a part; None once it is gone."""
    found = QAccessible.accessibleInterface(key) if key >= 0 else None
    item = found.object() if found and found.isValid() else None
    return item if isinstance(item, QQuickItem) else None


def _walk(at: QAccessibleInterface, *, in_bar: bool) -> Iterator[Part]:
    for n in range(at.childCount()):
        child = at.child(n)
        if child is None or child.state().invisible or child.state().disabled:
            continue
        role = child.role()
        if role in _KINDS:
            part = _part(child, in_bar=in_bar)
            if part.name:
                yield part
            if part.kind in _OPEN:
                yield from _walk(child, in_bar=in_bar)
        else:
            yield from _walk(child, in_bar=in_bar or role in _TOOLS)


def _told(found: QAccessibleInterface, name: str) -> str | bool | None:
    """A property of the item itself, for what its role and states cannot tell; None where it has none."""
    item = found.object()
    told = item.property(name) if isinstance(item, QQuickItem) else None
    return told if isinstance(told, str | bool) else None


def _part(found: QAccessibleInterface, *, in_bar: bool) -> Part:
    state = found.state()
    kind = _KINDS[found.role()]
    return Part(
        QAccessible.uniqueId(found),
        kind,
        found.text(QAccessible.Text.Name),
        found.text(QAccessible.Text.Description),
        on=bool(state.checked or state.selected),
        opens=bool(_told(found, "expands")),
        language="" if kind in _OPEN else str(_told(found, "spokenLanguage") or ""),
        in_bar=in_bar,
    )
