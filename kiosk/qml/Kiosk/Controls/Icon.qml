import QtQuick
import Kiosk.Theme

// A line icon in a theme colour. Always beside a word, so it says nothing by itself.
Image {
    id: root

    required property string name
    property color ink: Theme.tide
    property real size: Theme.dp * 44 * Theme.iconScale

    width: root.size
    height: root.size
    sourceSize: Qt.size(Math.round(root.size), Math.round(root.size))
    source: root.name ? Theme.icon(root.name, root.ink) : ""

    Accessible.ignored: true
}
