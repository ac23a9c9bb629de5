import QtQuick
import Kiosk.Controls

// Where a finger holds the lens: the lens goes with it from the first pixel on.
Pressable {
    id: root

    required property Lens lens
    readonly property bool dragged: hold.active
    readonly property bool takesArrows: true

    night: true
    shrinks: false
    text: root.lens.words.explorerLensHandle
    Accessible.role: Accessible.Slider
    Accessible.description: !root.visualFocus ? "" : root.held ? root.lens.words.explorerHeld : root.lens.words.explorerTake
    Accessible.onIncreaseAction: root.lens.step(1, 0)
    Accessible.onDecreaseAction: root.lens.step(-1, 0)
    Keys.onLeftPressed: root.lens.step(-1, 0)
    Keys.onRightPressed: root.lens.step(1, 0)
    Keys.onUpPressed: root.lens.step(0, -1)
    Keys.onDownPressed: root.lens.step(0, 1)

    DragHandler {
        id: hold

        property point start: Qt.point(0, 0)

        target: null
        dragThreshold: 0
        onActiveChanged: {
            if (hold.active) {
                hold.start = root.lens.middle;
                hold.follow();
            }
        }
        onCentroidChanged: hold.follow()

        function follow() {
            if (hold.active)
                root.lens.place(hold.start.x + hold.centroid.scenePosition.x - hold.centroid.scenePressPosition.x, hold.start.y + hold.centroid.scenePosition.y - hold.centroid.scenePressPosition.y);
        }
    }
}
