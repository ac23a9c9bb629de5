pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Bridge

// Ten rows of ten pebbles, filled group after group from the top start corner.
Item {
    id: root

    required property ItemModel items
    required property string alt

    readonly property real _cell: root.width / 10

    height: width

    Accessible.role: Accessible.Graphic
    Accessible.name: root.alt

    Grid {
        columns: 10

        Repeater {
            model: root.items

            Repeater {
                id: group

                required property int amount
                required property string stone

                model: group.amount

                Item {
                    id: cell

                    required property int index

                    width: root._cell
                    height: root._cell

                    Pebble {
                        anchors.centerIn: parent
                        width: Math.floor(root._cell * 0.9)
                        height: width
                        stone: group.stone
                        variant: cell.index * 7 % 3
                    }
                }
            }
        }
    }
}
