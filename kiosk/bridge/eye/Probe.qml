import QtQuick
import QtQuick.Templates as T

// Tells what stands in a window, as plain values: Python then never holds on to an item that QML may destroy.
QtObject {
    id: root

    required property Item content
    property string seen: ""
    property int count: 0
    property bool moving: false
    property var items: []

    function look() {
        const nodes = [];
        root.items = [];
        root.visit(root.content, -1, 1, nodes);
        root.seen = JSON.stringify(nodes);
    }

    function feel() {
        root.moving = root.anyMoves(root.content);
    }

    function anyMoves(item: Item): bool {
        if (!item.visible)
            return false;
        if (root.moves(item))
            return true;
        for (let i = 0; i < item.children.length; ++i) {
            if (root.anyMoves(item.children[i]))
                return true;
        }
        return false;
    }

    // Everything that is alive in the window, visible or not, and what belongs to it.
    function tally() {
        root.count = root.size(root.content);
    }

    function size(item: Item): int {
        let sum = 1 + item.resources.length;
        for (let i = 0; i < item.children.length; ++i)
            sum += root.size(item.children[i]);
        return sum;
    }

    function put(index: int, name: string, value: real) {
        root.items[index][name] = value;
    }

    property list<QtObject> hidden: []
    readonly property Component hiding: Component {
        Binding {
            property: "opacity"
            value: 0
            restoreMode: Binding.RestoreBindingOrValue
        }
    }

    // All words, or all line icons, that the last look found; nothing moves for it.
    function hide(words: bool) {
        for (const item of root.items) {
            if (words ? item instanceof Text : item instanceof Image && item.ink !== undefined)
                root.hidden.push(root.hiding.createObject(root, {
                    target: item
                }));
        }
    }

    function unhide() {
        for (const binding of root.hidden) {
            binding.when = false;
            binding.destroy();
        }
        root.hidden = [];
    }

    function visit(item: Item, parent: int, opacity: real, nodes: var) {
        if (!item.visible)
            return;
        const index = nodes.length;
        root.items.push(item);
        nodes.push(root.describe(item, index, parent, opacity * item.opacity));
        for (const child of root.inPaintOrder(item))
            root.visit(child, index, opacity * item.opacity, nodes);
    }

    function inPaintOrder(item: Item): var {
        const children = [];
        let flat = true;
        for (let i = 0; i < item.children.length; ++i) {
            children.push([item.children[i].z, i, item.children[i]]);
            flat = flat && item.children[i].z === 0;
        }
        if (!flat)
            children.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        return children.map(entry => entry[2]);
    }

    function describe(item: Item, index: int, parent: int, opacity: real): var {
        const place = item.mapToItem(null, Qt.rect(0, 0, item.width, item.height));
        const node = {
            index: index,
            parent: parent,
            kind: String(item).split(/[_(]/)[0],
            rect: [place.x, place.y, place.width, place.height],
            opacity: opacity,
            clip: item.clip,
            moving: root.moves(item)
        };
        if (item instanceof Text)
            Object.assign(node, root.describeText(item));
        else if (item instanceof Rectangle)
            Object.assign(node, {
                color: item.gradient ? "" : root.hex(item.color),
                veil: !!item.gradient,
                edge: root.bordered(item) ? root.hex(item.border.color) : "",
                edgeWidth: root.bordered(item) ? item.border.width : 0,
                solid: !item.gradient && item.color.a === 1 && item.opacity === 1,
                surface: !item.gradient && (item.color.a > 0 || item.border.width > 0),
                radius: item.radius
            });
        else if (item instanceof Image)
            Object.assign(node, {
                picture: String(item.source),
                color: item.ink === undefined ? "" : root.hex(item.ink)
            });
        else if (item instanceof Flickable)
            Object.assign(node, {
                scrolls: true,
                position: item.contentY,
                length: Math.max(0, item.contentHeight - item.height),
                content: [-item.contentX, -item.contentY, item.contentWidth, item.contentHeight]
            });
        else if (item instanceof T.AbstractButton)
            Object.assign(node, {
                button: true,
                name: item.Accessible.name,
                enabled: item.enabled,
                down: item.down,
                focused: item.visualFocus,
                selected: item.selected ?? false,
                checked: item.on ?? item.chosen ?? false,
                state: item.Accessible.selected || item.Accessible.checked,
                night: item.night ?? false
            });
        return node;
    }

    // A rectangle without a border says that it has a black one, one pixel wide.
    function bordered(item: Rectangle): bool {
        return item.border.width > 0 && !(item.border.width === 1 && Qt.colorEqual(item.border.color, "black"));
    }

    // #AARRGGBB
    function hex(color: color): string {
        const part = value => Math.round(value * 255).toString(16).padStart(2, "0");
        return "#" + (part(color.a) + part(color.r) + part(color.g) + part(color.b)).toUpperCase();
    }

    function describeText(item: Text): var {
        const wide = item.width - item.leftPadding - item.rightPadding;
        const high = item.height - item.topPadding - item.bottomPadding;
        const right = item.effectiveHorizontalAlignment === Text.AlignRight ? 1 : item.effectiveHorizontalAlignment === Text.AlignHCenter ? 0.5 : 0;
        const down = item.verticalAlignment === Text.AlignBottom ? 1 : item.verticalAlignment === Text.AlignVCenter ? 0.5 : 0;
        const ink = item.mapToItem(null, Qt.rect(item.leftPadding + (wide - item.contentWidth) * right, item.topPadding + (high - item.contentHeight) * down, item.contentWidth, item.contentHeight));
        return {
            text: item.text,
            color: root.hex(item.color),
            ink: [ink.x, ink.y, ink.width, ink.height],
            over: [item.contentWidth - wide, item.contentHeight - high],
            room: wide,
            truncated: item.truncated,
            wraps: item.wrapMode !== Text.NoWrap,
            font: [item.font.family, item.font.pixelSize, item.font.weight, item.font.letterSpacing]
        };
    }

    // On its way: flicked, fading in, shrinking or growing under a finger, animated, or a picture not read yet.
    function moves(item: Item): bool {
        if (item instanceof Flickable && item.moving)
            return true;
        if (item instanceof Image && item.status === Image.Loading)
            return true;
        if ((item instanceof Loader || item instanceof Column) && item.opacity < 1)
            return true;
        if (item instanceof T.AbstractButton && item.scale !== 1 && !item.down)
            return true;
        for (let i = 0; i < item.resources.length; ++i) {
            const thing = item.resources[i];
            if (thing instanceof Animation && thing.running)
                return true;
        }
        return false;
    }
}
