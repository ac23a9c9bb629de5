import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The slider between two pictures that lie over each other: a line over the whole height and a disc to hold.
Item {
    id: root

    required property Explorer explorer
    required property Words words
    // What stands over the pictures' heads.
    property real above: 0
    property real below: 0

    // Where the disc stands, and the room that keeps others clear of it.
    readonly property rect zone: root.visible && disc.visible ? Qt.rect(root.x + disc.x - Theme.toolGap, disc.y - Theme.toolGap, disc.width + 2 * Theme.toolGap, disc.height + 2 * Theme.toolGap) : Qt.rect(0, 0, 0, 0)
    readonly property real _step: 0.05

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        x: Math.round(root.width * root.explorer.wipe - width / 2)
        width: Theme.dp * 12
        height: root.height
        color: Theme.casing

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.dp * 4
            height: parent.height
            color: Theme.glow
        }
    }

    Pressable {
        id: disc

        // Where there is no height for it, one touch ways in the sheet do the same.
        visible: root.height - root.above - root.below >= height || Theme.reachTop === 0
        // The line goes to the very edges; the disc stays where it can be held.
        x: Math.max(Theme.dp * 16, Math.min(root.width - width - Theme.dp * 16, root.width * root.explorer.wipe - width / 2))
        y: Math.max(Theme.reachTop, Math.min(root.above + (root.height - root.above - root.below - height) / 2, root.height - root.below - height - Theme.dp * 16))
        width: Theme.dp * (Theme.compact ? 88 : 112)
        height: width
        radius: width / 2
        night: true
        shrinks: false
        readonly property bool takesArrows: true
        text: root.words.explorerWipeHandle
        Accessible.role: Accessible.Slider
        Accessible.description: !disc.visualFocus ? "" : disc.held ? root.words.explorerHeld : root.words.explorerTake
        Accessible.onIncreaseAction: root.explorer.setWipe(root.explorer.wipe + root._step)
        Accessible.onDecreaseAction: root.explorer.setWipe(root.explorer.wipe - root._step)
        Keys.onLeftPressed: root.explorer.setWipe(root.explorer.wipe - root._step)
        Keys.onRightPressed: root.explorer.setWipe(root.explorer.wipe + root._step)

        contentItem: Item {
            Row {
                anchors.centerIn: parent
                spacing: -Theme.dp * 6

                Icon {
                    name: "back"
                    ink: Theme.glowInk
                    size: Theme.dp * 46
                }

                Icon {
                    name: "fwd"
                    ink: Theme.glowInk
                    size: Theme.dp * 46
                }
            }
        }
        background: Rectangle {
            radius: width / 2
            color: Theme.casing

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.dp * 5
                radius: width / 2
                color: disc.down || hold.active ? Theme.glowPress : Theme.glow
            }
        }

        DragHandler {
            id: hold

            property real start: 0

            target: null
            dragThreshold: 0
            onActiveChanged: {
                if (active) {
                    start = root.explorer.wipe;
                    follow();
                }
            }
            onCentroidChanged: follow()

            function follow() {
                if (active)
                    root.explorer.setWipe(start + (centroid.scenePosition.x - centroid.scenePressPosition.x) / root.width);
            }
        }
    }
}
