import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The start third of a wide home screen: shore, welcome, and the way into the explorer where there is room for it.
Item {
    id: root

    required property Kiosk kiosk

    // Whether the dark card stands here; else it stands over the topics.
    readonly property bool hero: root.kiosk.hasExplorer && card.leastHeight <= card.room

    // Whether the note has room under the welcome; else it stands under the topics.
    readonly property bool noted: under.y >= welcome.y + welcome.height

    Picture {
        anchors.fill: parent
        visible: Theme.art
        scene: "shore_portrait"
        // Its pebbles stand behind the card or over the words at the foot, also where something stands over the bar.
        options: root.height < Theme.windowHeight * 0.83 ? "fit=cover&x=0.5&y=0.45" : "fit=cover&x=0.5&y=0.3"
        mirrorable: true
    }

    Greeting {
        id: welcome

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 64
        y: Theme.dp * 72
        width: root.width - Theme.dp * 112
        kiosk: root.kiosk
    }

    HeroCard {
        id: card

        readonly property real room: under.y - Math.max(welcome.y + welcome.height, Theme.reachTop) - Theme.dp * 44

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 56
        anchors.bottom: under.top
        anchors.bottomMargin: Theme.dp * 28
        width: root.width - Theme.dp * 100
        height: Math.max(implicitHeight, Math.min(Theme.dp * 390, room))
        visible: root.hero
        brief: fullHeight > room
        kiosk: root.kiosk
    }

    Label {
        id: under

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 64
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp * 40
        width: root.width - Theme.dp * 128
        visible: root.noted
        type: Theme.caption
        text: root.kiosk.words.homeNote
    }
}
