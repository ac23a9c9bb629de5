pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What the kiosk needs staff for, and the one thing to do about each.
Column {
    id: root

    required property StaffDesk desk

    spacing: Theme.dp * 16

    Repeater {
        model: root.desk.needs

        Rectangle {
            id: need

            required property string text
            required property string mend

            width: root.width
            height: lines.height + Theme.dp * 36
            radius: Theme.radiusM
            color: Theme.honeySoft

            Column {
                id: lines

                x: Theme.dp * 24
                y: Theme.dp * 18
                width: parent.width - 2 * x
                spacing: Theme.dp * 4

                Label {
                    width: parent.width
                    type: Theme.bodyStrong
                    color: Theme.honeyInk
                    text: need.text
                }

                Label {
                    width: parent.width
                    text: need.mend
                }
            }
        }
    }
}
