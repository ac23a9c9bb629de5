import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The magnifying glass. The finger holds the handle or the rim, so the hand never hides the picture; a touch inside it goes
// through to the picture. It shows the point under its middle. In reach mode its handle is as long as it must be: what a
// finger holds of it stays below the line, at the lens where it can be, else at its place of rest.
Item {
    id: root

    required property Explorer explorer
    required property Stage stage
    required property Words words
    // Where reach begins, and where what is held of a lens out of reach rests; 0 while everything is within reach.
    property real reach: 0
    property point rest: Qt.point(0, 0)
    // So much of its height is the tools', not the picture's.
    property real foot: 0

    readonly property real _open: root.height - root.foot
    readonly property real _middleX: root.stage.originX + root.explorer.lensX * root.stage.scale
    readonly property real _middleY: root.stage.originY + root.explorer.lensY * root.stage.scale
    readonly property real _across: Math.min(Theme.dp * (Theme.landscape ? 360 : 392), Math.min(root.width, root._open) * 0.56)
    readonly property real _reach: root._across / 2 + Theme.dp * 128
    readonly property real _step: Theme.dp * 40
    // While a finger holds it, the handle stays where it is; else it turns to where it can be reached.
    readonly property bool _fitsRight: root._middleX + root._reach * 0.7071 < root.width - Theme.dp * 24
    readonly property bool _fitsBelow: root._middleY + root._reach * 0.7071 < root._open - Theme.dp * 24
    property bool _right: true
    property bool _below: true
    readonly property bool _long: root.reach > 0
    readonly property real rests: Theme.dp * 104
    // From the middle to what is held: along the handle, or as it was when a finger took hold of it.
    property point _hang: Qt.point(0, 0)
    readonly property real _out: root._across / 2 + Theme.dp * 114
    readonly property point _held: {
        if (!root._long)
            return Qt.point(root._middleX + (root._right ? 0.7071 : -0.7071) * root._out, root._middleY + (root._below ? 0.7071 : -0.7071) * root._out);
        const half = root.rests / 2;
        const lowest = Math.max(root._open - half, root.rest.y);
        return Qt.point(Math.max(half, Math.min(root.width - half, root._middleX + root._hang.x)), Math.max(root.reach + half, Math.min(lowest, root._middleY + root._hang.y)));
    }
    readonly property real _length: Math.max(1, Math.hypot(root._held.x - root._middleX, root._held.y - root._middleY))
    readonly property real _alongX: (root._held.x - root._middleX) / root._length
    readonly property real _alongY: (root._held.y - root._middleY) / root._length
    readonly property point middle: Qt.point(root._middleX, root._middleY)
    readonly property rect zone: Qt.rect(root._middleX - root._across / 2, root._middleY - root._across / 2, root._across, root._across)
    readonly property bool dragged: handle.dragged || rim.dragged

    function place(x: real, y: real) {
        const middleX = Math.max(0, Math.min(root.width, x));
        const middleY = Math.max(0, Math.min(root._open, y));
        root.explorer.moveLens((middleX - root.stage.originX) / root.stage.scale, (middleY - root.stage.originY) / root.stage.scale);
    }

    function step(across: real, down: real) {
        root.place(root._middleX + across * root._step, root._middleY + down * root._step);
    }

    function turn() {
        if (root.dragged)
            return;
        root._right = root._fitsRight;
        root._below = root._fitsBelow;
        root._hang = root._longHang();
    }

    // Straight below the lens, else beside it, else at rest.
    function _longHang(): point {
        const half = root.rests / 2;
        const far = root._across / 2 + Theme.dp * 24 + half;
        const highest = root.reach + half;
        const lowest = root._open - half;
        if (root._middleY + far >= highest && root._middleY + far <= lowest)
            return Qt.point(0, far);
        if (root._middleY >= highest && lowest >= highest)
            return Qt.point(root._middleX + far + half < root.width ? far : -far, Math.min(0, lowest - root._middleY));
        return Qt.point(root.rest.x - root._middleX, root.rest.y - root._middleY);
    }

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    on_FitsRightChanged: root.turn()
    on_FitsBelowChanged: root.turn()
    onDraggedChanged: root.turn()
    onMiddleChanged: root.turn()
    onReachChanged: root.turn()
    onRestChanged: root.turn()
    onHeightChanged: root.turn()
    Component.onCompleted: root.turn()

    LensHandle {
        x: root._middleX
        y: root._middleY
        rotation: Math.atan2(root._alongY, root._alongX) * 180 / Math.PI
        rim: root._across / 2
        length: root._length
        long: root._long
        down: handle.down || root.dragged
    }

    Rectangle {
        anchors.centerIn: disc
        width: root._across + Theme.dp * 8
        height: width
        radius: width / 2
        color: Theme.casing
    }

    LensGlass {
        id: disc

        x: root._middleX - root._across / 2
        y: root._middleY - root._across / 2
        width: root._across
        height: root._across
        stage: root.stage
        centerX: root.explorer.lensX
        centerY: root.explorer.lensY
        factor: 3.3
    }

    Rectangle {
        anchors.fill: disc
        radius: width / 2
        color: "transparent"
        border.width: Theme.dp * 10
        border.color: rim.visualFocus ? Theme.nightFocus : Theme.glow
    }

    Grip {
        id: handle

        // The middle of its handle, and room on all sides of it whichever way it points.
        x: root._held.x - width / 2
        y: root._held.y - height / 2
        width: root._long ? root.rests : Theme.dp * 226
        height: width
        radius: width / 2
        focusPolicy: root._long ? Qt.TabFocus : Qt.NoFocus
        lens: root
        Accessible.ignored: !root._long
        containmentMask: QtObject {
            function contains(point: point): bool {
                const x = point.x - handle.width / 2;
                const y = point.y - handle.height / 2;
                return root._long ? Math.hypot(x, y) < handle.width / 2 : Math.abs(x * root._alongX + y * root._alongY) < Theme.dp * 114 && Math.abs(x * root._alongY - y * root._alongX) < Theme.dp * 52;
            }
        }
    }

    // The rim is a target too, where all of it is within reach; the picture inside it is not part of it.
    Grip {
        id: rim

        anchors.centerIn: disc
        width: root._across + 2 * Theme.dp * 36
        height: width
        radius: width / 2
        enabled: !root._long
        lens: root
        containmentMask: QtObject {
            function contains(point: point): bool {
                const far = Math.hypot(point.x - rim.width / 2, point.y - rim.height / 2);
                return far > root._across / 2 - Theme.dp * 30 && far < rim.width / 2;
            }
        }
    }
}
