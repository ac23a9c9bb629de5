import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// "Start fresh anyway?" What cannot be taken back is asked first.
Item {
    id: root

    required property StaffDesk desk

    readonly property string title: {
        switch (root.desk.asked) {
        case "fresh":
            return root.desk.words.askFresh(root.desk.touchedAgo);
        case "restart":
            return root.desk.words.askRestart;
        case "broken":
            return root.desk.words.askBroken;
        }
        return "";
    }
    readonly property string _yes: {
        switch (root.desk.asked) {
        case "fresh":
            return root.desk.words.fresh;
        case "restart":
            return root.desk.words.restart;
        }
        return root.desk.words.broken;
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    MouseArea {
        anchors.fill: parent
    }

    Card {
        readonly property real pad: Theme.dp * (Theme.narrow || Theme.low ? 32 : 56)

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.landscape ? (parent.height - height) / 2 : parent.height - height - Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * 968)
        height: column.height + 2 * pad
        radius: Theme.radiusXl
        level: 3

        Column {
            id: column

            x: parent.pad
            y: parent.pad
            width: parent.width - 2 * x
            spacing: Theme.dp * 40

            Label {
                width: parent.width
                type: Theme.h2
                text: root.title
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Grid {
                id: buttons

                readonly property real _tall: Math.max(refuse.implicitHeight, confirm.implicitHeight)
                readonly property real _cell: columns === 2 ? (width - columnSpacing) / 2 : width

                width: parent.width
                columns: Theme.narrow ? 1 : 2
                columnSpacing: Theme.gutter
                rowSpacing: Theme.gutter

                PillButton {
                    id: refuse

                    width: buttons._cell
                    height: buttons._tall
                    primary: false
                    text: root.desk.words.no
                    onClicked: root.desk.refuse()
                }

                PillButton {
                    id: confirm

                    width: buttons._cell
                    height: buttons._tall
                    text: root._yes
                    onClicked: root.desk.confirm()
                }
            }
        }
    }
}
