import QtQuick
import Kiosk.Theme

// The bar that stays in the same place on every page. Its items come from the page; it lays them out in one row, or in two
// when a word does not fit its slot in one line. Items that are not shown count for their words: the bar is the same on all
// pages of a language and a text size.
Rectangle {
    id: root

    default property alias items: slots.data
    property bool night: false
    // Where the keys come to it: after the page.
    readonly property int keyOrder: 2
    // An edge against the page; none where a strip stands right over it.
    property bool edged: true

    readonly property int count: {
        let shown = 0;
        for (let i = 0; i < slots.children.length; ++i)
            shown += slots.children[i].visible ? 1 : 0;
        return shown;
    }
    // On a wide glass the words stand beside their icons, or under them where that spares a second row.
    readonly property bool beside: Theme.landscape && (root.fits(root.count, root._besideWidth) || !root.fits(root.count, root._underWidth))
    readonly property real widest: root.beside ? root._besideWidth : root._greatest("implicitWidth")
    readonly property real _besideWidth: root._greatest("besideWidth")
    readonly property real _underWidth: root._greatest("underWidth")
    readonly property real room: root.width - 2 * slots.x
    readonly property int columns: root.fits(root.count, root.widest) ? root.count : Math.ceil(root.count / 2)
    readonly property int rows: Math.ceil(root.count / root.columns)
    readonly property real slotWidth: (root.room - (root.columns - 1) * slots.columnSpacing) / root.columns
    readonly property real slotHeight: Math.max(Theme.dp * (Theme.landscape ? 92 : Theme.largest ? 132 : 112), root.tallest)
    readonly property real tallest: root._greatest("implicitHeight")

    function _greatest(name: string): real {
        let greatest = 0;
        for (let i = 0; i < slots.children.length; ++i)
            greatest = Math.max(greatest, slots.children[i][name]);
        return greatest;
    }

    function fits(columns: int, width: real): bool {
        return (root.room - (columns - 1) * slots.columnSpacing) / columns >= width;
    }

    implicitHeight: root.rows * root.slotHeight + (root.rows - 1) * slots.rowSpacing + 2 * slots.y
    color: root.night ? Theme.nightBar : Theme.shell

    Accessible.role: Accessible.ToolBar

    Rectangle {
        visible: root.edged
        width: parent.width
        height: Theme.highContrast ? Theme.outline : 1
        color: root.night ? Theme.nightLine : Theme.line
    }

    Grid {
        id: slots

        x: Theme.dp * (Theme.narrow ? 16 : Theme.low ? 20 : Theme.landscape ? 40 : 28)
        y: Theme.dp * (Theme.crowded ? 12 : Theme.landscape ? 16 : 18)
        columns: root.columns
        columnSpacing: Theme.dp * (Theme.narrow ? 10 : Theme.low ? 12 : 16)
        rowSpacing: Theme.dp * (Theme.crowded ? 12 : 16)
    }
}
