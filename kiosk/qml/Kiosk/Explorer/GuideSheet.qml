pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// "Look as a radiologist looks": one step after another, by itself or by touch.
Sheet {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    moreText: root.kiosk.words.topicMoreBelow
    heading: root.explorer.title
    key: "guide"
    subject: String(root.explorer.guideStep)

    SheetHead {
        width: parent.width
        title: root.explorer.guideTitle
        place: root.explorer.guidePlace
        closeName: root.kiosk.words.explorerLeaveGuide
        onClosed: root.explorer.leaveMode()
    }

    Label {
        width: parent.width
        color: Theme.nightText
        text: root.explorer.guideText
    }

    Label {
        width: parent.width
        visible: Theme.crowded
        type: Theme.caption
        color: Theme.nightText2
        text: root.explorer.viewLabel
    }

    foot: WayGrid {
        id: ways

        width: parent.width
        narrowest: Theme.dp * (Theme.compact ? 140 : 150)

        WayOn {
            width: ways.tileWidth
            height: ways.tallest
            iconName: Theme.mirrored ? "fwd" : "back"
            text: root.kiosk.words.explorerPreviousStep
            onClicked: root.explorer.previousStep()
        }

        WayOn {
            width: ways.tileWidth
            height: ways.tallest
            iconName: root.explorer.playing ? "pause" : "play"
            text: root.explorer.playing ? root.kiosk.words.explorerPause : root.kiosk.words.explorerPlay
            onClicked: root.explorer.togglePlaying()
        }

        WayOn {
            width: ways.tileWidth
            height: ways.tallest
            iconName: "reset"
            text: root.kiosk.words.explorerRepeat
            onClicked: root.explorer.repeatStep()
        }

        WayOn {
            width: ways.tileWidth
            height: ways.tallest
            lit: true
            iconName: Theme.mirrored ? "back" : "fwd"
            text: root.kiosk.words.explorerNextStep
            onClicked: root.explorer.nextStep()
        }
    }
}
