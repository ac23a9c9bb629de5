import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The size that follows, the fine steps, and the two ways out.
Column {
    id: root

    required property Calibration calibration

    spacing: Theme.dp * 28

    Label {
        width: parent.width
        type: Theme.h1
        text: root.calibration.inches
    }

    Label {
        width: parent.width
        type: Theme.body
        color: Theme.ink2
        text: root.calibration.centimeters
    }

    StepRow {
        width: parent.width
        label: root.calibration.word("width")
        less: root.calibration.word("less")
        more: root.calibration.word("more")
        onStepped: steps => root.calibration.widen(steps)
    }

    StepRow {
        width: parent.width
        label: root.calibration.word("height")
        less: root.calibration.word("less")
        more: root.calibration.word("more")
        onStepped: steps => root.calibration.heighten(steps)
    }

    // Its room is kept: nothing may move under a finger that holds a button.
    Item {
        width: parent.width
        height: Theme.dp * 170

        Label {
            width: parent.width
            type: Theme.note
            color: Theme.clayInk
            text: root.calibration.fault
        }
    }

    Row {
        width: parent.width
        spacing: Theme.gutter

        PillButton {
            width: (parent.width - Theme.gutter) / 2
            primary: false
            text: root.calibration.word("leave")
            onClicked: root.calibration.leave()
        }

        PillButton {
            width: (parent.width - Theme.gutter) / 2
            enabled: root.calibration.fault === ""
            opacity: enabled ? 1 : 0.5
            text: root.calibration.word("save")
            onClicked: root.calibration.save()
        }
    }
}
