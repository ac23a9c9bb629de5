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

    ScrollColumn {
        id: page

        width: root._artWidth
        height: root.height
        fadeColor: "transparent"
        moreText: root.kiosk.words.topicMoreBelow
        bottomPadding: Theme.margin

        Column {
            id: words

            x: Theme.margin
            width: page.width - 2 * Theme.margin
            topPadding: Theme.dp * (Theme.low ? 32 : Theme.landscape ? 72 : Theme.narrow ? 64 : 116)
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

        // The languages stand low, within reach; where there is no room left they follow the words.
        Item {
            width: 1
            height: Math.max(Theme.dp * 24, root.height - words.height - languages.height - Theme.margin * (Theme.narrow ? 1 : 2))
            visible: !Theme.landscape
        }

        LanguageList {
            id: languages

            visible: !Theme.landscape
            x: Theme.margin
            width: page.width - 2 * Theme.margin
            languages: root.kiosk.languages
            onChosen: code => root.kiosk.chooseLanguage(code)
        }
    }

    ScrollColumn {
        visible: Theme.landscape
        x: root._artWidth
        width: root.width - x
        height: root.height
        moreText: root.kiosk.words.topicMoreBelow
        bottomPadding: 0

        Item {
            width: 1
            height: Math.max(Theme.margin, (root.height - beside.height) / 2)
        }

        LanguageList {
            id: beside

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            languages: root.kiosk.languages
            onChosen: code => root.kiosk.chooseLanguage(code)
        }
    }
}
