import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Under the languages of the first screen: reading aloud for who cannot read it, the settings, and the site's notice for who
// finds no language of hers.
Flow {
    id: root

    required property Kiosk kiosk

    readonly property bool _help: root.kiosk.site.hasHelp
    readonly property bool _reads: root.kiosk.speech.on
    readonly property real _half: (root.width - root.spacing) / 2
    // Listen beside the settings where both fit in one line; else the settings beside the notice.
    readonly property bool _first: listen.implicitWidth + ease.implicitWidth + root.spacing <= root.width
    readonly property bool _second: !root._first && root._help && Math.max(ease.implicitWidth, help.implicitWidth) <= root._half

    component Foot: PillButton {
        primary: false
        solid: true
    }

    spacing: Theme.dp * 24

    Foot {
        id: listen

        width: root._first ? Math.max(implicitWidth, Math.min(root._half, root.width - root.spacing - ease.implicitWidth)) : root.width
        height: Math.max(implicitHeight, root._first ? ease.implicitHeight : 0)
        primary: root._reads
        iconName: root._reads ? "stop" : "sound"
        text: root._reads ? root.kiosk.words.barStop : root.kiosk.words.barListen
        onClicked: root.kiosk.speech.toggle()
    }

    Foot {
        id: ease

        width: root._first ? root.width - root.spacing - listen.width : root._second ? root._half : root.width
        height: Math.max(implicitHeight, root._first ? listen.implicitHeight : root._second ? help.implicitHeight : 0)
        iconName: "comfort"
        text: root.kiosk.words.attractEase
        onClicked: root.kiosk.showEase()
    }

    Foot {
        id: help

        width: root._second ? root._half : root.width
        height: Math.max(implicitHeight, root._second ? ease.implicitHeight : 0)
        visible: root._help
        iconName: "chat"
        text: root.kiosk.words.attractHelp
        onClicked: root.kiosk.showHelp()
    }
}
