pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Two things side by side (one above the other where the glass is narrow or the text large).
Column {
    id: root

    required property string title
    required property ItemModel items
    required property string notice

    readonly property int _columns: Theme.oneColumn || (Theme.landscape && Theme.textPercent > 125) ? 1 : 2
    readonly property real _cardWidth: (root.width - (root._columns - 1) * Theme.gutter) / root._columns

    spacing: Theme.dp * 20

    Label {
        width: root.width
        visible: root.title !== ""
        type: Theme.h3
        text: root.title
        Accessible.role: Accessible.Heading
    }

    Grid {
        id: grid

        readonly property real tallest: {
            let most = 0;
            for (let i = 0; i < grid.children.length; ++i)
                most = Math.max(most, grid.children[i].implicitHeight);
            return most;
        }

        columns: root._columns
        spacing: Theme.gutter

        Repeater {
            model: root.items

            Card {
                id: card

                required property string title
                required property string term
                required property string text
                required property string note
                required property string label
                required property string alt
                required property string picture
                required property string mark

                width: root._cardWidth
                implicitHeight: drawing.height + words.implicitHeight + Theme.dp * 64
                height: root._columns > 1 ? grid.tallest : implicitHeight

                Drawing {
                    id: drawing

                    width: parent.width
                    height: Math.max(Theme.dp * (Theme.oneColumn ? 300 : 316) + drawing.below, drawing.least)
                    radius: Theme.radiusL
                    corners: "tl,tr"
                    picture: card.picture
                    alt: card.alt
                    label: card.label
                    notice: root.notice
                }

                Column {
                    id: words

                    x: Theme.padding
                    width: parent.width - 2 * Theme.padding
                    anchors.top: drawing.bottom
                    anchors.topMargin: Theme.dp * 28
                    spacing: Theme.dp * 14

                    Column {
                        width: parent.width

                        Label {
                            width: parent.width
                            type: Theme.h2
                            text: card.title
                            Accessible.role: Accessible.Heading
                        }

                        Label {
                            width: parent.width
                            visible: card.term !== ""
                            type: Theme.caption
                            color: Theme.ink2
                            text: card.term
                        }
                    }

                    Label {
                        width: parent.width
                        text: card.text
                    }

                    Row {
                        width: parent.width
                        visible: card.note !== ""
                        spacing: Theme.dp * 16
                        topPadding: Theme.dp * 8

                        MarkDisc {
                            id: sign

                            icon: card.mark
                            ink: card.mark === "check" ? Theme.sageInk : Theme.irisInk
                            color: card.mark === "check" ? Theme.sageSoft : Theme.irisSoft
                        }

                        Label {
                            width: parent.width - sign.width - parent.spacing
                            height: Math.max(implicitHeight, sign.height)
                            type: Theme.bodyStrong
                            text: card.note
                        }
                    }
                }
            }
        }
    }
}
