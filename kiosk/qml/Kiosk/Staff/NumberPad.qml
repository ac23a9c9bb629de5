pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Ten digits, the key that takes one back and the key that ends the number. It stands the same way round in every language.
Grid {
    id: root

    required property StaffDesk desk
    // What is left for it.
    required property real room
    required property real roomHigh

    readonly property real _keyWidth: Math.min(Theme.keyWidth, (root.room - 2 * root.columnSpacing) / root.columns)
    readonly property real _keyHeight: Math.max(Theme.target, Math.min(Theme.keyHeight, (root.roomHigh + root.rowSpacing) / root.rows - root.rowSpacing))

    component Digit: PadKey {
        id: digit

        required property int number

        width: root._keyWidth
        height: root._keyHeight
        text: digit.number
        onClicked: root.desk.digit(digit.number)
    }

    columns: 3
    rows: 4
    columnSpacing: Theme.dp * (Theme.low || Theme.narrow ? 16 : 24)
    rowSpacing: columnSpacing
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: 9

        Digit {
            required property int index

            number: index + 1
        }
    }

    PadKey {
        width: root._keyWidth
        height: root._keyHeight
        strong: root.enabled
        iconName: "check"
        text: root.desk.words.ok
        onClicked: root.desk.enter()
    }

    Digit {
        number: 0
    }

    PadKey {
        width: root._keyWidth
        height: root._keyHeight
        bare: true
        iconName: "del"
        text: root.desk.words.erase
        onClicked: root.desk.erase()
    }
}
