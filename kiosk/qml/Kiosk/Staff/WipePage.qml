pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The glass is wiped down: plain and dark, so that smears are seen; touch is dead until the disinfectant has done its work.
Item {
    id: root

    required property StaffDesk desk

    readonly property string title: root.desk.words.wipeTitle
    readonly property bool _beside: Theme.landscape

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }

    MouseArea {
        anchors.fill: parent
    }

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (hold.y - height) / 2
        columns: root._beside ? 2 : 1
        columnSpacing: Theme.dp * 96
        rowSpacing: Theme.dp * (Theme.narrow ? 28 : 56)
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        CountdownRing {
            night: true
            seconds: root.desk.wipeLeft
            total: root.desk.wipeTotal
            unit: root.desk.words.secondsWord(root.desk.wipeLeft)
        }

        Column {
            width: Math.min((root._beside ? 0.5 : 1) * (root.width - 2 * Theme.margin), Theme.dp * 800)
            spacing: Theme.dp * (Theme.low ? 0 : 16)

            Label {
                width: parent.width
                type: Theme.low ? Theme.h3 : Theme.nightTitle
                color: Theme.nightText
                text: root.title
                horizontalAlignment: root._beside ? Text.AlignLeft : Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                type: Theme.body
                color: Theme.nightText
                text: root.desk.words.wipeText
                horizontalAlignment: root._beside ? Text.AlignLeft : Text.AlignHCenter
            }

            Item {
                width: 1
                height: Theme.dp * (Theme.low ? 4 : 16)
            }

            Repeater {
                model: [root.desk.words.wipeCloth, root.desk.words.wipeSpray, root.desk.words.wipeRules]

                Label {
                    required property string modelData

                    width: parent.width
                    type: Theme.note
                    color: Theme.nightText2
                    text: modelData
                    horizontalAlignment: root._beside ? Text.AlignLeft : Text.AlignHCenter
                }
            }
        }
    }

    Grid {
        id: hold

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp * (Theme.low ? 16 : Theme.narrow ? 28 : Theme.landscape ? 48 : 96)
        columns: Theme.low ? 2 : 1
        columnSpacing: Theme.dp * 24
        rowSpacing: Theme.dp * 8
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        HoldRing {
            share: root.desk.leaveShare
        }

        Label {
            type: Theme.bodyStrong
            color: Theme.nightText
            text: root.desk.words.wipeHold
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
