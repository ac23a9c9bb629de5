import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Whose centers they are, and the page's heading.
Column {
    id: root

    required property Kiosk kiosk

    spacing: Theme.gutter

    Label {
        width: parent.width
        visible: root.kiosk.site.name !== ""
        type: Theme.captionStrong
        color: Theme.tide
        text: root.kiosk.site.name
    }

    Label {
        width: parent.width
        type: Theme.h1
        text: root.kiosk.words.centersTitle
        Accessible.role: Accessible.Heading
    }

    Label {
        width: parent.width
        type: Theme.lead
        color: Theme.reachTop > 0 ? Theme.ink : Theme.ink2
        text: root.kiosk.words.centersLead
    }
}
