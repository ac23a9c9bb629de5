import QtQuick
import Kiosk.Theme

// Softer and louder, and between them how loud it is. Where the words leave them no room, the steps stand over the buttons.
Item {
    id: root

    required property int level
    required property int levels
    required property string softerText
    required property string louderText

    readonly property real _gap: Theme.dp * 24
    readonly property real _least: Theme.dp * 220
    readonly property real _widest: Math.max(less.implicitWidth, more.implicitWidth)
    readonly property bool _between: 2 * root._widest + root._least + 2 * root._gap <= root.width
    readonly property bool _beside: root._between || 2 * root._widest + root._gap <= root.width
    readonly property real _button: root._between ? root._widest : root._beside ? (root.width - root._gap) / 2 : root.width
    readonly property real _tall: Math.max(less.implicitHeight, more.implicitHeight)
    readonly property real _buttonsTop: root._between ? 0 : steps.height + root._gap

    signal softer
    signal louder

    implicitHeight: root._buttonsTop + root._tall + (root._beside ? 0 : root._gap + root._tall)

    PillButton {
        id: less

        anchors.left: parent.left
        y: root._buttonsTop
        width: root._button
        height: root._tall
        primary: false
        quick: true
        iconName: "minus"
        text: root.softerText
        onClicked: root.softer()
    }

    VolumeSteps {
        id: steps

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Theme.dp * 340, root._between ? root.width - 2 * (root._widest + root._gap) : root.width)
        height: root._between ? root._tall : implicitHeight
        level: root.level
        levels: root.levels
    }

    PillButton {
        id: more

        anchors.right: parent.right
        y: root._beside ? root._buttonsTop : root._buttonsTop + root._tall + root._gap
        width: root._button
        height: root._tall
        primary: false
        quick: true
        iconName: "plus"
        text: root.louderText
        onClicked: root.louder()
    }
}
