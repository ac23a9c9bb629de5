import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What this is, and how soon it locks itself.
Column {
    id: root

    required property StaffDesk desk

    Label {
        width: parent.width
        visible: !Theme.low
        type: Theme.captionStrong
        color: Theme.tide
        text: root.desk.words.desk
    }

    Label {
        width: parent.width
        type: Theme.low ? Theme.h2 : Theme.h1
        text: root.desk.words.panel
        Accessible.role: Accessible.Heading
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: root.desk.words.locks(root.desk.panelSeconds)
    }
}
