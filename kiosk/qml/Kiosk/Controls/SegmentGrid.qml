import QtQuick
import Kiosk.Theme

// Segments side by side, in as few rows of the same length as their words allow; all of one size.
Grid {
    id: root

    // Never more beside each other than this.
    property int most: 4

    readonly property int count: {
        let shown = 0;
        for (let i = 0; i < root.children.length; ++i)
            shown += root.children[i] instanceof Segment ? 1 : 0;
        return shown;
    }
    readonly property real widest: root._greatest("implicitWidth")
    readonly property real tallest: root._greatest("implicitHeight")
    readonly property real cell: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns

    function _greatest(name: string): real {
        let greatest = 0;
        for (let i = 0; i < root.children.length; ++i) {
            if (root.children[i] instanceof Segment)
                greatest = Math.max(greatest, root.children[i][name]);
        }
        return greatest;
    }

    function _fits(columns: int): bool {
        return (root.width - (columns - 1) * root.columnSpacing) / columns >= root.widest;
    }

    columns: {
        for (let rows = Math.ceil(root.count / root.most); rows < root.count; ++rows) {
            const columns = Math.ceil(root.count / rows);
            if (root._fits(columns))
                return columns;
        }
        return 1;
    }
    columnSpacing: Theme.dp * 16
    rowSpacing: Theme.dp * 16
}
