import QtQuick
import Kiosk.Theme

// The ring around whatever the keys would press.
Rectangle {
    id: root

    property real around: Theme.radiusL
    property bool night: false
    property bool held: false

    // Without a size while it is not seen: the software renderer paints round corners of hidden items, too.
    anchors.fill: root.visible ? root.parent : undefined
    anchors.margins: -(Theme.focusGap + Theme.focusWidth)
    color: "transparent"
    radius: root.around + Theme.focusGap + Theme.focusWidth
    border.width: Theme.focusWidth * (root.held ? 2 : 1)
    border.color: root.night ? Theme.nightFocus : Theme.focus
}
