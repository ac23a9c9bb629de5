pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How loud every visit begins, and which language comes first.
Column {
    id: root

    required property StaffDesk desk

    spacing: Theme.gutter

    SoundCard {
        width: parent.width
        height: implicitHeight
        desk: root.desk
    }

    GroupCard {
        width: parent.width
        visible: buttons.count > 1
        iconName: "globe"
        height: implicitHeight
        title: root.desk.words.firstLanguage

        SegmentGrid {
            width: parent.width
            most: 3

            Repeater {
                id: buttons

                model: root.desk.languages

                Segment {
                    id: segment

                    required property string code
                    required property string name
                    required property string face
                    required property real line

                    width: (parent as SegmentGrid).cell
                    height: Theme.dp * 84
                    type: OwnType {
                        face: segment.face
                        least: segment.line
                        like: Theme.bodyStrong
                    }
                    chosen: root.desk.firstLanguage === code
                    text: name
                    spokenLanguage: code
                    onClicked: root.desk.chooseFirst(code)
                }
            }
        }
    }
}
