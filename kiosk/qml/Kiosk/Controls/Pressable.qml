import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// The one touch target every control derives from: role, name, press, focus frame, pressed state, least size.
// It acts on release inside itself; sliding off cancels (both from Qt's own AbstractButton). A doubled tap and a palm do
// not press it (kiosk/bridge/hands.py).
T.AbstractButton {
    id: root

    property real radius: Theme.radiusL
    property bool shrinks: true
    property bool night: false
    // Meant to be tapped in quick succession, as a keypad is: a second tap at once counts too.
    property bool quick: false
    // Opens and closes what stands below it: asked by whoever says what it is.
    property bool expands: false
    // Taken by OK, where arrows then move it (`takesArrows`); its frame is as wide again.
    property bool held: false

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Qt.TabFocus
    scale: root.down && root.shrinks ? Theme.pressedScale : 1

    Accessible.role: Accessible.Button
    Accessible.name: root.text

    onClicked: Hand.act()
    onVisualFocusChanged: root.held = false

    Behavior on scale {
        NumberAnimation {
            duration: Theme.press
            easing.type: Easing.OutQuad
        }
    }

    FocusFrame {
        z: 10
        around: root.radius
        night: root.night
        held: root.held
        visible: root.visualFocus
    }
}
