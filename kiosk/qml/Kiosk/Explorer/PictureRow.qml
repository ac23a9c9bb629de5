import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One entry of a list: a small picture, a title, a note below it.
Pressable {
    id: root

    property string title: ""
    property url thumb: ""
    property string sign: ""
    property string note: ""
    property bool mark: false
    property bool chosen: false
    property bool tall: false

    readonly property real _pad: Theme.dp * 14
    readonly property real _thumb: Theme.dp * (Theme.compact ? 88 : 112)

    implicitHeight: Math.max(small.height, words.implicitHeight) + 2 * root._pad
    radius: Theme.radiusM
    night: true
    text: root.title
    Accessible.selected: root.chosen

    contentItem: Item {
        Thumb {
            id: small

            anchors.left: parent.left
            anchors.leftMargin: root._pad
            anchors.verticalCenter: parent.verticalCenter
            width: root._thumb
            height: root._thumb * (root.tall ? 1.3 : 1)
            part: root.thumb.toString()
        }

        Column {
            id: words

            anchors {
                left: small.right
                leftMargin: Theme.dp * 20
                right: tick.visible ? tick.left : parent.right
                rightMargin: Theme.dp * 16
                verticalCenter: parent.verticalCenter
            }

            Label {
                width: parent.width
                type: Theme.bodyStrong
                color: Theme.nightText
                text: root.sign ? root.sign + ". " + root.title : root.title
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                visible: root.note !== ""
                type: Theme.caption
                color: Theme.nightText2
                text: root.note
                Accessible.ignored: true
            }
        }

        Icon {
            id: tick

            anchors.right: parent.right
            anchors.rightMargin: root._pad
            anchors.verticalCenter: parent.verticalCenter
            visible: root.mark
            name: "check"
            ink: Theme.ringSeen
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.nightPress : Theme.nightRaised
        border.width: root.chosen ? Theme.dp * (Theme.highContrast ? 8 : 4) : Theme.highContrast ? Theme.outline : 0
        border.color: root.chosen ? Theme.glow : Theme.nightControl
    }
}
