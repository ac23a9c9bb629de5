import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The window of `kiosk calibrate`: the outline of a bank card in true size, and what follows from it. For IT alone.
Window {
    id: root

    required property Calibration calibration
    required property real diagonalInch

    readonly property bool _wide: root.width > root.height
    readonly property real _margin: Theme.margin

    visible: false
    width: Theme.designWidth
    height: Theme.designHeight
    color: Theme.paper
    title: "imaging-kiosk"
    flags: Qt.Window | Qt.FramelessWindowHint

    onWidthChanged: root.calibration.setWindow(root.width, root.height)
    onHeightChanged: root.calibration.setWindow(root.width, root.height)

    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }

    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    // Nobody knows the true size yet, and nothing may grow under the hand that finds it out: the same for every glass.
    Binding {
        target: Theme
        property: "diagonalInch"
        value: root.diagonalInch
    }

    Item {
        anchors.fill: parent
        focus: true

        Keys.onLeftPressed: root.calibration.widen(-1)
        Keys.onRightPressed: root.calibration.widen(1)
        Keys.onUpPressed: root.calibration.heighten(-1)
        Keys.onDownPressed: root.calibration.heighten(1)
        Keys.onReturnPressed: root.calibration.save()
        Keys.onEnterPressed: root.calibration.save()
        Keys.onEscapePressed: root.calibration.leave()

        Column {
            id: head

            x: root._margin
            y: root._margin
            width: stage.width
            spacing: Theme.dp * 20

            Label {
                width: parent.width
                type: Theme.h1
                text: root.calibration.word("title")
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                type: Theme.body
                color: Theme.ink2
                text: root.calibration.word("lead")
            }
        }

        Rectangle {
            id: stage

            readonly property real _edge: Theme.dp * 44
            // Beside the card and below it, where its sides are taken.
            readonly property real _room: Theme.target + Theme.dp * 28

            x: root._margin
            y: head.y + head.height + Theme.dp * 40
            width: root._wide ? readout.x - 2 * root._margin : parent.width - 2 * root._margin
            height: (root._wide ? parent.height - root._margin : readout.y - Theme.dp * 40) - y
            radius: Theme.radiusXl
            color: Theme.sand

            // In the middle at first; then its upper left corner stays where a card lies, as long as there is room.
            BankCard {
                x: Math.max(stage._edge, Math.min((stage.width - root.calibration.firstWidth) / 2, stage.width - width - stage._room))
                y: Math.max(stage._edge, Math.min((stage.height - root.calibration.firstHeight) / 2, stage.height - height - stage._room))
                calibration: root.calibration
            }
        }

        Readout {
            id: readout

            x: root._wide ? parent.width - width - root._margin : root._margin
            y: root._wide ? (parent.height - height) / 2 : parent.height - height - root._margin
            width: root._wide ? Theme.dp * 600 : parent.width - 2 * root._margin
            calibration: root.calibration
        }
    }
}
