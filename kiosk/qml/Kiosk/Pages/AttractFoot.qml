import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Under the languages of the first screen: the settings, and the site's notice for who finds no language of hers.
Flow {
    id: root

    required property Kiosk kiosk

    readonly property bool _both: root.kiosk.site.hasHelp
    readonly property real _half: (root.width - root.spacing) / 2
    readonly property bool _beside: root._both && Math.max(ease.implicitWidth, help.implicitWidth) <= root._half

    spacing: Theme.dp * 24

    PillButton {
        id: ease

        width: root._beside ? root._half : root.width
        height: Math.max(implicitHeight, root._beside ? help.implicitHeight : 0)
        primary: false
        solid: true
        iconName: "comfort"
        text: root.kiosk.words.attractEase
        onClicked: root.kiosk.showEase()
    }

    PillButton {
        id: help

        width: root._beside ? root._half : root.width
        height: Math.max(implicitHeight, root._beside ? ease.implicitHeight : 0)
        visible: root._both
        primary: false
        solid: true
        iconName: "chat"
        text: root.kiosk.words.attractHelp
        onClicked: root.kiosk.showHelp()
    }
}
