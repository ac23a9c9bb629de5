import QtQuick
import Kiosk.Bridge

// Where the pages of a visit stand, and what they are called: assistive technology is told when the page or what lies over
// it has changed.
Item {
    id: root

    required property Kiosk kiosk
    // The title of the sheet that lies over the page; empty for none.
    property string over: ""

    readonly property string title: {
        switch (root.kiosk.screen) {
        case "home":
            return root.kiosk.words.homeTitle;
        case "topic":
            return root.kiosk.page.title;
        case "centers":
            return root.kiosk.words.centersTitle;
        case "explorer":
            return root.kiosk.words.explorerHeroTitle;
        case "thanks":
            return root.kiosk.words.thanksTitle;
        }
        return "";
    }
    readonly property string told: root.kiosk.warning ? root.kiosk.words.warningTitle : root.over || root.title

    Accessible.role: Accessible.Pane
    Accessible.name: root.title

    // Once everything of the change is there.
    onToldChanged: Qt.callLater(root.tell)
    Component.onCompleted: Qt.callLater(root.tell)

    function tell() {
        if (root.told !== "")
            root.Accessible.announce(root.told, root.kiosk.warning ? Accessible.Assertive : Accessible.Polite);
    }
}
