import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Bridge

// The way into the explorer: a dark card with a part of the drawn mammogram at its end side.
Pressable {
    id: root

    required property Kiosk kiosk
    readonly property string leadsTo: "explorer/"  // keys come back to it from there
    // Without its sentence, where there is little room.
    property bool brief: false
    // As low as its picture leaves it, its title in one line where it can.
    property bool low: false
    readonly property bool _picture: !Theme.largest
    // Where the picture has no room for its label over the round arrow.
    readonly property bool _chipBelow: Theme.narrow || Theme.low
    readonly property real _pad: Theme.dp * (Theme.low || Theme.narrow ? 28 : 36)
    // In high contrast no words stand on the picture.
    readonly property real _share: !root._picture ? 0 : Theme.highContrast ? 0.42 : 0.62
    readonly property real _words: root._picture ? Math.max(root.width * (Theme.highContrast ? 0.56 : 0.5) - root._pad, Math.min(root.width * 0.66, Theme.dp * 345 * Theme.titleScale)) : root.width - 2 * root._pad
    readonly property real _wordsHeight: overline.implicitHeight + title.implicitHeight + words.spacing + 2 * root._pad + (root._picture && root._chipBelow ? chip.implicitHeight + words.spacing : 0)
    // The label at the top, the arrow below it.
    readonly property real _endHeight: root._picture && !root._chipBelow ? Theme.dp * 24 + label.implicitHeight + Theme.dp * 8 + go.height + Theme.dp * 32 : 0
    readonly property real leastHeight: Math.max(root._wordsHeight, root._endHeight)
    readonly property real fullHeight: Math.max(root._wordsHeight + words.spacing + said.implicitHeight, root._endHeight)

    implicitHeight: Math.max(words.implicitHeight + 2 * root._pad, go.height + 2 * Theme.dp * 32, root._endHeight)
    radius: Theme.radiusL
    shrinks: false
    text: root.kiosk.words.explorerHeroTitle
    // All that stands on it, line by line.
    Accessible.description: [overline.text, said.visible ? said.text : "", root._picture ? root.kiosk.words.pictureDrawing : ""].filter(line => line !== "").join("\n")
    onClicked: root.kiosk.openExplorer()

    contentItem: Item {
        Item {
            id: picture

            // Thousandths of a millimeter make no difference: the part is as wide as what stands on the glass.
            readonly property real _pxPerMm: Theme.dp * 6.4
            readonly property real _spotShare: Theme.mirrored ? 0.4 : 0.62
            // A low card's chip stands above the spot.
            readonly property real _spotDown: root.brief && !root._chipBelow ? 0.64 : 0.42
            readonly property real _left: Theme.heroSpot.x - picture._spotShare * picture.width / picture._pxPerMm
            readonly property real _top: Theme.heroSpot.y - picture._spotDown * picture.height / picture._pxPerMm

            anchors.right: parent.right
            width: Math.round(parent.width * root._share)
            height: parent.height
            visible: root._picture

            Image {
                anchors.fill: parent
                sourceSize: Qt.size(Math.round(width), Math.round(height))
                source: width < 1 || height < 1 ? "" : Theme.mammogram(Theme.heroPicture, Qt.rect(picture._left, picture._top, width / picture._pxPerMm, height / picture._pxPerMm), "&radius=" + Math.round(root.radius) + (Theme.mirrored ? "&corners=tl,bl" : "&corners=tr,br"))
                Accessible.ignored: true
            }

            Rectangle {
                width: parent.width * 0.62
                height: parent.height
                visible: !Theme.highContrast
                anchors.left: parent.left
                gradient: Gradient {
                    orientation: Gradient.Horizontal

                    GradientStop {
                        position: 0
                        color: Theme.mirrored ? Qt.alpha(Theme.night, 0) : Theme.night
                    }
                    GradientStop {
                        position: 1
                        color: Theme.mirrored ? Theme.night : Qt.alpha(Theme.night, 0)
                    }
                }
            }

            Rectangle {
                anchors.centerIn: circle
                width: circle.width + Theme.dp * 8
                height: width
                radius: width / 2
                color: "transparent"
                border.width: Theme.dp * 12
                border.color: Theme.casing
            }

            Rectangle {
                id: circle

                x: picture.width * picture._spotShare - width / 2
                y: picture.height * picture._spotDown - height / 2
                width: Theme.heroSpot.z * 2 * picture._pxPerMm + Theme.dp * 14
                height: width
                radius: width / 2
                color: "transparent"
                border.width: Theme.dp * 5
                border.color: Theme.glow
            }
        }

        Rectangle {
            anchors.fill: parent
            visible: Theme.highContrast
            radius: root.radius
            color: "transparent"
            border.width: Theme.outline
            border.color: Theme.line
        }

        Column {
            id: words

            anchors {
                left: parent.left
                leftMargin: root._pad
                verticalCenter: parent.verticalCenter
            }
            width: root._words
            spacing: Theme.dp * 8

            Label {
                id: overline

                width: parent.width
                type: Theme.captionStrong
                color: Theme.glow
                text: root.kiosk.words.explorerOpen
                Accessible.ignored: true
            }

            Label {
                id: title

                width: parent.width
                type: root.low ? Theme.h3 : Theme.h2
                color: Theme.nightText
                text: root.text
                Accessible.ignored: true
            }

            Label {
                id: said

                anchors.left: parent.left
                width: parent.width - (root._picture ? 0 : go.width + Theme.dp * 24)
                visible: !root.brief
                type: Theme.note
                color: Theme.nightText2
                text: root.kiosk.words.explorerHeroText
                Accessible.ignored: true
            }

            Chip {
                id: chip

                visible: root._picture && root._chipBelow
                room: words.width
                quiet: true
                spoken: false
                text: root.kiosk.words.pictureDrawing
            }
        }

        Chip {
            id: label

            anchors {
                right: parent.right
                top: parent.top
                margins: Theme.dp * 24
            }
            visible: root._picture && !root._chipBelow
            // In one line beside the short words over the title, or else beside all of them.
            room: root.width - root._pad - Theme.dp * 56 - (label.line + overline.implicitWidth <= root.width - root._pad - Theme.dp * 56 ? overline.implicitWidth : words.width)
            quiet: true
            spoken: false
            text: root.kiosk.words.pictureDrawing
        }

        GoDisc {
            id: go

            anchors {
                right: parent.right
                bottom: parent.bottom
                margins: Theme.dp * 32
            }
            color: root.down ? Theme.glowPress : Theme.glow
            ink: Theme.glowInk
        }
    }
    background: Card {
        radius: root.radius
        level: 2
        color: Theme.night
    }
}
