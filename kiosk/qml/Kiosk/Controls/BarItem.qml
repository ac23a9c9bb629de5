import QtQuick
import Kiosk.Theme

// One slot of the bottom bar: icon over word, or beside it where the bar is low.
Pressable {
    id: root

    property string iconName: ""
    property bool selected: false
    property bool strong: false
    property bool beside: Theme.landscape || root.strong

    readonly property color _ink: root.night ? (root.strong ? Theme.glowInk : Theme.nightText) : root.strong ? Theme.tideInk : Theme.tide
    readonly property color _rest: root.strong ? (root.night ? Theme.glow : Theme.tide) : !root.selected ? "transparent" : root.night ? Theme.nightRaised : Theme.tideSoft
    readonly property color _pressed: root.strong ? (root.night ? Theme.glowPress : Theme.tidePress) : root.night ? Theme.nightPress : Theme.tideSoftPress

    radius: Theme.dp * 28
    leftPadding: Theme.dp * 12
    rightPadding: Theme.dp * 12
    topPadding: Theme.dp * 10
    bottomPadding: Theme.dp * 10
    Accessible.selected: root.selected

    contentItem: Item {
        implicitWidth: flow.implicitWidth
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
                name: root.iconName
                ink: root._ink
                size: Theme.dp * 42 * Theme.iconScale
            }

            Label {
                type: root.strong ? Theme.bodyStrong : Theme.captionStrong
                color: root._ink
                text: root.text
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.down ? root._pressed : root._rest
        border.width: Theme.highContrast && root.selected ? Theme.outline : 0
        border.color: Theme.line
    }
}
