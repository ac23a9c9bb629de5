import QtQuick
import Kiosk.Theme

// A short dark label over a picture.
Rectangle {
    id: root

    property alias text: label.text
    property real room: Infinity
    property bool quiet: false
    // Whether nothing else says the same: a control whose name it is does.
    property bool spoken: true

    // What it needs to stand in one line.
    readonly property real line: Math.ceil(label.implicitWidth) + 2 * Math.ceil(Theme.dp * 16)

    implicitWidth: Math.min(root.room, root.line)
    implicitHeight: label.implicitHeight + Theme.dp * 8
    width: implicitWidth
    radius: Math.min(height / 2, Theme.dp * 24)
    color: Theme.chip

    Label {
        id: label

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.dp * 16
            rightMargin: Theme.dp * 16
            verticalCenter: parent.verticalCenter
        }
        type: root.quiet ? Theme.over : Theme.overStrong
        color: Theme.nightText
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: !root.spoken || root.opacity === 0
    }
}
