import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What IT alone decides, and what is never kept.
Column {
    id: root

    required property StaffDesk desk

    readonly property bool _it: root.desk.role === "it"

    spacing: Theme.gutter

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
