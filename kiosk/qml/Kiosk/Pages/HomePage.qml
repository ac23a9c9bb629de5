pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The eight topics, and the site's centers under them.
Item {
    id: root

    required property Kiosk kiosk

    readonly property bool _art: Theme.art
    readonly property real _side: Theme.sidePanel ? root.width * 0.4167 : 0
    readonly property int _columns: Theme.oneColumn ? 1 : 2
    readonly property real _headerHeight: Theme.dp * (Theme.narrow ? 300 : 380)
    // The dark card stands under the greeting where the panel has room for both, else over the topics.
    readonly property bool _heroAside: root.kiosk.hasExplorer && root._side > 0 && aside.leastHeight <= aside.room

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Picture {
        visible: root._side > 0 && root._art
        width: root._side
        height: root.height
        scene: "shore_portrait"
        options: "fit=cover&x=0.5&y=0.3"
        mirrorable: true
        anchors.left: parent.left
    }

    Column {
        id: welcome

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 64
        y: Theme.dp * 72
        width: root._side - Theme.dp * 112
        visible: root._side > 0
        spacing: Theme.dp * 8

        Greeting {
            width: parent.width
            kiosk: root.kiosk
        }
    }

    Label {
        id: under

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 64
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp * 40
        visible: root._side > 0
        width: root._side - Theme.dp * 128
        type: Theme.caption
        text: root.kiosk.words.homeNote
    }

    HeroCard {
        id: aside

        readonly property real room: under.y - welcome.y - welcome.height - Theme.dp * 64

        anchors.left: parent.left
        anchors.leftMargin: Theme.dp * 56
        anchors.bottom: under.top
        anchors.bottomMargin: Theme.dp * 28
        width: root._side - Theme.dp * 100
        height: Math.max(implicitHeight, Math.min(Theme.dp * 390, room))
        visible: root._heroAside
        brief: fullHeight > room
        kiosk: root.kiosk
    }

    ScrollColumn {
        id: page

        anchors {
            left: parent.left
            leftMargin: root._side
            right: parent.right
            top: parent.top
            bottom: parent.bottom
        }
        moreText: root.kiosk.words.topicMoreBelow
        startShare: root.kiosk.scroll
        onScrolled: share => root.kiosk.scrolled(share)
        bottomPadding: 0

        Item {
            width: parent.width
            height: root._side > 0 ? Theme.dp * 32 : root._art ? Math.max(root._headerHeight - Theme.dp * 50, greeting.y + greeting.height + Theme.dp * 32) : greeting.height + greeting.y + Theme.dp * 24

            Picture {
                visible: root._side === 0 && root._art
                width: parent.width
                height: parent.height + Theme.dp * 50
                scene: "shore_wide"
                options: "fit=cover&x=1&y=1"
                mirrorable: true
            }

            Greeting {
                id: greeting

                visible: root._side === 0
                x: Theme.margin
                y: Theme.dp * 60
                width: parent.width - 2 * Theme.margin
                kiosk: root.kiosk
            }
        }

        Column {
            id: body

            // What the cards may take so that everything stands on one glass where it can.
            readonly property real _free: page.height - body.y - (hero.visible ? hero.height + body.spacing : 0) - (centers.visible ? centers.height + body.spacing : 0) - (note.visible ? note.height : 0) - body.spacing
            readonly property int _rows: Math.ceil(cards.count / root._columns)
            readonly property real _even: (body._free - (body._rows - 1) * Theme.gutter) / Math.max(1, body._rows)
            readonly property real _least: Theme.dp * (root._columns === 1 ? 150 : Theme.sidePanel ? 136 : hero.visible ? 180 : 200)
            readonly property real cardHeight: Math.max(body._least, Math.min(Theme.dp * 320, body._even), cards.tallest)

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gutter

            HeroCard {
                id: hero

                visible: root.kiosk.hasExplorer && !root._heroAside
                width: parent.width
                height: Math.max(implicitHeight, Theme.dp * (Theme.low || Theme.largest ? 0 : Theme.narrow ? 300 : 330))
                brief: Theme.low
                kiosk: root.kiosk
            }

            Grid {
                columns: root._columns
                spacing: Theme.gutter

                Repeater {
                    id: cards

                    property real tallest: 0

                    function measure() {
                        let most = 0;
                        for (let i = 0; i < count; ++i)
                            most = Math.max(most, (itemAt(i) as TopicCard)?.titleHeight ?? 0);
                        tallest = most;
                    }

                    model: root.kiosk.topics

                    TopicCard {
                        width: (body.width - (root._columns - 1) * Theme.gutter) / root._columns
                        height: body.cardHeight
                        visitedWord: root.kiosk.words.homeVisited
                        onTitleHeightChanged: Qt.callLater(cards.measure)
                        onClicked: root.kiosk.openTopic(topicId)
                    }
                }
            }

            CentersRow {
                id: centers

                visible: root.kiosk.site.hasCenters
                width: parent.width
                text: root.kiosk.words.homeCenters
                onClicked: root.kiosk.openCenters()
            }

            Label {
                id: note

                visible: root._side === 0
                width: parent.width
                type: Theme.caption
                color: Theme.ink2
                text: root.kiosk.words.homeNote
                horizontalAlignment: Text.AlignHCenter
                bottomPadding: Theme.dp * 16
            }
        }
    }
}
