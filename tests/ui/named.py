"""What assistive technology gets of a window's controls and in which order its parts stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.voice.glass import Glass, item_of
from tests.ui.driver import Driver
from tests.ui.spoken import within, words

_PRESSED = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
    QAccessible.Role.Slider,
)


class Control(NamedTuple):
    """What can be pressed, as assistive technology gets it."""

    role: QAccessible.Role
    name: str
    description: str
    inner: int
    """Parts of its own: none, or a screen reader reads its words twice."""


def controls(driver: Driver) -> list[Control]:
    """All that can be pressed now."""
    found: list[Control] = []

    def visit(at: QAccessibleInterface) -> None:
        for n in range(at.childCount()):
            child = at.child(n)
            if child is None or child.state().invisible or child.state().disabled:
                continue
            if child.role() in _PRESSED:
                name, more = (child.text(what) for what in (QAccessible.Text.Name, QAccessible.Text.Description))
                found.append(Control(child.role(), name, more, child.childCount()))
            visit(child)

    root = QAccessible.queryAccessibleInterface(driver.window)
    assert root is not None
    visit(root)
    return found


def unnamed(driver: Driver) -> list[str]:
    """Controls without a name, with parts of their own, or with words on them that they do not say."""
    scene, found = driver.look(), []
    known = {control.name: control for control in controls(driver)}
    for control in known.values():
        if not control.name:
            found.append(f"a {control.role.name} has no name")
        if control.inner:
            found.append(f"{control.name!r} has parts of its own")
    for node in scene.texts():
        button = next((above for above in scene.above(node) if above.button and above.enabled), None)
        owner = known.get(button.name) if button else None
        if owner and not within(words(node.text), words(f"{owner.name} {owner.description}")):
            found.append(f"{owner.name!r} does not say {node.text!r}")
    for button in (n for n in scene.nodes if n.button and n.enabled and n.name in known):
        labels = [n.text for n in scene.texts() if button in scene.above(n)]
        if labels and not any(within(words(label), words(button.name)) for label in labels):
            found.append(f"{button.name!r} has none of its words in its name: {labels}")
    return found


def order_faults(driver: Driver) -> list[str]:
    """Parts that are read after one that stands wholly below them, though not in a column before theirs.

    Compared are parts that scroll together; two pictures that are compared never mirror.
    """
    scene = driver.look()
    nodes = {node.rect: node for node in scene.nodes}
    found = []
    before: dict[object, tuple[str, QRectF]] = {}
    for part in Glass(driver.window).parts():
        item = item_of(part.key)
        if part.in_bar or item is None:
            continue
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        node = nodes[box.x(), box.y(), box.width(), box.height()]
        if scene.within(node, "CountdownRing"):
            continue  # the question stands below its count, and is asked first
        page = scene.scrolling(node)
        place = page.index if page else None
        if place in before:
            name, last = before[place]
            mirrored = driver.kiosk.mirrored and scene.within(node, "PairLabels") is None
            beyond = box.right() <= last.left() + 1 if mirrored else box.left() >= last.right() - 1
            if box.bottom() <= last.top() + 1 and not beyond:
                found.append(f"{part.name!r} is read after {name!r}")
        before[place] = part.name, box
    return found


def items(at: QQuickItem) -> Iterator[QQuickItem]:
    """`at` and all that stands in it."""
    yield at
    for child in at.childItems():
        yield from items(child)
