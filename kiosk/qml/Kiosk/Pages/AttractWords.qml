import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What the kiosk is about, in the site's first language.
Column {
    id: root

    required property Kiosk kiosk

    topPadding: Theme.dp * (Theme.low ? 32 : Theme.landscape ? 72 : Theme.narrow || Theme.largest && Theme.lowerButtons ? 64 : 116)
    spacing: Theme.dp * 20

    Label {
        width: parent.width
        type: Theme.attract
        text: root.kiosk.words.attractTitle
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }

    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.dp * 760 * Theme.textScale)
        type: Theme.lead
        text: root.kiosk.words.attractLead
        horizontalAlignment: Text.AlignHCenter
    }
}
