import QtQuick

// A language's own name, or a mark beside it, set like another role but in its own letters, which are there before its
// fonts are loaded. `face` and `least` come from the list of languages.
TypeStyle {
    id: root

    required property string face
    required property TypeStyle like

    family: root.face
    size: root.like.size
    line: root.like.line
    weight: root.like.weight
}
