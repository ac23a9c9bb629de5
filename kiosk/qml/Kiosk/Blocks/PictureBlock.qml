import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One drawing with a caption.
WordCard {
    id: root

    required property string picture
    required property string alt
    required property string caption
    required property string notice

    pad: Theme.dp * 24

    Drawing {
        id: drawing

        width: root.contentWidth
        height: Math.min(width * 0.62, Theme.dp * 620) + drawing.below
        picture: root.picture
        alt: root.alt
        notice: root.notice
    }

    Label {
        width: root.contentWidth
        visible: root.caption !== ""
        type: Theme.note
        color: Theme.ink2
        text: root.caption
    }
}
