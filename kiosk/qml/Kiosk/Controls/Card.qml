import QtQuick
import Kiosk.Theme

// A rounded sheet with a soft shadow; a white border in high contrast.
Rectangle {
    id: root

    property int level: 1

    color: Theme.shell
    radius: Theme.radiusL
    border.width: Theme.highContrast ? Theme.outline : 0
    border.color: Theme.line

    Shadow {
        level: root.level
    }
}
