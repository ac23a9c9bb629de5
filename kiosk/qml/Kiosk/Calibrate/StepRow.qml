import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One measure of the card, a tenth of a millimeter less or more at each touch; held, again and again.
Row {
    id: root

    required property string label
    required property string less
    required property string more

    signal stepped(steps: int)

    component Step: Pressable {
        id: step

        required property string iconName

        implicitWidth: Theme.dp * 96
        implicitHeight: implicitWidth
        radius: width / 2
        quick: true
        autoRepeat: true

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: step.iconName
                ink: Theme.tide
            }
        }
        background: Rectangle {
            radius: step.radius
            color: step.down ? Theme.tideSoft : "transparent"
            border.width: Theme.outline
            border.color: Theme.tide
        }
    }

    spacing: Theme.gutter

    Label {
        width: parent.width - 2 * (less.width + Theme.gutter)
        height: less.height
        type: Theme.bodyStrong
        text: root.label
    }

    Step {
        id: less

        iconName: "minus"
        text: root.less
        onClicked: root.stepped(-1)
    }

    Step {
        iconName: "plus"
        text: root.more
        onClicked: root.stepped(1)
    }
}
