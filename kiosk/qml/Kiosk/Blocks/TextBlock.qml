pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Plain paragraphs under an optional title.
WordCard {
    id: root

    required title
    required property list<string> paragraphs

    Repeater {
        model: root.paragraphs

        Label {
            required property string modelData

            width: root.contentWidth
            text: modelData
        }
    }
}
