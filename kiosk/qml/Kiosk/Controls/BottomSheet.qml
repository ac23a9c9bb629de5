pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A sheet that rises from the bar over the page: a heading, what the page puts in, and one button at its foot.
// A touch on the scrim above it closes it too.
Item {
    id: root

    default property alias content: body.data
    property string title: ""
    property string closeText: ""
    property string moreText: ""
    property bool primaryClose: true
    readonly property real wide: body.width
    readonly property real columnGap: Theme.dp * 56
    readonly property real columnWidth: root.twoColumns ? (root.wide - root.columnGap) / 2 : root.wide
    readonly property bool twoColumns: body.width >= Theme.dp * 1400 && !Theme.largest

    signal closed

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    Pressable {
        y: Theme.reachTop
        width: parent.width
        height: Math.max(0, sheet.y - y)
        visible: height >= Theme.target
        shrinks: false
        text: root.closeText
        focusPolicy: Qt.NoFocus
        // The button at its foot does the same.
        Accessible.ignored: true
        onClicked: root.closed()
    }

    // A touch on the scrim's narrow rest is none on the page below.
    MouseArea {
        width: parent.width
        height: parent.height
        z: -1
    }

    Rectangle {
        id: sheet

        readonly property real pad: Theme.dp * (Theme.low ? 24 : Theme.landscape ? 36 : 48)
        readonly property real side: Math.max(Theme.margin, (root.width - Theme.dp * 1760) / 2)
        // In reach mode its heading may stand above the line, what can be touched begins below it.
        readonly property real over: Theme.reachTop > 0 ? sheet.pad + heading.height : 0
        readonly property real highest: root.height - Theme.reachTop + (Theme.reachTop > 0 ? Math.min(sheet.over, Theme.reachTop) : -Theme.dp * (Theme.low || Theme.landscape ? 16 : 48))
        // Where little of the sheet is seen at once, its heading is small and its button stands at the end of what scrolls.
        readonly property bool tight: root.height - Theme.reachTop < Theme.dp * 660
        readonly property real full: 2 * sheet.pad + heading.height + (sheet.over > 0 ? 2 : 1) * list.bleed + body.implicitHeight + Theme.gutter + close.height

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(sheet.full, sheet.highest)
        topLeftRadius: Theme.radiusXl
        topRightRadius: Theme.radiusXl
        color: Theme.paper
        border.width: Theme.highContrast ? Theme.outline : 0
        border.color: Theme.line

        // A touch on the sheet is not a touch on the page: a tap handler would let it through.
        MouseArea {
            anchors.fill: parent
        }

        // Before what it is the heading of, for whoever goes through all in order.
        Item {
            id: lead
        }

        ScrollColumn {
            id: list

            y: sheet.over > 0 ? sheet.over + bleed : sheet.pad
            width: parent.width
            // A frame at its edge stays clear of what is above and below.
            height: (sheet.tight ? parent.height - sheet.pad / 2 : close.y - Theme.gutter) - bleed - y
            contentX: sheet.side
            bottomPadding: 0
            bleed: Theme.focusGap + Theme.focusWidth
            moreText: root.moreText

            Item {
                id: place

                width: list.contentWidth
                height: sheet.over > 0 ? 0 : heading.height
            }

            Column {
                id: body

                width: list.contentWidth
                spacing: Theme.gutter
            }

            Item {
                id: end

                width: list.contentWidth
                height: sheet.tight ? close.height + Theme.gutter : 0
            }
        }

        // It scrolls with the rest where all of the sheet is within reach.
        Label {
            id: heading

            parent: sheet.over > 0 ? lead : place
            x: sheet.over > 0 ? sheet.side : 0
            y: sheet.over > 0 ? sheet.pad : 0
            width: list.contentWidth
            bottomPadding: Theme.dp * (sheet.tight ? 12 : 24)
            type: sheet.tight ? Theme.bodyStrong : Theme.h2
            text: root.title
            Accessible.role: Accessible.Heading
        }

        PillButton {
            id: close

            parent: sheet.tight ? end : sheet
            x: sheet.tight ? 0 : sheet.side
            y: sheet.tight ? Theme.gutter : sheet.height - height - sheet.pad
            width: list.contentWidth
            primary: root.primaryClose
            iconName: root.primaryClose ? "check" : ""
            text: root.closeText
            onClicked: root.closed()
        }
    }
}
