import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The sheet that most blocks stand on: an optional title, then whatever the block adds.
Card {
    id: root

    default property alias content: column.data
    property string title: ""
    property alias spacing: column.spacing
    property real pad: Theme.padding

    readonly property real contentWidth: root.width - 2 * root.pad

    implicitHeight: column.implicitHeight + 2 * root.pad
    height: implicitHeight

    Column {
        id: column

        x: root.pad
        y: root.pad
        width: root.contentWidth
        spacing: Theme.dp * 16

        Label {
            width: parent.width
            visible: root.title !== ""
            type: Theme.h3
            text: root.title
            Accessible.role: Accessible.Heading
        }
    }
}
