pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// How loud it is: so many of the steps are filled, each a little higher than the one before.
Item {
    id: root

    required property int level
    required property int levels

    readonly property real _high: Theme.dp * 88
    readonly property real _pitch: width / root.levels

    implicitWidth: Theme.dp * 340
    implicitHeight: root._high

    Repeater {
        model: root.levels

        Rectangle {
            required property int index

            readonly property bool _filled: index < root.level

            x: (Theme.mirrored ? root.levels - 1 - index : index) * root._pitch + (root._pitch - width) / 2
            anchors.bottom: parent.bottom
            anchors.bottomMargin: (root.height - root._high) / 2
            width: root._pitch * 0.62
            height: root._high * (0.36 + 0.64 * (index + 1) / root.levels)
            radius: Theme.dp * 10
            color: _filled ? Theme.tide : "transparent"
            border.width: Theme.outline
            border.color: _filled ? Theme.tide : Theme.lineStrong
        }
    }
}
