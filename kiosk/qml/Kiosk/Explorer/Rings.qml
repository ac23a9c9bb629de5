pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Bridge

// The rings of a picture. They keep their size on the glass while the picture grows, and yield to the lens.
Item {
    id: root

    required property Explorer explorer
    required property Stage stage
    required property string seenWord
    property rect lens: Qt.rect(0, 0, 0, 0)
    // What else lies over the picture's edges.
    property real above: 0
    property real below: 0
    property list<rect> taken: []
    // A ring may lie under an arrow in part, its number may not.
    property list<rect> arrows: []
    // Above it rings are shown, but nobody can touch them.
    property real reach: 0

    // Where the spot of this row stands on the glass.
    function middle(index: int): point {
        const place = spots.itemAt(index) as Place;
        return Qt.point(place.middleX, place.middleY);
    }

    // The row of the ring that a point of the glass belongs to where several are near.
    function owner(x: real, y: real): int {
        let best = -1;
        let least = Infinity;
        for (let i = 0; i < spots.count; ++i) {
            const place = spots.itemAt(i) as Place;
            const far = place ? Math.hypot(place.middleX - x, place.middleY - y) - place.reach : Infinity;
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    function covered(places: list<rect>, x: real, y: real, room: real): bool {
        return places.some(place => x > place.left - room && x < place.right + room && y > place.top - room && y < place.bottom + room);
    }

    anchors.fill: parent

    Accessible.role: Accessible.Grouping

    component Place: Item {
        property real middleX: 0
        property real middleY: 0
        property real reach: 0
        // The corner its number takes (see Ring), or -1 where every one is taken.
        property int corner: 0

        function tagX(corner: int): real {
            return middleX + (corner % 2 ? -1 : 1) * (reach * 0.7071 + Theme.dp * 9);
        }

        function tagY(corner: int): real {
            return middleY + (corner > 1 ? 1 : -1) * (reach * 0.7071 + Theme.dp * 9);
        }
    }

    Repeater {
        id: spots

        model: root.explorer.spots

        Place {
            id: spot

            required x
            required y
            required property int index
            required property string spotId
            required property int number
            required property string title
            required property string twin
            required property string sizeWords
            required property real ringMm
            required property bool seen
            required property bool chosen

            // The delegate itself stands at its millimeters; what can be seen stands at its pixels.
            middleX: root.stage.originX + spot.x * root.stage.scale
            middleY: root.stage.originY + spot.y * root.stage.scale
            // Where spots crowd on a small glass, rings give way rather than lie over the next finding.
            readonly property real _needed: spot.ringMm * root.stage.scale + Theme.dp * 8
            readonly property real _room: spots.apart(spot.x, spot.y) * root.stage.scale / 2 - Theme.dp * 4
            reach: Math.max(spot._needed, Math.min(Theme.dp * 30, Math.max(Theme.dp * 22, spot._room)))
            corner: spots.corner(spot.index, spot)
            readonly property bool _onGlass: spot.middleX >= 0 && spot.middleX <= root.width && (spot.middleY >= root.above || spot.chosen) && spot.middleY <= root.height - root.below && !root.covered(root.taken, spot.middleX, spot.middleY, 0)
            readonly property bool _underLens: root.lens.width > 0 && Math.hypot(spot.middleX - root.lens.x - root.lens.width / 2, spot.middleY - root.lens.y - root.lens.height / 2) < root.lens.width / 2 + Theme.dp * 12

            Ring {
                id: ring

                x: spot.middleX - spot.x - width / 2
                y: spot.middleY - spot.y - height / 2
                // Larger than the glass it would be around everything.
                visible: spot._onGlass && !spot._underLens && 2 * spot.reach < Math.max(root.width, root.height)
                enabled: spot.middleY - height / 2 >= root.reach
                rings: root
                index: spot.index
                number: spot.number
                seen: spot.seen
                chosen: spot.chosen
                ringRadius: visible ? spot.reach : 0
                corner: Math.max(0, spot.corner)
                tagged: spot.corner >= 0
                text: spot.number + ". " + spot.title
                Accessible.name: spot.seen ? text + ", " + root.seenWord : text
                Accessible.description: spot.twin + " " + spot.sizeWords
                onClicked: root.explorer.chooseSpot(spot.spotId)
            }
        }

        // The top right corner of a ring, or the first one where its number lies over no other spot and no other number.
        function corner(index: int, place: Place): int {
            const room = Math.max(Theme.dp * 30, Theme.ringTag.size * 0.6 + Theme.dp * 6);
            for (let corner = 0; corner < 4; ++corner) {
                const x = place.tagX(corner);
                const y = place.tagY(corner);
                let free = x > room && x < root.width - room && y > root.above + room && y < root.height - root.below - room;
                free = free && !root.covered(root.taken, x, y, room) && !root.covered(root.arrows, x, y, room);
                for (let i = 0; free && i < spots.count; ++i) {
                    const other = spots.itemAt(i) as Place;
                    if (!other || i === index)
                        continue;
                    free = Math.hypot(other.middleX - x, other.middleY - y) > other.reach + room;
                    if (free && i < index && other.corner >= 0)
                        free = Math.hypot(other.tagX(other.corner) - x, other.tagY(other.corner) - y) > 2 * room;
                }
                if (free)
                    return corner;
            }
            return -1;
        }

        // How far (mm) the nearest other spot is.
        function apart(x: real, y: real): real {
            let least = Infinity;
            for (let i = 0; i < spots.count; ++i) {
                const other = spots.itemAt(i);
                const far = other ? Math.hypot(other.x - x, other.y - y) : 0;
                if (far > 0)
                    least = Math.min(least, far);
            }
            return least;
        }
    }
}
