pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Steps in time: beside one another on a line where there is room, else one under another.
WordCard {
    id: root

    required title
    required property string layout
    required property ItemModel items

    readonly property int _count: steps.count
    readonly property bool _across: root.layout === "timeline" && !Theme.oneColumn && Theme.textPercent <= 125 && root._count <= 4
    readonly property real _gap: Theme.dp * 20
    readonly property real _disc: Theme.dp * 64 * Theme.iconScale

    spacing: Theme.dp * 24

    Grid {
        columns: root._across ? Math.max(1, root._count) : 1
        columnSpacing: root._gap
        rowSpacing: Theme.dp * 28

        Repeater {
            id: steps

            model: root.items

            Item {
                id: one

                required property int index
                required property string title
                required property string text
                required property string sign

                width: root._across ? (root.contentWidth - (root._count - 1) * root._gap) / root._count : root.contentWidth
                height: root._across ? root._disc + Theme.dp * 14 + words.height : Math.max(root._disc, words.height)

                Rectangle {
                    visible: one.index < root._count - 1
                    anchors.left: disc.horizontalCenter
                    anchors.top: root._across ? disc.verticalCenter : disc.bottom
                    width: root._across ? one.width + root._gap : Theme.dp * 6
                    height: root._across ? Theme.dp * 6 : one.height - disc.height + Theme.dp * 28
                    anchors.leftMargin: root._across ? 0 : -width / 2
                    anchors.topMargin: root._across ? -height / 2 : 0
                    color: Theme.track
                }

                MarkDisc {
                    id: disc

                    anchors.left: parent.left
                    icon: one.sign
                    ink: Theme.honeyInk
                    color: Theme.highContrast ? Theme.paper : Theme.honeySoft
                    size: root._disc
                }

                Column {
                    id: words

                    anchors.left: root._across ? parent.left : disc.right
                    anchors.leftMargin: root._across ? 0 : Theme.dp * 24
                    anchors.right: parent.right
                    anchors.top: root._across ? disc.bottom : parent.top
                    anchors.topMargin: root._across ? Theme.dp * 14 : Theme.dp * 8
                    spacing: Theme.dp * 4

                    Label {
                        width: parent.width
                        type: Theme.bodyStrong
                        text: one.title
                    }

                    Label {
                        width: parent.width
                        visible: one.text !== ""
                        type: Theme.note
                        color: Theme.ink2
                        text: one.text
                    }
                }
            }
        }
    }
}
