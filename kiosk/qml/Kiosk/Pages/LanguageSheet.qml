pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The languages again, from any time on: the page below keeps its place.
BottomSheet {
    id: root

    required property Kiosk kiosk

    title: root.kiosk.words.languagesTitle
    closeText: root.kiosk.words.languagesClose
    moreText: root.kiosk.words.topicMoreBelow
    primaryClose: false
    onClosed: root.kiosk.closeOverlay()

    LanguageList {
        width: parent.width
        languages: root.kiosk.languages
        showChosen: true
        single: Theme.oneColumn
        onChosen: code => root.kiosk.chooseLanguage(code)
    }

    PillButton {
        width: parent.width
        visible: root.kiosk.site.hasHelp
        primary: false
        iconName: "chat"
        text: root.kiosk.words.helpTitle
        onClicked: root.kiosk.showHelp()
    }
}
