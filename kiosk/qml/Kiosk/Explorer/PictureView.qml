pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The one picture with its rings, the lens, the tools, the rule and the map over it.
Item {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer
    property real under: 0
    // The height of the row that tools and arrows share at the foot of the picture; 0 where they stand at its edges.
    property real foot: 0
    // Without tools, while a list is read.
    property bool bare: false

    readonly property Stage _stage: root.explorer.stage
    readonly property Lens _lens: lens.item as Lens
    readonly property bool _apart: Theme.highContrast && !Theme.largest
    readonly property real _edge: Theme.dp * (Theme.compact ? 16 : 32)
    // Tools at the chest wall's side stand beside the picture, so that nothing lies under them.
    readonly property real _strip: !root._row && (Theme.mirrored ? root._stage.side === "L" : root._stage.side === "R") ? Theme.tool + 2 * root._edge : 0
    readonly property bool _titled: !Theme.landscape && (!Theme.compact || Theme.reachTop > Theme.dp * (Theme.largest ? 900 : 500))
    readonly property bool _row: root.foot > 0
    readonly property bool _arrowRow: root._row || Theme.crowded
    readonly property bool _ruleAside: Theme.largest && !root._arrowRow && (root._stage.side === "L") !== Theme.mirrored
    // Where reach begins, from the top of the picture.
    readonly property real _reach: Math.max(0, Theme.reachTop - glass.y)
    readonly property real _head: Math.max(root._reach, Theme.largest && !root._apart ? head.implicitHeight : 0)
    readonly property real _open: glass.height - root.under - root.foot

    // Told before the picture, painted over all of it.
    PictureHead {
        id: head

        z: 1
        width: parent.width
        title: root.explorer.title
        titled: root._titled
        covered: !!root._lens && root._lens.zone.y + glass.y < head.titleBottom
        notice: root.kiosk.words.pictureDrawing
        view: Theme.crowded ? "" : root.explorer.viewLabel
        aside: root.explorer.shown ? Math.max(map.width, Theme.compact && !root._row ? tools.width : 0) + Theme.dp * 16 : 0
    }

    Glass {
        id: glass

        x: Theme.mirrored ? root._strip : 0
        y: root._apart ? head.implicitHeight : 0
        width: parent.width - root._strip
        height: parent.height - y + root.under
        under: root.under
        foot: root.foot
        visible: root.explorer.shown
        stage: root._stage
        alt: root.explorer.pictureAlt
        words: root.kiosk.words

        Loader {
            anchors.fill: parent
            active: root.explorer.rings
            sourceComponent: Rings {
                opacity: root._lens?.dragged ? 0.35 : 1
                explorer: root.explorer
                stage: root._stage
                seenWord: root.kiosk.words.explorerSeen
                lens: root._lens?.zone ?? Qt.rect(0, 0, 0, 0)
                above: root._apart ? 0 : head.implicitHeight
                below: root.under + root.foot
                reach: root._reach
                taken: [Qt.rect(rule.x - glass.x, rule.y, rule.width, rule.height), Qt.rect(tools.x - glass.x, tools.y, tools.width, tools.height)]
                arrows: arrows.visible ? arrows.places.map(place => Qt.rect(place.x - glass.x, place.y, place.width, place.height)) : []
            }
        }
    }

    NotShown {
        anchors.fill: glass
        visible: !root.explorer.shown
        text: root.kiosk.words.explorerNotShown
    }

    HeadShade {
        width: parent.width
        height: head.implicitHeight + Theme.dp * 80
        visible: root._titled && !root._apart
    }

    Item {
        id: over

        y: glass.y
        width: parent.width
        height: glass.height - root.under
        visible: root.explorer.shown

        MiniMap {
            id: map

            z: 1
            anchors.right: parent.right
            anchors.rightMargin: root._edge
            y: root._apart ? root._edge : Theme.dp * (Theme.compact ? 16 : 24)
            visible: !root._stage.atFit && map.y + map.height < (root._row ? root._open : tools.y)
            stage: root._stage
            says: root.kiosk.words.explorerMap
        }

        Loader {
            id: lens

            x: glass.x
            width: glass.width
            height: parent.height
            active: root.explorer.lens && root.explorer.shown && !root.bare
            sourceComponent: Lens {
                explorer: root.explorer
                stage: root._stage
                words: root.kiosk.words
                reach: root._reach
                foot: root.foot
                // Between arrows and tools, or where there is no room over them.
                rest: Theme.tight || !root._row ? Qt.point(lens.width / 2, root._open - Theme.dp * 60) : Qt.point(over.width / 2 - glass.x, root._open + root.foot - root._edge - Theme.tool / 2)
            }
        }

        Arrows {
            id: arrows

            anchors.fill: parent
            visible: !root.bare && !root._stage.atFit
            row: root._arrowRow
            before: Theme.mirrored && !root._arrowRow ? tools.width + 2 * root._edge : root._edge
            after: Theme.mirrored || root._arrowRow ? root._edge : tools.width + 2 * root._edge
            above: Math.max(root._apart ? 0 : head.implicitHeight, map.y + map.height, root._reach) + root._edge / 2
            below: root._edge
            toolsTop: tools.y
            ruleRoom: rule.width + root._edge
            lens: root._lens ? Qt.rect(root._lens.zone.x + glass.x, root._lens.zone.y, root._lens.zone.width, root._lens.zone.height) : Qt.rect(0, 0, 0, 0)
            kiosk: root.kiosk
            stage: root._stage
        }

        ScaleRule {
            id: rule

            // Drawn the same in every language, but at the start of the line: at its end stand the tools.
            // The largest one would hide spots there: it stands where the picture is empty, beside the tools.
            x: root._ruleAside ? (Theme.mirrored ? tools.x + tools.width + root._edge : tools.x - width - root._edge) : Theme.mirrored ? parent.width - width - root._edge : root._edge
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root._row ? root.foot : root._arrowRow && !root._stage.atFit ? Theme.tool + 2 * root._edge : root._edge
            // On the lowest glass the words over the picture may need its place.
            visible: !Theme.crowded || y + glass.y >= head.implicitHeight
            millimetres: root._stage.ruleMm
            pxPerMm: root._stage.scale
            pattern: root.kiosk.words.explorerScale
        }

        Tools {
            id: tools

            anchors.right: parent.right
            anchors.rightMargin: root._edge
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root._edge
            visible: !root.bare
            flat: root._row
            kiosk: root.kiosk
            explorer: root.explorer
            stage: root._stage
        }
    }

    // What is flown to stands where it can be touched, and below large words over the picture, as long as enough of its
    // surroundings is seen below it.
    Binding {
        target: root._stage
        property: "aim"
        value: root._head > 0 && root._open > 0 ? Math.max(0.5, Math.min(0.72, (root._head / root._open + 1) / 2)) : 0.5
    }
}
