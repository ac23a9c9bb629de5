import QtQuick
import Kiosk.Theme

// A small picture from a mammogram, at the size it is shown; it never mirrors.
Image {
    id: root

    property string part: ""
    property real radius: Theme.dp * 14

    source: root.part && root.width >= 1 ? root.part + "&radius=" + Math.round(root.radius) : ""
    sourceSize: Qt.size(Math.round(root.width), Math.round(root.height))

    Accessible.ignored: true
}
