pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A page that scrolls when it is longer than the glass, with "More below" while something is still hidden.
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property alias topPadding: column.topPadding
    property alias bottomPadding: column.bottomPadding
    property real contentX: 0
    property real contentWidth: root.width - 2 * root.contentX
    // Room around what scrolls, for the frame of a control that stands at its edge.
    property real bleed: 0
    property string moreText: ""
    property bool night: false
    property color fadeColor: root.night ? Theme.nightSheet : Theme.paper
    // Where the visitor left the page, 0 to 1; asked for once, when the page opens.
    property real startShare: 0

    readonly property real share: flick._length > 0 ? Math.max(0, Math.min(1, flick.contentY / flick._length)) : 0
    readonly property bool moreBelow: flick._length - flick.contentY > Theme.dp * 24
    readonly property real position: flick.contentY
    readonly property real contentHeight: column.implicitHeight
    // Where few lines are seen at once, the sign of "More below" stands alone, beside their ends.
    readonly property bool _small: root.height < 8 * Theme.body.lineHeight
    // How high what fades out at its foot is: no more than a part of it, where it is low.
    readonly property real fadeHeight: Math.min(Theme.dp * 120, root.height * 0.22)
    readonly property Item _focused: root.Window.activeFocusItem

    signal scrolled(share: real)

    function scrollBy(pages: real) {
        hers.restart();
        glide.from = flick.contentY;
        glide.to = Math.max(0, Math.min(flick._length, flick.contentY + pages * flick.height));
        glide.restart();
    }

    function toStart() {
        glide.stop();
        flick.cancelFlick();
        flick.contentY = 0;
    }

    function _holds(item: Item): bool {
        for (let at = item; at; at = at.parent) {
            if (at === column)
                return true;
        }
        return false;
    }

    // Brings an item of the content into view, as when keys move the focus; with it the page's beginning or end, where
    // that is near: what nobody can focus there is read, too.
    function reveal(item: Item) {
        root._bring(item, 0, item.height);
    }

    // What is being said comes into view, but not against the hand of somebody who has just moved the page herself.
    function follow(item: Item, place: rect) {
        if (!flick.moving && !hers.running)
            root._bring(item, place.y, place.height);
    }

    function _bring(item: Item, from: real, height: real) {
        const top = item.mapToItem(column, 0, from).y;
        const near = Theme.dp * 140;
        // Clear of what fades out, and of the sign of "More below" where it stands at the side.
        const over = Math.min(near, flick.height * 0.12);
        const under = Math.min(near, Math.max(root.fadeHeight, foot.signHeight) + Theme.dp * 20);
        if (top + height > flick.contentY + flick.height - under)
            glide.to = top - near >= flick._length ? flick._length : Math.max(0, Math.min(flick._length, top - over, top + height - flick.height + under));
        else if (top < flick.contentY + over)
            glide.to = top + height + near <= flick.height ? 0 : Math.max(0, top - over);
        else
            return;
        glide.from = flick.contentY;
        glide.restart();
    }

    on_FocusedChanged: {
        if (root._focused && root._holds(root._focused))
            root.reveal(root._focused);
    }

    Flickable {
        id: flick

        readonly property real _length: Math.max(0, contentHeight - height)
        property bool _placing: false
        property bool _moved: false

        anchors.fill: parent
        anchors.margins: -root.bleed
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * root.bleed
        boundsBehavior: Flickable.StopAtBounds
        flickDeceleration: Theme.dp * 2600
        clip: true

        onContentYChanged: {
            if (_placing)
                return;
            if (moving || glide.running)
                _moved = true;
            root.scrolled(_length > 0 ? Math.max(0, Math.min(1, contentY / _length)) : 0);
        }
        onMovementEnded: hers.restart()
        onContentHeightChanged: place()
        onHeightChanged: place()

        // A page takes its final length step by step; until somebody moves it, it stays where the visitor left it.
        function place() {
            if (_moved || root.startShare <= 0)
                return;
            _placing = true;
            contentY = root.startShare * Math.max(0, contentHeight - height);  // the binding above follows later
            _placing = false;
        }

        Column {
            id: column

            x: root.contentX + root.bleed
            y: root.bleed
            width: root.contentWidth
            bottomPadding: Theme.dp * 40
        }
    }

    Timer {
        id: hers

        interval: Theme.hers
    }

    NumberAnimation {
        id: glide

        target: flick
        property: "contentY"
        duration: Theme.base
        easing.type: Easing.OutCubic
    }

    // In reach mode it ends below something that stays: what leaves there fades out too.
    Fade {
        y: -root.bleed
        width: parent.width
        height: Theme.dp * 56 + root.bleed
        visible: Theme.reachTop > 0 && root.position > 0 && !Theme.highContrast
        first: root.fadeColor
        last: Qt.alpha(root.fadeColor, 0)
    }

    ScrollFoot {
        id: foot

        anchors.fill: parent
        shown: root.moreBelow
        small: root._small
        night: root.night
        text: root.moreText
        color: root.fadeColor
        fadeHeight: root.fadeHeight
        bleed: root.bleed
        onMore: root.scrollBy(0.7)
        onTaken: {
            glide.stop();
            flick._moved = true;
        }
        onDrawn: distance => {
            hers.restart();
            flick.contentY = Math.max(0, Math.min(flick._length, flick.contentY + distance));
        }
        onThrown: speed => flick.flick(0, speed)
    }
}
