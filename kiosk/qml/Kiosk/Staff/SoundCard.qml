import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How loud every visit begins.
Card {
    id: root

    required property StaffDesk desk

    readonly property real _pad: Theme.dp * (Theme.narrow ? 24 : 30)

    implicitHeight: less.height + 2 * root._pad

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: root._pad
        anchors.verticalCenter: parent.verticalCenter
        name: "sound"
        ink: Theme.tide
        size: Theme.dp * 44
    }

    Label {
        id: words

        anchors {
            left: sign.right
            leftMargin: Theme.dp * 18
            verticalCenter: parent.verticalCenter
        }
        visible: !Theme.narrow
        type: Theme.bodyStrong
        text: root.desk.words.sound
        Accessible.role: Accessible.Heading
    }

    RoundKey {
        id: less

        anchors {
            right: steps.left
            rightMargin: Theme.dp * 28
            verticalCenter: parent.verticalCenter
        }
        iconName: "minus"
        text: root.desk.words.softer
        Accessible.description: root.desk.words.level(root.desk.volume)
        onClicked: root.desk.softer()
    }

    VolumeSteps {
        id: steps

        anchors {
            right: more.left
            rightMargin: Theme.dp * 28
            verticalCenter: parent.verticalCenter
        }
        width: Math.min(Theme.dp * 340, root.width - 2 * root._pad - 2 * less.width - sign.width - Theme.dp * 88 - (words.visible ? words.width : 0))
        height: less.height
        level: root.desk.volume / 20
        levels: 5
    }

    RoundKey {
        id: more

        anchors {
            right: parent.right
            rightMargin: root._pad
            verticalCenter: parent.verticalCenter
        }
        iconName: "plus"
        text: root.desk.words.louder
        Accessible.description: root.desk.words.level(root.desk.volume)
        onClicked: root.desk.louder()
    }
}
