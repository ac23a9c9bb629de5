pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme
import Kiosk.Bridge

// A picture under the hand: it follows one finger or several, 1:1, and the keys. What lies in it (rings) may be pressed;
// a finger that begins to move there moves the picture instead. The picture never mirrors.
Item {
    id: root

    required property Stage stage
    required property string alt
    required property Words words
    default property alias rings: hand.data
    // Over the picture and under the hand.
    property alias overlay: over.data
    // So much at its foot lies under a sheet's round corners: picture is drawn there, but nothing is looked for.
    property real under: 0
    // And so much over that under a row of tools.
    property real foot: 0

    readonly property size _open: Qt.size(root.width, root.height - root.under - root.foot)

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    clip: true

    on_OpenChanged: root.measure()
    onStageChanged: root.measure()

    function measure() {
        root.stage.resize(root._open.width, root._open.height);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.film
    }

    World {
        anchors.fill: parent
        stage: root.stage
    }

    Item {
        id: over

        anchors.fill: parent
    }

    T.Control {
        id: keys

        anchors.fill: parent
        readonly property bool takesArrows: true
        // Taken by OK: the arrows move the picture until OK or Back.
        property bool held: false
        onVisualFocusChanged: keys.held = false
        focusPolicy: Qt.TabFocus

        Accessible.role: Accessible.Graphic
        Accessible.name: root.alt
        // Only who is there by keys is told of them.
        Accessible.description: !keys.visualFocus ? "" : keys.held ? root.words.explorerHeld : root.words.explorerTake
        Accessible.focusable: true

        Keys.onLeftPressed: root.stage.nudge(-0.25, 0)
        Keys.onRightPressed: root.stage.nudge(0.25, 0)
        Keys.onUpPressed: root.stage.nudge(0, -0.25)
        Keys.onDownPressed: root.stage.nudge(0, 0.25)
    }

    component Finger: TouchPoint {
        property bool held: false
        property real lastX: 0
        property real lastY: 0
    }

    MultiPointTouchArea {
        id: hand

        anchors.fill: parent
        mouseEnabled: true
        minimumTouchPoints: 1
        maximumTouchPoints: 10
        touchPoints: [
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {}
        ]
        onPressed: hand.hold()
        onReleased: hand.hold()
        onCanceled: hand.hold()
        onUpdated: hand.follow()
        // A finger that began on a ring and moves on is the picture's.
        onGestureStarted: gesture => gesture.grab()

        // Fingers come and go without a jump: each counts from where it was when it was last looked at.
        function hold() {
            for (const point of hand.touchPoints) {
                const finger = point as Finger;
                if (finger.pressed && !finger.held) {
                    finger.lastX = finger.x;
                    finger.lastY = finger.y;
                }
                finger.held = finger.pressed;
            }
        }

        function follow() {
            const down = [];
            for (const point of hand.touchPoints) {
                const finger = point as Finger;
                if (finger.pressed && finger.held)
                    down.push(finger);
            }
            const count = down.length;
            if (count === 0)
                return;
            const mean = key => down.reduce((sum, finger) => sum + finger[key], 0) / count;
            const wasX = mean("lastX");
            const wasY = mean("lastY");
            const nowX = mean("x");
            const nowY = mean("y");
            const was = down.reduce((sum, finger) => sum + Math.hypot(finger.lastX - wasX, finger.lastY - wasY), 0);
            const now = down.reduce((sum, finger) => sum + Math.hypot(finger.x - nowX, finger.y - nowY), 0);
            for (const finger of down) {
                finger.lastX = finger.x;
                finger.lastY = finger.y;
            }
            root.stage.follow(wasX, wasY, nowX, nowY, count > 1 && was > 1 && now > 1 ? now / was : 1);
        }

        TapHandler {
            // Every second tap, so that two double taps may follow each other quickly.
            onTapped: point => {
                if (tapCount % 2 === 0)
                    root.stage.doubleTap(point.position.x, point.position.y);
            }
        }
    }

    // The picture fills its glass to the edge: the frame stands inside.
    Rectangle {
        anchors.fill: parent
        anchors.margins: keys.visualFocus ? Theme.focusGap : 0
        anchors.bottomMargin: root.under + anchors.margins
        visible: keys.visualFocus || Theme.highContrast
        color: "transparent"
        border.width: keys.visualFocus ? Theme.focusWidth * (keys.held ? 2 : 1) : Theme.outline
        border.color: keys.visualFocus ? Theme.nightFocus : Theme.line
    }
}
