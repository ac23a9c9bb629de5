pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// What stands over the foot of a page that goes on: it fades out there, and "More below" says so.
Item {
    id: root

    // Whether the page goes on.
    property bool shown: false
    // The sign alone, beside the ends of the lines.
    property bool small: false
    property bool night: false
    property string text: ""
    property color color
    property real fadeHeight: 0
    property real bleed: 0
    // How high the sign stands over the foot.
    readonly property real signHeight: sign.height + sign.anchors.bottomMargin
    readonly property real _gap: Theme.dp * (root.small ? 8 : 18)

    signal more
    // A finger has begun to draw the page by the sign, draws it (pixels), and lets it go (pixels per second).
    signal taken
    signal drawn(distance: real)
    signal thrown(speed: real)

    Fade {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -root.bleed
        width: parent.width
        height: root.fadeHeight + root.bleed
        visible: root.shown && !Theme.highContrast
        first: Qt.alpha(root.color, 0)
        last: root.color
    }

    // In high contrast nothing fades: the sign has a strip of its own, or where it stands at the side, a corner.
    Rectangle {
        id: strip

        x: !root.small || Theme.mirrored ? 0 : sign.x - root._gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -root.bleed
        width: root.small ? sign.width + Theme.dp * 16 + root._gap : parent.width
        height: root.signHeight + root._gap + root.bleed
        visible: sign.active && Theme.highContrast
        color: root.color

        Rectangle {
            width: parent.width
            height: Theme.outline
            color: Theme.line
        }
    }

    Loader {
        id: sign

        x: !root.small ? (root.width - width) / 2 : Theme.mirrored ? Theme.dp * 16 : root.width - width - Theme.dp * 16
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root._gap
        width: (item as Item)?.implicitWidth ?? 0
        height: (item as Item)?.implicitHeight ?? 0
        active: root.shown && root.text !== ""
        // A tool of the page, no part of what it says.
        Accessible.role: Accessible.ToolBar
        sourceComponent: MoreBelow {
            night: root.night
            room: root.small ? 0 : root.width
            text: root.text
            onClicked: root.more()
        }

        // A finger that begins on the sign draws the page as it does beside it, also when the sign is gone on the way.
        DragHandler {
            property real _at: 0
            property real _speed: 0

            target: null
            xAxis.enabled: false
            onActiveChanged: {
                if (!active)
                    return root.thrown(_speed);
                _at = 0;
                root.taken();
            }
            onActiveTranslationChanged: {
                if (!active)
                    return;
                root.drawn(_at - activeTranslation.y);
                _at = activeTranslation.y;
                _speed = centroid.velocity.y;
            }
        }
    }
}
