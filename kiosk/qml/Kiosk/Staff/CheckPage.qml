pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The touch check: a cell of the glass fills where a finger has been, and what stays empty feels no touch.
Item {
    id: root

    required property StaffDesk desk

    readonly property string title: root.desk.words.check
    // About as large as a finger.
    readonly property int _columns: Math.max(1, Math.round(root.width / Theme.target))
    readonly property int _rows: Math.max(1, Math.round(root.height / Theme.target))
    readonly property real _cellWidth: root.width / root._columns
    readonly property real _cellHeight: root.height / root._rows
    // Cells that lie wholly behind the card are not seen, and not asked for.
    readonly property int _coveredLeft: Math.ceil(card.x / root._cellWidth)
    readonly property int _coveredRight: Math.floor((card.x + card.width) / root._cellWidth)
    readonly property int _coveredTop: Math.ceil(card.y / root._cellHeight)
    readonly property int _coveredBottom: Math.floor((card.y + card.height) / root._cellHeight)
    readonly property int _count: root._columns * root._rows - (root._coveredRight - root._coveredLeft) * (root._coveredBottom - root._coveredTop)
    property int filled: 0
    property int fingers: 0

    component Cell: Rectangle {
        required property int index

        property bool touched: false

        x: index % root._columns * root._cellWidth
        y: Math.floor(index / root._columns) * root._cellHeight
        width: root._cellWidth
        height: root._cellHeight
        color: touched ? Theme.sage : Theme.sand
        border.width: 1
        border.color: touched ? Theme.sage : Theme.lineStrong
    }

    function fill(x: real, y: real) {
        const column = Math.floor(x / root._cellWidth);
        const row = Math.floor(y / root._cellHeight);
        if (column < 0 || row < 0 || column >= root._columns || row >= root._rows)
            return;
        if (column >= root._coveredLeft && column < root._coveredRight && row >= root._coveredTop && row < root._coveredBottom)
            return;
        const cell = cells.itemAt(row * root._columns + column) as Cell;
        if (cell && !cell.touched) {
            cell.touched = true;
            root.filled += 1;
        }
    }

    // A quick finger is told at a few places: all between two of them was touched, too.
    function draw(points: list<TouchPoint>) {
        for (const point of points) {
            const dx = point.x - point.previousX;
            const dy = point.y - point.previousY;
            const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(dx) / root._cellWidth, Math.abs(dy) / root._cellHeight)));
            for (let step = 1; step <= steps; ++step)
                root.fill(point.previousX + dx * step / steps, point.previousY + dy * step / steps);
        }
    }

    function start(points: list<TouchPoint>) {
        root.fingers += points.length;
        for (const point of points)
            root.fill(point.x, point.y);
    }

    function end(points: list<TouchPoint>) {
        root.fingers = Math.max(0, root.fingers - points.length);
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Repeater {
        id: cells

        model: root._columns * root._rows
        delegate: Cell {}
        onCountChanged: root.filled = 0
    }

    MultiPointTouchArea {
        anchors.fill: parent
        onPressed: points => root.start(points)
        onUpdated: points => root.draw(points)
        onReleased: points => root.end(points)
        onCanceled: points => root.end(points)
    }

    Card {
        id: card

        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.dp * 160, Theme.dp * 640)
        height: column.height + Theme.dp * 72
        level: 2

        Column {
            id: column

            x: Theme.dp * 36
            y: Theme.dp * 36
            width: parent.width - 2 * x
            spacing: Theme.dp * 16

            Label {
                width: parent.width
                type: Theme.h3
                text: root.title
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                text: root.filled < root._count ? root.desk.words.checkHint : root.desk.words.checkDone
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                type: Theme.bodyStrong
                text: root.desk.words.checkLeft(root._count - root.filled)
                horizontalAlignment: Text.AlignHCenter
            }

            Label {
                width: parent.width
                color: Theme.ink2
                text: root.desk.words.fingers(root.fingers)
                horizontalAlignment: Text.AlignHCenter
            }

            PillButton {
                width: parent.width
                text: root.desk.words.done
                onClicked: root.desk.leaveCheck()
            }
        }
    }
}
