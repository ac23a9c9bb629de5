pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The first language full width, the others in two columns, each in its own name, script and direction.
Flow {
    id: root

    required property LanguageModel languages
    property bool showChosen: false
    property bool single: Theme.oneColumn || root._widest > root._half || Theme.landscape && buttons.count <= root._mostInColumn

    // As many stand one below the other on a wide first screen.
    readonly property int _mostInColumn: 4

    readonly property real _half: (root.width - root.spacing) / 2

    // Scripts differ in height; the buttons do not.
    readonly property real _tallest: root._greatest("implicitHeight")
    readonly property real _widest: root._greatest("implicitWidth")

    function _greatest(name: string): real {
        let greatest = 0;
        for (let i = 0; i < root.children.length; ++i)
            greatest = Math.max(greatest, root.children[i][name]);
        return greatest;
    }

    signal chosen(code: string)

    spacing: Theme.dp * 24
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        id: buttons

        model: root.languages

        LanguageButton {
            id: button

            required property int index
            required property string code
            required property string name
            required property string draftNote

            // A last one alone in its row takes the whole row.
            readonly property bool _wide: root.single || button.index === 0 || (button.index === buttons.count - 1 && button.index % 2 === 1)

            width: _wide ? root.width : root._half
            height: root._tallest
            primary: root.showChosen ? button.chosen : button.index === 0
            ticked: root.showChosen && button.chosen
            text: button.name
            note: button.draftNote
            onClicked: root.chosen(button.code)
        }
    }
}
