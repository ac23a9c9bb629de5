import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A way on from a sheet: icon over word.
Pressable {
    id: root

    property string iconName: ""
    property bool lit: false

    readonly property color _ink: root.lit ? Theme.glowInk : Theme.nightText

    implicitHeight: Math.max(Theme.dp * (Theme.compact ? 108 : 136), implicitContentHeight + topPadding + bottomPadding)
    radius: Theme.radiusM
    leftPadding: Theme.dp * 12
    rightPadding: Theme.dp * 12
    topPadding: Theme.dp * 12
    bottomPadding: Theme.dp * 12
    night: true

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: flow.implicitHeight

        Column {
            id: flow

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: Theme.dp * 6

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.iconName
                ink: root._ink
                size: Theme.dp * 40 * Theme.iconScale
            }

            Label {
                id: words

                width: parent.width
                type: Theme.captionStrong
                color: root._ink
                text: root.text
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.lit ? (root.down ? Theme.glowPress : Theme.glow) : root.down ? Theme.nightPress : Theme.nightRaised
        border.width: Theme.highContrast ? Theme.outline : 0
        border.color: Theme.nightControl
    }
}
