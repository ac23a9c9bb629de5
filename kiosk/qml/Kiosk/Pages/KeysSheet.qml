pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What each key of the keypad does.
BottomSheet {
    id: root

    required property Kiosk kiosk

    component Line: Item {
        required property string iconName
        required property string text

        width: root.columnWidth
        implicitHeight: Math.max(sign.height, words.height)

        MarkDisc {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            icon: parent.iconName
            ink: Theme.tide
            color: Theme.tideSoft
            size: Theme.dp * 76 * (Theme.narrow ? 1 : Theme.iconScale)
        }

        Label {
            id: words

            anchors {
                left: sign.right
                right: parent.right
                leftMargin: Theme.dp * 26
                verticalCenter: parent.verticalCenter
            }
            text: parent.text
        }
    }

    title: root.kiosk.words.keysTitle
    closeText: root.kiosk.words.keysClose
    moreText: root.kiosk.words.topicMoreBelow
    primaryClose: false
    onClosed: root.kiosk.closeOverlay()

    Grid {
        columns: root.twoColumns ? 2 : 1
        columnSpacing: root.columnGap
        rowSpacing: Theme.dp * 20

        Line {
            iconName: "arrows"
            text: root.kiosk.words.keysMove
        }

        Line {
            iconName: "check"
            text: root.kiosk.words.keysOk
        }

        Line {
            iconName: Theme.mirrored ? "fwd" : "back"
            text: root.kiosk.words.keysBack
        }

        Line {
            iconName: "home"
            text: root.kiosk.words.keysHome
        }

        Line {
            iconName: "sound"
            text: root.kiosk.words.keysVolume
        }

        Line {
            iconName: "info"
            text: root.kiosk.words.keysHelp
        }
    }
}
