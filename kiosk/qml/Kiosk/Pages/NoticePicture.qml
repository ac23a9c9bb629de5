import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One page of the site's notice, as wide as the sheet or as wide as its letters need to be 20 points high. It never mirrors.
Item {
    id: root

    required property url source
    required property real letterPx
    required property string alt
    required property string notShown

    readonly property real _scale: page.implicitWidth > 0 ? root.width / page.implicitWidth : 1
    // How high its smallest letters stand on this glass, in points.
    readonly property real letterPoints: root.letterPx * root._scale / Theme.pxPerMm * 72 / 25.4

    width: parent.width
    implicitHeight: page.status === Image.Error ? words.height : page.implicitHeight * root._scale

    Image {
        id: page

        width: root.width
        height: root.implicitHeight
        visible: status === Image.Ready
        source: root.source
        asynchronous: true
        mipmap: true
        smooth: true
        mirror: false
        Accessible.role: Accessible.Graphic
        Accessible.name: root.alt
    }

    Label {
        id: words

        width: parent.width
        visible: page.status === Image.Error
        text: root.notShown
    }
}
