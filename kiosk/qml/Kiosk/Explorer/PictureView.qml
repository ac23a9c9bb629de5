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

    readonly property Stage _stage: root.explorer.stage
    readonly property Lens _lens: lens.item as Lens
    readonly property bool _apart: Theme.highContrast && !Theme.largest
    readonly property real _edge: Theme.dp * (Theme.compact ? 16 : 32)
    // Tools at the chest wall's side stand beside the picture, so that nothing lies under them.
    readonly property real _strip: (Theme.mirrored ? root._stage.side === "L" : root._stage.side === "R") ? Theme.tool + 2 * root._edge : 0
    readonly property bool _titled: !Theme.landscape && !Theme.compact

    Glass {
        id: glass

        x: Theme.mirrored ? root._strip : 0
        y: root._apart ? head.implicitHeight : 0
        width: parent.width - root._strip
        height: parent.height - y + root.under
        under: root.under
        visible: root.explorer.shown
        stage: root._stage
        alt: root.explorer.pictureAlt

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
                below: root.under
                taken: [Qt.rect(rule.x - glass.x, rule.y, rule.width, rule.height), Qt.rect(tools.x - glass.x, tools.y, tools.width, tools.height)]
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

        Loader {
            id: lens

            x: glass.x
            width: glass.width
            height: parent.height
            active: root.explorer.lens && root.explorer.shown
            sourceComponent: Lens {
                explorer: root.explorer
                stage: root._stage
                handleName: root.kiosk.words.explorerLensHandle
            }
        }

        Arrows {
            anchors.fill: parent
            before: Theme.mirrored ? tools.width + 2 * root._edge : root._edge
            after: Theme.mirrored ? root._edge : tools.width + 2 * root._edge
            above: Math.max(root._apart ? 0 : head.implicitHeight, map.y + map.height) + root._edge / 2
            below: root._edge
            toolsTop: tools.y
            ruleRoom: rule.width + root._edge
            lens: root._lens ? Qt.rect(root._lens.zone.x + glass.x, root._lens.zone.y, root._lens.zone.width, root._lens.zone.height) : Qt.rect(0, 0, 0, 0)
            kiosk: root.kiosk
            stage: root._stage
        }

        MiniMap {
            id: map

            anchors.right: parent.right
            anchors.rightMargin: root._edge
            y: root._apart ? root._edge : Theme.dp * (Theme.compact ? 16 : 24)
            visible: !root._stage.atFit && map.y + map.height < tools.y
            stage: root._stage
            says: root.kiosk.words.explorerMap
        }

        ScaleRule {
            id: rule

            // Drawn the same in every language, but at the start of the line: at its end stand the tools.
            x: Theme.mirrored ? parent.width - width - root._edge : root._edge
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root._edge
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
            kiosk: root.kiosk
            explorer: root.explorer
            stage: root._stage
        }
    }

    PictureHead {
        id: head

        width: parent.width
        title: root.explorer.title
        titled: root._titled
        notice: root.kiosk.words.pictureDrawing
        view: root.explorer.viewLabel
        aside: root.explorer.shown ? map.width + Theme.dp * 16 : 0
    }
}
