pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Right over the bar while the visitor is read to: once more, pause, next, and how the voice sounds. One row where the words
// allow it, beside their icons or, where that spares a row, under them.
Rectangle {
    id: root

    required property Kiosk kiosk
    property bool night: false
    // Where the keys come to it: between the page and the bar.
    readonly property int keyOrder: 1

    readonly property Speech _speech: root.kiosk.speech
    readonly property real _gap: Theme.dp * (Theme.compact ? 10 : 16)
    readonly property real _side: Theme.dp * (Theme.low ? 20 : Theme.landscape ? 40 : 28)
    readonly property real _room: root.width - 2 * root._side
    readonly property real _besideAll: again.besideWidth + pause.besideWidth + next.besideWidth + voice.besideWidth + 3 * root._gap
    readonly property real _underAll: again.underWidth + pause.underWidth + next.underWidth + voice.underWidth + 3 * root._gap
    readonly property bool _one: root._besideAll <= root._room
    readonly property bool _under: !root._one && root._underAll <= root._room
    readonly property int _columns: root._one || root._under ? 4 : 2
    // What is left when each has what its words need is shared out evenly.
    readonly property real _spare: root._columns === 4 ? (root._room - (root._under ? root._underAll : root._besideAll)) / 4 : 0
    readonly property real _tallest: Math.max(again.implicitHeight, pause.implicitHeight, next.implicitHeight, voice.implicitHeight)

    component Way: StripItem {
        night: root.night
        beside: !root._under
        width: root._columns === 2 ? (root._room - root._gap) / 2 : (root._under ? underWidth : besideWidth) + root._spare
        height: root._tallest
    }

    // Room for the focus frame on either side.
    implicitHeight: ways.implicitHeight + 2 * root._gap
    color: root.night ? Theme.nightBar : Theme.shell
    Accessible.role: Accessible.ToolBar
    Accessible.name: root.kiosk.words.voiceTitle

    Rectangle {
        width: parent.width
        height: Theme.highContrast ? Theme.outline : 1
        color: root.night ? Theme.nightLine : Theme.line
    }

    Grid {
        id: ways

        x: root._side
        y: root._gap
        columns: root._columns
        spacing: root._gap

        Way {
            id: again

            iconName: "reset"
            text: root.kiosk.words.voiceAgain
            onClicked: root._speech.again()
        }

        Way {
            id: pause

            readonly property bool _reads: root._speech.playing

            iconName: _reads ? "pause" : "play"
            text: _reads ? root.kiosk.words.voicePause : root.kiosk.words.voicePlay
            otherText: _reads ? root.kiosk.words.voicePlay : root.kiosk.words.voicePause
            onClicked: root._speech.pause()
        }

        Way {
            id: next

            iconName: "skip"
            text: root.kiosk.words.voiceNext
            onClicked: root._speech.next()
        }

        Way {
            id: voice

            iconName: "tune"
            selected: root.kiosk.overlay === "voice"
            text: root.kiosk.words.voiceSettings
            onClicked: selected ? root.kiosk.closeOverlay() : root._speech.showSettings()
        }
    }
}
