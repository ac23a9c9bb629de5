pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The four things that the front desk needs, two beside each other or one below the other.
Grid {
    id: root

    required property StaffDesk desk

    readonly property bool _resting: root.desk.restOfPatients === "paused" || root.desk.restOfPatients === "broken"
    readonly property real _cell: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns
    readonly property real _tall: root.columns > 1 ? Math.max(fresh.implicitHeight, pause.implicitHeight, clean.implicitHeight, check.implicitHeight) : 0

    component Action: DeskCard {
        width: root._cell
        height: Math.max(implicitHeight, root._tall)
        beside: root.columns === 1
    }

    columns: root.width < Theme.dp * 700 ? 1 : 2
    columnSpacing: Theme.gutter
    rowSpacing: Theme.gutter

    Action {
        id: fresh

        hero: true
        iconName: "reset"
        text: root.desk.words.fresh
        note: root.desk.words.freshText
        onClicked: root.desk.startFresh()
    }

    Action {
        id: pause

        iconName: root._resting ? "play" : "pause"
        text: root._resting ? root.desk.words.resume : root.desk.words.pause
        note: root._resting ? root.desk.words.resumeText : root.desk.words.pauseText
        onClicked: {
            if (root._resting)
                root.desk.resume();
            else
                root.desk.pause();
        }
    }

    Action {
        id: clean

        iconName: "clean"
        text: root.desk.words.clean
        note: root.desk.lastWiped ? root.desk.words.cleanText(root.desk.wipeTotal) + "\n" + root.desk.words.cleaned(root.desk.lastWiped) : root.desk.words.cleanText(root.desk.wipeTotal)
        onClicked: root.desk.clean()
    }

    Action {
        id: check

        iconName: "hand"
        text: root.desk.words.check
        note: root.desk.words.checkText
        onClicked: root.desk.touchCheck()
    }
}
