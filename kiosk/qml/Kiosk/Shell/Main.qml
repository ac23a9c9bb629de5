pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.Bridge

// The window. The first screen stands here; everything of a visit is loaded with the visit and gone with it.
Window {
    id: root

    required property Kiosk kiosk

    // Whether the window system may close the window; a full-screen kiosk stays.
    property bool closable: true

    readonly property bool _visiting: ["home", "topic", "centers", "explorer", "thanks"].includes(root.kiosk.screen) || root.kiosk.warning || root.kiosk.overlay !== ""

    visible: false
    width: Theme.designWidth
    height: Theme.designHeight
    color: Theme.paper
    title: "imaging-kiosk"
    flags: root.closable ? Qt.Window : Qt.Window | Qt.FramelessWindowHint

    onClosing: close => close.accepted = root.closable

    LayoutMirroring.enabled: root.kiosk.mirrored
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }

    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    Binding {
        target: Theme
        property: "diagonalInch"
        value: root.kiosk.site.diagonalInch
    }

    Binding {
        target: Theme
        property: "viewingDistanceMm"
        value: root.kiosk.site.viewingDistanceMm
    }

    Binding {
        target: Theme
        property: "mountHeightMm"
        value: root.kiosk.site.mountHeightMm
    }

    Binding {
        target: Theme
        property: "reachMm"
        value: root.kiosk.site.reachMm
    }

    Binding {
        target: Theme
        property: "lowerButtons"
        value: root.kiosk.ease.lowerButtons
    }

    Binding {
        target: Theme
        property: "textPercent"
        value: root.kiosk.ease.textPercent
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.kiosk.ease.highContrast
    }

    Binding {
        target: Theme
        property: "lessMotion"
        value: root.kiosk.ease.lessMotion
    }

    Binding {
        target: Theme
        property: "listening"
        value: root.kiosk.speech.on
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: root.kiosk.mirrored
    }

    Typesetting {
        typeface: root.kiosk.typeface
    }

    Connections {
        target: Hand
        function onActed() {
            root.kiosk.acted();
        }
    }

    // No arrow over a touch screen.
    HoverHandler {
        enabled: !root.closable
        cursorShape: Qt.BlankCursor
    }

    Loader {
        width: parent.width
        height: parent.height - notice.height
        active: root.kiosk.screen === "attract"
        enabled: root.kiosk.overlay === ""
        sourceComponent: AttractPage {
            kiosk: root.kiosk
            moving: root.active
        }
    }

    Loader {
        anchors.fill: parent
        active: root.kiosk.screen === "closed"
        sourceComponent: ClosedPage {
            kiosk: root.kiosk
        }
    }

    StaffGate {
        anchors.fill: parent
        kiosk: root.kiosk
    }

    // A visit has a place of its own for it.
    Loader {
        id: notice

        readonly property string _text: root._visiting ? "" : root.kiosk.speech.notice

        y: parent.height - height
        width: parent.width
        height: (item as Item)?.implicitHeight ?? 0

        on_TextChanged: {
            if (_text !== "")
                setSource(Qt.resolvedUrl("../Pages/ListenNotice.qml"), {
                    text: _text
                });
            else
                source = "";
        }
    }

    Loader {
        id: visit

        // By address, not by type: the first screen must not wait for the pages behind it to be read.
        readonly property url _page: Qt.resolvedUrl("Visit.qml")

        anchors.fill: parent
        focus: true

        Component.onCompleted: follow()
        onStatusChanged: {
            if (status === Loader.Error)
                root.kiosk.giveUp();
        }

        function follow() {
            if (root._visiting)
                setSource(_page, {
                    kiosk: root.kiosk
                });
            else
                source = "";
        }

        Connections {
            target: root
            function on_VisitingChanged() {
                visit.follow();
            }
        }
    }
}
