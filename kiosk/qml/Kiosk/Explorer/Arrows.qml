pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Moving the picture without a gesture: one arrow at each edge of the glass, where there is more in that direction. Or all
// of them in a row at the foot, at the side that the tools leave free.
Item {
    id: root

    required property Kiosk kiosk
    required property Stage stage
    // What stands along each edge already.
    property real before: 0
    property real after: 0
    property real above: 0
    property real below: 0
    // From where on the tools take the end side.
    property real toolsTop: root.height
    // How far the scale rule reaches in from its edge.
    property real ruleRoom: 0
    property rect lens: Qt.rect(0, 0, 0, 0)
    property bool row: false

    Accessible.role: Accessible.ToolBar

    readonly property real _middle: Math.max(root.above, Math.min(root.above + (root.height - root.above - root.below - root._size) / 2, root.toolsTop - root._size - Theme.toolGap))
    readonly property real _size: root.row ? Theme.tool : Theme.dp * 72
    readonly property int _count: 4
    readonly property real _pitch: root._size + Theme.toolGap
    readonly property real _last: Theme.mirrored ? root.width - root.after - root._size : root.before + (root._count - 1) * root._pitch
    readonly property real _foot: root.height - root.below - root._size
    // On a small glass the upper and lower arrow keep clear of what stands in the middle, and of the rule.
    readonly property real _aside: Math.max(root.ruleRoom, Math.min(root.before, root.after) + root._size) + Theme.toolGap
    readonly property real _across: !Theme.compact ? root.before + (root.width - root.before - root.after - root._size) / 2 : Theme.mirrored ? root.width - root._aside - root._size : root._aside
    // Where there is no height for both, the upper one stands beside the lower one.
    readonly property bool _flat: root.height - root.above - root.below < 2 * root._size + Theme.toolGap
    readonly property real _share: 0.4
    readonly property real _slack: 0.2

    // Where they stand, for the numbers of the rings to stand elsewhere.
    readonly property list<rect> places: [left, right, up, down].map(arrow => Qt.rect(arrow.x, arrow.y, arrow.width, arrow.height))

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    visible: !root.stage.atFit

    // It gives way to the lens.
    component Arrow: Tool {
        size: root._size
        visible: root.row || root.lens.width === 0 || x > root.lens.right || x + width < root.lens.left || y > root.lens.bottom || y + height < root.lens.top
    }

    Arrow {
        id: left

        x: root.row ? root._last - (root._count - 1) * root._pitch : root.before
        y: root.row ? root._foot : root._middle
        iconName: "back"
        atLimit: root.stage.seenX < root._slack
        text: root.kiosk.words.explorerLeft
        onClicked: root.stage.nudge(-root._share, 0)
    }

    Arrow {
        id: right

        x: root.row ? root._last : root.width - root.after - width
        y: root.row ? root._foot : root._middle
        iconName: "fwd"
        atLimit: root.stage.seenX + root.stage.seenW > root.stage.widthMm - root._slack
        text: root.kiosk.words.explorerRight
        onClicked: root.stage.nudge(root._share, 0)
    }

    Arrow {
        id: up

        x: root.row ? root._last - 2 * root._pitch : root._across + (!root._flat ? 0 : Theme.mirrored ? -width - Theme.toolGap : width + Theme.toolGap)
        y: root.row || root._flat ? root._foot : root.above
        iconName: "up"
        atLimit: root.stage.seenY < root._slack
        text: root.kiosk.words.explorerUp
        onClicked: root.stage.nudge(0, -root._share)
    }

    Arrow {
        id: down

        x: root.row ? root._last - root._pitch : root._across
        y: root._foot
        iconName: "down"
        atLimit: root.stage.seenY + root.stage.seenH > root.stage.heightMm - root._slack
        text: root.kiosk.words.explorerDown
        onClicked: root.stage.nudge(0, root._share)
    }
}
