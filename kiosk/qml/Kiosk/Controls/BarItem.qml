import QtQuick
import Kiosk.Theme

// One slot of the bottom bar: icon over word, or beside it where the bar is low.
Pressable {
    id: root

    property string iconName: ""
    property bool selected: false
    property bool strong: false
    property bool beside: false
    // What it needs in one line, the word beside its icon and under it.
    readonly property real besideWidth: leftPadding + icon.width + flow.columnSpacing + Math.ceil(word.implicitWidth) + rightPadding
    readonly property real underWidth: leftPadding + Math.max(icon.width, Math.ceil(word.implicitWidth)) + rightPadding

    readonly property color _ink: root.night ? (root.strong ? Theme.glowInk : Theme.nightText) : root.strong ? Theme.tideInk : Theme.tide
    readonly property color _rest: root.strong ? (root.night ? Theme.glow : Theme.tide) : !root.selected ? "transparent" : root.night ? Theme.nightRaised : Theme.tideSoft
    readonly property color _pressed: root.strong ? (root.night ? Theme.glowPress : Theme.tidePress) : root.night ? Theme.nightPress : Theme.tideSoftPress

    radius: Theme.dp * 28
    leftPadding: Theme.dp * 8
    rightPadding: Theme.dp * 8
    topPadding: Theme.dp * 10
    bottomPadding: Theme.dp * 10
    Accessible.selected: root.selected

    contentItem: Item {
        implicitWidth: (root.beside ? root.besideWidth : root.underWidth) - root.leftPadding - root.rightPadding
        implicitHeight: flow.implicitHeight

        Grid {
            id: flow

            anchors.centerIn: parent
            columns: root.beside ? 2 : 1
            columnSpacing: Theme.dp * 14
            rowSpacing: Theme.dp * 4
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                id: icon

                name: root.iconName
                ink: root._ink
                size: Theme.dp * 42 * Theme.barScale
            }

            Label {
                id: word

                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - (root.beside ? icon.width + flow.columnSpacing : 0))
                type: Theme.bar
                color: root._ink
                text: root.text
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? root._pressed : root._rest
        // Where one is has a frame: the ground alone would be a matter of colour.
        border.width: root.selected ? Theme.outline : 0
        border.color: root.night ? Theme.nightControl : Theme.highContrast ? Theme.line : Theme.tide
    }
}
