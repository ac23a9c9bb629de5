import QtQuick
import Kiosk.Theme

// One back, one on, and something between them.
Item {
    id: root

    required property string previousName
    required property string nextName
    default property alias middle: between.data

    readonly property real _gap: Theme.dp * 20

    signal previous
    signal next

    implicitHeight: Math.max(before.height, between.childrenRect.height)

    Tool {
        id: before

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        size: Math.max(Theme.target, Theme.dp * (Theme.compact ? 80 : 96))
        iconName: Theme.mirrored ? "fwd" : "back"
        text: root.previousName
        onClicked: root.previous()
    }

    Item {
        id: between

        anchors {
            left: before.right
            right: after.left
            leftMargin: root._gap
            rightMargin: root._gap
            verticalCenter: parent.verticalCenter
        }
        height: childrenRect.height
    }

    Tool {
        id: after

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        size: before.size
        iconName: Theme.mirrored ? "back" : "fwd"
        text: root.nextName
        onClicked: root.next()
    }
}
