import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Two seconds of thanks: the visit is already wiped.
Item {
    id: root

    required property Kiosk kiosk

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Picture {
        anchors.fill: parent
        visible: !Theme.highContrast
        scene: "shore_portrait"
        options: Theme.landscape ? "opaque=1&x=0.5&y=0.3" : "opaque=1&x=0.5&y=1"
    }

    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * 900)
        height: words.implicitHeight + Theme.dp * 128
        radius: Theme.radiusXl
        level: 3

        Column {
            id: words

            anchors.centerIn: parent
            width: parent.width - Theme.dp * 96
            spacing: Theme.dp * 20

            MarkDisc {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: "check"
                size: Theme.dp * 120
            }

            Label {
                width: parent.width
                type: Theme.h1
                text: root.kiosk.words.thanksTitle
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                type: Theme.lead
                color: Theme.ink2
                text: root.kiosk.words.thanksText
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
