import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What a group of settings is about: a sign and its word.
Item {
    id: root

    required property string iconName
    required property string text
    property real topPadding: 0

    implicitHeight: words.height + root.topPadding

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.verticalCenter: words.verticalCenter
        name: root.iconName
        ink: Theme.tide
        size: Theme.dp * 38 * Theme.iconScale
    }

    Label {
        id: words

        anchors {
            left: sign.right
            right: parent.right
            leftMargin: Theme.dp * 14
        }
        y: root.topPadding
        type: Theme.captionStrong
        color: Theme.tide
        text: root.text
        Accessible.role: Accessible.Heading
    }
}
