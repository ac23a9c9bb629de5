import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Where a finger takes a side of the outline: the side goes with it from the first pixel on.
Pressable {
    id: root

    // How far away the side is now, and was when the finger came.
    required property real start
    readonly property alias taken: hold.from
    property bool upright: false

    signal pulled(dx: real, dy: real)

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    radius: width / 2
    shrinks: false
    Accessible.role: Accessible.Slider

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            rotation: root.upright ? 90 : 0
            spacing: -Theme.dp * 8

            Icon {
                name: "back"
                ink: Theme.tideInk
                size: Theme.dp * 34
            }

            Icon {
                name: "fwd"
                ink: Theme.tideInk
                size: Theme.dp * 34
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down || hold.active ? Theme.tidePress : Theme.tide
        border.width: Theme.outline
        border.color: Theme.shell
    }

    DragHandler {
        id: hold

        property real from: 0

        target: null
        dragThreshold: 0
        onActiveChanged: {
            if (hold.active) {
                hold.from = root.start;
                hold.follow();
            }
        }
        onCentroidChanged: hold.follow()

        function follow() {
            if (hold.active)
                root.pulled(hold.centroid.scenePosition.x - hold.centroid.scenePressPosition.x, hold.centroid.scenePosition.y - hold.centroid.scenePressPosition.y);
        }
    }
}
