import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// What staff see, and what patients see while they cannot use the kiosk. The screens of a visit are gone meanwhile.
Loader {
    id: root

    required property Kiosk kiosk

    // By address, not by type: the first screen must not wait for pages that patients never see.
    readonly property url _layer: Qt.resolvedUrl("../Staff/StaffLayer.qml")
    readonly property bool _open: root.kiosk.screen === "staff"

    focus: _open

    Component.onCompleted: follow()
    on_OpenChanged: follow()

    Binding {
        target: root.kiosk
        property: "dp"
        value: Theme.dp
    }

    function follow() {
        if (root._open)
            setSource(root._layer, {
                kiosk: root.kiosk
            });
        else
            source = "";
    }
}
