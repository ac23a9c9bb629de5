import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The magnifying glass. The finger holds the handle or the rim, so the hand never hides the picture; a touch inside it goes
// through to the picture. It shows the point under its middle.
Item {
    id: root

    required property Explorer explorer
    required property Stage stage
    required property string handleName

    readonly property real _middleX: root.stage.originX + root.explorer.lensX * root.stage.scale
    readonly property real _middleY: root.stage.originY + root.explorer.lensY * root.stage.scale
    readonly property real _across: Math.min(Theme.dp * (Theme.landscape ? 360 : 392), Math.min(root.width, root.height) * 0.56)
    readonly property real _reach: root._across / 2 + Theme.dp * 128
    readonly property real _step: Theme.dp * 40
    // While a finger holds it, the handle stays where it is; else it turns to where it can be reached.
    readonly property bool _fitsRight: root._middleX + root._reach * 0.7071 < root.width - Theme.dp * 24
    readonly property bool _fitsBelow: root._middleY + root._reach * 0.7071 < root.height - Theme.dp * 24
    property bool _right: true
    property bool _below: true
    readonly property real _alongX: root._right ? 0.7071 : -0.7071
    readonly property real _alongY: root._below ? 0.7071 : -0.7071
    readonly property point middle: Qt.point(root._middleX, root._middleY)
    readonly property rect zone: Qt.rect(root._middleX - root._across / 2, root._middleY - root._across / 2, root._across, root._across)
    readonly property bool dragged: handle.dragged || rim.dragged

    function place(x: real, y: real) {
        const middleX = Math.max(0, Math.min(root.width, x));
        const middleY = Math.max(0, Math.min(root.height, y));
        root.explorer.moveLens((middleX - root.stage.originX) / root.stage.scale, (middleY - root.stage.originY) / root.stage.scale);
    }

    function turn() {
        if (root.dragged)
            return;
        root._right = root._fitsRight;
        root._below = root._fitsBelow;
    }

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    on_FitsRightChanged: root.turn()
    on_FitsBelowChanged: root.turn()
    onDraggedChanged: root.turn()
    Component.onCompleted: root.turn()

    // The handle, from the rim outwards.
    Item {
        x: root._middleX
        y: root._middleY
        rotation: Math.atan2(root._alongY, root._alongX) * 180 / Math.PI
        transformOrigin: Item.TopLeft

        Rectangle {
            x: root._across / 2 - Theme.dp * 6
            y: -height / 2
            width: Theme.dp * 60
            height: Theme.dp * 26
            color: Theme.casing
            antialiasing: true
        }

        Rectangle {
            x: root._across / 2 - Theme.dp * 6
            y: -height / 2
            width: Theme.dp * 60
            height: Theme.dp * 16
            color: Theme.glowPress
            antialiasing: true
        }

        Rectangle {
            x: root._across / 2 + Theme.dp * 32
            y: -height / 2
            width: Theme.dp * 164
            height: Theme.dp * 58
            radius: height / 2
            color: Theme.casing
            antialiasing: true

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.dp * 4
                radius: height / 2
                color: handle.down || root.dragged ? Theme.glowPress : Theme.glow
                antialiasing: true
            }

            Rectangle {
                anchors.centerIn: parent
                width: Theme.dp * 88
                height: Theme.dp * 8
                radius: height / 2
                color: Theme.glowInk
                opacity: 0.25
                antialiasing: true
            }
        }
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
        readonly property real _out: root._across / 2 + Theme.dp * 114

        x: root._middleX + root._alongX * _out - width / 2
        y: root._middleY + root._alongY * _out - height / 2
        width: Theme.dp * 226
        height: width
        focusPolicy: Qt.NoFocus
        lens: root
        Accessible.ignored: true
        containmentMask: QtObject {
            function contains(point: point): bool {
                const x = point.x - handle.width / 2;
                const y = point.y - handle.height / 2;
                return Math.abs(x * root._alongX + y * root._alongY) < Theme.dp * 114 && Math.abs(x * root._alongY - y * root._alongX) < Theme.dp * 52;
            }
        }
    }

    // The rim is a target too; the picture inside it is not part of it.
    Grip {
        id: rim

        anchors.centerIn: disc
        width: root._across + 2 * Theme.dp * 30
        height: width
        radius: width / 2
        lens: root
        Accessible.role: Accessible.Slider
        Keys.onLeftPressed: root.place(root._middleX - root._step, root._middleY)
        Keys.onRightPressed: root.place(root._middleX + root._step, root._middleY)
        Keys.onUpPressed: root.place(root._middleX, root._middleY - root._step)
        Keys.onDownPressed: root.place(root._middleX, root._middleY + root._step)
        containmentMask: QtObject {
            function contains(point: point): bool {
                const far = Math.hypot(point.x - rim.width / 2, point.y - rim.height / 2);
                return far > root._across / 2 - Theme.dp * 28 && far < rim.width / 2;
            }
        }
    }
}
