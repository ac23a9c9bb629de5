import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The bar of every page in a visit; it stays in reach under the sheets too. Five fixed places.
BottomBar {
    id: root

    required property Kiosk kiosk
    readonly property bool _home: root.kiosk.screen === "home"

    night: root.kiosk.screen === "explorer"

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        visible: !root._home
        strong: true
        beside: root.beside || !Theme.landscape && !Theme.oneColumn
        iconName: Theme.mirrored ? "fwd" : "back"
        text: root.kiosk.words.barBack
        onClicked: root.kiosk.goBack()
    }

    // With one language the place stays empty, so that the others keep theirs.
    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        visible: root._home
        enabled: root.kiosk.manyLanguages
        opacity: enabled ? 1 : 0
        beside: root.beside
        iconName: "globe"
        selected: root.kiosk.overlay === "languages"
        text: root.kiosk.words.barLanguage
        onClicked: selected ? root.kiosk.closeOverlay() : root.kiosk.showLanguages()
    }

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        beside: root.beside
        iconName: "home"
        selected: root._home && root.kiosk.overlay === ""
        text: root.kiosk.words.barHome
        onClicked: root.kiosk.goHome()
    }

    BarItem {
        readonly property bool _on: root.kiosk.speech.on

        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        beside: root.beside
        strong: _on
        iconName: _on ? "stop" : "sound"
        text: _on ? root.kiosk.words.barStop : root.kiosk.words.barListen
        otherText: _on ? root.kiosk.words.barListen : root.kiosk.words.barStop
        onClicked: root.kiosk.speech.toggle()
    }

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        beside: root.beside
        iconName: "comfort"
        selected: root.kiosk.overlay === "ease"
        text: root.kiosk.words.barEase
        onClicked: selected ? root.kiosk.closeOverlay() : root.kiosk.showEase()
    }

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        beside: root.beside
        iconName: "done"
        text: root.kiosk.words.barDone
        onClicked: root.kiosk.endSession()
    }
}
