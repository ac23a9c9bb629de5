import QtQuick

// One text role: a font and its line height, both in pixels.
QtObject {
    id: root

    required property string family
    required property real size
    required property real line
    property int weight: Font.Normal
    property real tracking: 0

    readonly property real lineHeight: Math.round(root.size * root.line)
    readonly property font font: Qt.font({
        family: root.family,
        pixelSize: Math.max(1, Math.round(root.size)),
        weight: root.weight,
        letterSpacing: root.tracking * root.size
    })
}
