import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A round tool over the picture, with its word below where it has one.
Pressable {
    id: root

    required property string iconName
    property bool lit: false
    property bool atLimit: false
    property bool worded: false
    property real size: Theme.tool

    implicitWidth: root.size
    implicitHeight: root.size
    radius: root.size / 2
    night: true
    Accessible.selected: root.lit

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            ink: root.lit ? Theme.glowInk : Theme.nightText
            size: root.size * 0.46
            opacity: root.atLimit ? 0.45 : 1
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.lit ? (root.down ? Theme.glowPress : Theme.glow) : root.down ? Theme.nightPress : Theme.nightRaised
        border.width: Math.max(1, Theme.dp * (Theme.highContrast ? 3 : 2))
        border.color: root.lit ? Theme.glow : Theme.nightControl
    }
}
