pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// A list of short lines, each with the same sign.
WordCard {
    id: root

    required title
    required property string lead
    required property string mark
    required property ItemModel items

    Label {
        width: root.contentWidth
        visible: root.lead !== ""
        text: root.lead
    }

    Repeater {
        model: root.items

        Row {
            id: line

            required property string text

            width: root.contentWidth
            spacing: Theme.dp * 22

            Item {
                id: sign

                width: Theme.dp * (root.mark === "dot" ? 24 : 48) * Theme.iconScale
                height: Math.max(words.type.lineHeight, disc.visible ? disc.height : 0)

                Rectangle {
                    visible: root.mark === "dot"
                    x: Theme.dp * 4
                    y: (words.type.lineHeight - height) / 2
                    width: Theme.dp * 14
                    height: width
                    radius: width / 2
                    color: Theme.tide
                }

                MarkDisc {
                    id: disc

                    visible: root.mark !== "dot"
                    icon: root.mark === "cross" ? "close" : root.mark === "dot" ? "" : root.mark
                    ink: root.mark === "cross" ? Theme.clayInk : Theme.sageInk
                    color: root.mark === "cross" ? Theme.claySoft : Theme.sageSoft
                    size: Theme.dp * 48 * Theme.iconScale
                }
            }

            Label {
                id: words

                width: parent.width - sign.width - parent.spacing
                text: line.text
            }
        }
    }
}
