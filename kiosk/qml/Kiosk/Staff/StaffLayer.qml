pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge

// What staff see, and what stands there while patients cannot use the kiosk. It covers the whole glass.
FocusScope {
    id: root

    required property Kiosk kiosk

    readonly property StaffDesk desk: root.kiosk.desk as StaffDesk
    readonly property string _page: root.desk.door || root.desk.rest

    function page(name: string): Component {
        switch (name) {
        case "pad":
            return pad;
        case "panel":
            return panel;
        case "check":
            return check;
        case "paused":
            return paused;
        case "broken":
            return broken;
        case "cleaning":
            return cleaning;
        }
        return dark;
    }

    focus: true

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: root.page(root._page)
    }

    Component {
        id: pad

        PinPage {
            desk: root.desk
        }
    }

    Component {
        id: panel

        PanelPage {
            desk: root.desk
        }
    }

    Component {
        id: check

        CheckPage {
            desk: root.desk
        }
    }

    Component {
        id: paused

        PausedPage {
            lines: root.desk.words.backSoon
        }
    }

    Component {
        id: broken

        BrokenPage {
            lines: root.desk.words.askAtDesk
        }
    }

    Component {
        id: cleaning

        WipePage {
            desk: root.desk
        }
    }

    Component {
        id: dark

        DarkPage {
            desk: root.desk
        }
    }
}
