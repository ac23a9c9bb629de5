import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The two lines that welcome a visitor on the home screen.
Column {
    id: root

    required property Kiosk kiosk

    spacing: Theme.dp * 8

    Label {
        width: parent.width
        type: Theme.h1
        text: root.kiosk.words.homeTitle
        Accessible.role: Accessible.Heading
    }

    Label {
        // A column knows no right-to-left: narrower than it, the lines would stand at its left.
        x: Theme.mirrored ? parent.width - width : 0
        width: Math.min(parent.width, Theme.dp * 620 * Theme.textScale)
        type: Theme.lead
        text: root.kiosk.words.homeLead
    }
}
