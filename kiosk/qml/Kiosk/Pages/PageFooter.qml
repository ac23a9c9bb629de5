pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// What a careful reader wants to know of a page: who checked it, where it comes from, what it cannot do.
Column {
    id: root

    required property Kiosk kiosk

    spacing: Theme.dp * 6

    Repeater {
        model: [root.kiosk.words.footerTeaches, root.kiosk.page.sources, root.kiosk.page.review, root.kiosk.draft ? root.kiosk.words.footerDraftLanguage : ""]

        Label {
            required property string modelData

            width: root.width
            visible: modelData !== ""
            type: Theme.caption
            color: Theme.ink2
            text: modelData
        }
    }
}
