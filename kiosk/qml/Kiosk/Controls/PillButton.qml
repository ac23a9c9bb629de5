import QtQuick
import Kiosk.Theme

// A full button: primary (tide) or secondary (outlined).
Pressable {
    id: root

    property bool primary: true
    property string iconName: ""

    readonly property color _ink: root.primary ? Theme.tideInk : Theme.tide

    implicitHeight: Math.max(Theme.dp * 104, implicitContentHeight + topPadding + bottomPadding)
    radius: Math.min(height / 2, Theme.dp * 60)
    leftPadding: Theme.dp * 40
    rightPadding: Theme.dp * 40
    topPadding: Theme.dp * 16
    bottomPadding: Theme.dp * 16

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: words.implicitHeight

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            type: Theme.button
            color: root._ink
            text: root.text
            horizontalAlignment: Text.AlignHCenter
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.primary ? (root.down ? Theme.tidePress : Theme.tide) : (root.down ? Theme.tideSoft : "transparent")
        border.width: root.primary ? 0 : Theme.outline
        border.color: Theme.tide
    }
}
