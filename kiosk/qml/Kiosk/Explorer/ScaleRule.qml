import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A bracket as long as so many millimeters are on the glass now, and their number.
Rectangle {
    id: root

    required property real millimetres
    required property real pxPerMm
    required property string pattern

    readonly property string _text: root.pattern.replace("{mm}", String(root.millimetres))
    readonly property real _line: Math.max(2, Theme.dp * 4)

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    width: Math.max(bracket.width, words.implicitWidth) + Theme.dp * 32
    height: bracket.height + words.implicitHeight + Theme.dp * 20
    radius: Theme.dp * 20
    color: Theme.chip

    Item {
        id: bracket

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.dp * 12
        width: Math.max(root._line, root.millimetres * root.pxPerMm)
        height: Theme.dp * 18

        Rectangle {
            width: root._line
            height: parent.height
            color: Theme.nightText
        }

        Rectangle {
            anchors.right: parent.right
            width: root._line
            height: parent.height
            color: Theme.nightText
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: root._line
            color: Theme.nightText
        }
    }

    Label {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: bracket.bottom
        type: Theme.overStrong
        color: Theme.nightText
        text: root._text
        wrapMode: Text.NoWrap
    }
}
