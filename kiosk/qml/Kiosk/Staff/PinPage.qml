import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// "Staff only": a number pad, low on the glass, and the way back. It closes by itself.
Item {
    id: root

    required property StaffDesk desk

    readonly property string title: root.desk.words.title
    readonly property bool _locked: root.desk.waitSeconds > 0
    // What has happened; empty while nothing has but digits.
    readonly property string _told: {
        if (root.desk.verifying)
            return root.desk.words.checking;
        if (root._locked)
            return root.desk.words.wait(root.desk.waitSeconds);
        return root.desk.tryAgain ? root.desk.words.wrong : "";
    }
    readonly property bool _beside: Theme.landscape
    readonly property real _gap: Theme.dp * (Theme.low ? 16 : Theme.narrow ? 24 : 56)
    readonly property real _edge: Theme.dp * (Theme.low || Theme.narrow ? 28 : Theme.landscape ? 72 : 112)
    readonly property real _half: root._beside ? (root.width - 3 * Theme.margin) / 2 : root.width - 2 * Theme.margin

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.sand
    }

    Item {
        id: told

        x: Theme.mirrored && root._beside ? root.width - width - Theme.margin : Theme.margin
        y: root._beside ? root._edge : 0
        width: root.desk.pinSet ? root._half : root.width - 2 * Theme.margin
        height: (root.desk.pinSet ? dots.y : leave.y) - y

        Column {
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root._beside || !root.desk.pinSet ? 0 : (parent.height - height) * 0.2
            width: parent.width
            spacing: Theme.dp * (Theme.low || Theme.narrow ? 12 : 24)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: !Theme.low && !Theme.narrow
                width: Theme.dp * 120
                height: width
                radius: width / 2
                color: Theme.tide

                Icon {
                    anchors.centerIn: parent
                    name: "lock"
                    ink: Theme.tideInk
                    size: parent.width / 2
                }
            }

            Label {
                width: parent.width
                type: Theme.low ? Theme.h2 : Theme.h1
                text: root.title
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                visible: root.desk.pinSet
                type: root._told !== "" ? Theme.h3 : Theme.lead
                color: root._told !== "" ? Theme.ink : Theme.ink2
                text: root._told || root.desk.words.enter(root.desk.padSeconds)
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                visible: !root.desk.pinSet
                type: Theme.h3
                text: root.desk.pinUnsafe ? root.desk.words.pinUnsafe : root.desk.words.noPin
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                visible: !root.desk.pinSet
                type: Theme.lead
                color: Theme.ink2
                text: root.desk.words.noPinMend
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                visible: !root.desk.pinSet
                type: Theme.h3
                wrapMode: Text.NoWrap
                text: root.desk.words.setPin
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                visible: root.desk.keyFiles
                type: Theme.body
                color: Theme.ink2
                text: root.desk.words.keyFile
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }

    PinDots {
        id: dots

        x: told.x + (told.width - width) / 2
        y: (root._beside ? leave.y : pad.y) - height - root._gap
        visible: root.desk.pinSet
        desk: root.desk
    }

    NumberPad {
        id: pad

        x: root._beside ? (Theme.mirrored ? Theme.margin : root.width - Theme.margin - root._half) + (root._half - width) / 2 : (root.width - width) / 2
        y: root._beside ? Math.max((root.height - height) / 2, Math.min(Theme.reachTop, root.height - height - Theme.dp * 24)) : leave.y - height - root._gap * 1.5
        visible: root.desk.pinSet
        enabled: !root._locked
        desk: root.desk
        room: root._half
        roomHigh: root._beside ? root.height - 2 * Theme.dp * (Theme.low ? 24 : 72) : root.height * 0.46
    }

    PillButton {
        id: leave

        x: root._beside ? told.x + (told.width - width) / 2 : (root.width - width) / 2
        y: root.height - height - root._edge
        width: Math.min(root._half, Theme.dp * 700)
        primary: false
        solid: true
        text: root.desk.words.leave
        onClicked: root.desk.shut()
    }
}
