import QtQuick
import Kiosk.Theme

// The ring around whatever the keys would press.
Rectangle {
    id: root

    property real around: Theme.radiusL

    anchors.fill: parent
    anchors.margins: -(Theme.focusGap + Theme.focusWidth)
    color: "transparent"
    radius: root.around + Theme.focusGap + Theme.focusWidth
    border.width: Theme.focusWidth
    border.color: Theme.focus
}
