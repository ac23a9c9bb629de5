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

    // Two columns of pictures where there is room, if the letters of every one then still stand 20 points high.
    readonly property real _half: (root.wide - Theme.gutter) / 2
    readonly property bool _two: root.twoColumns && pages.count > 1 && root._half >= root.kiosk.site.noticeColumnMm * Theme.pxPerMm
    property int _lost: 0

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
        topPadding: Theme.dp * 8
        visible: pages.count > 0 || notShown.visible
        type: Theme.h3
        text: root.kiosk.words.helpOthers
        Accessible.role: Accessible.Heading
    }

    Grid {
        columns: root._two ? 2 : 1
        spacing: Theme.gutter

        Repeater {
            id: pages

            model: root.kiosk.site.noticePictures

            NoticePicture {
                width: root._two ? root._half : root.wide
                unnamed: root.kiosk.words.helpOthers
                onLostChanged: root._lost += lost ? 1 : -1
            }
        }
    }

    Label {
        id: notShown

        width: parent.width
        visible: root.kiosk.site.noticeLacks || root._lost > 0
        text: root.kiosk.words.helpNotShown
    }
}
