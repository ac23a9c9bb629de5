pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Rows of a short head and what it means.
WordCard {
    id: root

    required title
    required property string lead
    required property ItemModel items

    readonly property real _signWidth: Theme.dp * 96 * Theme.titleScale

    Label {
        width: root.contentWidth
        visible: root.lead !== ""
        text: root.lead
    }

    FontMetrics {
        id: metrics

        font: Theme.h2.font
    }

    Repeater {
        model: root.items

        Item {
            id: row

            required property int index
            required property string title
            required property string text

            // A short sign stands beside its meaning, a word above it.
            readonly property bool _beside: metrics.advanceWidth(row.title) <= root._signWidth

            width: root.contentWidth
            height: row._beside ? Math.max(head.height, words.height) + Theme.dp * 32 : words.y + words.height + Theme.dp * 12

            Rectangle {
                visible: row.index > 0
                width: parent.width
                height: Math.max(1, Theme.dp * 2)
                color: Theme.line
            }

            Label {
                id: head

                anchors.left: parent.left
                y: Theme.dp * 18
                width: row._beside ? root._signWidth : parent.width
                type: Theme.h2
                color: Theme.tide
                text: row.title
            }

            Label {
                id: words

                anchors.left: row._beside ? head.right : parent.left
                anchors.right: parent.right
                y: row._beside ? Theme.dp * 22 : head.y + head.height + Theme.dp * 4
                text: row.text
            }
        }
    }
}
