import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The heading of a sheet: a number where there is one, the title, its place in the row, and the way out.
Item {
    id: root

    required property string title
    property string place: ""
    property int number: 0
    property string closeName: ""

    signal closed

    implicitHeight: Math.max(words.height, root.number > 0 ? disc.height : 0, close.visible ? close.height : 0)

    Rectangle {
        id: disc

        visible: root.number > 0
        anchors.left: parent.left
        y: Math.min(Theme.dp * 4, (root.implicitHeight - height) / 2)
        width: Math.max(Theme.dp * 72, digit.implicitHeight + Theme.dp * 12)
        height: width
        radius: width / 2
        color: Theme.glow

        Label {
            id: digit

            anchors.centerIn: parent
            type: Theme.h3
            color: Theme.glowInk
            text: root.number
            Accessible.ignored: true
        }
    }

    Column {
        id: words

        anchors {
            left: root.number > 0 ? disc.right : parent.left
            leftMargin: root.number > 0 ? Theme.dp * 24 : 0
            right: close.visible ? close.left : parent.right
            rightMargin: close.visible ? Theme.dp * 20 : 0
        }

        Label {
            width: parent.width
            type: Theme.compact ? Theme.h3 : Theme.h2
            color: Theme.nightText
            text: root.title
            Accessible.role: Accessible.Heading
        }

        Label {
            width: parent.width
            visible: root.place !== ""
            type: Theme.caption
            color: Theme.nightText2
            text: root.place
        }
    }

    Tool {
        id: close

        visible: root.closeName !== ""
        anchors.right: parent.right
        size: Theme.dp * (Theme.compact ? 66 : 80)
        iconName: "close"
        text: root.closeName
        onClicked: root.closed()
    }
}
