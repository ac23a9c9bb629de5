import QtQuick
import QtQuick.Shapes
import Kiosk.Theme
import Kiosk.Controls

// Where a finger must stay to end the wipe-down early; a ring fills while it does.
Item {
    id: root

    required property real share
    // Asked for by kiosk/bridge/staff_door.py: all other touches of a wipe-down go nowhere.
    readonly property bool leavesHere: true

    readonly property real _stroke: Theme.dp * 10

    implicitWidth: Theme.dp * (Theme.low ? 108 : 132)
    implicitHeight: implicitWidth
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: root._stroke
        radius: width / 2
        color: Theme.nightRaised
        border.width: Theme.outline
        border.color: Theme.nightControl

        Icon {
            anchors.centerIn: parent
            name: "hand"
            ink: Theme.nightText
            size: Theme.dp * 56
        }
    }

    Shape {
        anchors.fill: parent
        visible: root.share > 0
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.glow
            strokeWidth: root._stroke
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: (root.width - root._stroke) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * root.share
            }
        }
    }
}
