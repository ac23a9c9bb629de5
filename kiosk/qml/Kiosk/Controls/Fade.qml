import QtQuick

// What fades into one color from its upper edge to its lower, or out of it.
Rectangle {
    id: root

    required property color first
    required property color last

    gradient: Gradient {
        GradientStop {
            position: 0
            color: root.first
        }
        GradientStop {
            position: 1
            color: root.last
        }
    }
}
