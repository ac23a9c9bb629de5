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
    readonly property real _most: root.height - Theme.windowHeight * (Theme.largest ? (Theme.narrow ? 0.34 : 0.38) : Theme.compact ? 0.48 : 0.42)

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
            kiosk: root.kiosk
            explorer: root.explorer
        }
    }

    Component {
        id: compare

        PairView {
            under: Theme.landscape ? 0 : Theme.radiusXl
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
