import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// Seconds that are left, as a number in a ring. The colour never changes: there is no rush.
Item {
    id: root

    required property int seconds
    required property real total
    required property string unit
    property bool night: false

    // On a low glass the largest words need its room.
    readonly property bool _small: Theme.low && Theme.largest
    readonly property real _stroke: Theme.dp * (root._small ? 12 : 20)

    // Wide enough for the corners of what is written in it, as long as that is no monster.
    readonly property real _least: Theme.dp * ((Theme.narrow || Theme.low) && Theme.textPercent > 125 ? 235 : Theme.narrow ? 280 : 320) * Theme.iconScale
    readonly property real _wanted: 2 * (Math.hypot(word.implicitWidth / 2, words.height / 2 - Theme.dp * 8) + root._stroke)

    implicitWidth: root._small ? Theme.dp * 240 : Math.max(root._least, Math.min(root._wanted, Theme.dp * 420 * Theme.iconScale))
    implicitHeight: implicitWidth

    Accessible.role: Accessible.StaticText
    Accessible.name: root.seconds + " " + root.unit

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            fillColor: "transparent"
            strokeColor: root.night ? Theme.nightRaised : Theme.track
            strokeWidth: root._stroke

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: (root.width - root._stroke) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            fillColor: "transparent"
            strokeColor: root.night ? Theme.glow : Theme.tide
            strokeWidth: root._stroke
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: (root.width - root._stroke) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.min(1, root.seconds / root.total)
            }
        }
    }

    Column {
        id: words

        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            type: root._small ? Theme.h2 : Theme.countdown
            color: root.night ? Theme.nightText : Theme.ink
            text: root.seconds
            Accessible.ignored: true
        }

        Label {
            id: word

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Math.ceil(implicitWidth), root.width - Theme.dp * 80)
            horizontalAlignment: Text.AlignHCenter
            visible: !root._small
            type: Theme.caption
            color: root.night ? Theme.nightText2 : Theme.ink2
            text: root.unit
            Accessible.ignored: true
        }
    }
}
