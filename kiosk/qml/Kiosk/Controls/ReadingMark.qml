pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// What is being said right now: a soft ground and a stroke behind the words of a sentence, a frame around anything else.
// It lies in what it marks; whoever reads aloud moves it from one thing to the next.
Item {
    id: root

    // What is being said; null again by itself when that is gone.
    property Item target: null
    // Its words, line by line, in its own place; none where all of it is meant.
    property list<rect> lines
    // The reading stands still here and will go on.
    property bool calm: false

    // How a text is set: asked by whoever finds the places of its words.
    readonly property Text _text: root.target as Text
    readonly property bool words: !!root._text
    readonly property int horizontal: root._text?.effectiveHorizontalAlignment ?? Text.AlignLeft
    readonly property int vertical: root._text?.verticalAlignment ?? Text.AlignTop
    readonly property int wrap: root._text?.wrapMode ?? Text.NoWrap

    readonly property bool _night: (root._text?.color.hslLightness ?? 0) > 0.5
    readonly property bool _frame: root.lines.length === 0
    // A picture fills its place: its frame stands on its edge. Around a control it stands outside.
    readonly property bool _inside: !(root.target as Pressable)
    readonly property real _around: (root.target as Pressable)?.radius ?? (root.target as Picture)?.radius ?? Theme.radiusM
    readonly property real _stroke: root.calm ? Theme.markWidth / 2 : Theme.markWidth
    readonly property real _margin: root._inside ? 0 : -Theme.markWidth

    // Scrolls the page that the target stands in, if it stands in one, until `place` of it is seen.
    function bring(place: rect) {
        // A page that is going has left the window, and its functions with it.
        if (!root.Window.window)
            return;
        for (let at = root.target; at; at = at.parent) {
            const page = at as ScrollColumn;
            if (page) {
                page.follow(root.target, place);
                return;
            }
        }
    }

    parent: root.target
    width: root.target?.width ?? 0
    height: root.target?.height ?? 0
    z: root._frame ? 9 : -1

    Repeater {
        model: root.lines

        Rectangle {
            required property rect modelData

            x: modelData.x - Theme.markRoom
            y: modelData.y
            width: modelData.width + 2 * Theme.markRoom
            height: modelData.height
            color: root._night ? Theme.nightMark : Theme.mark
        }
    }

    // All strokes over all grounds: lines of letters stand close.
    Repeater {
        model: root.lines

        Rectangle {
            required property rect modelData

            x: modelData.x - Theme.markRoom
            y: modelData.y + modelData.height - height
            width: modelData.width + 2 * Theme.markRoom
            height: root._stroke
            color: root._night ? Theme.nightMarkLine : Theme.markLine
        }
    }

    // Two lines: one of them can be seen whatever the picture below shows.
    Rectangle {
        anchors.fill: parent
        anchors.margins: root._margin
        visible: root._frame
        color: "transparent"
        radius: root._around - root._margin
        border.width: root._stroke
        border.color: Theme.markLine

        Rectangle {
            anchors.fill: parent
            anchors.margins: root._stroke
            color: "transparent"
            radius: parent.radius - root._stroke
            border.width: root._stroke / 2
            border.color: Theme.nightMarkLine
        }
    }
}
