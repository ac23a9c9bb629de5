pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A question or heading that opens: the short answer first, then the reasons. One is open at a time.
Card {
    id: root

    required property string blockId
    required property string title
    required property string lead
    required property list<string> paragraphs
    required property string callout
    required property string openBlock

    readonly property bool open: root.openBlock === root.blockId
    readonly property real _pad: Theme.dp * 36

    signal toggled(block: string)

    level: root.open ? 2 : 1
    implicitHeight: head.height + (root.open ? answer.implicitHeight : 0)
    height: implicitHeight

    Pressable {
        id: head

        width: parent.width
        implicitHeight: Math.max(Theme.dp * 132, heading.implicitHeight + Theme.dp * 40)
        shrinks: false
        expands: true
        text: root.title
        Accessible.checkable: true
        Accessible.checked: root.open
        onClicked: root.toggled(root.blockId)

        contentItem: Item {
            Label {
                id: heading

                anchors {
                    left: parent.left
                    right: disc.left
                    leftMargin: root._pad
                    rightMargin: Theme.dp * 20
                    verticalCenter: parent.verticalCenter
                }
                type: Theme.h3
                text: root.title
                Accessible.ignored: true
            }

            GoDisc {
                id: disc

                anchors {
                    right: parent.right
                    rightMargin: Theme.dp * 28
                    verticalCenter: parent.verticalCenter
                }
                width: Theme.dp * 72
                icon: root.open ? "up" : "down"
                color: root.open ? Theme.tide : Theme.tideSoft
                ink: root.open ? Theme.tideInk : Theme.tide
            }
        }
        background: Rectangle {
            radius: root.radius
            color: head.down ? Theme.tideSoft : "transparent"
        }
    }

    // Made only while open, so that a closed expander costs nothing and keeps nothing.
    Loader {
        id: answer

        anchors.top: head.bottom
        width: parent.width
        active: root.open
        sourceComponent: Column {
            id: reasons

            leftPadding: root._pad
            rightPadding: root._pad
            bottomPadding: root._pad
            spacing: Theme.dp * 16
            opacity: 0

            readonly property real _room: width - leftPadding - rightPadding

            Component.onCompleted: opacity = 1

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.base
                }
            }

            Label {
                width: reasons._room
                visible: root.lead !== ""
                type: Theme.h2
                color: Theme.sageInk
                text: root.lead
            }

            Repeater {
                model: root.paragraphs

                Label {
                    required property string modelData

                    width: reasons._room
                    text: modelData
                }
            }

            CalloutBlock {
                width: reasons._room
                visible: root.callout !== ""
                tone: "ask"
                paragraphs: root.callout ? [root.callout] : []
            }
        }
    }
}
