import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The languages again, from any time on: the page below keeps its place.
Item {
    id: root

    required property Kiosk kiosk

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        Pressable {
            anchors.fill: parent
            shrinks: false
            text: root.kiosk.words.languagesClose
            focusPolicy: Qt.NoFocus
            onClicked: root.kiosk.closeOverlay()
        }
    }

    Card {
        id: sheet

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp * 32
        width: Math.min(parent.width - Theme.dp * 32, Theme.dp * 1000)
        height: Math.min(body.implicitHeight + Theme.dp * 96, parent.height - Theme.dp * 64)
        radius: Theme.radiusXl
        level: 3

        // A touch on the sheet is not a touch on the scrim.
        TapHandler {}

        ScrollColumn {
            anchors.fill: parent
            anchors.margins: Theme.dp * 48
            bottomPadding: 0

            Column {
                id: body

                width: parent.width
                spacing: Theme.gutter

                Label {
                    width: parent.width
                    type: Theme.h2
                    text: root.kiosk.words.languagesTitle
                    Accessible.role: Accessible.Heading
                }

                LanguageList {
                    width: parent.width
                    languages: root.kiosk.languages
                    showChosen: true
                    onChosen: code => root.kiosk.chooseLanguage(code)
                }

                PillButton {
                    width: parent.width
                    primary: false
                    text: root.kiosk.words.languagesClose
                    onClicked: root.kiosk.closeOverlay()
                }
            }
        }
    }
}
