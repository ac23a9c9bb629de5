"""The order in which assistive technology and the voice meet the parts of a page, held against where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

ROLES = (
    QAccessible.Role.StaticText,
    QAccessible.Role.Heading,
    QAccessible.Role.Graphic,
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
)
FREE = ("Rings", "Arrows", "Tools", "SizeMarks", "PairLabels", "ScaleRule", "CountdownRing")
"""What lies over a picture has an order of its own, by number or by direction; a question is asked before its count."""
SLACK = 4.0
"""Pixels by which neighbors may overlap."""


class Met(NamedTuple):
    """One part, as it is met."""

    name: str
    box: QRectF
    heading: bool
    group: QQuickItem | None
    """What it scrolls with, or the bar that it stands in; None for the page itself."""


def met(window: QQuickWindow) -> list[Met]:
    """All parts in the order of the tree; what is inside a control belongs to it."""
    root = QAccessible.queryAccessibleInterface(window)
    return list(_walk(root)) if root else []


def _walk(at: QAccessibleInterface) -> Iterator[Met]:
    for n in range(at.childCount()):
        child = at.child(n)
        if child is None or child.state().invisible or child.state().disabled:
            continue
        name = child.text(QAccessible.Text.Name)
        if child.role() in ROLES and name:
            item = child.object()
            assert isinstance(item, QQuickItem)
            box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            yield Met(name, box, child.role() == QAccessible.Role.Heading, _group(item))
        else:
            yield from _walk(child)


def _group(item: QQuickItem) -> QQuickItem | None:
    above = item if _kind(item) in FREE else item.parentItem()
    while above is not None and not above.inherits("QQuickFlickable") and _kind(above) not in (*FREE, "VisitBar"):
        above = above.parentItem()
    return above


def _kind(item: QQuickItem) -> str:
    return item.metaObject().className().partition("_QMLTYPE_")[0]


def leaps(parts: list[Met], *, mirrored: bool) -> Iterator[str]:
    """One sentence for each part that is met after one which it stands above, or before in the same line.

    In a mirrored language lines are not looked at: names of languages and sides of a picture keep their places there.
    """
    for one, other in pairwise(parts):
        if one.group is not other.group or (one.group is not None and _kind(one.group) in FREE):
            continue
        across = min(one.box.right(), other.box.right()) - max(one.box.left(), other.box.left()) > SLACK
        down = min(one.box.bottom(), other.box.bottom()) - max(one.box.top(), other.box.top()) > SLACK
        above = other.box.bottom() <= one.box.top() + SLACK
        before = other.box.right() <= one.box.left() + SLACK and not mirrored
        if (across and above) or (down and before and not across):
            yield f"{other.name!r} is met after {one.name!r}, but stands before it"
