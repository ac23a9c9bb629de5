pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The sheet of the one picture: how to begin, or what the chosen spot is.
Sheet {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    readonly property bool _spot: root.explorer.spotId !== ""
    readonly property bool _beside: !root.side && !Theme.oneColumn

    moreText: root.kiosk.words.topicMoreBelow
    heading: root.explorer.title
    key: "look/" + root.explorer.pictureTitle
    subject: root.explorer.spotId

    Label {
        width: parent.width
        visible: root.side && !Theme.compact && Theme.reachTop === 0
        type: Theme.captionStrong
        color: Theme.glow
        text: root.explorer.title
    }

    SheetHead {
        width: parent.width
        number: root.explorer.spotNumber
        title: root._spot ? root.explorer.spotTitle : root.explorer.pictureTitle
        place: root._spot ? root.explorer.spotPlace : ""
        closeName: root._spot ? root.kiosk.words.explorerClose : ""
        onClosed: root.explorer.closeSpot()
    }

    Label {
        width: parent.width
        color: Theme.nightText
        text: root._spot ? root.explorer.spotText : root.kiosk.words.explorerLookText
    }

    // Where it does not stand over the picture.
    Label {
        width: parent.width
        visible: Theme.crowded
        type: Theme.caption
        color: Theme.nightText2
        text: root.explorer.viewLabel
    }

    Label {
        width: parent.width
        visible: root._spot && root.explorer.spotSize !== ""
        type: Theme.bodyStrong
        color: Theme.glow
        text: root.explorer.spotSize
    }

    foot: [
        Grid {
            width: parent.width
            visible: !root._spot
            columns: root._beside ? 2 : 1
            spacing: Theme.dp * 16

            PillButton {
                width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
                height: Math.max(implicitHeight, tour.implicitHeight * (root._beside ? 1 : 0))
                night: true
                iconName: "eye"
                text: root.explorer.rings ? root.kiosk.words.explorerHideSpots : root.kiosk.words.explorerShowSpots
                onClicked: root.explorer.toggleRings()
            }

            PillButton {
                id: tour

                width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
                night: true
                primary: false
                text: root.kiosk.words.explorerGuide
                onClicked: root.explorer.startGuide()
            }
        },
        WayGrid {
            id: ways

            width: parent.width
            visible: !root._spot
            narrowest: Theme.dp * (Theme.compact ? 240 : 210)

            WayOn {
                width: ways.tileWidth
                height: ways.tallest
                iconName: "list"
                text: root.kiosk.words.explorerAllSpots
                onClicked: root.explorer.showMode("spots")
            }

            WayOn {
                width: ways.tileWidth
                height: ways.tallest
                iconName: "pictures"
                text: root.kiosk.words.explorerPictures
                onClicked: root.explorer.showMode("pictures")
            }

            WayOn {
                width: ways.tileWidth
                height: ways.tallest
                iconName: "compare"
                text: root.kiosk.words.explorerCompare
                onClicked: root.explorer.showMode("compare")
            }

            WayOn {
                width: ways.tileWidth
                height: ways.tallest
                iconName: "ruler"
                text: root.kiosk.words.explorerSizes
                onClicked: root.explorer.showMode("sizes")
            }
        },
        PillButton {
            width: parent.width
            visible: root._spot
            night: true
            iconName: "ruler"
            text: root.kiosk.words.explorerSizes
            onClicked: root.explorer.showMode("sizes")
        },
        StepRow {
            width: parent.width
            visible: root._spot
            previousName: root.kiosk.words.explorerPreviousSpot
            nextName: root.kiosk.words.explorerNextSpot
            onPrevious: root.explorer.previousSpot()
            onNext: root.explorer.nextSpot()

            PillButton {
                width: parent.width
                primary: false
                night: true
                iconName: "list"
                text: root.kiosk.words.explorerAllSpots
                onClicked: root.explorer.showMode("spots")
            }
        }
    ]
}
