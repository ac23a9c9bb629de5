import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A round button with a sign that needs no word beside it.
Pressable {
    id: root

    required property string iconName

    implicitWidth: Theme.dp * 88
    implicitHeight: implicitWidth
    radius: width / 2
    quick: true

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            ink: Theme.tide
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.tideSoft : "transparent"
        border.width: Theme.outline
        border.color: Theme.tide
    }
}
