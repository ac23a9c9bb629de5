import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The first key of a visit asks whether to read aloud. A touch beside it says no.
BottomSheet {
    id: root

    required property Kiosk kiosk

    title: root.kiosk.words.offerTitle
    closeText: root.kiosk.words.offerNo
    moreText: root.kiosk.words.topicMoreBelow
    primaryClose: false
    onClosed: root.kiosk.speech.decline()

    Label {
        width: parent.width
        bottomPadding: Theme.dp * 8
        type: Theme.lead
        text: root.kiosk.words.offerText
    }

    PillButton {
        width: parent.width
        iconName: "sound"
        text: root.kiosk.words.offerYes
        focus: true
        onClicked: root.kiosk.speech.accept()
    }
}
