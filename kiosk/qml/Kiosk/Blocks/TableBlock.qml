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
    // Short signs stand beside their meanings, words above them; all rows of a table alike.
    readonly property bool _beside: {
        for (let i = 0; i < rows.count; ++i) {
            if ((rows.itemAt(i) as Entry)?.needs > root._signWidth)
                return false;
        }
        return true;
    }

    component Entry: Item {
        required property real needs
    }

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
        id: rows

        model: root.items

        Entry {
            id: row

            required property int index
            required property string title
            required property string text

            needs: metrics.advanceWidth(row.title)
            width: root.contentWidth
            height: Math.max(head.y + head.height, words.y + words.height) + Theme.dp * 12

            Rectangle {
                visible: row.index > 0
                width: parent.width
                height: Math.max(1, Theme.dp * 2)
                color: Theme.line
            }

            Label {
                id: head

                anchors.left: parent.left
                y: Theme.dp * (root._beside ? 6 : 18)
                width: root._beside ? root._signWidth : parent.width
                type: Theme.h2
                color: Theme.tide
                text: row.title
            }

            Label {
                id: words

                anchors.left: root._beside ? head.right : parent.left
                anchors.right: parent.right
                // Their first line stands on that of the sign beside them.
                y: root._beside ? head.y + head.baselineOffset - baselineOffset : head.y + head.height + Theme.dp * 4
                text: row.text
            }
        }
    }
}
