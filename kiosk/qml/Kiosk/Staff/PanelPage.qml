pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The staff panel: whether all is well, the four things the front desk needs, and what is set. It locks itself.
Item {
    id: root

    required property StaffDesk desk

    readonly property string title: root.desk.words.panel
    readonly property bool _two: Theme.sidePanel
    readonly property real _column: root._two ? (page.contentWidth - Theme.dp * 40) / 2 : page.contentWidth
    readonly property bool _above: Theme.reachTop > head.height + Theme.dp * 48
    readonly property real _edge: Theme.dp * (Theme.low || Theme.narrow ? 20 : Theme.landscape ? 32 : 56)

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.sand
    }

    Item {
        anchors.fill: parent
        enabled: root.desk.asked === ""

        // What is out of reach in reach mode is for looking at.
        Item {
            id: above

            x: Theme.margin
            y: Theme.reachTop - head.height - Theme.dp * 24
            width: parent.width - 2 * x
            height: head.height
        }

        ScrollColumn {
            id: page

            y: Theme.reachTop
            width: parent.width
            height: foot.y - y - Theme.dp * 16
            contentX: Theme.margin
            fadeColor: Theme.sand
            moreText: root.desk.words.moreBelow
            topPadding: root._edge
            bottomPadding: Theme.dp * 16

            Grid {
                columns: root._two ? 2 : 1
                columnSpacing: Theme.dp * 40
                rowSpacing: Theme.gutter

                Column {
                    width: root._column
                    spacing: Theme.gutter

                    Item {
                        id: place

                        width: parent.width
                        height: root._above ? 0 : head.height
                    }

                    Column {
                        id: head

                        parent: root._above ? above : place
                        width: parent?.width ?? 0

                        Label {
                            width: parent.width
                            visible: !Theme.low
                            type: Theme.captionStrong
                            color: Theme.tide
                            text: root.desk.words.desk
                        }

                        Label {
                            width: parent.width
                            type: Theme.low ? Theme.h2 : Theme.h1
                            text: root.title
                            Accessible.role: Accessible.Heading
                        }

                        Label {
                            width: parent.width
                            color: Theme.ink2
                            text: root.desk.words.locks(root.desk.panelSeconds)
                        }
                    }

                    StatusCard {
                        width: parent.width
                        height: implicitHeight
                        desk: root.desk
                    }

                    PanelActions {
                        width: parent.width
                        desk: root.desk
                    }
                }

                PanelSettings {
                    width: root._column
                    desk: root.desk
                }
            }
        }

        Grid {
            id: foot

            readonly property real _tall: Math.max(restart.implicitHeight, close.implicitHeight)
            readonly property real _cell: (width - (columns - 1) * columnSpacing) / columns

            x: Theme.margin
            y: parent.height - height - root._edge
            width: parent.width - 2 * x
            columns: 2
            columnSpacing: Theme.gutter

            PillButton {
                id: restart

                width: foot._cell
                height: foot._tall
                primary: false
                solid: true
                iconName: "power"
                text: root.desk.words.restart
                onClicked: root.desk.restart()
            }

            PillButton {
                id: close

                width: foot._cell
                height: foot._tall
                iconName: "lock"
                text: root.desk.words.close
                onClicked: root.desk.shut()
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.desk.asked !== ""
        sourceComponent: AskSheet {
            desk: root.desk
        }
    }
}
