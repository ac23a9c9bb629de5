pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The explorer: a picture to move in, what is said of it in a sheet below (beside it in landscape), and the sizes page.
// Loaded by address, because its types are made known only when somebody opens it.
FocusScope {
    id: root

    required property Kiosk kiosk

    readonly property Explorer explorer: Explorer {
        kiosk: root.kiosk
    }
    readonly property bool _sizes: root.explorer.mode === "sizes"
    readonly property Sheet _sheet: panel.item as Sheet
    // The picture keeps a good third of the glass, whatever the words need.
    readonly property real _panel: Math.min(root.width * (Theme.largest ? 0.56 : 0.48), Math.max(Theme.dp * 680, root.width * (Theme.textPercent > 125 ? 0.46 : 0)))
    readonly property real _most: Math.min(root._room - (root._list ? 0 : root._foot + root._strip), root.height - root._foot - Theme.windowHeight * (Theme.largest ? (Theme.narrow ? 0.34 : 0.38) : Theme.compact ? 0.48 : 0.42))

    // In reach mode the picture keeps its height, and what can be touched stands in the lower part of it: tools and arrows
    // in one row right over the sheet (in landscape only where they have no height), the sheet in what is left, and where it
    // leaves some, picture for a finger to move it by. Lists take all of it: while one chooses there, nothing is moved.
    readonly property bool _reach: Theme.reachTop > 0
    readonly property real _room: root.height - Theme.reachTop
    readonly property bool _list: ["spots", "pictures"].includes(root.explorer.mode)
    readonly property bool _row: root._reach && (!Theme.landscape || 4 * Theme.tool + 3 * Theme.toolGap + Theme.dp * 110 > root._room)
    readonly property real _foot: root._row ? Theme.tool + Theme.dp * (Theme.compact ? 32 : 48) : 0
    // For a finger, or for what it holds there.
    readonly property bool _held: root.explorer.mode === "compare" ? root.explorer.layout === "wipe" : root.explorer.lens && Theme.tight
    readonly property real _strip: Theme.landscape || !root._reach ? 0 : Math.max(0, Math.min(Theme.dp * (root._held ? 120 : 66), root._room - root._foot - Theme.dp * (root._held ? 200 : 480) * Theme.titleScale))

    Component.onDestruction: root.explorer.close()

    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Rectangle {
        anchors.fill: parent
        color: root._sizes ? Theme.night : Theme.film
    }

    Item {
        id: area

        anchors.left: parent.left
        width: Theme.landscape ? root.width - panel.width : root.width
        height: Theme.landscape ? root.height : panel.y
        visible: !root._sizes

        Loader {
            anchors.fill: parent
            active: !root._sizes
            sourceComponent: root.explorer.mode === "compare" ? compare : single
        }
    }

    Loader {
        id: panel

        anchors.right: parent.right
        y: Theme.landscape ? 0 : root.height - height
        width: Theme.landscape ? root._panel : root.width
        height: Theme.landscape ? root.height : root._sheet ? root._sheet.settled : 0
        active: !root._sizes
        sourceComponent: {
            switch (root.explorer.mode) {
            case "spots":
                return spots;
            case "pictures":
                return pictures;
            case "guide":
                return guide;
            case "compare":
                return pair;
            }
            return look;
        }
    }

    Loader {
        anchors.fill: parent
        active: root._sizes
        sourceComponent: sizes
    }

    Component {
        id: single

        PictureView {
            under: Theme.landscape ? 0 : Theme.radiusXl
            foot: root._foot
            bare: root._reach && root._list && !Theme.landscape
            kiosk: root.kiosk
            explorer: root.explorer
        }
    }

    Component {
        id: compare

        PairView {
            under: Theme.landscape ? 0 : Theme.radiusXl
            foot: root._foot
            kiosk: root.kiosk
            explorer: root.explorer
        }
    }

    Component {
        id: look

        LookSheet {
            kiosk: root.kiosk
            explorer: root.explorer
            most: root._most
        }
    }

    Component {
        id: spots

        SpotsSheet {
            kiosk: root.kiosk
            explorer: root.explorer
            most: root._most
        }
    }

    Component {
        id: pictures

        PicturesSheet {
            kiosk: root.kiosk
            explorer: root.explorer
            most: root._most
        }
    }

    Component {
        id: guide

        GuideSheet {
            kiosk: root.kiosk
            explorer: root.explorer
            most: root._most
        }
    }

    Component {
        id: pair

        PairSheet {
            kiosk: root.kiosk
            explorer: root.explorer
            most: root._most
        }
    }

    Component {
        id: sizes

        SizesPage {
            kiosk: root.kiosk
            explorer: root.explorer
        }
    }

    Binding {
        target: root.explorer.stage
        property: "flightMs"
        value: Theme.slow
    }

    Binding {
        target: root.explorer.other
        property: "flightMs"
        value: Theme.slow
    }

    Binding {
        target: root.explorer.stage
        property: "ruleRoom"
        value: Theme.dp * 170
    }

    Binding {
        target: root.explorer.other
        property: "ruleRoom"
        value: Theme.dp * 170
    }
}
