pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Blocks
import Kiosk.Bridge

// The site's imaging centers, as the settings name them.
Item {
    id: root

    required property Kiosk kiosk

    readonly property bool _above: Theme.reachTop >= above.y + above.height + Theme.dp * 24

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Picture {
        width: parent.width
        height: Theme.reachTop
        // Words stand on its sky or on nothing.
        visible: root._above && Theme.reachArt && above.y + above.height < Theme.reachTop * 0.75
        scene: "shore_wide_clear"
        options: Theme.landscape ? "fit=cover&x=1&y=0.2" : "fit=cover&x=1&y=1"
        mirrorable: true
    }

    CentersHead {
        id: above

        x: Theme.margin
        y: Theme.dp * 56
        width: parent.width - 2 * x
        visible: root._above
        kiosk: root.kiosk
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent
        anchors.topMargin: Theme.reachTop
        contentX: Theme.margin
        spacing: Theme.gutter
        topPadding: root._above ? Theme.gutter : Theme.dp * 60
        moreText: root.kiosk.words.topicMoreBelow
        startShare: root.kiosk.scroll
        onScrolled: share => root.kiosk.scrolled(share)

        CentersHead {
            width: parent.width
            visible: !root._above
            kiosk: root.kiosk
        }

        Grid {
            id: grid

            readonly property int across: Theme.landscape && !Theme.oneColumn && Theme.textPercent <= 125 ? 2 : 1
            readonly property real cell: (parent.width - (across - 1) * Theme.gutter) / across

            columns: across
            spacing: Theme.gutter

            Repeater {
                model: root.kiosk.site.centers

                WordCard {
                    id: center

                    required property string name
                    required property list<string> address
                    required property string phone
                    required property list<string> hours

                    width: grid.cell
                    title: center.name

                    Label {
                        width: center.contentWidth
                        text: center.address.join("\n")
                    }

                    Label {
                        width: center.contentWidth
                        visible: center.phone !== ""
                        type: Theme.bodyStrong
                        text: root.kiosk.words.centersPhone + ": " + center.phone
                    }

                    Label {
                        width: center.contentWidth
                        visible: center.hours.length > 0
                        text: root.kiosk.words.centersHours + ":\n" + center.hours.join("\n")
                        color: Theme.ink2
                    }
                }
            }
        }
    }
}
