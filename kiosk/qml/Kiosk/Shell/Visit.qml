pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.Bridge

// One visit: the page, the bar, and what lies over them.
FocusScope {
    id: root

    required property Kiosk kiosk

    readonly property bool _withBar: ["home", "topic", "centers", "explorer"].includes(root.kiosk.screen)
    readonly property bool _withStrip: root._withBar && root.kiosk.speech.on
    // Where there is little room a sheet takes the strip's place; the page below keeps its own, so that nothing moves in it.
    readonly property bool _stripCovered: Theme.compact && root.kiosk.overlay !== ""
    // Where what stays in place begins: the bar, and over it the strip while the visitor is read to.
    readonly property real _barTop: root._withBar ? bar.y : root.height
    readonly property real _foot: root._barTop - strip.height - notice.height
    readonly property real _sheetFoot: root._stripCovered ? root._barTop - notice.height : root._foot
    readonly property string _place: root.kiosk.screen + "/" + root.kiosk.page.topicId

    focus: true
    on_PlaceChanged: page.renew()

    PagePane {
        id: page

        kiosk: root.kiosk
        over: (sheet.item as BottomSheet)?.title ?? ""
        width: parent.width
        height: root._foot
        enabled: !root.kiosk.warning && root.kiosk.overlay === ""

        readonly property url _explorer: Qt.resolvedUrl("../Explorer/ExplorerPage.qml")

        function component(): Component {
            switch (root.kiosk.screen) {
            case "home":
                return home;
            case "topic":
                return topic;
            case "centers":
                return centers;
            case "thanks":
                return thanks;
            }
            return null;
        }

        // A new page object even from topic to topic: no scroll offset or open part can stay behind.
        function renew() {
            content.sourceComponent = null;
            // By address: its types exist only once somebody has asked for it.
            if (root.kiosk.screen === "explorer")
                content.setSource(_explorer, {
                    kiosk: root.kiosk
                });
            else
                content.sourceComponent = component();
            if (content.item && !lately.running) {
                entry.restart();
            } else {
                entry.stop();
                content.opacity = 1;
                content.y = 0;
            }
            lately.restart();
        }

        Component.onCompleted: renew()

        Loader {
            id: content

            width: parent.width
            height: parent.height
        }

        // Pages that somebody changes very quickly are cut: each fade shows the paper between two of them for a moment,
        // and light and dark pages would flash.
        Timer {
            id: lately

            interval: Theme.calm
        }

        ParallelAnimation {
            id: entry

            NumberAnimation {
                target: content
                property: "opacity"
                from: 0
                to: 1
                duration: Theme.base
            }

            NumberAnimation {
                target: content
                property: "y"
                from: Theme.slide
                to: 0
                duration: Theme.base
                easing.type: Easing.OutCubic
            }
        }
    }

    Loader {
        id: strip

        y: root._barTop - height
        width: parent.width
        height: (item as Item)?.implicitHeight ?? 0
        visible: !root._stripCovered
        active: root._withStrip
        enabled: !root.kiosk.warning
        sourceComponent: ListenStrip {
            night: bar.night
            kiosk: root.kiosk
        }
    }

    Loader {
        id: notice

        y: root._sheetFoot
        width: parent.width
        height: (item as Item)?.implicitHeight ?? 0
        active: root.kiosk.speech.notice !== "" && !root.kiosk.warning
        sourceComponent: ListenNotice {
            night: bar.night
            text: root.kiosk.speech.notice
        }
    }

    VisitBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: root._withBar
        enabled: !root.kiosk.warning
        edged: !root._withStrip || root._stripCovered
        kiosk: root.kiosk
    }

    Sheets {
        id: sheet

        width: parent.width
        height: root._sheetFoot
        kiosk: root.kiosk
    }

    Loader {
        anchors.fill: parent
        active: root.kiosk.warning
        focus: root.kiosk.warning
        sourceComponent: WarningDialog {
            kiosk: root.kiosk
        }
    }

    Component {
        id: home

        HomePage {
            kiosk: root.kiosk
        }
    }

    Component {
        id: topic

        TopicPage {
            kiosk: root.kiosk
        }
    }

    Component {
        id: centers

        CentersPage {
            kiosk: root.kiosk
        }
    }

    Component {
        id: thanks

        ThanksPage {
            kiosk: root.kiosk
        }
    }
}
