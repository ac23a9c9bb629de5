import QtQuick
import Kiosk.Theme

// Something that is on or off: the whole row is the target; on is a tick and a place as well as a colour.
Pressable {
    id: root

    required property string iconName
    required property string note
    required property bool on

    readonly property real _knob: Theme.dp * 48

    implicitHeight: Math.max(Theme.dp * (Theme.landscape ? 112 : 132), words.implicitHeight + Theme.dp * 40)
    radius: Theme.radiusM
    leftPadding: Theme.dp * 32
    rightPadding: Theme.dp * 32
    shrinks: false
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.description: root.note

    contentItem: Item {
        MarkDisc {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            icon: root.iconName
            ink: Theme.tide
            color: Theme.tideSoft
            size: Theme.dp * 76 * (Theme.narrow ? 1 : Theme.iconScale)
        }

        Column {
            id: words

            anchors {
                left: sign.right
                right: track.left
                leftMargin: Theme.dp * 26
                rightMargin: Theme.dp * 20
                verticalCenter: parent.verticalCenter
            }

            Label {
                width: parent.width
                type: Theme.bodyStrong
                text: root.text
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                type: Theme.caption
                color: Theme.ink2
                text: root.note
                Accessible.ignored: true
            }
        }

        Rectangle {
            id: track

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.dp * 124
            height: Theme.dp * 72
            radius: height / 2
            color: root.on ? Theme.tide : Theme.shell
            border.width: Theme.outline
            border.color: root.on ? Theme.tide : Theme.lineStrong

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.mirrored ? parent.width - width - Theme.dp * 18 : Theme.dp * 18
                visible: root.on
                name: "check"
                ink: Theme.tideInk
                size: Theme.dp * 40
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: root.on === Theme.mirrored ? Theme.dp * 12 : parent.width - width - Theme.dp * 12
                width: root._knob
                height: width
                radius: width / 2
                color: root.on ? Theme.tideInk : Theme.lineStrong
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.tideSoft : "transparent"
    }
}
