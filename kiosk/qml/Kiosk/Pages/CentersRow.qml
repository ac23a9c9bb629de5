import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The way to the site's centers: one row under the topics.
Pressable {
    id: root

    // Where the keys come back to from there.
    readonly property string leadsTo: "centers/"

    implicitHeight: Math.max(Theme.dp * (Theme.landscape ? 88 : 104), name.implicitHeight + Theme.dp * 24)
    radius: Theme.radiusM

    contentItem: Item {
        Label {
            id: name

            anchors {
                left: parent.left
                right: go.left
                leftMargin: Theme.dp * 32
                rightMargin: Theme.dp * 20
                verticalCenter: parent.verticalCenter
            }
            type: Theme.h3
            text: root.text
            Accessible.ignored: true
        }

        GoDisc {
            id: go

            anchors {
                right: parent.right
                rightMargin: Theme.dp * 20
                verticalCenter: parent.verticalCenter
            }
            width: Theme.dp * 68
        }
    }
    background: Card {
        radius: root.radius
        color: root.down ? Theme.tideSoftPress : Theme.shell
    }
}
