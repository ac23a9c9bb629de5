import QtQuick
import Kiosk.Theme

// A small soft disc with a sign in it.
Rectangle {
    id: root

    required property string icon
    property color ink: Theme.sageInk
    property real size: Theme.dp * 56 * Theme.iconScale

    width: root.size
    height: root.size
    radius: width / 2
    color: Theme.sageSoft
    border.width: Theme.highContrast ? Theme.outline : 0
    border.color: root.ink

    Icon {
        anchors.centerIn: parent
        name: root.icon
        ink: root.ink
        size: root.size * 0.62
    }
}
