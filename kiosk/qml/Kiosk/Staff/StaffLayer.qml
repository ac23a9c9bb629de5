pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Pad and panel, and what stands there while patients cannot use the kiosk.
FocusScope {
    id: root

    required property Kiosk kiosk

    readonly property StaffDesk desk: root.kiosk.desk

    focus: true

    Rectangle {
        anchors.fill: parent
        color: root.desk.rest === "off" ? Theme.night : Theme.paper
    }

    Grid {
        anchors.centerIn: parent
        visible: root.desk.door === "pad"
        columns: 3
        spacing: Theme.margin

        Repeater {
            model: 10

            PillButton {
                required property int index

                quick: true
                text: index
                onClicked: root.desk.digit(index)
            }
        }
    }
}
