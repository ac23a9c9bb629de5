import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The row that leads to the next topic.
Pressable {
    id: root

    required property string over
    required property string title

    implicitHeight: Math.max(Theme.dp * 124, words.implicitHeight + Theme.dp * 32)
    text: root.over + ": " + root.title

    contentItem: Item {
        Column {
            id: words

            anchors {
                left: parent.left
                right: disc.left
                leftMargin: Theme.dp * 36
                rightMargin: Theme.dp * 20
                verticalCenter: parent.verticalCenter
            }

            Label {
                width: parent.width
                type: Theme.caption
                color: root.down ? Theme.ink : Theme.ink2
                text: root.over
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                type: Theme.h3
                text: root.title
                Accessible.ignored: true
            }
        }

        GoDisc {
            id: disc

            anchors {
                right: parent.right
                rightMargin: Theme.dp * 20
                verticalCenter: parent.verticalCenter
            }
            width: Theme.dp * 84
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.tideSoftPress : Theme.tideSoft
        border.width: Theme.highContrast ? Theme.outline : 0
        border.color: Theme.line
    }
}
