pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// Ease of use: how the kiosk looks and is reached, and the language. All of it is the visitor's and ends with her visit.
BottomSheet {
    id: root

    required property Kiosk kiosk

    readonly property Ease _ease: root.kiosk.ease

    component TextSize: Segment {
        required property int percent

        width: (parent as SegmentGrid).cell
        height: (parent as SegmentGrid).tallest
        chosen: root._ease.textPercent === percent
        Accessible.name: root.kiosk.words.easeTextSize + ": " + text
        onClicked: root._ease.setTextPercent(percent)
    }

    title: root.kiosk.words.easeTitle
    closeText: root.kiosk.words.easeDone
    moreText: root.kiosk.words.topicMoreBelow
    onClosed: root.kiosk.closeOverlay()

    Grid {
        columns: root.twoColumns ? 2 : 1
        columnSpacing: root.columnGap
        rowSpacing: Theme.gutter

        Column {
            width: root.columnWidth
            spacing: Theme.dp * 16

            // First, what whoever can read nothing else here has come for.
            EaseHead {
                width: parent.width
                iconName: "comfort"
                text: root.kiosk.words.easeTextSize
            }

            SegmentGrid {
                width: parent.width

                TextSize {
                    percent: 100
                    type: Theme.sizeStandard
                    text: root.kiosk.words.easeStandard
                }

                TextSize {
                    percent: 125
                    type: Theme.sizeLarge
                    text: root.kiosk.words.easeLarge
                }

                TextSize {
                    percent: 150
                    type: Theme.sizeLarger
                    text: root.kiosk.words.easeLarger
                }

                TextSize {
                    percent: 200
                    type: Theme.sizeLargest
                    text: root.kiosk.words.easeLargest
                }
            }

            EaseHead {
                width: parent.width
                topPadding: Theme.dp * 8
                visible: root.kiosk.manyLanguages
                iconName: "globe"
                text: root.kiosk.words.easeLanguage
            }

            SegmentGrid {
                width: parent.width
                most: 3
                visible: root.kiosk.manyLanguages

                Repeater {
                    model: root.kiosk.languages

                    Segment {
                        id: segment

                        required property string code
                        required property string name
                        required property string face
                        required property real line
                        required chosen

                        width: (parent as SegmentGrid).cell
                        height: (parent as SegmentGrid).tallest
                        type: OwnType {
                            face: segment.face
                            least: segment.line
                            like: Theme.button
                        }
                        text: name
                        spokenLanguage: code
                        onClicked: root.kiosk.chooseLanguage(code)
                    }
                }
            }
        }

        Column {
            width: root.columnWidth
            spacing: Theme.gutter

            Card {
                width: parent.width
                height: rows.height + Theme.dp * 24

                Column {
                    id: rows

                    x: Theme.dp * 12
                    y: Theme.dp * 12
                    width: parent.width - 2 * x
                    spacing: Theme.dp * 16

                    SwitchRow {
                        width: parent.width
                        iconName: "sound"
                        text: root.kiosk.words.easeVoice
                        note: root.kiosk.words.easeVoiceText
                        on: root.kiosk.speech.on
                        onClicked: root.kiosk.speech.toggle()
                    }

                    SwitchRow {
                        width: parent.width
                        iconName: "contrast"
                        text: root.kiosk.words.easeContrast
                        note: root.kiosk.words.easeContrastText
                        on: root._ease.highContrast
                        onClicked: root._ease.setHighContrast(!on)
                    }

                    SwitchRow {
                        width: parent.width
                        iconName: "reach"
                        text: root.kiosk.words.easeReach
                        note: root.kiosk.words.easeReachText
                        on: root._ease.lowerButtons
                        onClicked: root._ease.setLowerButtons(!on)
                    }

                    SwitchRow {
                        width: parent.width
                        iconName: "motion"
                        text: root.kiosk.words.easeMotion
                        note: root.kiosk.words.easeMotionText
                        on: root._ease.lessMotion
                        onClicked: root._ease.setLessMotion(!on)
                    }
                }
            }

            // On a page the strip over the bar has it.
            PillButton {
                width: parent.width
                visible: root.kiosk.speech.on && root.kiosk.screen === "attract"
                primary: false
                iconName: "tune"
                text: root.kiosk.words.voiceTitle
                onClicked: root.kiosk.speech.showSettings()
            }

            PillButton {
                width: parent.width
                visible: root.kiosk.site.hasHelp
                primary: false
                iconName: "chat"
                text: root.kiosk.words.helpTitle
                onClicked: root.kiosk.showHelp()
            }

            Label {
                width: parent.width
                type: Theme.caption
                color: Theme.ink2
                text: root.kiosk.words.easeNote
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
