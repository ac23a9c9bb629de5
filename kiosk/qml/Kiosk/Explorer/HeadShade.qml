import QtQuick
import Kiosk.Theme

// Darkens the head of a picture, so that a title can be read on it.
Rectangle {
    gradient: Gradient {
        GradientStop {
            position: 0
            color: Theme.casing
        }
        GradientStop {
            position: 0.5
            color: Theme.casing
        }
        GradientStop {
            position: 1
            color: Qt.alpha(Theme.casing, 0)
        }
    }
}
