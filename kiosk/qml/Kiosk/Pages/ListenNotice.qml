import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Why nothing can be heard, in the visitor's own words, right over the bar. It has a row of its own: nothing is covered.
Rectangle {
    id: root

    required property string text

    property bool night: false

    readonly property real _edge: Theme.dp * (Theme.low ? 10 : 16)

    implicitHeight: pill.height + 2 * root._edge
    color: root.night ? Theme.nightBar : Theme.paper

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Component.onCompleted: Accessible.announce(root.text, Accessible.Assertive)

    Card {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        y: root._edge
        width: Math.min(parent.width - Theme.margin, row.implicitWidth + Theme.dp * 72)
        height: Math.max(sign.height, words.height) + Theme.dp * (Theme.low ? 20 : 36)
        radius: Math.min(height / 2, Theme.radiusXl)
        border.width: Theme.outline
        border.color: Theme.lineStrong

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.dp * 20

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                name: "info"
                size: Theme.dp * 48 * Theme.iconScale
            }

            Label {
                id: words

                width: Math.min(Math.ceil(implicitWidth), root.width - Theme.margin - Theme.dp * 72 - sign.width - row.spacing)
                anchors.verticalCenter: parent.verticalCenter
                type: Theme.compact ? Theme.over : Theme.note
                text: root.text
            }
        }
    }
}
