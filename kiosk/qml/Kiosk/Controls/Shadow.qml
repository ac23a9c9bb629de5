import QtQuick
import Kiosk.Theme

// A pre-baked soft shadow around its parent (no live blur: the software renderer has none). None in high contrast.
Item {
    id: root

    property int level: 1

    anchors.fill: parent
    visible: !Theme.highContrast
    z: -1

    BorderImage {
        readonly property real reach: Theme.shadowReach[root.level - 1]
        readonly property real inset: Theme.shadowInset[root.level - 1]

        // The image is drawn at dp 1 and scaled, because a border image does not scale its borders.
        x: -reach * Theme.dp
        y: -reach * Theme.dp
        width: root.width / Theme.dp + 2 * reach
        height: root.height / Theme.dp + 2 * reach
        scale: Theme.dp
        transformOrigin: Item.TopLeft
        source: Theme.shadow(root.level)
        border {
            left: inset
            right: inset
            top: inset
            bottom: inset
        }
    }
}
