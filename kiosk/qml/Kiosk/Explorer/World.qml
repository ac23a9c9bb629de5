pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The picture itself, in its own pixels: coarse tiles below, finer ones fading in over them, a magnification view on
// top. Nothing here knows fingers.
Item {
    id: root

    required property Stage stage

    Item {
        x: root.stage.originX
        y: root.stage.originY
        width: root.stage.widthMm / root.stage.pixelMm
        height: root.stage.heightMm / root.stage.pixelMm
        scale: root.stage.scale * root.stage.pixelMm
        transformOrigin: Item.TopLeft

        Repeater {
            model: root.stage.tiles

            Image {
                id: tile

                required x
                required y
                required property url url
                required property int w
                required property int h
                required property int level
                required property bool base

                readonly property bool _done: tile.status === Image.Error || tile.status === Image.Ready && tile.opacity === 1

                width: tile.w
                height: tile.h
                cache: false
                source: tile.url
                opacity: tile.status === Image.Ready ? 1 : 0
                on_DoneChanged: {
                    if (tile._done)
                        root.stage.loaded(tile.url.toString());
                }

                Accessible.ignored: true

                // The coarsest has nothing below it to fade over.
                Behavior on opacity {
                    enabled: !tile.base && Theme.fade > 0 && !root.stage.moving

                    NumberAnimation {
                        duration: Theme.fade
                    }
                }
            }
        }

        Image {
            id: near

            x: root.stage.closeUpX
            y: root.stage.closeUpY
            width: root.stage.closeUpW
            height: root.stage.closeUpH
            cache: false
            source: root.stage.closeUp
            opacity: near.status === Image.Ready ? 1 : 0

            Accessible.ignored: true

            Behavior on opacity {
                enabled: Theme.fade > 0

                NumberAnimation {
                    duration: Theme.fade
                }
            }
        }
    }
}
