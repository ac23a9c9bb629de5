import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One topic on the home screen: its name, its vignette, and a tick once it has been opened.
Pressable {
    id: root

    required property string topicId
    // Where the keys come back to from there.
    readonly property string leadsTo: "topic/" + root.topicId
    required property string card
    required property string scene
    required property string tint
    required property bool visited
    property string visitedWord: ""

    // What the words need, whatever height the page then gives to all cards alike.
    readonly property real titleHeight: root._withArt ? title.y + title.height + Theme.dp * 4 + tick.height + tick.anchors.bottomMargin : Math.max(title.height, tick.height) + Theme.dp * 64
    readonly property bool _withArt: !Theme.highContrast && !Theme.largest

    // Its art would have to be scaled again in every frame of the press; the darker ground answers the finger sooner.
    shrinks: false
    text: root.card
    implicitHeight: root.titleHeight
    Accessible.name: root.visited ? root.card + ", " + root.visitedWord : root.card

    contentItem: Item {
        Picture {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.min(parent.height, Theme.dp * 244)
            corners: "bl,br"
            visible: root._withArt
            scene: root.scene
            options: "fit=contain&x=1&y=1"
            radius: root.radius
            mirrorable: true
        }

        Label {
            id: title

            anchors {
                left: parent.left
                top: parent.top
                leftMargin: Theme.dp * 32
                topMargin: Theme.dp * (Theme.landscape ? 18 : 28)
            }
            width: root._withArt ? Math.min(parent.width * 0.62, Theme.dp * 300 * Theme.titleScale) : parent.width - tick.width - Theme.dp * 80
            type: Theme.h3
            text: root.card
            Accessible.ignored: true
        }

        // Under the name beside a vignette; at the end of the line where there is none.
        MarkDisc {
            id: tick

            anchors {
                left: parent.left
                bottom: parent.bottom
                // By place: an anchor that comes before the other goes would leave it the width between the two.
                leftMargin: root._withArt ? Theme.dp * 24 : parent.width - width - Theme.dp * 24
                bottomMargin: Theme.dp * (Theme.landscape ? 10 : 14)
            }
            visible: root.visited
            size: Theme.dp * 44
            icon: "check"
            color: Theme.shell
        }
    }
    background: Card {
        radius: root.radius
        color: Theme.tint(root.tint)

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: root.down
            color: Theme.tide
            opacity: 0.12
        }
    }
}
