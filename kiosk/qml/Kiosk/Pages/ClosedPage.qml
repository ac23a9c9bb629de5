pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Shown when nothing can be shown: please ask at the desk, in every language.
Item {
    id: root

    required property Kiosk kiosk

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Drift {
        id: drift

        anchors.fill: parent

        Picture {
            anchors.fill: parent
            anchors.margins: -drift.reach
            visible: !Theme.highContrast
            scene: "shore_portrait"
            options: Theme.landscape ? "opaque=1&x=0.5&y=0.3" : "opaque=1&x=0.5&y=1"
        }

        Card {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * 900)
            height: lines.implicitHeight + Theme.dp * 112
            radius: Theme.radiusXl
            level: 3

            Column {
                id: lines

                anchors.centerIn: parent
                width: parent.width - Theme.dp * 96
                spacing: Theme.dp * (Theme.low ? 8 : 24)

                Repeater {
                    model: root.kiosk.deskLines

                    Label {
                        id: line

                        required property string face
                        required text

                        width: lines.width
                        type: TypeStyle {
                            family: line.face
                            size: Theme.desk.size
                            line: Theme.desk.line
                        }
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }
    }
}
