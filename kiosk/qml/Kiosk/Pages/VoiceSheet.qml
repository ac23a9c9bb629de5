pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// How fast and how loud the visitor is read to.
BottomSheet {
    id: root

    required property Kiosk kiosk

    readonly property Speech _speech: root.kiosk.speech
    readonly property list<string> _speeds: [root.kiosk.words.voiceSlow, root.kiosk.words.voiceNormal, root.kiosk.words.voiceFast, root.kiosk.words.voiceFastest]

    title: root.kiosk.words.voiceTitle
    closeText: root.kiosk.words.voiceDone
    moreText: root.kiosk.words.topicMoreBelow
    onClosed: root.kiosk.closeOverlay()

    Grid {
        columns: root.twoColumns ? 2 : 1
        columnSpacing: root.columnGap
        rowSpacing: Theme.dp * 32

        Column {
            width: root.columnWidth
            spacing: Theme.dp * 16

            EaseHead {
                width: parent.width
                iconName: "clock"
                text: root.kiosk.words.voiceSpeed
            }

            SegmentGrid {
                width: parent.width

                Repeater {
                    model: root._speech.speeds

                    Segment {
                        required property int index
                        required property int modelData

                        width: (parent as SegmentGrid).cell
                        height: (parent as SegmentGrid).tallest
                        chosen: root._speech.speed === modelData
                        text: root._speeds[index]
                        Accessible.name: root.kiosk.words.voiceSpeed + ": " + text
                        onClicked: root._speech.setSpeed(modelData)
                    }
                }
            }
        }

        Column {
            width: root.columnWidth
            spacing: Theme.dp * 16

            EaseHead {
                width: parent.width
                iconName: "sound"
                text: root.kiosk.words.voiceLevel.replace("{n}", String(root._speech.level)).replace("{total}", String(root._speech.levels))
            }

            VolumeRow {
                width: parent.width
                level: root._speech.level
                levels: root._speech.levels
                softerText: root.kiosk.words.voiceSofter
                louderText: root.kiosk.words.voiceLouder
                onSofter: root._speech.softer()
                onLouder: root._speech.louder()
            }
        }
    }
}
