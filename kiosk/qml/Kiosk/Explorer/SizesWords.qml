import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A heading and its sentences, at night.
Column {
    id: root

    required property string heading
    required property string text
    property bool page: false

    spacing: Theme.dp * 10

    Label {
        width: parent.width
        type: root.page ? Theme.nightTitle : Theme.compact ? Theme.h3 : Theme.h2
        color: Theme.nightText
        text: root.heading
        Accessible.role: Accessible.Heading
    }

    Label {
        width: parent.width
        color: root.page ? Theme.nightText2 : Theme.nightText
        text: root.text
    }
}
