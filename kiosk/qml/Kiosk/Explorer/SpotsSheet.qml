pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// Every spot of the picture as a list, each with a small picture and in words: nothing has to be seen, found or hit on the
// mammogram.
Sheet {
    id: root

    required property Kiosk kiosk
    required property Explorer explorer

    moreText: root.kiosk.words.topicMoreBelow
    heading: root.explorer.title
    key: "spots"

    SheetHead {
        width: parent.width
        title: root.kiosk.words.explorerAllSpots
        place: root.explorer.pictureTitle
        closeName: root.kiosk.words.explorerClose
        onClosed: root.explorer.leaveMode()
    }

    WayGrid {
        id: rows

        width: parent.width
        most: 1
        narrowest: Theme.dp * 420

        Repeater {
            model: root.explorer.spots

            PictureRow {
                required property string spotId
                required property int number
                required property string sizeWords
                required property string twin
                required property bool seen
                required title
                required thumb
                required chosen

                width: rows.tileWidth
                height: implicitHeight
                sign: String(number)
                note: twin + " " + sizeWords
                mark: seen
                Accessible.name: number + ". " + title + (seen ? ", " + root.kiosk.words.explorerSeen : "")
                Accessible.description: note
                onClicked: root.explorer.chooseSpot(spotId)
            }
        }
    }
}
