import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What always stands over a picture: that it is a drawing, and what it shows. The page's title above it in portrait.
Item {
    id: root

    required property string title
    required property string notice
    required property string view
    property bool titled: false
    // While the lens lies there it shows the picture, and no words over it.
    property bool covered: false
    readonly property real titleBottom: words.y + (root.titled ? heading.height : 0)
    // Kept free at the end side, where the map appears.
    property real aside: 0

    readonly property real _pad: Theme.landscape || Theme.narrow ? Theme.dp * 24 : Theme.margin

    implicitHeight: words.y + words.height + Theme.dp * 16

    Column {
        id: words

        x: root._pad + (Theme.mirrored ? root.aside : 0)
        y: root.titled ? Theme.dp * 44 : Theme.dp * 24
        width: parent.width - 2 * root._pad - root.aside
        spacing: Theme.dp * 12

        Label {
            id: heading

            width: parent.width
            visible: root.titled
            opacity: root.covered ? 0 : 1
            type: Theme.nightTitle
            color: Theme.nightText
            text: root.title
            Accessible.role: Accessible.Heading
        }

        Flow {
            width: parent.width
            spacing: Theme.dp * 10

            Chip {
                room: words.width
                text: root.notice
            }

            Chip {
                visible: root.view !== ""
                room: words.width
                quiet: true
                text: root.view
            }
        }
    }
}
