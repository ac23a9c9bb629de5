pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// A hundred pebbles, both sides of a number named, and what each kind of pebble stands for.
WordCard {
    id: root

    required title
    required property string lead
    required property string big
    required property list<string> paragraphs
    required property string other
    required property string alt
    required property ItemModel items

    readonly property bool _beside: !Theme.oneColumn && Theme.textPercent <= 125 && root.contentWidth > Theme.dp * 800
    readonly property real _arrayWidth: Math.min(Theme.dp * (root._beside ? 410 : 460), root.contentWidth)

    Grid {
        columns: root._beside ? 2 : 1
        columnSpacing: Theme.dp * 36
        rowSpacing: Theme.dp * 28

        PebbleArray {
            width: root._arrayWidth
            items: root.items
            alt: root.alt
        }

        Column {
            width: root._beside ? root.contentWidth - root._arrayWidth - Theme.dp * 36 : root.contentWidth
            spacing: Theme.dp * 12

            Label {
                width: parent.width
                type: Theme.bodyStrong
                color: Theme.honeyInk
                text: root.lead
            }

            Label {
                width: parent.width
                type: Theme.number
                text: root.big
            }

            Repeater {
                model: root.paragraphs

                Label {
                    required property string modelData

                    width: parent.width
                    text: modelData
                }
            }

            Label {
                width: parent.width
                visible: root.other !== ""
                type: Theme.bodyStrong
                text: root.other
            }

            Repeater {
                model: root.items

                Row {
                    id: entry

                    required property string label
                    required property string stone

                    width: parent.width
                    visible: entry.label !== ""
                    spacing: Theme.dp * 18

                    Pebble {
                        id: sample

                        width: Theme.dp * 44 * Theme.iconScale
                        height: width
                        stone: entry.stone
                    }

                    Label {
                        width: parent.width - sample.width - parent.spacing
                        type: Theme.note
                        color: Theme.ink2
                        text: entry.label
                    }
                }
            }
        }
    }
}
