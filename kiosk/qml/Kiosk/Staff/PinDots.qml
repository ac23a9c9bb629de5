pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// How many digits are entered, and how many there can be; those that need not be are smaller.
Row {
    id: root

    required property StaffDesk desk

    spacing: Theme.dp * 28
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.desk.words.entered(root.desk.digits, root.desk.mostDigits)

    Repeater {
        model: root.desk.mostDigits

        Item {
            id: place

            required property int index

            readonly property bool _filled: place.index < root.desk.digits
            readonly property bool _needed: place.index < root.desk.leastDigits

            width: Theme.dp * 40
            height: width

            Rectangle {
                anchors.centerIn: parent
                width: Theme.dp * (place._needed || place._filled ? 40 : 24)
                height: width
                radius: width / 2
                color: place._filled ? Theme.ink : "transparent"
                border.width: Theme.outline
                border.color: place._needed || place._filled ? Theme.ink : Theme.lineStrong
            }
        }
    }
}
