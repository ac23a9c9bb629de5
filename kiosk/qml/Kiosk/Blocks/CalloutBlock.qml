pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A short aside: information, reassurance with a fact, or something to ask.
Rectangle {
    id: root

    required property string tone
    required property list<string> paragraphs

    readonly property bool _soft: root.tone === "info"

    implicitHeight: Math.max(words.implicitHeight, sign.height) + Theme.dp * 48
    height: implicitHeight
    radius: Theme.radiusM
    color: root._soft ? Theme.tideSoft : Theme.sageSoft
    border.width: Theme.highContrast ? Theme.outline : 0
    border.color: Theme.line

    Icon {
        id: sign

        anchors {
            left: parent.left
            leftMargin: Theme.dp * 28
            verticalCenter: parent.verticalCenter
        }
        name: root.tone === "ask" ? "chat" : root.tone === "info" ? "info" : "check"
        ink: root._soft ? Theme.tide : Theme.sageInk
        size: Theme.dp * 52 * Theme.iconScale
    }

    Column {
        id: words

        anchors {
            left: sign.right
            right: parent.right
            leftMargin: Theme.dp * 24
            rightMargin: Theme.dp * 28
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.dp * 8

        Repeater {
            model: root.paragraphs

            Label {
                required property string modelData

                width: words.width
                type: Theme.note
                text: modelData
            }
        }
    }
}
