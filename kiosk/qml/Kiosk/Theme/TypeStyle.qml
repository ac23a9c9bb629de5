import QtQuick

// One text role: a font and its line height, both in pixels. `factor` fits a language's letters to the design's size,
// `least` is the least height of its lines, in sizes of its letters.
QtObject {
    id: root

    required property string family
    required property real size
    required property real line
    property real factor: 1
    property real least: 0
    property int weight: Font.Normal
    property real tracking: 0

    readonly property real pixels: root.size * root.factor
    readonly property real lineHeight: Math.round(root.pixels * Math.max(root.line, root.least))
    readonly property font font: Qt.font({
        family: root.family,
        pixelSize: Math.max(1, Math.round(root.pixels)),
        weight: root.weight,
        letterSpacing: root.tracking * root.pixels
    })
}
