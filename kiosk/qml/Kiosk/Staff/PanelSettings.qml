pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How loud every visit begins, which language comes first, and what IT alone decides.
Column {
    id: root

    required property StaffDesk desk

    readonly property bool _it: root.desk.role === "it"

    spacing: Theme.gutter

    SoundCard {
        width: parent.width
        height: implicitHeight
        desk: root.desk
    }

    GroupCard {
        width: parent.width
        visible: buttons.count > 1
        iconName: "globe"
        height: implicitHeight
        title: root.desk.words.firstLanguage

        SegmentGrid {
            width: parent.width
            most: 3

            Repeater {
                id: buttons

                model: root.desk.languages

                Segment {
                    id: segment

                    required property string code
                    required property string name
                    required property string face
                    required property real line

                    width: (parent as SegmentGrid).cell
                    height: Theme.dp * 84
                    type: OwnType {
                        face: segment.face
                        least: segment.line
                        like: Theme.bodyStrong
                    }
                    chosen: root.desk.firstLanguage === code
                    text: name
                    spokenLanguage: code
                    onClicked: root.desk.chooseFirst(code)
                }
            }
        }
    }

    Card {
        width: parent.width
        height: quiet.implicitHeight + Theme.dp * 24
        visible: root._it && root.desk.quietKnown

        SwitchRow {
            id: quiet

            x: Theme.dp * 12
            y: Theme.dp * 12
            width: parent.width - 2 * x
            iconName: "clock"
            text: root.desk.words.quiet
            note: root.desk.words.quietText(root.desk.quietFrom, root.desk.quietTo)
            on: root.desk.quietOn
            onClicked: root.desk.setQuiet(!on)
        }
    }

    PillButton {
        width: parent.width
        visible: root._it && root.desk.restOfPatients !== "broken"
        primary: false
        solid: true
        iconName: "close"
        text: root.desk.words.broken
        Accessible.description: root.desk.words.brokenText
        onClicked: root.desk.breakDown()
    }

    Label {
        width: parent.width
        type: Theme.caption
        color: Theme.ink2
        text: root.desk.words.kept
        horizontalAlignment: Text.AlignHCenter
    }
}
