pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What two pictures show beside each other, how they are laid out, and which other pairs there are.
Sheet {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    readonly property bool _wipe: root.explorer.canWipe && root.explorer.layout === "wipe"

    moreText: root.kiosk.words.topicMoreBelow
    heading: root.explorer.title
    key: "compare"
    subject: root.explorer.pairTitle

    SheetHead {
        width: parent.width
        title: root.explorer.pairTitle
        closeName: root.kiosk.words.explorerClose
        onClosed: root.explorer.leaveMode()
    }

    Row {
        id: sides

        width: parent.width
        visible: Theme.crowded
        spacing: Theme.dp * 20
        // The left one is on the left in every language.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: [[root.explorer.leftLabel, root.explorer.viewLabel], [root.explorer.rightLabel, root.explorer.otherViewLabel]]

            Column {
                id: one

                required property list<string> modelData

                width: (sides.width - sides.spacing) / 2

                Label {
                    width: parent.width
                    type: Theme.captionStrong
                    color: Theme.glow
                    text: one.modelData[0]
                }

                Label {
                    width: parent.width
                    type: Theme.caption
                    color: Theme.nightText2
                    text: one.modelData[1]
                }
            }
        }
    }

    Label {
        width: parent.width
        color: Theme.nightText
        text: root.explorer.pairText
    }

    WayGrid {
        id: layouts

        width: parent.width
        visible: root.explorer.canWipe
        most: 2
        narrowest: Theme.dp * 220

        Choice {
            width: layouts.tileWidth
            height: layouts.tallest
            chosen: !root._wipe
            text: root.kiosk.words.explorerSideBySide
            onClicked: root.explorer.setLayout("side")
        }

        Choice {
            width: layouts.tileWidth
            height: layouts.tallest
            chosen: root._wipe
            text: root.kiosk.words.explorerWipe
            onClicked: root.explorer.setLayout("wipe")
        }
    }

    WayGrid {
        id: shares

        width: parent.width
        visible: root._wipe
        // The left one is on the left in every language.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        most: 3
        narrowest: Theme.dp * 180

        Choice {
            width: shares.tileWidth
            height: shares.tallest
            quiet: true
            chosen: root.explorer.wipe > 0.99
            text: root.kiosk.words.explorerOnlyLeft
            onClicked: root.explorer.setWipe(1)
        }

        Choice {
            width: shares.tileWidth
            height: shares.tallest
            quiet: true
            chosen: Math.abs(root.explorer.wipe - 0.5) < 0.01
            text: root.kiosk.words.explorerHalf
            onClicked: root.explorer.setWipe(0.5)
        }

        Choice {
            width: shares.tileWidth
            height: shares.tallest
            quiet: true
            chosen: root.explorer.wipe < 0.01
            text: root.kiosk.words.explorerOnlyRight
            onClicked: root.explorer.setWipe(0)
        }
    }

    WayGrid {
        id: pairs

        width: parent.width
        most: root.side ? 2 : 4
        narrowest: Theme.dp * 220

        Repeater {
            model: root.explorer.pairs

            PairTile {
                width: pairs.tileWidth
                height: pairs.tallest
                onClicked: root.explorer.openPair(pairId)
            }
        }
    }
}
