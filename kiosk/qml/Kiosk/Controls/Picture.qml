import QtQuick
import Kiosk.Theme

// A drawn scene or a photo-like drawing, at exactly the size it is shown, corners rounded.
Image {
    id: root

    property string scene: ""
    property string photo: ""
    property string options: ""
    property string corners: "tl,tr,br,bl"
    property real radius: 0
    property bool mirrorable: false
    property string alt: ""

    readonly property string _all: root.options + "&radius=" + Math.round(root.radius) + "&corners=" + root.corners + "&mirror=" + (root.mirrorable && Theme.mirrored ? 1 : 0)

    sourceSize: Qt.size(Math.round(root.width), Math.round(root.height))
    source: {
        if (root.width < 1 || root.height < 1)
            return "";
        if (root.photo)
            return Theme.photo(root.photo, root._all);
        return root.scene ? Theme.scene(root.scene, root._all) : "";
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: root.alt
    Accessible.ignored: root.alt === ""
}
