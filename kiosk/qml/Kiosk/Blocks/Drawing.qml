import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A drawn X-ray picture. It never mirrors, and the words that say it is a drawing always stand over it.
Item {
    id: root

    required property string picture
    required property string alt
    required property string notice
    property string label: ""
    property real radius: Theme.radiusM
    property string corners: "tl,tr,br,bl"
    property string options: "fit=cover"
    // What stands under the picture: what says that it is drawn, where it would hide too much of it.
    readonly property real below: says.line > says.room ? says.height + Theme.dp * 24 : 0
    // What its labels need, with a strip of the picture between them.
    readonly property real least: (name.visible ? name.height + Theme.dp * 16 : 0) + says.height + Theme.dp * 16 + Theme.dp * 48

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        y: parent.height / 2
        width: parent.width
        height: parent.height - y
        visible: root.below > 0
        radius: root.corners.includes("br") ? root.radius : 0
        color: Theme.film
    }

    Picture {
        id: seen

        width: parent.width
        height: parent.height - root.below
        photo: root.picture
        radius: root.radius
        corners: root.corners
        options: root.options + "&under=FF0B1114"
        alt: root.alt
    }

    Rectangle {
        anchors.fill: seen
        visible: Theme.highContrast
        color: "transparent"
        radius: root.radius
        border.width: Theme.outline
        border.color: Theme.line
    }

    Chip {
        id: name

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.dp * 16
        visible: root.label !== ""
        room: parent.width - Theme.dp * 32
        text: root.label
    }

    Chip {
        id: says

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.dp * 16
        anchors.bottomMargin: Theme.dp * (root.below > 0 ? 12 : 16)
        room: parent.width - Theme.dp * 32
        quiet: true
        text: root.notice
    }
}
