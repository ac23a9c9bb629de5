pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Light on the water: a few short lines that drift a pixel at a time, four times a second. A running animation would redraw
// sixty times a second for nothing.
Item {
    id: root

    property bool moving: !Theme.lessMotion
    property int _step: 0

    Timer {
        interval: Theme.ambientStep
        repeat: true
        running: root.moving && root.visible
        onTriggered: root._step = (root._step + 1) % 240
    }

    Repeater {
        model: 5

        Rectangle {
            required property int index

            readonly property real _phase: 2 * Math.PI * (root._step / 240 + index / 5)

            x: Math.round(root.width * (0.12 + 0.18 * index) + Math.sin(_phase) * Theme.dp * 24)
            y: root.height * (0.15 + 0.7 * (index * 3 % 5) / 5)
            width: Theme.dp * (52 + 12 * (index % 3))
            height: Theme.dp * 3
            radius: height / 2
            color: Theme.nightText
            opacity: 0.55
        }
    }
}
