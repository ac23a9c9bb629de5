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
    readonly property bool _heroAside: root._side > 0 && aside.hero
    // In reach mode the welcome and the shore fill what is out of reach.
    readonly property bool _above: root._side === 0 && Theme.reachTop >= above.height + Theme.dp * 96

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Picture {
        width: parent.width
        height: Theme.reachTop + Theme.dp * 50
        visible: root._side === 0 && Theme.reachArt
        scene: "shore_wide"
        options: "fit=cover&x=1&y=1"
        mirrorable: true
    }

    Greeting {
        id: above

        visible: root._above
        x: Theme.margin
        y: Theme.dp * 96
        width: parent.width - 2 * Theme.margin
        kiosk: root.kiosk
    }

    HomeAside {
        id: aside

        anchors.left: parent.left
        width: root._side
        height: root.height
        visible: root._side > 0
        kiosk: root.kiosk
    }

    ScrollColumn {
        id: page

        anchors {
            left: parent.left
            leftMargin: root._side
            right: parent.right
            top: parent.top
            topMargin: Theme.reachTop
            bottom: parent.bottom
        }
        moreText: root.kiosk.words.topicMoreBelow
        startShare: root.kiosk.scroll
        onScrolled: share => root.kiosk.scrolled(share)
        // Where a control is the last of it, room for its frame.
        bottomPadding: root._side > 0 ? Theme.focusGap + Theme.focusWidth : 0

        Item {
            id: top

            readonly property real least: greeting.height + Theme.dp * 64
            readonly property real full: root._above ? Theme.gutter : root._side > 0 ? Theme.dp * 32 : root._art && Theme.reachTop === 0 ? Math.max(root._headerHeight - Theme.dp * 50, greeting.height + Theme.dp * 92) : greeting.height + Theme.dp * (Theme.reachTop > 0 ? 48 : 84)

            width: parent.width
            height: body._tight ? Math.min(top.full, top.least) : top.full

            Picture {
                visible: root._side === 0 && root._art && Theme.reachTop === 0
                width: parent.width
                height: parent.height + Theme.dp * 50
                scene: "shore_wide"
                options: "fit=cover&x=1&y=1"
                mirrorable: true
            }

            Greeting {
                id: greeting

                visible: root._side === 0 && !root._above
                x: Theme.margin
                y: Theme.dp * (Theme.reachTop > 0 ? 24 : body._tight ? 32 : 60)
                width: parent.width - 2 * Theme.margin
                kiosk: root.kiosk
            }
        }

        Column {
            id: body

            // What the cards may take so that everything stands on one glass where it can.
            readonly property real _free: page.height - body.y - (hero.visible ? hero.height + body.spacing : 0) - (centers.visible ? centers.height + body.spacing : 0) - (note.visible ? note.height : 0) - body.spacing
            // How long the page is with all its words, to the last topic and to its end; and how much the way into the
            // explorer and then the welcome can give way, where that makes all topics stand on one glass.
            readonly property real _topics: top.full + (hero.visible ? Math.max(hero.fullHeight, hero.least) + body.spacing : 0) + body._rows * (Math.max(body._least, cards.tallest) + Theme.gutter)
            readonly property real _all: body._topics + (centers.visible ? centers.height + body.spacing : 0) + (note.visible ? note.height : 0)
            readonly property real _spared: hero.visible ? Math.max(hero.fullHeight, hero.least) - Math.max(hero.leastHeight, hero.lowest) : 0
            readonly property bool _brief: body._all > page.height && body._topics - body._spared - top.full + top.least <= page.height
            readonly property bool _tight: body._brief && body._all - body._spared > page.height
            readonly property int _rows: Math.ceil(cards.count / root._columns)
            readonly property real _even: (body._free - (body._rows - 1) * Theme.gutter) / Math.max(1, body._rows)
            readonly property real _least: Theme.dp * (root._columns === 1 ? 150 : Theme.sidePanel ? 136 : hero.visible ? 180 : 200)
            readonly property real cardHeight: Math.max(body._least, Math.min(Theme.dp * 320, body._even), cards.tallest)

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gutter

            HeroCard {
                id: hero

                readonly property real least: Theme.dp * (Theme.largest ? 0 : Theme.lowerButtons ? 192 : Theme.low ? 0 : Theme.narrow ? 300 : 330)
                readonly property real lowest: Math.min(hero.least, Theme.dp * 260)

                visible: root.kiosk.hasExplorer && !root._heroAside
                width: parent.width
                height: Math.max(implicitHeight, body._brief ? hero.lowest : hero.least)
                // Without its sentence, where the topics need the room.
                brief: Theme.low || Theme.lowerButtons || body._brief
                low: Theme.lowerButtons
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

                visible: root._side === 0 || !aside.noted
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
