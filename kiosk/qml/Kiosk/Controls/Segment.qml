import QtQuick
import Kiosk.Theme

// One of a few that exclude each other, on a day page: the chosen one is filled and has a tick.
Pressable {
    id: root

    property bool chosen: false
    property TypeStyle type: Theme.button
    // Code of the language that its words are in; empty for the page's own.
    property string spokenLanguage: ""

    readonly property color _ink: root.chosen ? Theme.tideInk : Theme.ink
    // Room for the tick is kept, so that nothing moves when the choice does.
    readonly property real _sign: Theme.dp * 40 * Theme.iconScale

    implicitWidth: words.implicitWidth + root._sign + Theme.dp * 14 + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.dp * (Theme.landscape ? 88 : 104), words.implicitHeight + topPadding + bottomPadding)
    radius: Theme.radiusM
    leftPadding: Theme.dp * 20
    rightPadding: Theme.dp * 20
    topPadding: Theme.dp * 12
    bottomPadding: Theme.dp * 12
    Accessible.role: Accessible.RadioButton
    Accessible.checked: root.chosen

    contentItem: Item {
        Icon {
            id: tick

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.mirrored ? words.x + words.width + Theme.dp * 14 : words.x - width - Theme.dp * 14
            visible: root.chosen
            name: "check"
            ink: root._ink
            size: root._sign
        }

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: (parent.width - width + (root.chosen ? (Theme.mirrored ? -1 : 1) * (tick.width + Theme.dp * 14) : 0)) / 2
            width: Math.min(Math.ceil(implicitWidth), root.availableWidth - (root.chosen ? tick.width + Theme.dp * 14 : 0))
            type: root.type
            color: root._ink
            text: root.text
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: root.radius
        color: root.chosen ? (root.down ? Theme.tidePress : Theme.tide) : root.down ? Theme.tideSoft : Theme.shell
        border.width: root.chosen ? 0 : Theme.outline
        border.color: Theme.lineStrong
    }
}
