"""A keypad for the window: rounds through a screen by one key, and what of it can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.eye import Node, Scene
from kiosk.bridge.keypad import KeypadFilter
from tests.ui.driver import Driver

Key = Qt.Key
KEYS = (
    Key.Key_Up,
    Key.Key_Down,
    Key.Key_Left,
    Key.Key_Right,
    Key.Key_Tab,
    Key.Key_Backtab,
    Key.Key_Return,
    Key.Key_Enter,
    Key.Key_Space,
    Key.Key_Escape,
    Key.Key_Backspace,
    Key.Key_Select,
    Key.Key_Back,
    Key.Key_Home,
    Key.Key_HomePage,
    Key.Key_F1,
    Key.Key_Help,
    Key.Key_VolumeUp,
    Key.Key_VolumeDown,
)
"""The keys that a keypad has by default."""
_SLACK = 1.0  # pixels


def keypad(driver: Driver) -> KeypadFilter:
    found = driver.window.findChild(KeypadFilter)
    assert found is not None
    return found


def at(driver: Driver) -> QQuickItem:
    """What has the focus, which all can see."""
    item = keypad(driver).focus.shown()
    assert item is not None, "nothing has the focus"
    return item


def box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def name(item: QQuickItem) -> str:
    """What a screen reader calls it."""
    return str(QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name))


def expected(scene: Scene) -> list[str]:
    """The names of what can be touched: the page in the order it is drawn, then the bar."""
    targets = [n for n in scene.nodes if n.button and n.enabled and by_key(scene, n)]
    bars = [n for n in targets if scene.within(n, "VisitBar")]
    return [n.name for n in targets if n not in bars] + [n.name for n in bars]


def by_key(scene: Scene, node: Node) -> bool:
    """A scrim is for fingers, as is the rim of a lens beside its handle; "More below" is what keys do as they go."""
    scrim = node.kind == "Pressable" and scene.nodes[node.parent].kind.endswith("Sheet")
    return node.kind not in ("MoreBelow", "Grip") and not scrim


def one_round(driver: Driver, key: Qt.Key = Key.Key_Down, most: int = 80) -> Iterator[QQuickItem]:
    """Each control that `key` leads to from where one is, until the first comes again."""
    driver.strike(key)
    if name(at(driver)) == driver.kiosk.words.get("topic.more_below"):
        driver.strike(key)  # it goes as the page does: nothing to begin a round with
    first = at(driver)
    yield first
    for _ in range(most):
        driver.strike(key)
        item = at(driver)
        if item == first:
            return
        yield item
    raise AssertionError(f"{most} presses never come round")


def go_to(driver: Driver, wanted: str) -> None:
    driver.kiosk.speech.decline()
    for item in one_round(driver):
        if f"{name(item)}, ".startswith(f"{wanted}, "):
            return
    raise AssertionError(f"no key leads to {wanted!r}")


def send(
    driver: Driver,
    key: Qt.Key,
    *,
    down: bool,
    repeat: bool = False,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One half of a press, or what the system says while a key is held."""
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QCoreApplication.sendEvent(driver.window, QKeyEvent(kind, key, modifier, "", repeat))


def hold(driver: Driver, key: Qt.Key, seconds: float, every: float = 0.05) -> None:
    """Press a key and keep it down, as a keyboard tells it: a repeat `every` so many seconds."""
    send(driver, key, down=True)
    for _ in range(round(seconds / every)):
        driver.now += every
        send(driver, key, down=True, repeat=True)
    driver.settle()


def frame_of(scene: Scene, item: QQuickItem) -> QRectF:
    """Where the frame of `item` is drawn: the one frame there is."""
    frames = scene.of_kind("FocusFrame")
    if frames:
        assert len(frames) == 1, [scene.nodes[f.parent].name for f in frames]
        return frames[0].box
    return box(item)  # the picture's stands inside it


def hidden(driver: Driver, item: QQuickItem, scene: Scene | None = None) -> list[str]:
    """What keeps the focused control or its frame from being seen, now or in `scene`; nothing where all is well."""
    scene = scene or driver.look()
    frame = frame_of(scene, item)
    found = [] if _inside(frame, scene.window) else [f"its frame goes off the glass: {_place(frame)}"]
    node = _node(scene, item)
    if node is None:
        return found
    if node.kind in ("Ring", "Grip"):  # they go with the picture, beyond its glass and under one another
        return [] if _covers(scene.window & _seen(scene, node), node.box) else ["it is off the glass"]
    for around in scene.above(node):
        if around.clip and not _inside(frame, around.box):
            found.append(f"{around.kind} cuts its frame: {_place(frame)} in {_place(around.box)}")
    inside = {node.index}
    for other in scene.nodes[node.index + 1 :]:
        if other.parent in inside:
            inside.add(other.index)
        elif (other.solid or other.button) and other.opacity and _covers(_seen(scene, other), node.box):
            found.append(f"a {other.kind} lies over it: {_place(other.box)} over {_place(node.box)}")
    return found


def _seen(scene: Scene, node: Node) -> QRectF:
    """What of `node` is not cut off."""
    place = node.box
    for around in scene.above(node):
        if around.clip:
            place &= around.box
    return place


def _covers(other: QRectF, box: QRectF) -> bool:
    """Whether a tenth of `box` or more lies under `other`: round things may touch at their boxes' corners."""
    both = other & box
    return (
        both.width() > _SLACK
        and both.height() > _SLACK
        and both.width() * both.height() > box.width() * box.height() / 10
    )


def _node(scene: Scene, item: QQuickItem) -> Node | None:
    """The scene's own description of a button."""
    place = box(item).center()
    return next((n for n in scene.nodes if n.button and n.focused and n.box.center() == place), None)


def _inside(frame: QRectF, around: QRectF) -> bool:
    return around.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(frame)


def _place(rect: QRectF) -> str:
    return f"{rect.x():.0f},{rect.y():.0f} {rect.width():.0f}x{rect.height():.0f}"
