import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How loud every visit begins: its name beside the buttons, or over them where the glass is narrow.
Card {
    id: root

    required property StaffDesk desk

    readonly property real _pad: Theme.dp * (Theme.narrow ? 24 : 30)
    readonly property real _gap: Theme.dp * 16
    readonly property bool _beside: root.width - 2 * root._pad - head.implicitWidth - Theme.dp * 32 >= row.least

    implicitHeight: (root._beside ? Math.max(head.height, row.implicitHeight) : head.height + root._gap + row.implicitHeight) + 2 * root._pad

    Item {
        id: head

        x: Theme.mirrored ? root.width - width - root._pad : root._pad
        y: root._beside ? (root.height - height) / 2 : root._pad
        implicitWidth: sign.width + Theme.dp * 18 + Math.ceil(words.implicitWidth)
        width: implicitWidth
        height: words.height

        Icon {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: "sound"
            ink: Theme.tide
            size: Theme.dp * 44
        }

        Label {
            id: words

            anchors.left: sign.right
            anchors.leftMargin: Theme.dp * 18
            type: Theme.bodyStrong
            text: root.desk.words.sound
            Accessible.role: Accessible.Heading
        }
    }

    VolumeRow {
        id: row

        readonly property real least: Theme.dp * 640

        x: root._beside && !Theme.mirrored ? root.width - width - root._pad : root._pad
        y: root._beside ? (root.height - height) / 2 : root._pad + head.height + root._gap
        width: root.width - 2 * root._pad - (root._beside ? head.width + Theme.dp * 32 : 0)
        height: implicitHeight
        level: root.desk.volume / 20
        levels: 5
        softerText: root.desk.words.softer
        louderText: root.desk.words.louder
        onSofter: root.desk.softer()
        onLouder: root.desk.louder()
    }
}
