import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// "Are you still there?" The page is covered, not dimmed: the next person must not read it.
Item {
    id: root

    required property Kiosk kiosk

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.kiosk.words.warningTitle

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

    // Nothing below may be touched.
    TapHandler {}

    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: Theme.landscape ? undefined : parent.bottom
        anchors.bottomMargin: Theme.dp * 72
        anchors.verticalCenter: Theme.landscape ? parent.verticalCenter : undefined
        width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * 968)
        height: Math.min(body.implicitHeight + 2 * body.pad, parent.height - Theme.dp * 64)
        radius: Theme.radiusXl
        level: 3

        ScrollColumn {
            anchors.fill: parent
            anchors.topMargin: body.pad
            anchors.bottomMargin: body.pad
            bottomPadding: 0

            Column {
                id: body

                readonly property real pad: Theme.dp * (Theme.landscape ? 40 : 72)

                x: Theme.dp * 64
                width: parent.width - 2 * x
                spacing: Theme.dp * 24

                CountdownRing {
                    anchors.horizontalCenter: parent.horizontalCenter
                    seconds: root.kiosk.secondsLeft
                    total: root.kiosk.warningSeconds
                    unit: root.kiosk.secondsLeft === 1 ? root.kiosk.words.warningSecond : root.kiosk.words.warningSeconds
                }

                Label {
                    width: parent.width
                    type: Theme.h1
                    text: root.kiosk.words.warningTitle
                    horizontalAlignment: Text.AlignHCenter
                    topPadding: Theme.dp * 20
                    Accessible.role: Accessible.Heading
                }

                Label {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(parent.width, Theme.dp * 720 * Theme.textScale)
                    type: Theme.lead
                    color: Theme.ink2
                    text: root.kiosk.words.warningText
                    horizontalAlignment: Text.AlignHCenter
                }

                PillButton {
                    width: parent.width
                    implicitHeight: Math.max(Theme.dp * 128, implicitContentHeight + Theme.dp * 32)
                    text: root.kiosk.words.warningStay
                    focus: true
                    onClicked: root.kiosk.keepGoing()
                }

                PillButton {
                    width: parent.width
                    implicitHeight: Math.max(Theme.dp * 128, implicitContentHeight + Theme.dp * 32)
                    primary: false
                    text: root.kiosk.words.warningLeave
                    onClicked: root.kiosk.endSession()
                }
            }
        }
    }
}
