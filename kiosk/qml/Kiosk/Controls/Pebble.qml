import QtQuick
import Kiosk.Theme

// One stone of an array of a hundred, or a large one on a tab. Shape tells the groups apart, not colour alone:
// full, half-filled, with a dark rim, or a dashed hollow ring.
Image {
    id: root

    required property string stone
    property int variant: 0

    sourceSize: Qt.size(Math.round(root.width), Math.round(root.height))
    source: root.width < 1 ? "" : Theme.pebble(root.stone, root.variant)

    Accessible.ignored: true
}
