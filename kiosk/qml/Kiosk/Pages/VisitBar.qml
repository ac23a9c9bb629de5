import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The bar of every page in a visit. Listen and Ease of use join it when there is something behind them.
BottomBar {
    id: root

    required property Kiosk kiosk
    readonly property bool _home: root.kiosk.screen === "home"

    night: root.kiosk.screen === "explorer"

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        strong: !root._home
        iconName: root._home ? "globe" : Theme.mirrored ? "fwd" : "back"
        text: root._home ? root.kiosk.words.barLanguage : root.kiosk.words.barBack
        onClicked: root._home ? root.kiosk.showLanguages() : root.kiosk.goBack()
    }

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        iconName: "home"
        selected: root._home
        text: root.kiosk.words.barHome
        onClicked: root.kiosk.goHome()
    }

    BarItem {
        night: root.night
        width: root.slotWidth
        height: root.slotHeight
        iconName: "done"
        text: root.kiosk.words.barDone
        onClicked: root.kiosk.endSession()
    }
}
