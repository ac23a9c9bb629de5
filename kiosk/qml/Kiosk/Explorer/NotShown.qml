import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// In place of a picture that cannot be loaded.
Item {
    id: root

    required property string text

    Label {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.dp * 760)
        type: Theme.lead
        color: Theme.nightText2
        text: root.text
        horizontalAlignment: Text.AlignHCenter
    }
}
