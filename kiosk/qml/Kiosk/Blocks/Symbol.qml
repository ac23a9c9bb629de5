import QtQuick
import Kiosk.Theme

// A grain of salt, a sesame seed or a pea, as a sign.
Item {
    id: root

    required property string symbol
    property real size: Theme.dp * 52

    width: root.size
    height: root.size

    Rectangle {
        readonly property bool salt: root.symbol === "salt"
        readonly property bool seed: root.symbol === "seed"

        anchors.centerIn: parent
        width: root.size * (salt ? 0.5 : seed ? 0.86 : 1)
        height: root.size * (salt ? 0.5 : seed ? 0.54 : 1)
        radius: salt ? Theme.dp * 4 : height / 2
        rotation: salt ? 8 : seed ? -14 : 0
        antialiasing: true
        color: salt ? Theme.salt : seed ? Theme.seed : Theme.pea
        border.width: Theme.outline
        border.color: Theme.ink2
    }
}
