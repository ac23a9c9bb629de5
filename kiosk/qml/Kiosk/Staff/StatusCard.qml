import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Whether all is well, and if not, what to do; how often the kiosk was used today; since when it is on.
Card {
    id: root

    required property StaffDesk desk
    // Whether what to do stands in it; else only that there is something.
    property bool withNeeds: true

    readonly property real _pad: Theme.dp * (Theme.narrow ? 24 : 36)

    implicitHeight: column.height + 2 * root._pad

    Column {
        id: column

        x: root._pad
        y: root._pad
        width: parent.width - 2 * x
        spacing: Theme.dp * 20

        Item {
            width: parent.width
            height: Math.max(told.height, visits.height)

            MarkDisc {
                id: sign

                anchors.left: parent.left
                anchors.verticalCenter: told.verticalCenter
                icon: root.desk.well ? "check" : "info"
                ink: root.desk.well ? Theme.sageInk : Theme.honeyInk
                color: root.desk.well ? Theme.sageSoft : Theme.honeySoft
                size: Theme.dp * 76
            }

            Column {
                id: told

                anchors {
                    left: sign.right
                    right: rule.left
                    leftMargin: Theme.dp * 24
                    rightMargin: Theme.dp * 20
                    verticalCenter: parent.verticalCenter
                }

                Label {
                    width: parent.width
                    type: Theme.h3
                    text: root.desk.well ? root.desk.words.well : root.desk.words.needs
                    Accessible.role: Accessible.Heading
                }

                Label {
                    width: parent.width
                    visible: root.desk.upSince !== ""
                    type: Theme.caption
                    color: Theme.ink2
                    text: root.desk.words.since(root.desk.upSince)
                }
            }

            Rectangle {
                id: rule

                anchors.right: visits.left
                anchors.rightMargin: Theme.dp * 28
                width: Theme.dp * 2
                height: parent.height
                color: Theme.line
            }

            Column {
                id: visits

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.max(Math.ceil(below.implicitWidth), Theme.dp * 120), column.width * 0.32)
                Accessible.role: Accessible.StaticText
                Accessible.name: root.desk.words.visits + ": " + root.desk.visitsToday

                Label {
                    width: parent.width
                    type: Theme.number
                    text: root.desk.visitsToday
                    Accessible.ignored: true
                }

                Label {
                    id: below

                    width: parent.width
                    type: Theme.caption
                    color: Theme.ink2
                    text: root.desk.words.visits
                    Accessible.ignored: true
                }
            }
        }

        NeedList {
            width: parent.width
            visible: root.withNeeds && !root.desk.well
            desk: root.desk
        }
    }
}
