pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The other pictures that can be looked at.
Sheet {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    moreText: root.kiosk.words.topicMoreBelow
    heading: root.explorer.title
    key: "pictures"

    SheetHead {
        width: parent.width
        title: root.kiosk.words.explorerPictures
        closeName: root.kiosk.words.explorerClose
        onClosed: root.explorer.leaveMode()
    }

    WayGrid {
        id: rows

        width: parent.width
        most: root.side ? 1 : 2
        narrowest: Theme.dp * 420

        Repeater {
            model: root.explorer.pictures

            PictureRow {
                required property string pictureId
                required property string viewLabel
                required property bool seenAll
                required title
                required thumb
                required chosen

                width: rows.tileWidth
                height: rows.tallest
                tall: true
                note: viewLabel
                mark: seenAll
                Accessible.name: [title, viewLabel, seenAll ? root.kiosk.words.explorerSeen : ""].filter(part => part !== "").join(", ")
                onClicked: root.explorer.openPicture(pictureId)
            }
        }
    }
}
