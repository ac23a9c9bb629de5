pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// A grain of salt, a sesame seed and a pea as large as everything else here: on one ground line where they fit beside each
// other, else as a list.
Rectangle {
    id: root

    required property Explorer explorer
    required property real pxPerMm
    // The scale that decides the height, so that nothing moves when the other one is chosen.
    required property real largest

    readonly property real _pad: Theme.dp * (Theme.compact ? 16 : 28)
    readonly property bool _row: Theme.textPercent <= 125 && root.width > Theme.dp * 560
    readonly property real _under: root._ground + Theme.dp * 20
    readonly property real _ground: 8 * root.largest + 2 * Theme.dp * 12
    readonly property real _cell: (root.width - 2 * root._pad) / (root._row ? 3 : 1)

    implicitHeight: cells.height + 2 * root._pad
    height: implicitHeight
    radius: Theme.radiusL
    color: Theme.nightSheet
    border.width: Theme.highContrast ? Theme.outline : 0
    border.color: Theme.line

    Rectangle {
        visible: root._row
        x: root._pad
        y: root._pad + root._ground
        width: parent.width - 2 * x
        height: Math.max(1, Theme.dp * 3)
        color: Theme.nightLine
    }

    Grid {
        id: cells

        x: root._pad
        y: root._pad
        columns: root._row ? 3 : 1
        rowSpacing: Theme.dp * 16

        Repeater {
            model: root.explorer.sizeMarks

            Item {
                id: cell

                required property string symbol
                required property string label
                required property string amount
                required property real mm

                readonly property real _size: cell.mm * root.pxPerMm
                readonly property real _room: 8 * root.largest

                width: root._cell
                height: root._row ? root._under + words.height : Math.max(words.height, cell.mm * root.largest)

                // So small a thing needs something to find it by.
                Rectangle {
                    anchors.centerIn: thing
                    visible: cell._size < Theme.dp * 40
                    width: Math.max(cell._size * 2, Theme.dp * 56)
                    height: width
                    radius: width / 2
                    color: "transparent"
                    border.width: Theme.dp * 3
                    border.color: Theme.glow
                }

                Image {
                    id: thing

                    readonly property real _low: cell.symbol === "seed" ? 0.72 : 1

                    x: root._row ? (cell.width - width) / 2 : Theme.mirrored ? cell.width - (cell._room + width) / 2 : (cell._room - width) / 2
                    y: root._row ? root._ground - height * (1 + _low) / 2 : (cell.height - height) / 2
                    width: Math.max(1, cell._size)
                    height: width
                    sourceSize: Qt.size(Math.ceil(width), Math.ceil(width))
                    source: Theme.thing(cell.symbol)
                    Accessible.ignored: true
                }

                Column {
                    id: words

                    anchors.right: root._row ? undefined : parent.right
                    x: 0
                    y: root._row ? root._under : (cell.height - height) / 2
                    width: root._row ? cell.width : cell.width - cell._room - Theme.dp * 24

                    Label {
                        width: parent.width
                        type: Theme.bodyStrong
                        color: Theme.nightText
                        text: cell.label
                        horizontalAlignment: root._row ? Text.AlignHCenter : Text.AlignLeft
                    }

                    Label {
                        width: parent.width
                        type: Theme.caption
                        color: Theme.nightText2
                        text: cell.amount
                        horizontalAlignment: root._row ? Text.AlignHCenter : Text.AlignLeft
                    }
                }
            }
        }
    }
}
