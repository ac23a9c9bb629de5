import QtQuick
import Kiosk.Theme

// Any words on screen. Wraps, never clips, never shrinks; aligned to the start of the language.
Text {
    id: root

    property TypeStyle type: Theme.body

    font: root.type.font
    lineHeightMode: Text.FixedHeight
    lineHeight: root.type.lineHeight
    color: Theme.ink
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    // Said, because a text would else stand at the start of its own script: a Latin name at the left of an Arabic page.
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
    renderType: Text.QtRendering

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}
