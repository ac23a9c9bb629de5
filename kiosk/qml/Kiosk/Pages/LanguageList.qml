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
    property bool single: Theme.largest || Theme.oneColumn && root.showChosen || !root._slim && root._widest > root._half || Theme.landscape && buttons.count <= root._mostInColumn

    // As many stand one below the other on a wide first screen.
    readonly property int _mostInColumn: 4

    readonly property real _half: root._part(root._least)

    // Scripts differ in height; the buttons do not.
    readonly property real _tallest: root._greatest("implicitHeight")
    readonly property real _widest: root._greatest("implicitWidth")
    // On a small first screen all languages are to be seen at once: two beside each other, without their arrows.
    readonly property bool _slim: !root.showChosen && root._widest > root._half && root._greatest("slimWidth") <= root._half

    function _greatest(name: string): real {
        let greatest = 0;
        for (let i = 0; i < root.children.length; ++i)
            greatest = Math.max(greatest, root.children[i][name] ?? 0);
        return greatest;
    }

    readonly property int _across: root.showChosen && root._widest <= root._part(root._most) && Theme.landscape ? root._most : root._least
    readonly property real _cell: root._part(root._across)
    readonly property int _least: 2
    readonly property int _most: 3

    function _part(across: int): real {
        return (root.width - (across - 1) * root.spacing) / across;
    }

    signal chosen(code: string)

    spacing: Theme.dp * (Theme.narrow || Theme.low ? 16 : 24)
    // The same for everybody on the first screen, where no language has been chosen.
    LayoutMirroring.enabled: root.showChosen && Theme.mirrored
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

            // On the first screen the first one leads. A last one alone in its row takes the whole row.
            readonly property int _place: root.showChosen ? button.index : button.index + 1
            readonly property bool _wide: root.single || button._place === 1 && !root.showChosen || button.index === buttons.count - 1 && button._place % root._across === 0

            width: _wide ? root.width : root._cell
            height: root._tallest
            primary: root.showChosen ? button.chosen : button.index === 0
            ticked: root.showChosen && button.chosen
            slim: root._slim
            text: button.name
            note: button.draftNote
            spokenLanguage: button.code
            onClicked: root.chosen(button.code)
        }
    }
}
