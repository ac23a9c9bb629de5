import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One of a few that exclude each other; the chosen one has a tick as well as a colour.
Pressable {
    id: root

    property bool chosen: false
    property bool quiet: false

    readonly property color _ink: root.chosen ? Theme.glowInk : Theme.nightText

    implicitHeight: Math.max(Theme.dp * (Theme.compact ? 72 : 84), implicitContentHeight + topPadding + bottomPadding)
    radius: Math.min(height / 2, Theme.dp * 44)
    leftPadding: Theme.dp * 20
    rightPadding: Theme.dp * 20
    topPadding: Theme.dp * 10
    bottomPadding: Theme.dp * 10
    night: true
    Accessible.role: Accessible.RadioButton
    Accessible.checked: root.chosen

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: words.implicitHeight

        Row {
            anchors.centerIn: parent
            spacing: Theme.dp * 10

            Icon {
                id: tick

                anchors.verticalCenter: parent.verticalCenter
                visible: root.chosen
                name: "check"
                ink: root._ink
                size: Theme.dp * 34 * Theme.iconScale
            }

            Label {
                id: words

                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - (root.chosen ? tick.width + parent.spacing : 0))
                type: root.quiet ? Theme.captionStrong : Theme.bodyStrong
                color: root._ink
                text: root.text
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.chosen ? Theme.glow : root.down ? Theme.nightPress : Theme.nightRaised
        border.width: root.chosen ? 0 : Math.max(1, Theme.dp * 2)
        border.color: Theme.nightControl
    }
}
