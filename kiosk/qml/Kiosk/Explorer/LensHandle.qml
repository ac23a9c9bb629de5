import QtQuick
import Kiosk.Theme

// The handle of the lens as it is drawn, from the middle of the lens outwards along its own x: a stem and a grip; with a
// long stem the grip is a disc.
Item {
    id: root

    // From the middle: where the rim is, and where the middle of the grip.
    required property real rim
    required property real length
    required property bool long
    required property bool down

    readonly property real _from: root.rim - Theme.dp * 6

    transformOrigin: Item.TopLeft

    Rectangle {
        x: root._from
        y: -height / 2
        width: root.long ? root.length - x : Theme.dp * 60
        height: Theme.dp * 26
        color: Theme.casing
        antialiasing: true
    }

    Rectangle {
        x: root._from
        y: -height / 2
        width: root.long ? root.length - x : Theme.dp * 60
        height: Theme.dp * 16
        color: Theme.glowPress
        antialiasing: true
    }

    Rectangle {
        x: root.length - width / 2
        y: -height / 2
        width: Theme.dp * (root.long ? 92 : 164)
        height: Theme.dp * (root.long ? 92 : 58)
        radius: height / 2
        color: Theme.casing
        antialiasing: true

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.dp * 4
            radius: height / 2
            color: root.down ? Theme.glowPress : Theme.glow
            antialiasing: true
        }

        Rectangle {
            anchors.centerIn: parent
            width: Theme.dp * (root.long ? 44 : 88)
            height: Theme.dp * 8
            radius: height / 2
            color: Theme.glowInk
            opacity: 0.25
            antialiasing: true
        }
    }
}
