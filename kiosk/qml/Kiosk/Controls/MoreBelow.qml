import QtQuick
import Kiosk.Theme

// Shown wherever a page goes on below the glass; a touch scrolls most of a page.
Pressable {
    id: root

    // What the page leaves it; the sign alone where its words need more.
    property real room: Infinity

    implicitHeight: Math.max(Theme.dp * 80, implicitContentHeight + Theme.dp * 20)
    leftPadding: Theme.dp * 40
    rightPadding: Theme.dp * 48
    radius: height / 2

    contentItem: Row {
        spacing: Theme.dp * 18

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            name: "down"
            ink: root.night ? Theme.nightText : Theme.tide
            size: Theme.dp * 40 * Theme.iconScale
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            type: Theme.bodyStrong
            color: root.night ? Theme.nightText : Theme.tide
            text: root.text
            visible: implicitWidth + parent.spacing + sign.width + root.leftPadding + root.rightPadding <= root.room
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    background: Card {
        radius: root.radius
        color: root.night ? (root.down ? Theme.nightPress : Theme.nightRaised) : root.down ? Theme.tideSoftPress : Theme.tideSoft
        border.width: root.night || Theme.highContrast ? Theme.outline : 0
        border.color: root.night ? Theme.nightControl : Theme.line
    }
}
