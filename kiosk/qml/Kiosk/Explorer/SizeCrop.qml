import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A finding at a known scale, with a rule of one millimeter (ten where one would be a dot).
Rectangle {
    id: root

    required property string label
    required property string alt
    required property string notice
    required property string pattern
    required property real pxPerMm
    property string source: ""

    // Where the picture begins: under the words, where they would hide too much of it.
    readonly property real over: drawn.line > drawn.room ? words.y + words.height + Theme.dp * 8 : 0
    readonly property real leastHeight: words.height + rule.height + Theme.dp * 80
    readonly property real _pad: Theme.dp * (Theme.compact ? 12 : 20)

    radius: Theme.radiusL
    color: Theme.film
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // Told before the words that stand over it, wherever it begins.
    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Graphic
        Accessible.name: root.alt
    }

    Image {
        y: root.over
        width: parent.width
        height: parent.height - y
        source: root.source ? root.source + "&radius=" + Math.round(root.radius) : ""
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        visible: Theme.highContrast
        color: "transparent"
        radius: root.radius
        border.width: Theme.outline
        border.color: Theme.line
    }

    Column {
        id: words

        x: root._pad
        y: root._pad
        spacing: Theme.dp * 8

        Chip {
            room: root.width - 2 * root._pad
            text: root.label
        }

        Chip {
            id: drawn

            room: root.width - 2 * root._pad
            quiet: true
            text: root.notice
        }
    }

    ScaleRule {
        id: rule

        x: root._pad
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root._pad
        millimetres: root.pxPerMm > Theme.dp * 12 ? 1 : 10
        pxPerMm: root.pxPerMm
        pattern: root.pattern
    }
}
