import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One key of the number pad. While it is pressed its sign is not there, and every key then looks the same: whoever looks on
// reads nothing.
Pressable {
    id: root

    property string iconName: ""
    property bool strong: false
    // Without a ground of its own.
    property bool bare: false

    readonly property color _ink: !root.enabled ? Theme.ink2 : root.strong ? Theme.tideInk : Theme.ink

    radius: Theme.radiusL
    quick: true
    shrinks: false
    Accessible.name: root.text

    contentItem: Item {
        Label {
            anchors.centerIn: parent
            visible: root.iconName === "" && !root.down
            type: Theme.key
            color: root._ink
            text: root.iconName === "" ? root.text : ""
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            visible: root.iconName !== "" && !root.down
            name: root.iconName
            ink: root._ink
            size: Theme.dp * 52
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.tideSoftPress : !root.enabled || root.bare ? "transparent" : root.strong ? Theme.tide : Theme.shell
        border.width: root.enabled ? 0 : Theme.outline
        border.color: Theme.lineStrong

        Shadow {
            visible: root.enabled && !root.bare && !root.down
        }
    }
}
