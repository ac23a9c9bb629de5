import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A card with a sign and a word at its head, and below what can be set.
Card {
    id: root

    default property alias content: body.data
    required property string iconName
    required property string title

    readonly property real _pad: Theme.dp * (Theme.narrow ? 24 : 30)

    implicitHeight: column.height + 2 * root._pad

    Column {
        id: column

        x: root._pad
        y: root._pad
        width: parent.width - 2 * x
        spacing: Theme.dp * 16

        Item {
            width: parent.width
            height: words.height

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                ink: Theme.tide
                size: Theme.dp * 44
            }

            Label {
                id: words

                anchors {
                    left: sign.right
                    right: parent.right
                    leftMargin: Theme.dp * 18
                }
                type: Theme.bodyStrong
                text: root.title
                Accessible.role: Accessible.Heading
            }
        }

        Column {
            id: body

            width: parent.width
        }
    }
}
