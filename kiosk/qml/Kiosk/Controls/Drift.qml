import QtQuick
import Kiosk.Theme

// What stands here for hours wanders by a pixel now and then, so that no edge is burnt into the glass. Put everything of a
// screen into it but its plain ground; a picture that fills the glass reaches `reach` beyond it on every side:
//     Drift { id: drift; anchors.fill: parent; Picture { anchors { fill: parent; margins: -drift.reach } } Column { ... } }
// It begins in its place, and a new one begins there again. Also with less motion: nobody sees one pixel in half a minute.
Item {
    id: root

    default property alias content: board.data
    // How many times it has moved.
    property int steps: 0
    // Whole pixels, so that nothing it shows is blurred.
    readonly property int reach: Math.max(2, Math.floor(Theme.driftReach))

    // To and fro between -reach and reach, a pixel a step, from 0 on.
    function _wave(step: int, reach: int): int {
        const at = (step + reach) % (4 * reach);
        return at <= 2 * reach ? at - reach : 3 * reach - at;
    }

    Timer {
        interval: Theme.driftStep
        repeat: true
        running: root.visible
        onTriggered: root.steps += 1
    }

    Item {
        id: board

        // The two ways differ in length, so that in time everything has been everywhere.
        x: root._wave(root.steps, root.reach)
        y: root._wave(root.steps, root.reach - 1)
        width: root.width
        height: root.height
    }
}
