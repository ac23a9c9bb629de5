import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Tells Theme what the language in use is set in; without a language Theme keeps what it has.
Item {
    id: root

    required property Typeface typeface

    readonly property bool _given: root.typeface.text !== ""

    visible: false

    Binding {
        target: Theme
        property: "titleFace"
        value: root.typeface.title
        when: root._given
    }

    Binding {
        target: Theme
        property: "textFace"
        value: root.typeface.text
        when: root._given
    }

    Binding {
        target: Theme
        property: "digitFace"
        value: root.typeface.digits
        when: root._given
    }

    Binding {
        target: Theme
        property: "titleFaceWeight"
        value: root.typeface.titleWeight
        when: root._given
    }

    Binding {
        target: Theme
        property: "textFactor"
        value: root.typeface.textScale
        when: root._given
    }

    Binding {
        target: Theme
        property: "leastLine"
        value: root.typeface.line
        when: root._given
    }

    Binding {
        target: Theme
        property: "tracked"
        value: root.typeface.tracked
        when: root._given
    }
}
