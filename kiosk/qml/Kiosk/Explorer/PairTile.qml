import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One pair: two small pictures and its title.
Pressable {
    id: root

    required property string pairId
    required property string title
    required property url leftThumb
    required property url rightThumb
    required property bool chosen

    readonly property real _pad: Theme.dp * 14
    readonly property real _thumb: Theme.dp * (Theme.compact ? 72 : 84)

    implicitHeight: words.implicitHeight + root._thumb + 2 * root._pad + root._pad
    radius: Theme.radiusM
    night: true
    text: root.title
    Accessible.selected: root.chosen

    contentItem: Item {
        Row {
            id: small

            anchors.horizontalCenter: parent.horizontalCenter
            y: root._pad
            spacing: Theme.dp * 8
            LayoutMirroring.enabled: false

            Thumb {
                width: root._thumb
                height: root._thumb
                part: root.leftThumb.toString()
            }

            Thumb {
                width: root._thumb
                height: root._thumb
                part: root.rightThumb.toString()
            }
        }

        Label {
            id: words

            anchors.top: small.bottom
            anchors.topMargin: root._pad
            x: root._pad
            width: parent.width - 2 * x
            type: Theme.captionStrong
            color: Theme.nightText
            text: root.title
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.nightPress : Theme.nightRaised
        border.width: root.chosen ? Theme.dp * (Theme.highContrast ? 8 : 4) : Theme.highContrast ? Theme.outline : 0
        border.color: root.chosen ? Theme.glow : Theme.nightControl
    }
}
