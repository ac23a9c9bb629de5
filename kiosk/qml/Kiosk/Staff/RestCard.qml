pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// One sentence in all the site's languages, to be read from across a room: the site's own first and largest.
Item {
    id: root

    required property RestModel lines
    property string iconName: ""
    property TypeStyle first: Theme.rest
    property TypeStyle other: Theme.restOther

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // Nothing here can be touched.
    MouseArea {
        anchors.fill: parent
    }

    Drift {
        id: drift

        anchors.fill: parent

        Picture {
            anchors {
                fill: parent
                margins: -drift.reach
            }
            scene: "shore_portrait"
            options: Theme.landscape ? "opaque=1&x=0.5&y=0.3" : "opaque=1&x=0.5&y=1"
        }

        Card {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * (Theme.landscape ? 1280 : 960))
            height: column.height + Theme.dp * (Theme.low ? 48 : Theme.landscape ? 88 : 144)
            radius: Theme.radiusXl
            level: 3

            Column {
                id: column

                anchors.centerIn: parent
                width: parent.width - Theme.dp * (Theme.narrow ? 48 : 96)
                spacing: Theme.dp * (Theme.low ? 4 : 20)

                MarkDisc {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: !Theme.low && !Theme.narrow
                    icon: root.iconName
                    ink: Theme.tide
                    color: Theme.tideSoft
                    size: Theme.dp * (Theme.landscape ? 104 : 136)
                }

                Repeater {
                    model: root.lines

                    Label {
                        id: sentence

                        required property int index
                        required property string face
                        required property real line
                        required text

                        width: column.width
                        type: OwnType {
                            face: sentence.face
                            least: sentence.line
                            like: sentence.index === 0 ? root.first : root.other
                        }
                        color: sentence.index === 0 ? Theme.ink : Theme.ink2
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }
    }
}
