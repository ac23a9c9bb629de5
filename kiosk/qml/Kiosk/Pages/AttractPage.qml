import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The first screen: a calm shore and the languages. A language works at the first touch; the empty glass does nothing.
Item {
    id: root

    required property Kiosk kiosk
    property bool moving: true

    readonly property real _artWidth: Theme.landscape ? root.width / 2 : root.width

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Picture {
        id: art

        width: root._artWidth
        height: root.height
        visible: !Theme.highContrast
        scene: "shore_portrait"
        options: Theme.landscape ? "opaque=1&x=0.5&y=0.3" : "opaque=1&x=0.5&y=1"

        Glints {
            x: parent.width * 0.08
            y: parent.height * (Theme.landscape ? 0.68 : 0.525)
            width: parent.width * 0.8
            height: parent.height * 0.05
            moving: root.moving && !Theme.lessMotion && !Theme.highContrast
        }
    }

    Column {
        id: words

        x: Theme.margin
        y: Theme.dp * (Theme.landscape ? 72 : Theme.narrow ? 64 : 116)
        width: root._artWidth - 2 * Theme.margin
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

    Item {
        id: choices

        x: Theme.landscape ? root.width / 2 : 0
        y: Theme.landscape ? 0 : words.y + words.height + Theme.dp * 24
        width: root.width - x
        height: root.height - y

        LanguageList {
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            y: Theme.landscape ? (parent.height - height) / 2 : parent.height - height - Theme.margin * (Theme.narrow ? 1 : 2)
            languages: root.kiosk.languages
            onChosen: code => root.kiosk.chooseLanguage(code)
        }
    }
}
