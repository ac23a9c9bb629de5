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
    // In reach mode the words stand where nobody has to reach; the languages begin below.
    readonly property bool _above: !Theme.landscape && Theme.reachTop > 0 && Theme.reachTop >= above.height
    readonly property real _wordsRoom: root._above ? 0 : words.height

    Accessible.role: Accessible.Pane
    Accessible.name: root.kiosk.words.attractTitle

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Drift {
        id: drift

        anchors.fill: parent

        Picture {
            id: art

            // As far beyond the glass as it can wander away from there.
            x: -drift.reach
            y: -drift.reach
            width: root._artWidth + (Theme.landscape ? 1 : 2) * drift.reach
            height: root.height + 2 * drift.reach
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

        AttractWords {
            id: above

            x: Theme.margin
            width: root._artWidth - 2 * Theme.margin
            visible: root._above
            kiosk: root.kiosk
        }

        ScrollColumn {
            id: page

            y: Theme.landscape ? 0 : Theme.reachTop
            width: root._artWidth
            height: root.height - y
            fadeColor: Theme.highContrast ? Theme.paper : "transparent"
            moreText: root.kiosk.words.topicMoreBelow
            bottomPadding: Theme.margin

            AttractWords {
                id: words

                x: Theme.margin
                width: page.width - 2 * Theme.margin
                visible: !root._above
                kiosk: root.kiosk
            }

            // The languages stand low, within reach; where there is no room left they follow the words.
            Item {
                width: 1
                height: Math.max(Theme.dp * 24, page.height - root._wordsRoom - languages.height - foot.height - Theme.dp * 32 - Theme.margin)
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

            Item {
                width: 1
                height: Theme.dp * 32
                visible: !Theme.landscape
            }

            AttractFoot {
                id: foot

                visible: !Theme.landscape
                x: Theme.margin
                width: page.width - 2 * Theme.margin
                kiosk: root.kiosk
            }
        }

        ScrollColumn {
            id: side
            visible: Theme.landscape

            x: root._artWidth
            y: Theme.reachTop
            width: root.width - x
            height: root.height - y
            moreText: root.kiosk.words.topicMoreBelow
            bottomPadding: Theme.focusGap + Theme.focusWidth

            Item {
                width: 1
                height: Math.max(Theme.margin, (side.height - beside.height - footBeside.height - Theme.dp * 32) / 2)
            }

            LanguageList {
                id: beside

                x: Theme.margin
                width: parent.width - 2 * Theme.margin
                languages: root.kiosk.languages
                onChosen: code => root.kiosk.chooseLanguage(code)
            }

            Item {
                width: 1
                height: Theme.dp * 32
            }

            AttractFoot {
                id: footBeside

                x: Theme.margin
                width: parent.width - 2 * Theme.margin
                kiosk: root.kiosk
            }
        }
    }
}
