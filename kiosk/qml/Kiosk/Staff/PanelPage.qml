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
    // Where little is seen at once, what the desk can do comes before what it should.
    readonly property bool _small: Theme.low || Theme.narrow
    // On a low glass the two buttons stand beside what scrolls.
    readonly property bool _side: Theme.low && Theme.landscape
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
            width: root._side ? root.width - foot.width - Theme.margin : parent.width
            x: root._side && Theme.mirrored ? root.width - width : 0
            height: (root._side ? parent.height : foot.y - Theme.dp * 16) - y
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

                    PanelHead {
                        id: head

                        parent: root._above ? above : place
                        width: parent?.width ?? 0
                        desk: root.desk
                    }

                    StatusCard {
                        width: parent.width
                        height: implicitHeight
                        withNeeds: !root._small
                        desk: root.desk
                    }

                    Item {
                        id: first

                        width: parent.width
                        height: root._two ? 0 : actions.height
                        visible: !root._two
                    }

                    NeedList {
                        width: parent.width
                        visible: root._small && !root.desk.well
                        desk: root.desk
                    }

                    PanelSettings {
                        width: parent.width
                        desk: root.desk
                    }
                }

                Column {
                    width: root._column
                    spacing: Theme.gutter

                    Item {
                        id: beside

                        width: parent.width
                        height: actions.height
                        visible: root._two
                    }

                    PanelFoot {
                        width: parent.width
                        desk: root.desk
                    }
                }
            }

            // First of what is beside the rest, or below the state on an upright glass.
            PanelActions {
                id: actions

                parent: root._two ? beside : first
                width: parent?.width ?? 0
                desk: root.desk
            }
        }

        Grid {
            id: foot

            readonly property real _tall: Math.max(restart.implicitHeight, close.implicitHeight)
            readonly property real _cell: (width - (columns - 1) * columnSpacing) / columns

            x: !root._side || Theme.mirrored ? Theme.margin : root.width - width - Theme.margin
            y: parent.height - height - root._edge
            width: root._side ? Theme.dp * 320 : parent.width - 2 * Theme.margin
            columns: root._side ? 1 : 2
            rowSpacing: Theme.gutter
            columnSpacing: root._two ? Theme.dp * 40 : Theme.gutter

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
