import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One report word on its stone.
Pressable {
    id: root

    required property string label
    required property string stone
    required property string sign
    property bool beside: false
    property bool selected: false

    text: root.label
    implicitHeight: root.beside ? Math.max(Theme.dp * 120, word.implicitHeight + Theme.dp * 40) : Theme.dp * 150 + word.implicitHeight + Theme.dp * 24
    Accessible.role: Accessible.PageTab
    Accessible.selected: root.selected
    // Qt knows none for a tab.
    Accessible.onPressAction: root.click()

    contentItem: Item {
        Item {
            id: pebble

            x: root.beside ? (LayoutMirroring.enabled ? parent.width - width - Theme.dp * 28 : Theme.dp * 28) : (parent.width - width) / 2
            y: root.beside ? (parent.height - height) / 2 : Theme.dp * 18
            width: Theme.dp * (root.beside ? 92 : 132)
            height: width

            Pebble {
                anchors.fill: parent
                stone: root.stone
            }

            Icon {
                anchors.centerIn: parent
                name: root.sign
                ink: Theme.stoneGlyph
                size: parent.width * 0.4
            }
        }

        Label {
            id: word

            anchors {
                left: root.beside ? pebble.right : parent.left
                right: parent.right
                leftMargin: Theme.dp * (root.beside ? 24 : 8)
                rightMargin: Theme.dp * 8
            }
            // By place: an anchor that comes before the other goes would leave it the height between the two.
            y: root.beside ? (parent.height - height) / 2 : parent.height - height - Theme.dp * 22
            type: Theme.bodyStrong
            text: root.label
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Item {
        // The chosen tab reaches down into its panel.
        Rectangle {
            width: parent.width
            height: parent.height + (root.selected && !root.beside ? Theme.gutter + Theme.radiusL : 0)
            radius: root.radius
            color: Theme.stoneSoft(root.stone)
            opacity: root.down ? 0.8 : 1
            border.width: Theme.outline * ((Theme.highContrast ? 1 : 0) + (root.selected && root.beside ? 1 : 0))
            border.color: Theme.stoneInk(root.stone)
        }
    }
}
