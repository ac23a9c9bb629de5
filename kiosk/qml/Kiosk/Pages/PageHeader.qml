import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A page's place, heading and art: on top in portrait, the start third in landscape.
Item {
    id: root

    required property string place
    required property string title
    required property string lead
    required property string tint
    property bool side: false

    // In the height that is out of reach in reach mode, whatever the text size.
    property bool above: false
    readonly property bool _art: Theme.art || root.above && Theme.reachArt
    readonly property real wordsHeight: words.y + words.height
    // Whether all of its words have room at the side; the last sentence can stand on the page instead.
    readonly property bool fits: words.y + over.height + heading.height + said.implicitHeight + 2 * words.spacing + words.y <= root.height

    implicitHeight: root._art ? Math.max(Theme.dp * (Theme.narrow ? 320 : 430), root.wordsHeight + Theme.dp * 190) : root.wordsHeight + Theme.dp * 24

    Rectangle {
        anchors.fill: parent
        visible: root._art
        color: Theme.tint(root.tint)
    }

    Picture {
        anchors.fill: parent
        visible: root._art && !root.side
        scene: "shore_wide_clear"
        options: root.above && Theme.landscape ? "fit=cover&x=1&y=0.2" : "fit=cover&x=1&y=1"
        mirrorable: true
    }

    Picture {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: parent.height
        visible: root._art && root.side
        scene: "shore_tall_clear"
        options: "fit=cover&x=0.6&y=1"
        mirrorable: true
    }

    Column {
        id: words

        x: root.side ? Theme.dp * 56 : Theme.margin
        y: Theme.dp * 56
        width: parent.width - 2 * x
        spacing: Theme.dp * 10

        Label {
            id: over

            width: parent.width
            visible: root.place !== ""
            type: Theme.captionStrong
            color: Theme.tide
            text: root.place
        }

        Label {
            id: heading

            width: parent.width
            type: Theme.h1
            text: root.title
            Accessible.role: Accessible.Heading
        }

        Label {
            id: said

            width: parent.width
            visible: root.side && root.lead !== "" && root.fits
            type: Theme.lead
            text: root.lead
        }
    }
}
