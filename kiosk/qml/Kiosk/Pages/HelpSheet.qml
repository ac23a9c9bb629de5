pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Blocks
import Kiosk.Bridge

// The site's notice that help with language is free: its words in the language in use, and its own pictures for the rest.
BottomSheet {
    id: root

    required property Kiosk kiosk

    title: root.kiosk.words.helpTitle
    closeText: root.kiosk.words.helpClose
    moreText: root.kiosk.words.topicMoreBelow
    primaryClose: false
    onClosed: root.kiosk.closeOverlay()

    CalloutBlock {
        width: parent.width
        tone: "info"
        paragraphs: [root.kiosk.site.notice]
    }

    Label {
        width: parent.width
        visible: pages.count > 0
        type: Theme.h3
        text: root.kiosk.words.helpOthers
        Accessible.role: Accessible.Heading
    }

    Repeater {
        id: pages

        model: root.kiosk.site.noticePictures

        NoticePicture {
            notShown: root.kiosk.words.helpNotShown
        }
    }
}
