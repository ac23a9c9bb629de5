import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Where the glass is in the whole picture. Never mirrored, and nothing to touch.
Rectangle {
    id: root

    required property Stage stage
    required property string says

    readonly property real _scale: Theme.dp * (Theme.compact ? 110 : 168) / Math.max(1, root.stage.heightMm)
    readonly property real _edge: Theme.dp * 3

    width: Math.round(root.stage.widthMm * root._scale) + 2 * root._edge
    height: Math.round(root.stage.heightMm * root._scale) + 2 * root._edge
    radius: Theme.dp * 6
    color: Theme.film
    border.width: Math.max(1, Theme.dp * 2)
    border.color: Theme.nightControl

    Accessible.role: Accessible.Graphic
    Accessible.name: root.says

    Image {
        anchors.fill: parent
        anchors.margins: root._edge
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        source: width < 1 ? "" : root.stage.mapUrl
        opacity: 0.85
        Accessible.ignored: true
    }

    Rectangle {
        id: frame

        readonly property real _casing: Theme.dp * 3

        x: root._edge + root.stage.seenX * root._scale - _casing
        y: root._edge + root.stage.seenY * root._scale - _casing
        width: Math.max(Theme.dp * 14, root.stage.seenW * root._scale + 2 * _casing)
        height: Math.max(Theme.dp * 14, root.stage.seenH * root._scale + 2 * _casing)
        color: "transparent"
        border.width: _casing
        border.color: Theme.glow
    }
}
