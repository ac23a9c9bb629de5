import QtQuick
import Kiosk.Theme

// A full button: primary (tide; the lamp colour at night) or secondary (outlined).
Pressable {
    id: root

    property bool primary: true
    property string iconName: ""
    // A secondary button that stands on a picture has a ground of its own.
    property bool solid: false

    readonly property color _ink: root.night ? (root.primary ? Theme.glowInk : Theme.nightText) : root.primary ? Theme.tideInk : Theme.tide
    readonly property color _rest: root.night ? (root.primary ? Theme.glow : Theme.nightRaised) : root.primary ? Theme.tide : root.solid ? Theme.shell : "transparent"
    readonly property color _pressed: root.night ? (root.primary ? Theme.glowPress : Theme.nightPress) : root.primary ? Theme.tidePress : Theme.tideSoft

    implicitHeight: Math.max(Theme.dp * 104, implicitContentHeight + topPadding + bottomPadding)
    radius: Math.min(height / 2, Theme.dp * 60)
    leftPadding: Theme.dp * 40
    rightPadding: Theme.dp * 40
    topPadding: Theme.dp * 16
    bottomPadding: Theme.dp * 16

    contentItem: Item {
        implicitWidth: words.implicitWidth + sign.room
        implicitHeight: words.implicitHeight

        Row {
            anchors.centerIn: parent

            Item {
                id: sign

                readonly property real room: root.iconName ? icon.width + Theme.dp * 18 : 0

                width: room
                height: words.height
                visible: room > 0

                Icon {
                    id: icon

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    name: root.iconName
                    ink: root._ink
                }
            }

            Label {
                id: words

                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - sign.room)
                type: Theme.button
                color: root._ink
                text: root.text
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? root._pressed : root._rest
        border.width: root.primary ? 0 : Theme.outline
        border.color: root.night ? Theme.nightControl : Theme.tide
    }
}
