import QtQuick

Window {
    width: 1080
    height: 1920
    visible: true

    Rectangle {
        width: parent.width
        height: 200
        color: "teal"
    }

    Text {
        text: "Hello"
    }
}
