pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Blocks
import Kiosk.Bridge

// One topic: heading and art, what it says in one sentence, its blocks, the one thing to ask, what comes next, the footer.
Item {
    id: root

    required property Kiosk kiosk

    readonly property Page _page: root.kiosk.page
    readonly property bool _side: Theme.sidePanel
    // In reach mode the heading and the shore fill what is out of reach; what can be touched begins below.
    readonly property bool _above: !root._side && Theme.reachTop >= above.wordsHeight + Theme.dp * 24
    readonly property real _overlap: !Theme.art || Theme.reachTop > 0 ? 0 : Theme.dp * 76
    readonly property real _gap: Theme.landscape ? Theme.dp * 40 : Theme.margin

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    PageHeader {
        id: aside

        anchors.left: parent.left
        width: root._side ? root.width / 3 : 0
        height: parent.height
        visible: root._side
        side: true
        place: root._page.place
        title: root._page.title
        lead: root._page.says
        tint: root._page.tint
    }

    PageHeader {
        id: above

        width: parent.width
        height: Theme.reachTop
        above: true
        visible: root._above
        place: root._page.place
        title: root._page.title
        lead: ""
        tint: root._page.tint
    }

    ScrollColumn {
        id: scroll

        anchors {
            left: aside.right
            right: parent.right
            top: parent.top
            topMargin: Theme.reachTop
            bottom: parent.bottom
        }
        moreText: root.kiosk.words.topicMoreBelow
        startShare: root.kiosk.scroll
        onScrolled: share => root.kiosk.scrolled(share)

        Item {
            width: parent.width
            height: root._above ? Theme.gutter : root._side ? Theme.dp * 48 : header.height - root._overlap

            PageHeader {
                id: header

                width: parent.width
                height: implicitHeight
                visible: !root._side && !root._above
                place: root._page.place
                title: root._page.title
                lead: ""
                tint: root._page.tint
            }
        }

        Column {
            x: root._gap
            width: scroll.width - 2 * root._gap
            spacing: Theme.gutter

            WordCard {
                width: parent.width
                visible: !root._side || !aside.fits

                Label {
                    width: parent.width
                    type: Theme.lead
                    text: root._page.says
                }
            }

            BlockList {
                width: parent.width
                blocks: root._page.blocks
                kiosk: root.kiosk
                panel: panel
            }

            CalloutBlock {
                width: parent.width
                tone: "ask"
                paragraphs: [root._page.ask]
            }

            NextTopic {
                width: parent.width
                visible: root._page.nextId !== ""
                over: root.kiosk.words.topicNext
                title: root._page.nextTitle
                onClicked: root.kiosk.openTopic(root._page.nextId)
            }

            PageFooter {
                width: parent.width
                kiosk: root.kiosk
            }
        }
    }

    Component {
        id: panel

        BlockList {
            kiosk: root.kiosk
        }
    }
}
