import QtQuick
import Kiosk.Theme

// Tiles side by side, as many in a row as leave every word room.
Grid {
    id: root

    // The narrowest a tile may be at normal text; the words inside wrap.
    property real narrowest: Theme.dp * 150
    property int most: 4

    readonly property real _least: root.narrowest * Theme.textScale
    readonly property int _count: {
        let shown = 0;
        for (let i = 0; i < root.children.length; ++i)
            shown += root.children[i].visible && !(root.children[i] instanceof Repeater) ? 1 : 0;
        return Math.max(1, shown);
    }
    readonly property int _fit: Math.max(1, Math.min(root.most, Math.floor((root.width + root.spacing) / (root._least + root.spacing))))
    readonly property real tileWidth: (root.width - (root.columns - 1) * root.spacing) / root.columns
    readonly property real tallest: {
        let tall = 0;
        for (let i = 0; i < root.children.length; ++i)
            tall = Math.max(tall, root.children[i].visible ? root.children[i].implicitHeight : 0);
        return tall;
    }

    // Rows alike: 4 tiles stand 4, 2 + 2 or one below the other, never 3 + 1.
    columns: Math.ceil(root._count / Math.ceil(root._count / Math.min(root._fit, root._count)))
    spacing: Theme.dp * 16
}
