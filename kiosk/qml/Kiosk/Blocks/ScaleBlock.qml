pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How small is small: a band on a scale from 0.1 to 10 mm beside things everybody knows. It runs left to right in every
// language, like a ruler, and steps by tenfold, so the objects on it are signs and not to scale.
WordCard {
    id: root

    required title
    required property string caption
    required property string note
    required property real mm
    required property ItemModel items
    required property string notToScale

    readonly property real _bar: Theme.dp * 16

    function place(millimetres: real): real {
        return (Math.log(Math.max(0.1, Math.min(10, millimetres))) / Math.LN10 + 1) / 2;
    }

    Item {
        id: ruler

        readonly property real inset: Theme.dp * 20
        readonly property real length: width - 2 * inset

        width: root.contentWidth
        height: Theme.dp * 110
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Rectangle {
            x: ruler.inset
            anchors.bottom: parent.bottom
            width: ruler.length
            height: root._bar
            radius: height / 2
            color: Theme.track
        }

        Rectangle {
            x: ruler.inset
            anchors.bottom: parent.bottom
            width: ruler.length * root.place(root.mm)
            height: root._bar
            radius: height / 2
            color: Theme.iris
        }

        Repeater {
            model: root.items

            Item {
                id: mark

                required property real mm
                required property string mark

                x: ruler.inset + ruler.length * root.place(mark.mm)
                height: ruler.height

                Rectangle {
                    x: -width / 2
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: -Theme.dp * 8
                    width: Theme.dp * 5
                    height: Theme.dp * 36
                    color: Theme.ink
                }

                Symbol {
                    x: -width / 2
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.dp * 36
                    symbol: mark.mark
                }
            }
        }
    }

    // The legend is a list, not labels squeezed under the marks: it survives long words and large text.
    Row {
        width: root.contentWidth
        spacing: Theme.dp * 18
        topPadding: Theme.dp * 12

        Item {
            id: swatch

            width: Theme.dp * 56
            height: band.type.lineHeight

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: root._bar
                radius: height / 2
                color: Theme.iris
            }
        }

        Label {
            id: band

            width: parent.width - swatch.width - parent.spacing
            type: Theme.bodyStrong
            text: root.caption
        }
    }

    Flow {
        width: root.contentWidth
        spacing: Theme.dp * 20

        Repeater {
            model: root.items

            Row {
                id: entry

                required property string label
                required property string mark

                spacing: Theme.dp * 14

                Item {
                    width: Theme.dp * 56
                    height: Math.max(Theme.dp * 56, name.height)

                    Symbol {
                        anchors.centerIn: parent
                        symbol: entry.mark
                        size: Theme.dp * 44
                    }
                }

                Label {
                    id: name

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, root.contentWidth - Theme.dp * 80)
                    text: entry.label
                }
            }
        }
    }

    Label {
        width: root.contentWidth
        visible: root.note !== ""
        text: root.note
    }

    Label {
        width: root.contentWidth
        type: Theme.caption
        color: Theme.ink2
        text: root.notToScale
    }
}
