pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The tools of the picture at the end side: lens, larger, smaller, whole; one below the other, or in a row.
Grid {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer
    required property Stage stage
    property bool withLens: true
    property bool flat: false

    columns: root.flat ? 4 : 1
    spacing: Theme.toolGap
    horizontalItemAlignment: Grid.AlignRight

    Accessible.role: Accessible.ToolBar

    Column {
        visible: root.withLens
        spacing: Theme.dp * 8

        Tool {
            anchors.right: parent.right
            iconName: "lens"
            lit: root.explorer.lens
            text: root.kiosk.words.explorerLens
            onClicked: root.explorer.toggleLens()
        }

        Chip {
            anchors.right: parent.right
            visible: !root.flat && (!Theme.compact || root.stage.atFit && !Theme.largest && !Theme.listening)
            room: Theme.dp * 240 * Theme.textScale
            opacity: root.explorer.lens ? 0 : 1
            text: root.kiosk.words.explorerLens
            spoken: false
        }
    }

    Tool {
        iconName: "plus"
        atLimit: root.stage.atMost
        text: root.kiosk.words.explorerZoomIn
        onClicked: root.stage.zoomIn()
    }

    Tool {
        iconName: "minus"
        atLimit: root.stage.atFit
        text: root.kiosk.words.explorerZoomOut
        onClicked: root.stage.zoomOut()
    }

    Tool {
        iconName: "fit"
        atLimit: root.stage.atFit
        text: root.kiosk.words.explorerFit
        onClicked: root.stage.fit()
    }
}
