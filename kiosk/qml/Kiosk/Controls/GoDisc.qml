import QtQuick
import Kiosk.Theme

// The round arrow at the end of something that leads on. Part of a target, never one itself.
Rectangle {
    id: root

    property color ink: Theme.tideInk
    property string icon: Theme.mirrored ? "back" : "fwd"

    width: Theme.dp * 88
    height: width
    radius: width / 2
    color: Theme.tide

    Icon {
        anchors.centerIn: parent
        name: root.icon
        ink: root.ink
        size: root.width / 2
    }
}
