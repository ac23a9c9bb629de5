pragma Singleton

import QtQuick

// Every control tells here that a touch made it act; the shell hands it on.
QtObject {
    id: root

    signal acted

    // Again when all that follows is done: until then nobody has seen what came of it.
    function act() {
        root.acted();
        Qt.callLater(root.acted);
    }
}
