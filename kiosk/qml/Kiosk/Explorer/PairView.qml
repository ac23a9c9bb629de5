pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Two pictures locked together: side by side, or one over the other with a slider between them.
Item {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer
    property real under: 0
    // The height of the row that tools and arrows share at the foot of the pictures; 0 where they stand at the edges.
    property real foot: 0

    readonly property Stage _stage: root.explorer.stage
    readonly property bool _wipe: root.explorer.layout === "wipe"
    readonly property real _edge: Theme.dp * (Theme.compact ? 16 : 32)
    readonly property real _gap: Theme.dp * 8
    readonly property real _strip: Theme.mirrored && !root._flat ? Theme.tool + 2 * root._edge : 0
    readonly property real _wide: root.width - root._strip
    readonly property real _half: (root._wide - root._gap) / 2
    // Large words on a small glass: the tools leave them the height.
    readonly property bool _arrowRow: root._row || Theme.crowded
    readonly property bool _flat: root._row || Theme.crowded && root.width > Theme.dp * 600
    readonly property bool _row: root.foot > 0
    readonly property bool _shown: root.explorer.shown && root.explorer.other.shown

    // The place of a picture is its own: in every language the first named one is on the left.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // Told before the pictures, painted over them.
    PairLabels {
        id: labels

        z: 1
        x: root._strip
        width: root._wide
        visible: root._shown
        split: root._half + root._gap
        notice: root.kiosk.words.pictureDrawing
        leftLabel: root.explorer.leftLabel
        leftView: root.explorer.viewLabel
        rightLabel: root.explorer.rightLabel
        rightView: root.explorer.otherViewLabel
        leftShown: !root._wipe || root.explorer.wipe > 0.02
        rightShown: !root._wipe || root.explorer.wipe < 0.98
        twice: !root._wipe
    }

    Glass {
        id: left

        x: root._strip
        width: root._wipe ? root._wide : root._half
        height: root.height + root.under
        under: root.under
        foot: root.foot
        visible: root._shown
        stage: root._stage
        alt: root.explorer.pictureAlt
        words: root.kiosk.words
        overlay: Item {
            visible: root._wipe
            x: Math.round(root._wide * root.explorer.wipe)
            width: root._wide - x
            height: root.height + root.under
            clip: true

            Rectangle {
                anchors.fill: parent
                color: Theme.film
            }

            Loader {
                x: -parent.x
                width: root._wide
                height: root.height + root.under
                active: root._wipe
                sourceComponent: World {
                    stage: root.explorer.other
                }
            }
        }
    }

    Loader {
        x: root._strip + root._half + root._gap
        width: root._half
        height: root.height + root.under
        active: !root._wipe
        visible: root._shown
        sourceComponent: Glass {
            under: root.under
            foot: root.foot
            stage: root.explorer.other
            alt: root.explorer.otherAlt
            words: root.kiosk.words
        }
    }

    // What the picture that lies over the other shows.
    Item {
        x: root._strip + Math.round(root._wide * root.explorer.wipe)
        width: root._strip + root._wide - x
        height: root.height
        visible: root._wipe && root._shown

        Accessible.role: Accessible.Graphic
        Accessible.name: root.explorer.otherAlt
    }

    Binding {
        when: root._wipe
        target: root
        property: "_wiped"
        value: Qt.size(root._wide, root.height - root.foot)
    }

    property size _wiped: Qt.size(0, 0)
    on_WipedChanged: {
        if (root._wipe)
            root.explorer.other.resize(root._wiped.width, root._wiped.height);
    }

    NotShown {
        anchors.fill: parent
        visible: !root._shown
        text: root.kiosk.words.explorerNotShown
    }

    WipeHandle {
        id: handle

        x: root._strip
        width: root._wide
        height: parent.height
        visible: root._wipe && root._shown
        explorer: root.explorer
        words: root.kiosk.words
        above: Math.max(labels.height, Theme.reachTop)
        below: root._row ? root.foot : root._arrowRow ? Theme.tool + 2 * root._edge : root._flat ? tools.height + root._edge : 0
    }

    Item {
        anchors.fill: parent
        visible: root._shown

        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true

        ScaleRule {
            id: rule

            // Drawn the same in every language, but at the start of the line: at its end stand the tools.
            x: Theme.mirrored ? parent.width - width - root._edge : root._edge
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root._row ? root.foot : root._arrowRow && !root._stage.atFit ? Theme.tool + 2 * root._edge : root._edge
            millimetres: root._stage.ruleMm
            pxPerMm: root._stage.scale
            pattern: root.kiosk.words.explorerScale
        }

        Arrows {
            anchors.fill: parent
            before: Theme.mirrored && !root._flat ? tools.width + 2 * root._edge : root._edge
            after: Theme.mirrored || root._flat ? root._edge : tools.width + 2 * root._edge
            row: root._arrowRow
            above: Math.max(labels.height + root._edge, Theme.reachTop + root._edge / 2)
            below: root._flat && !root._arrowRow ? tools.height + 2 * root._edge : root._edge
            toolsTop: tools.y
            ruleRoom: rule.width + root._edge
            lens: handle.zone
            kiosk: root.kiosk
            stage: root._stage
        }

        Tools {
            id: tools

            anchors.right: parent.right
            anchors.rightMargin: root._edge
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root._edge
            withLens: false
            flat: root._flat
            kiosk: root.kiosk
            explorer: root.explorer
            stage: root._stage
        }
    }
}
