import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What the two pictures of a pair are, over each; that both are drawings stands over the line between them. On a crowded
// glass the sheet says what they are.
Item {
    id: root

    required property string notice
    required property string leftLabel
    required property string leftView
    required property string rightLabel
    required property string rightView
    property real split: root.width / 2
    property bool leftShown: true
    property bool rightShown: true
    // One beside the other: each begins at the start of its own picture.
    property bool twice: true

    readonly property bool _same: root.leftView === root.rightView
    readonly property bool _said: !Theme.crowded
    readonly property real _pad: Theme.dp * (Theme.compact ? 12 : 24)
    readonly property real _gap: Theme.dp * (Theme.compact ? 4 : 8)
    readonly property real _room: root.width - root.split - 2 * root._pad

    height: root._said ? Math.max(first.y + first.height, second.y + second.height) : drawing.y + drawing.height

    Chip {
        id: drawing

        anchors.horizontalCenter: parent.horizontalCenter
        y: root._pad
        room: root.width - 2 * root._pad
        text: root.notice
    }

    // The same of both: it is said once.
    Chip {
        id: view

        anchors.horizontalCenter: parent.horizontalCenter
        y: drawing.y + drawing.height + root._gap
        visible: root._same && root._said
        room: root.width - 2 * root._pad
        quiet: true
        text: root.leftView
    }

    Column {
        id: first

        visible: root._said
        x: root._pad
        y: root._same ? view.y + view.height + root._gap : view.y
        spacing: root._gap

        Chip {
            opacity: root.leftShown ? 1 : 0
            room: root._room
            text: root.leftLabel
        }

        Chip {
            visible: !root._same
            opacity: root.leftShown ? 1 : 0
            room: root._room
            quiet: true
            text: root.leftView
        }
    }

    Column {
        id: second

        visible: root._said
        x: root.twice ? root.split + root._pad : root.width - root._pad - width
        y: first.y
        spacing: root._gap

        Chip {
            x: root.twice ? 0 : second.width - width
            opacity: root.rightShown ? 1 : 0
            room: root._room
            text: root.rightLabel
        }

        Chip {
            x: root.twice ? 0 : second.width - width
            visible: !root._same
            opacity: root.rightShown ? 1 : 0
            room: root._room
            quiet: true
            text: root.rightView
        }
    }
}
