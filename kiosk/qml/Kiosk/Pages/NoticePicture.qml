import QtQuick
import Kiosk.Theme

// One page of the site's notice, as wide as it is given. It never mirrors, and nothing of the theme colors it.
Item {
    id: root

    required property int number
    required property real slender
    required property string alt
    // What it is called where the site does not say what it says.
    required property string unnamed

    // A page that cannot be shown after all takes no room; the provider answers for it with one clear pixel.
    readonly property bool lost: page.status === Image.Ready && page.implicitWidth <= 1
    readonly property bool whole: page.status === Image.Ready && !root.lost

    implicitHeight: root.lost ? 0 : root.width * root.slender
    visible: !root.lost

    Image {
        id: page

        anchors.fill: parent
        sourceSize: Qt.size(Math.round(root.width), Math.round(root.width * root.slender))
        source: root.width >= 1 ? Theme.notice(root.number) : ""
        asynchronous: true
        mirror: false
        Accessible.role: Accessible.Graphic
        Accessible.name: root.alt || root.unnamed
    }

    // A light page on black has a frame like everything else there.
    Rectangle {
        anchors.fill: parent
        visible: Theme.highContrast
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.line
    }
}
