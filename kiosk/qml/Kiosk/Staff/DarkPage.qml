pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Outside the opening hours: for a while a dim line that says how to begin, then nothing at all.
Item {
    id: root

    required property StaffDesk desk

    Rectangle {
        anchors.fill: parent
        color: Theme.dark
    }

    // The touch that wakes the glass presses nothing.
    MouseArea {
        anchors.fill: parent
    }

    Drift {
        anchors.fill: parent
        visible: root.desk.rest !== "off"

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: Theme.dp * 12

            Repeater {
                model: root.desk.words.begin

                Label {
                    id: sentence

                    required property string face
                    required property real line
                    required text

                    width: parent.width
                    type: OwnType {
                        face: sentence.face
                        least: sentence.line
                        like: Theme.bodyStrong
                    }
                    color: Theme.darkText
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
