import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The outline, as large as the card that lies on it. Its corner stays where it is; two sides go with a finger.
Item {
    id: root

    required property Calibration calibration

    width: root.calibration.cardWidth
    height: root.calibration.cardHeight

    Rectangle {
        anchors.fill: parent
        radius: root.calibration.corner
        color: Theme.tideSoft
        antialiasing: true

        // Chip and stripe: it is known for a card at a glance.
        Rectangle {
            x: parent.width * 0.09
            y: parent.height * 0.36
            width: parent.width * 0.14
            height: width * 0.76
            radius: width / 6
            color: Theme.honeySoft
            border.width: Theme.dp
            border.color: Theme.honey
        }

        Rectangle {
            x: parent.width * 0.09
            y: parent.height * 0.74
            width: parent.width * 0.5
            height: parent.height * 0.05
            radius: height / 2
            color: Theme.tide
            opacity: 0.3
        }

        Rectangle {
            x: parent.width * 0.09
            y: parent.height * 0.85
            width: parent.width * 0.3
            height: parent.height * 0.05
            radius: height / 2
            color: Theme.tide
            opacity: 0.3
        }
    }

    // The edge that is matched: the outer side of this line is the card's.
    Rectangle {
        anchors.fill: parent
        radius: root.calibration.corner
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.tide
        antialiasing: true
    }

    CardSide {
        x: root.width + Theme.dp * 14
        y: (root.height - height) / 2
        text: root.calibration.word("width")
        start: root.calibration.cardWidth
        onPulled: (dx, dy) => root.calibration.setCardWidth(taken + dx)
    }

    CardSide {
        x: (root.width - width) / 2
        y: root.height + Theme.dp * 14
        upright: true
        text: root.calibration.word("height")
        start: root.calibration.cardHeight
        onPulled: (dx, dy) => root.calibration.setCardHeight(taken + dy)
    }
}
