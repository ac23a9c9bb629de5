import QtQuick
import Kiosk.Theme

// One language, in its own name, script and direction.
Pressable {
    id: root

    required property bool rightToLeft
    required property bool chosen
    required property string face
    required property real line
    property bool primary: false
    property bool ticked: false
    property string note: ""
    // Code of the language that its words are in: whoever says them takes a voice of that language.
    property string spokenLanguage: ""
    // Without its arrow, where two would not stand beside each other with theirs.
    property bool slim: false
    readonly property real slimWidth: Math.ceil(title.implicitWidth) + Theme.dp * 48

    implicitWidth: Math.ceil(Math.max(title.implicitWidth, mark.visible ? mark.implicitWidth : 0)) + Theme.dp * 60 + disc.width + disc.anchors.rightMargin
    implicitHeight: Math.max(Theme.dp * (root.slim ? 112 : 138), words.implicitHeight + Theme.dp * 32)
    radius: Theme.radiusL
    LayoutMirroring.enabled: root.rightToLeft
    LayoutMirroring.childrenInherit: true
    Accessible.name: root.note ? root.text + ", " + root.note : root.text

    contentItem: Item {
        Column {
            id: words

            anchors {
                left: parent.left
                right: root.slim ? parent.right : disc.left
                leftMargin: Theme.dp * (root.slim ? 24 : 44)
                rightMargin: Theme.dp * 16
                verticalCenter: parent.verticalCenter
            }

            Label {
                id: title

                width: parent.width
                type: OwnType {
                    face: root.face
                    least: root.line
                    like: Theme.button
                }
                color: root.primary ? Theme.tideInk : Theme.ink
                text: root.text
                Accessible.ignored: true
            }

            Label {
                id: mark

                width: parent.width
                visible: root.note !== ""
                type: OwnType {
                    face: root.face
                    least: root.line
                    like: Theme.caption
                }
                color: root.primary ? Theme.tideInk : Theme.ink2
                text: root.note
                Accessible.ignored: true
            }
        }

        GoDisc {
            id: disc

            visible: !root.slim || root.ticked

            anchors {
                right: parent.right
                rightMargin: Theme.dp * 22
                verticalCenter: parent.verticalCenter
            }
            icon: root.ticked ? "check" : root.rightToLeft ? "back" : "fwd"
            color: root.primary ? Theme.glow : Theme.tideSoft
            ink: root.primary ? Theme.glowInk : Theme.tide
        }
    }
    background: Card {
        level: 2
        radius: root.radius
        color: root.primary ? (root.down ? Theme.tidePress : Theme.tide) : (root.down ? Theme.tideSoft : Theme.shell)
    }
}
