import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One thing that staff can do: a sign, its name and what comes of it. On a narrow glass the sign stands beside the words.
Pressable {
    id: root

    required property string iconName
    required property string note
    // What is needed most often.
    property bool hero: false
    property bool beside: false

    readonly property real _pad: Theme.dp * (root.beside ? 24 : 28)
    readonly property color _ink: root.hero ? Theme.tideInk : Theme.ink

    implicitHeight: root.beside ? Math.max(sign.height, words.height) + 2 * root._pad : sign.height + Theme.dp * 16 + words.height + 2 * root._pad
    radius: Theme.radiusL
    Accessible.description: root.note

    contentItem: Item {
        Rectangle {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: root._pad
            y: root.beside ? (parent.height - height) / 2 : root._pad
            width: Theme.dp * 84
            height: width
            radius: Theme.radiusM
            color: root.hero ? Theme.glow : Theme.tideSoft

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                ink: root.hero ? Theme.glowInk : Theme.tide
                size: Theme.dp * 46
            }
        }

        Column {
            id: words

            anchors {
                left: root.beside ? sign.right : parent.left
                right: parent.right
                leftMargin: root.beside ? Theme.dp * 24 : root._pad
                rightMargin: root._pad
            }
            y: root.beside ? (parent.height - height) / 2 : sign.y + sign.height + Theme.dp * 16
            spacing: Theme.dp * 4

            Label {
                width: parent.width
                type: Theme.button
                color: root._ink
                text: root.text
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                type: Theme.caption
                color: root.hero ? Theme.tideInk : Theme.ink2
                text: root.note
                Accessible.ignored: true
            }
        }
    }
    background: Card {
        radius: root.radius
        color: root.hero ? (root.down ? Theme.tidePress : Theme.tide) : root.down ? Theme.tideSoft : Theme.shell
    }
}
