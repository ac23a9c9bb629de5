pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The report words: one stone each; the chosen one joins the panel that explains it. Shape, word and colour tell them apart.
Item {
    id: root

    required property string title
    required property ItemModel items
    required property string tab
    required property Component panel

    readonly property bool _rows: Theme.oneColumn || Theme.textPercent > 125 || root.width < Theme.dp * 900
    readonly property real _cellWidth: root._rows ? root.width : (root.width - 2 * Theme.dp * 16) / Math.max(1, tabs.count)
    property string _stone: "sage"
    property BlockModel _blocks: null
    property Item _content: null

    signal chosen(tab: string)

    on_BlocksChanged: {
        // Out of sight at once: a destroyed item stays until the event loop comes round.
        if (root._content)
            root._content.visible = false;
        root._content?.destroy();
        root._content = root._blocks ? root.panel.createObject(inner, {
            width: Qt.binding(() => inner.width),
            blocks: root._blocks
        }) as Item : null;
    }

    implicitHeight: body.y + body.height
    height: implicitHeight

    Label {
        id: heading

        width: parent.width
        visible: root.title !== ""
        type: Theme.h3
        text: root.title
        bottomPadding: Theme.dp * 16
        Accessible.role: Accessible.Heading
    }

    Grid {
        id: strip

        readonly property real tallest: {
            let most = 0;
            for (let i = 0; i < strip.children.length; ++i)
                most = Math.max(most, strip.children[i].implicitHeight);
            return most;
        }

        y: heading.visible ? heading.height : 0
        columns: root._rows ? 1 : tabs.count
        spacing: Theme.dp * 16

        Repeater {
            id: tabs

            model: root.items

            Tab {
                id: one

                required property int index
                required property string itemId
                required property BlockModel blocks

                readonly property bool chosen: root.tab === one.itemId || (root.tab === "" && one.index === 0)

                width: root._cellWidth
                height: strip.tallest
                beside: root._rows
                selected: one.chosen
                onClicked: root.chosen(one.itemId)

                Binding {
                    root._stone: one.stone
                    when: one.chosen
                }

                Binding {
                    root._blocks: one.blocks
                    when: one.chosen
                }
            }
        }
    }

    // Told after the tabs, painted below them.
    Rectangle {
        id: body

        z: -1
        y: strip.y + strip.height + (root._rows ? Theme.dp * 16 : Theme.dp * 24)
        width: parent.width
        height: inner.height + Theme.dp * 80
        radius: Theme.radiusL
        color: Theme.stoneSoft(root._stone)
        border.width: Theme.highContrast ? Theme.outline : 0
        border.color: Theme.stoneInk(root._stone)

        Item {
            id: inner

            x: Theme.dp * 40
            y: Theme.dp * 40
            width: parent.width - 2 * x
            height: root._content?.height ?? 0
        }
    }
}
