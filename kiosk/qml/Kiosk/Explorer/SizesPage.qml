pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Two findings and things everybody knows, all drawn to one scale: larger than life, or as large as they are.
Item {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    readonly property bool _side: Theme.landscape
    readonly property real _panel: Math.min(root.width * (Theme.largest ? 0.5 : 0.44), Theme.dp * 680 * Theme.titleScale)
    readonly property real _inner: things.width - 2 * things.x
    readonly property real _half: Theme.crowded ? root._inner : (root._inner - Theme.gutter) / 2
    readonly property real _high: Math.max(first.leastHeight, second.leastHeight, root._over > 0 ? root._over + root._foundRoom * root._larger : 0, root._side ? Math.min(root._half, root.height - marks.height - 3 * Theme.dp * 32) : Math.min(root._half * 1.27, Theme.dp * 600))
    // How far words stand over the pictures, and how many millimeters of each are seen below them.
    readonly property real _over: Math.max(first.over, second.over)
    readonly property int _foundRoom: 13
    // Thirteen millimeters fit each picture, so that the larger finding has room around it.
    readonly property real _larger: Math.min(root._half / 12.5, root._side ? root.height * 0.03 : Theme.dp * 36)
    readonly property real _scale: root.explorer.trueSize ? Theme.pxPerMm : root._larger

    ScrollColumn {
        id: page

        anchors.left: parent.left
        width: root._side ? root.width - root._panel : root.width
        height: root._side ? parent.height : parent.height
        night: true
        fadeColor: Theme.night
        moreText: root.kiosk.words.topicMoreBelow
        bottomPadding: Theme.dp * 32

        Item {
            id: top

            width: parent.width
            height: root._side ? Theme.dp * 32 : title.y + title.height + Theme.dp * 36

            SizesWords {
                id: title

                x: Theme.margin
                y: Theme.dp * 56
                width: parent.width - 2 * Theme.margin
                visible: !root._side
                heading: root.explorer.trueSize ? root.explorer.sizesTrueTitle : root.explorer.sizesTitle
                text: root.explorer.trueSize ? root.explorer.sizesTrueText : root.explorer.sizesLead
                page: true
            }
        }

        Column {
            id: things

            x: root._side ? Theme.dp * 32 : Theme.margin
            width: page.width
            spacing: Theme.gutter

            Grid {
                columns: Theme.crowded ? 1 : 2
                spacing: Theme.gutter
                LayoutMirroring.enabled: false
                LayoutMirroring.childrenInherit: true

                SizeCrop {
                    id: first

                    width: root._half
                    height: root._high
                    label: root.explorer.leftSizeLabel
                    alt: root.explorer.leftSizeAlt
                    notice: root.kiosk.words.pictureDrawing
                    pattern: root.kiosk.words.explorerScale
                    pxPerMm: root._scale
                    source: root.explorer.leftSizeCrop(width, height - over, root._scale)
                }

                SizeCrop {
                    id: second

                    width: root._half
                    height: root._high
                    label: root.explorer.rightSizeLabel
                    alt: root.explorer.rightSizeAlt
                    notice: root.kiosk.words.pictureDrawing
                    pattern: root.kiosk.words.explorerScale
                    pxPerMm: root._scale
                    source: root.explorer.rightSizeCrop(width, height - over, root._scale)
                }
            }

            SizeMarks {
                id: marks

                width: root._inner
                explorer: root.explorer
                pxPerMm: root._scale
                largest: root._larger
            }

            SizesWords {
                width: root._inner
                visible: !root._side
                heading: root.explorer.sizesTextTitle
                text: root.explorer.sizesText
            }
        }

        // The one thing to touch stands at the very foot in reach mode: nothing is out of reach, however high the page is.
        Item {
            width: 1
            height: Math.max(Theme.gutter, Theme.reachTop > 0 ? page.height - top.height - things.height - scale.height - page.bottomPadding : 0)
            visible: !root._side
        }

        PillButton {
            id: scale

            x: things.x
            width: root._inner
            visible: !root._side
            night: true
            iconName: "ruler"
            text: root.explorer.trueSize ? root.kiosk.words.explorerLargerAgain : root.kiosk.words.explorerTrueSize
            onClicked: root.explorer.toggleTrueSize()
        }
    }

    Loader {
        anchors.right: parent.right
        width: root._panel
        height: root.height
        active: root._side
        sourceComponent: Sheet {
            id: panel

            moreText: root.kiosk.words.topicMoreBelow
            heading: root.explorer.title

            SizesWords {
                width: parent.width
                heading: root.explorer.trueSize ? root.explorer.sizesTrueTitle : root.explorer.sizesTitle
                text: root.explorer.trueSize ? root.explorer.sizesTrueText : root.explorer.sizesLead
            }

            SizesWords {
                width: parent.width
                heading: root.explorer.sizesTextTitle
                text: root.explorer.sizesText
            }

            foot: PillButton {
                width: parent.width
                night: true
                iconName: "ruler"
                text: root.explorer.trueSize ? root.kiosk.words.explorerLargerAgain : root.kiosk.words.explorerTrueSize
                onClicked: root.explorer.toggleTrueSize()
            }
        }
    }
}
