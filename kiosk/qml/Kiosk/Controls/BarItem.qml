import QtQuick
import Kiosk.Theme

// One slot of the bottom bar: icon over word, or beside it where the bar is low. Filled (`strong`), on a soft ground (`soft`)
// or on the bar's own.
Pressable {
    id: root

    property string iconName: ""
    property bool selected: false
    property bool strong: false
    property bool soft: false
    property bool beside: false
    // Its word in its other state: the slot has room for both, so that nothing moves when the state does.
    property string otherText: ""
    // What it needs in one line, the word beside its icon and under it.
    readonly property real besideWidth: leftPadding + icon.width + flow.columnSpacing + root._wordWidth + rightPadding
    readonly property real underWidth: leftPadding + Math.max(icon.width, root._wordWidth) + rightPadding
    readonly property real _wordWidth: Math.ceil(Math.max(word.implicitWidth, other.implicitWidth))
    // A soft ground that is none has a frame; where one is, it is twice as wide.
    readonly property bool _framed: root.soft && (root.night || Theme.highContrast)
    readonly property bool _ground: root.selected || root.soft

    readonly property color _ink: root.night ? (root.strong ? Theme.glowInk : Theme.nightText) : root.strong ? Theme.tideInk : Theme.tide
    readonly property color _rest: root.strong ? (root.night ? Theme.glow : Theme.tide) : !root._ground ? "transparent" : root.night ? Theme.nightRaised : Theme.tideSoft
    readonly property color _pressed: root.strong ? (root.night ? Theme.glowPress : Theme.tidePress) : root.night ? Theme.nightPress : Theme.tideSoftPress

    radius: Theme.dp * 28
    leftPadding: Theme.dp * (Theme.narrow ? 4 : 8)
    rightPadding: leftPadding
    topPadding: Theme.dp * (Theme.crowded ? 4 : 10)
    bottomPadding: topPadding
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

        Label {
            id: other

            visible: false
            type: Theme.bar
            text: root.otherText
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? root._pressed : root._rest
        // Where one is has a frame: the ground alone would be a matter of colour.
        border.width: root.selected ? Theme.outline * (root._framed ? 2 : 1) : root._framed ? Theme.outline : 0
        border.color: root.night ? Theme.nightControl : Theme.highContrast ? Theme.line : Theme.tide
    }
}
