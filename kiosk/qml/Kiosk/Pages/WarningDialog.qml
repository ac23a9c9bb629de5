pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// "Are you still there?" The page is covered, not dimmed: the next person must not read it.
Item {
    id: root

    required property Kiosk kiosk

    Accessible.role: Accessible.Dialog
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

    // A tap that is no answer is one all the same: somebody is there. A finger that is drawn over the glass says nothing,
    // as a cloth may be. Nothing below may be touched.
    component Somebody: TapHandler {
        longPressThreshold: 0
        onTapped: {
            Hand.act();
            root.kiosk.keepGoing();
        }
    }

    MouseArea {
        anchors.fill: parent

        Somebody {}
    }

    Card {
        id: card

        // Its words may stand where nobody reaches; its buttons are at its foot.
        readonly property real pad: Theme.dp * (Theme.low ? 24 : Theme.landscape ? 40 : 64)
        readonly property real gap: Theme.dp * (Theme.low ? 16 : 24)
        readonly property real most: parent.height - Theme.dp * ((Theme.low || Theme.narrow ? 24 : 56) + (Theme.low && Theme.reachTop === 0 || Theme.narrow ? 24 : 56))

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.landscape && Theme.reachTop === 0 ? (parent.height - height) / 2 : parent.height - height - Theme.dp * (Theme.narrow ? 24 : 56)
        width: Math.min(parent.width - Theme.margin, Theme.dp * (Theme.low ? 1080 : words.beside ? 1400 : 968))
        height: Math.min(words.implicitHeight + card.gap + buttons.height + 2 * card.pad, card.most)
        radius: Theme.radiusXl
        level: 3

        // The words scroll when large text leaves no room for them; the buttons never move out of sight.
        ScrollColumn {
            x: card.pad
            y: card.pad
            width: parent.width - 2 * x
            height: buttons.y - y - card.gap
            fadeColor: Theme.shell
            moreText: root.kiosk.words.topicMoreBelow
            bottomPadding: 0

            // The words come before the ring: what is asked is said before the seconds are.
            Item {
                id: words

                readonly property bool beside: Theme.landscape && (Theme.low || Theme.textPercent > 125)
                readonly property real _between: Theme.dp * 40

                width: parent.width
                implicitHeight: words.beside ? Math.max(ring.height, told.height) : ring.height + card.gap + told.height

                // What scrolls holds its touches back from what lies below.
                Somebody {}

                Column {
                    id: told

                    x: words.beside && !Theme.mirrored ? ring.width + words._between : 0
                    y: !words.beside ? ring.height + card.gap : Theme.low ? 0 : (words.height - height) / 2
                    width: words.beside ? parent.width - ring.width - words._between : parent.width
                    spacing: Theme.dp * 12

                    Label {
                        width: parent.width
                        type: Theme.low && Theme.largest ? Theme.bodyStrong : Theme.h1
                        text: root.kiosk.words.warningTitle
                        horizontalAlignment: words.beside ? Text.AlignLeft : Text.AlignHCenter
                        Accessible.role: Accessible.Heading
                    }

                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(parent.width, Theme.dp * 720 * Theme.textScale)
                        type: Theme.low && Theme.largest ? Theme.body : Theme.lead
                        color: Theme.ink2
                        text: root.kiosk.words.warningText
                        horizontalAlignment: words.beside ? Text.AlignLeft : Text.AlignHCenter
                    }
                }

                CountdownRing {
                    id: ring

                    x: !words.beside ? (parent.width - width) / 2 : Theme.mirrored ? parent.width - width : 0
                    y: !words.beside || Theme.low ? 0 : (words.height - height) / 2
                    width: implicitWidth
                    height: implicitHeight
                    seconds: root.kiosk.secondsLeft
                    total: root.kiosk.warningSeconds
                    unit: root.kiosk.secondsWord
                }
            }
        }

        Grid {
            id: buttons

            readonly property real cell: columns === 2 ? (width - columnSpacing) / 2 : width

            x: card.pad
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: card.pad
            columns: Theme.landscape ? 2 : 1
            columnSpacing: Theme.gutter
            rowSpacing: Theme.gutter

            PillButton {
                width: buttons.cell
                height: buttons.columns === 2 ? Math.max(implicitHeight, leave.implicitHeight) : implicitHeight
                text: root.kiosk.words.warningStay
                focus: true
                onClicked: root.kiosk.keepGoing()
            }

            PillButton {
                id: leave

                width: buttons.cell
                height: buttons.columns === 2 ? Math.max(implicitHeight, buttons.children[0].implicitHeight) : implicitHeight
                primary: false
                text: root.kiosk.words.warningLeave
                onClicked: root.kiosk.endSession()
            }
        }
    }
}
