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

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent
        contentX: Theme.margin
        spacing: Theme.gutter
        topPadding: Theme.dp * 60
        moreText: root.kiosk.words.topicMoreBelow
        startShare: root.kiosk.scroll
        onScrolled: share => root.kiosk.scrolled(share)

        Label {
            width: parent.width
            visible: root.kiosk.site.name !== ""
            type: Theme.captionStrong
            color: Theme.tide
            text: root.kiosk.site.name
        }

        Label {
            width: parent.width
            type: Theme.h1
            text: root.kiosk.words.centersTitle
            Accessible.role: Accessible.Heading
        }

        Label {
            width: parent.width
            type: Theme.lead
            color: Theme.ink2
            text: root.kiosk.words.centersLead
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
