import QtQuick
import Kiosk.Theme

// Shown wherever a page goes on below the glass; a touch scrolls most of a page.
Pressable {
    id: root

    implicitHeight: Math.max(Theme.dp * 80, implicitContentHeight + Theme.dp * 20)
    leftPadding: Theme.dp * 40
    rightPadding: Theme.dp * 48
    radius: height / 2

    contentItem: Row {
        spacing: Theme.dp * 18

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "down"
            size: Theme.dp * 40 * Theme.iconScale
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            type: Theme.bodyStrong
            color: Theme.tide
            text: root.text
            wrapMode: Text.NoWrap
        }
    }
    background: Card {
        radius: root.radius
        color: root.down ? Theme.tideSoftPress : Theme.tideSoft
    }
}
