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

        readonly property real pad: Theme.dp * (Theme.low ? 28 : 48)

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp * 32
        width: Math.min(parent.width - Theme.dp * 32, Theme.dp * 1000)
        height: Math.min(body.implicitHeight + Theme.gutter + close.height + 2 * sheet.pad, parent.height - Theme.dp * 64)
        radius: Theme.radiusXl
        level: 3

        // A touch on the sheet is not a touch on the scrim: a tap handler would let it through.
        MouseArea {
            anchors.fill: parent
        }

        ScrollColumn {
            id: list

            x: sheet.pad
            y: sheet.pad
            width: parent.width - 2 * x
            height: close.y - y - Theme.gutter
            fadeColor: Theme.shell
            bottomPadding: 0
            moreText: root.kiosk.words.topicMoreBelow

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
            }
        }

        PillButton {
            id: close

            x: sheet.pad
            anchors.bottom: parent.bottom
            anchors.bottomMargin: sheet.pad
            width: parent.width - 2 * x
            primary: false
            text: root.kiosk.words.languagesClose
            onClicked: root.kiosk.closeOverlay()
        }
    }
}
