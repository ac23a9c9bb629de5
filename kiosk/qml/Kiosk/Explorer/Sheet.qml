pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What is said of the picture, and what can be done: from below in portrait, a panel at the end side in landscape. Its foot
// stays in sight where there is room for it; the rest scrolls. It grows with its words up to `most`, and does not shrink
// while its subject (`key`) is the same, so that the picture above it keeps its place. In reach mode its words and ways
// begin at the line; above it a panel at the side says what the page is.
Rectangle {
    id: root

    required property string moreText
    property string key: ""
    property string heading: ""
    // What the words are about; with another one they begin at their beginning.
    property string subject: ""
    property bool side: Theme.landscape
    // Where the keys begin: with what is said of the picture.
    readonly property bool keyStart: true
    property real least: 0
    property real most: Infinity
    default property alias content: body.data
    property alias foot: actions.data

    readonly property real pad: Theme.dp * (Theme.low || Theme.narrow ? 24 : root.side ? 48 : 56)
    readonly property real _top: (root.side ? Theme.reachTop : 0) + Theme.dp * (root.side ? (Theme.compact ? 20 : 48) : Theme.compact ? 24 : 36)
    readonly property real _bottom: Theme.dp * (Theme.compact ? 16 : root.side ? 40 : 32)
    readonly property real _gap: actions.height > 0 ? Theme.dp * (Theme.compact ? 14 : 22) : 0
    readonly property real _footRoom: actions.height > 0 ? actions.height + root._gap : 0
    // What must be left over the foot, in lines: a long heading, two lines of what is said, and the sign that it goes on.
    readonly property int _leastLines: 6
    readonly property bool _pinned: root._footRoom < 0.46 * (root.height - root._top - root._bottom) && root.height - root._top - root._bottom - root._footRoom >= root._leastLines * Theme.body.lineHeight
    readonly property real wanted: root._top + body.implicitHeight + words.bleed + root._footRoom + root._bottom
    readonly property string _subject: [root.key, Theme.textPercent, root.width].join("/")
    property real _tallest: 0
    readonly property real settled: Math.max(root.least, Math.min(root.most, Math.max(root._tallest, root.wanted)))

    function follow() {
        root._tallest = Math.max(root._tallest, root.wanted);
    }

    on_SubjectChanged: root._tallest = 0
    onSubjectChanged: words.toStart()
    onWantedChanged: Qt.callLater(root.follow)

    color: Theme.nightSheet
    radius: Theme.radiusXl

    // Square where it meets the edge of the glass, and no touch goes through.
    Rectangle {
        visible: !root.side
        anchors.bottom: parent.bottom
        width: parent.width
        height: parent.height / 2
        color: root.color
    }

    Rectangle {
        visible: root.side
        anchors.right: parent.right
        width: parent.width / 2
        height: parent.height
        color: root.color
    }

    Rectangle {
        visible: root.side
        anchors.bottom: parent.bottom
        width: parent.width
        height: parent.height / 2
        color: root.color
    }

    MouseArea {
        anchors.fill: parent
    }

    Label {
        x: root.pad
        y: Theme.dp * 44
        width: parent.width - 2 * x
        visible: root.side && y + height + Theme.dp * 24 < Theme.reachTop
        type: Theme.nightTitle
        color: Theme.nightText
        text: root.heading
        Accessible.role: Accessible.Heading
    }

    ScrollColumn {
        id: words

        x: root.pad
        y: root._top
        width: parent.width - 2 * x
        // A frame at its end stays clear of what stands below.
        height: parent.height - y - (root._pinned ? root._bottom + root._footRoom : 0) - bleed
        night: true
        fadeColor: Theme.nightSheet
        bleed: Theme.focusGap + Theme.focusWidth
        moreText: root.moreText
        bottomPadding: root._pinned ? 0 : root._bottom

        Column {
            id: body

            width: words.width
            spacing: Theme.dp * (Theme.compact ? 12 : 18)
        }

        Item {
            id: slot

            width: words.width
            height: root._pinned ? 0 : root._footRoom
        }
    }

    Column {
        id: actions

        parent: root._pinned ? root : slot
        x: root._pinned ? root.pad : 0
        y: root._pinned ? root.height - root._bottom - height : root._gap
        width: words.width
        spacing: Theme.dp * (Theme.compact ? 12 : 18)
    }

    // An edge that can be seen against dark tissue; white in high contrast.
    Rectangle {
        width: root.side ? (Theme.highContrast ? Theme.outline : 1) : root.width
        height: root.side ? root.height : Theme.highContrast ? Theme.outline : 1
        visible: Theme.highContrast
        anchors.left: parent.left
        color: Theme.line
    }
}
