pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme
import Kiosk.Controls

// One spot: a hollow ring around it and its number beside it. The finding in its middle stays free.
Pressable {
    id: root

    required property int index
    required property Rings rings
    required property int number
    required property bool seen
    required property bool chosen
    required property real ringRadius
    // Where the number stands: 0 top right, 1 top left, 2 bottom right, 3 bottom left.
    property int corner: 0
    // Where there is no room for it between other spots, the number is left out until the picture is larger.
    property bool tagged: true
    readonly property real tagShift: root.ringRadius * 0.7071 + Theme.dp * 9

    readonly property color _ink: root.seen && !root.chosen ? Theme.ringSeen : Theme.glow
    readonly property color _color: root.down ? Theme.glowPress : root._ink
    readonly property real _casing: Theme.dp * 4
    // What was looked at has a thinner line as well as another colour.
    readonly property real _width: Theme.dp * (root.chosen ? 8 : root.seen ? 3 : 6)
    readonly property real _tag: Math.max(Theme.dp * 54, tag.implicitWidth + Theme.dp * 24, tag.implicitHeight + Theme.dp * 8)
    readonly property real _reach: Math.max(root.ringRadius + root._casing, Theme.dp * 48)
    readonly property real _side: 2 * Math.max(root._reach, root.tagShift + root._tag / 2)

    width: root._side
    height: root._side
    radius: root.width / 2
    night: true
    shrinks: false
    // Round, like what is drawn, and with its number.
    containmentMask: QtObject {
        function contains(point: point): bool {
            const x = point.x - root.width / 2;
            const y = point.y - root.height / 2;
            const tagX = root.corner % 2 ? -root.tagShift : root.tagShift;
            const tagY = root.corner > 1 ? root.tagShift : -root.tagShift;
            const inside = Math.hypot(x, y) <= root._reach || root.tagged && Math.hypot(x - tagX, y - tagY) <= root._tag / 2;
            return inside && root.nearest(x, y);
        }
    }

    // Whether a point, from its middle, belongs to this ring and not to one that lies nearer.
    function nearest(x: real, y: real): bool {
        return root.rings.owner(root.rings.middle(root.index).x + x, root.rings.middle(root.index).y + y) === root.index;
    }

    component Circle: ShapePath {
        id: circle

        required property real reach

        fillColor: "transparent"

        PathAngleArc {
            centerX: root.width / 2
            centerY: root.height / 2
            radiusX: circle.reach
            radiusY: circle.reach
            startAngle: 0
            sweepAngle: 360
        }
    }

    contentItem: Item {
        // Strokes, not round rectangles: those the software renderer paints anew, inside and all, at every change of size.
        Shape {
            anchors.fill: parent

            Circle {
                readonly property bool fresh: !root.seen && !root.chosen && !Theme.highContrast

                strokeWidth: Theme.dp * 14
                strokeColor: fresh ? Theme.halo : "transparent"
                reach: root.ringRadius + Theme.dp * 7
            }

            Circle {
                strokeWidth: root._width + 2 * root._casing
                strokeColor: Theme.casing
                reach: root.ringRadius - root._width / 2
            }

            Circle {
                strokeWidth: root._width
                strokeColor: root._color
                reach: root.ringRadius - root._width / 2
            }
        }

        Rectangle {
            visible: root.tagged
            x: parent.width / 2 + (root.corner % 2 ? -root.tagShift : root.tagShift) - width / 2
            y: parent.height / 2 + (root.corner > 1 ? root.tagShift : -root.tagShift) - height / 2
            width: root._tag
            height: Math.max(Theme.dp * 54, tag.implicitHeight + Theme.dp * 8)
            radius: height / 2
            color: Theme.casing

            Rectangle {
                anchors.fill: parent
                anchors.margins: root._casing
                radius: height / 2
                color: root._color
            }

            Label {
                id: tag

                anchors.centerIn: parent
                type: Theme.ringTag
                color: Theme.glowInk
                text: root.number
                Accessible.ignored: true
            }
        }
    }
}
