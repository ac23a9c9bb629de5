// Long because: every colour, size, duration, font and picture path of the product stands here and nowhere else.
pragma Singleton

import QtQuick

// The design tokens. Lengths are design pixels times `dp`; the shell sets what the site and the visitor decide.
QtObject {
    id: root

    // The glass the design is drawn for; a window has this size until it is told its own.
    readonly property int designWidth: 1080
    readonly property int designHeight: 1920

    // --- what the shell sets ---
    property real windowWidth: root.designWidth
    property real windowHeight: root.designHeight
    property real diagonalInch: 27
    property real viewingDistanceMm: 600
    property real mountHeightMm: 860
    property real reachMm: 1220
    property bool lowerButtons: false
    property int textPercent: 100
    property bool highContrast: false
    property bool lessMotion: false
    // A strip stands over the bar.
    property bool listening: false
    property bool mirrored: false
    // What the language in use is set in (assets/fonts/fonts.yaml); what stands here is for a screen without a language.
    property string titleFace: "Literata"
    property string textFace: "Atkinson Hyperlegible Next"
    property string digitFace: ""
    property int titleFaceWeight: Font.DemiBold
    property real textFactor: 1
    property real leastLine: 0
    property bool tracked: true

    // --- sizes ---
    readonly property bool landscape: root.windowWidth > root.windowHeight
    readonly property real pxPerMm: Math.sqrt(root.windowWidth * root.windowWidth + root.windowHeight * root.windowHeight) / (root.diagonalInch * 25.4)
    // On small or dense panels dp grows until 66 dp is 20 mm and the smallest capitals are 4.8 mm (standards A8, E1).
    readonly property real dp: Math.max(Math.min(root.windowWidth, root.windowHeight) / root.designWidth, 20 * root.pxPerMm / 66, 4.8 * root.pxPerMm / (26 * 0.668))
    readonly property real widthDp: root.windowWidth / root.dp
    readonly property real heightDp: root.areaHeight / root.dp
    // Reach mode: what can be touched stands below this line, as far up as a person who sits can reach; never so
    // low that less than half the design's width is left. 0 where the whole glass is within reach.
    readonly property real reachTop: root.lowerButtons ? Math.max(0, Math.min(root.windowHeight - (root.reachMm - root.mountHeightMm) * root.pxPerMm, root.windowHeight - 540 * root.dp)) : 0
    readonly property real areaHeight: root.windowHeight - root.reachTop
    readonly property bool narrow: root.widthDp < 900
    readonly property bool largest: root.textPercent >= 200
    // Too low for art above the words, and wide enough for a panel beside them.
    readonly property bool low: root.heightDp < 900
    readonly property bool sidePanel: root.landscape && !root.largest && root.widthDp >= 1500
    readonly property bool art: !root.highContrast && !root.largest && (!root.low || root.sidePanel)
    // What is out of reach in reach mode is for looking at: there is art at every text size, where the words leave it room.
    readonly property bool reachArt: !root.highContrast && root.reachTop > root.dp * 240
    // Where the picture and what is said of it share a small glass, its tools are small too.
    readonly property bool compact: root.low || root.narrow || root.largest
    // The largest words on a small glass: only what must stand over a picture does.
    readonly property bool crowded: root.largest && (root.low || root.narrow)
    readonly property bool tight: (root.lowerButtons || root.largest) && root.widthDp < 760
    readonly property bool _small: root.tight || root.listening && root.compact
    readonly property real tool: root.dp * (root._small ? 66 : root.compact ? 72 : 96)
    readonly property real toolGap: root.dp * (root._small ? 10 : root.compact ? 16 : 20)
    readonly property bool oneColumn: root.narrow || root.largest
    readonly property real margin: root.dp * (root.narrow ? 32 : 56)
    readonly property real gutter: root.dp * (root.lowerButtons ? 18 : 24)
    readonly property real padding: root.dp * 32
    readonly property real target: root.dp * 66

    // --- shape ---
    readonly property real radiusM: root.dp * 24
    readonly property real radiusL: root.dp * 36
    readonly property real radiusXl: root.dp * 48
    // What each pre-baked shadow image holds around its shape, and where its stretchable middle begins (dp, levels 1 to 3).
    readonly property list<real> shadowReach: [30, 80, 140]
    readonly property list<real> shadowInset: [70, 140, 260]
    readonly property real outline: root.dp * 3
    readonly property real markWidth: root.dp * 5
    readonly property real markRoom: root.dp * 4
    readonly property real focusWidth: root.dp * 6
    readonly property real focusGap: root.dp * 4

    // --- colours (light, high contrast) ---
    readonly property color paper: root.highContrast ? "#000000" : "#FBF6EE"
    readonly property color sand: root.highContrast ? "#000000" : "#F3E9DA"
    readonly property color shell: root.highContrast ? "#000000" : "#FFFDF9"
    readonly property color line: root.highContrast ? "#FFFFFF" : "#E3D6C3"
    readonly property color lineStrong: root.highContrast ? "#FFFFFF" : "#8A7C68"
    readonly property color ink: root.highContrast ? "#FFFFFF" : "#1D2B2E"
    readonly property color ink2: root.highContrast ? "#FFFFFF" : "#3F4C4C"
    readonly property color tide: root.highContrast ? "#FFE14D" : "#0F4A52"
    readonly property color tidePress: root.highContrast ? "#FFFFFF" : "#0A373E"
    readonly property color tideSoft: root.highContrast ? "#000000" : "#D9E8E5"
    readonly property color tideSoftPress: root.highContrast ? "#333333" : "#C9DEDA"
    readonly property color tideInk: root.highContrast ? "#000000" : "#FFF9EF"
    readonly property color glow: root.highContrast ? "#FFE14D" : "#FFD98A"
    readonly property color glowInk: root.highContrast ? "#000000" : "#1D2B2E"
    readonly property color focus: root.highContrast ? "#00E5FF" : "#B4512C"
    readonly property color clayInk: root.highContrast ? "#FFFFFF" : "#7A3316"
    readonly property color claySoft: root.highContrast ? "#000000" : "#FBE3D2"
    readonly property color sage: root.highContrast ? "#8CF0B4" : "#5F8F74"
    readonly property color sageInk: root.highContrast ? "#8CF0B4" : "#24503A"
    readonly property color sageSoft: root.highContrast ? "#000000" : "#DDEADF"
    readonly property color honey: root.highContrast ? "#FFC247" : "#A86F0C"
    readonly property color honeyInk: root.highContrast ? "#FFC247" : "#664200"
    readonly property color honeySoft: root.highContrast ? "#000000" : "#FAEBC8"
    readonly property color iris: root.highContrast ? "#C9C4FF" : "#6B67A6"
    readonly property color irisInk: root.highContrast ? "#C9C4FF" : "#3B3774"
    readonly property color irisSoft: root.highContrast ? "#000000" : "#E6E4F3"
    readonly property color track: root.highContrast ? "#777777" : "#E3D6C3"
    readonly property color scrim: root.highContrast ? "#CC000000" : "#9E182224"
    readonly property color night: root.highContrast ? "#000000" : "#0B1114"
    readonly property color nightText: root.highContrast ? "#FFFFFF" : "#FFF9EF"
    readonly property color nightText2: root.highContrast ? "#FFFFFF" : "#C9D3D0"
    readonly property color nightSheet: root.highContrast ? "#000000" : "#152125"
    readonly property color nightBar: root.highContrast ? "#000000" : "#0F191D"
    readonly property color nightRaised: root.highContrast ? "#000000" : "#21323A"
    readonly property color nightPress: root.highContrast ? "#333333" : "#2B3F48"
    readonly property color nightLine: root.highContrast ? "#FFFFFF" : "#3C5258"
    readonly property color nightControl: root.highContrast ? "#FFFFFF" : "#7A9198"
    readonly property color nightFocus: root.highContrast ? "#00E5FF" : "#FFD98A"
    readonly property color glowPress: root.highContrast ? "#FFFFFF" : "#F0C268"
    // What keeps a ring, the lens or a handle apart from light tissue below it.
    readonly property color casing: root.highContrast ? "#000000" : "#D10B1114"
    readonly property color halo: root.highContrast ? "#00000000" : "#33FFD98A"
    readonly property color ringSeen: root.highContrast ? "#FFFFFF" : "#C9D3D0"
    // Where no tissue is, an X-ray film is black.
    readonly property color film: "#000000"
    readonly property color chip: root.highContrast ? "#000000" : "#D90B1114"
    readonly property color tintPeach: root.highContrast ? "#000000" : "#FCE6D3"
    readonly property color tintTide: root.highContrast ? "#000000" : "#D5E7E4"
    readonly property color tintIris: root.highContrast ? "#000000" : "#E6E4F3"
    readonly property color tintSage: root.highContrast ? "#000000" : "#DDEADF"
    readonly property color tintHoney: root.highContrast ? "#000000" : "#FAEBC8"
    readonly property color tintSand: root.highContrast ? "#000000" : "#F1E6D6"
    // What is being said: a ground behind its words and a line below them, on light and on dark sheets.
    readonly property color mark: root.highContrast ? "#0B2E6B" : "#FFF0B8"
    readonly property color markLine: root.highContrast ? "#00E5FF" : "#A34D17"
    readonly property color nightMark: root.highContrast ? "#0B2E6B" : "#3A3413"
    readonly property color nightMarkLine: root.highContrast ? "#00E5FF" : "#FFD98A"
    // A glass outside the opening hours: words that light nobody's room.
    readonly property color dark: "#000000"
    readonly property color darkText: root.highContrast ? "#FFFFFF" : "#98A3A3"
    readonly property color stoneGlyph: root.highContrast ? "#000000" : "#1D2B2E"
    readonly property color salt: root.highContrast ? "#FFFFFF" : "#FFFDF9"
    readonly property color seed: root.highContrast ? "#FFC247" : "#E8C99A"
    readonly property color pea: root.highContrast ? "#8CF0B4" : "#8FBF7A"

    // --- type ---
    // The largest size is at least so large that its capitals are 0.7 degrees high from where people stand (standards A9).
    readonly property real textScale: Math.max(root.textPercent / 100, root.leastSize / (root.dp * 26))
    readonly property real leastSize: root.largest ? 0.7 * Math.PI * root.viewingDistanceMm / 180 * root.pxPerMm / 0.668 : 0
    // Signs beside words grow with them, but less.
    readonly property real iconScale: 1 + (root.textScale - 1) * 0.5
    readonly property real titleScale: 1 + (root.textScale - 1) * 0.35
    readonly property string titleFamily: root.highContrast ? root.textFamily : root.titleFace
    readonly property string textFamily: root.textFace
    readonly property int titleWeight: root.highContrast ? Font.Bold : root.titleFaceWeight
    readonly property real titleFactor: root.titleFamily === root.textFamily ? root.textFactor : 1
    readonly property real titleTracking: root.tracked ? -0.014 : 0
    readonly property TypeStyle attract: TypeStyle {
        family: root.titleFamily
        size: root.dp * (root.low && root.landscape && !root.sidePanel ? 56 : root.narrow ? 68 : root.landscape ? 86 : 104) * root.titleScale
        factor: root.titleFactor
        line: 1.04
        least: root.leastLine
        weight: root.titleWeight
        tracking: root.titleTracking
    }
    readonly property TypeStyle h1: TypeStyle {
        family: root.titleFamily
        size: root.dp * (root.narrow ? 56 : 72) * root.titleScale
        factor: root.titleFactor
        line: 1.11
        least: root.leastLine
        weight: root.titleWeight
        tracking: root.titleTracking
    }
    readonly property TypeStyle nightTitle: TypeStyle {
        family: root.titleFamily
        size: Math.max(root.dp * (root.narrow ? 46 : 60) * root.titleScale, root.body.size)
        factor: root.titleFactor
        line: 1.1
        least: root.leastLine
        weight: root.titleWeight
        tracking: root.titleTracking
    }
    readonly property TypeStyle h2: TypeStyle {
        family: root.titleFamily
        size: Math.max(root.dp * 48 * root.titleScale, root.body.size)
        factor: root.titleFactor
        line: 1.125
        least: root.leastLine
        weight: root.titleWeight
    }
    readonly property TypeStyle h3: TypeStyle {
        family: root.titleFamily
        size: Math.max(root.dp * 38 * root.titleScale, root.body.size)
        factor: root.titleFactor
        line: 1.18
        least: root.leastLine
        weight: root.titleWeight
    }
    readonly property TypeStyle number: TypeStyle {
        family: root.titleFamily
        size: root.dp * 56 * root.titleScale
        factor: root.titleFactor
        line: 1.08
        least: root.leastLine
        weight: root.titleWeight
    }
    // Digits alone: a language's least line height is for its letters.
    readonly property TypeStyle countdown: TypeStyle {
        family: root.digitFace || root.titleFamily
        size: root.dp * (root.narrow ? 104 : 132) * root.titleScale
        factor: root.titleFactor
        line: 1.0
        weight: root.titleWeight
    }
    readonly property TypeStyle lead: TypeStyle {
        family: root.textFamily
        size: root.dp * 36 * root.textScale
        factor: root.textFactor
        line: 1.39
        least: root.leastLine
    }
    readonly property TypeStyle body: TypeStyle {
        family: root.textFamily
        size: root.dp * 32 * root.textScale
        factor: root.textFactor
        line: 1.41
        least: root.leastLine
    }
    readonly property TypeStyle bodyStrong: TypeStyle {
        family: root.textFamily
        size: root.dp * 32 * root.textScale
        factor: root.textFactor
        line: 1.41
        least: root.leastLine
        weight: Font.DemiBold
    }
    readonly property TypeStyle note: TypeStyle {
        family: root.textFamily
        size: root.dp * 30 * root.textScale
        factor: root.textFactor
        line: 1.37
        least: root.leastLine
    }
    readonly property TypeStyle button: TypeStyle {
        family: root.textFamily
        size: root.dp * 36 * root.textScale
        factor: root.textFactor
        line: 1.25
        least: root.leastLine
        weight: Font.DemiBold
    }
    readonly property TypeStyle caption: TypeStyle {
        family: root.textFamily
        size: root.dp * 26 * root.textScale
        factor: root.textFactor
        line: 1.35
        least: root.leastLine
    }
    readonly property TypeStyle captionStrong: TypeStyle {
        family: root.textFamily
        size: root.dp * 26 * root.textScale
        factor: root.textFactor
        line: 1.35
        least: root.leastLine
        weight: Font.DemiBold
    }
    // Over a picture on a small glass words grow less: the picture must keep its third of the glass.
    readonly property real overScale: Math.max(root.narrow || root.low ? 1 + (root.textScale - 1) * 0.2 : root.textScale, root.leastSize / (root.dp * 26))
    readonly property TypeStyle over: TypeStyle {
        family: root.textFamily
        size: root.dp * 26 * root.overScale
        factor: root.textFactor
        line: 1.35
        least: root.leastLine
    }
    readonly property TypeStyle overStrong: TypeStyle {
        family: root.textFamily
        size: root.dp * 26 * root.overScale
        factor: root.textFactor
        line: 1.35
        least: root.leastLine
        weight: Font.DemiBold
    }
    // Digits alone.
    readonly property TypeStyle ringTag: TypeStyle {
        family: root.digitFace || root.textFamily
        size: Math.max(root.dp * 28 * root.titleScale, root.leastSize)
        factor: root.textFactor
        line: 1.1
        weight: Font.Bold
    }

    // The bar grows less, so that the page keeps more of the glass than it does.
    readonly property real barScale: 1 + (root.textScale - 1) * 0.3
    readonly property TypeStyle bar: TypeStyle {
        family: root.textFamily
        size: Math.max(root.dp * 26 * (1 + (root.textScale - 1) * 0.5), root.leastSize)
        factor: root.textFactor
        line: 1.35
        least: root.leastLine
        weight: Font.DemiBold
    }
    // The four text sizes to choose from, each a little larger than the one before.
    readonly property real sizeScale: Math.max(root.titleScale, root.leastSize / (root.dp * 30))
    readonly property TypeStyle sizeStandard: TypeStyle {
        family: root.textFamily
        size: root.dp * 30 * root.sizeScale
        factor: root.textFactor
        line: 1.3
        least: root.leastLine
        weight: Font.DemiBold
    }
    readonly property TypeStyle sizeLarge: TypeStyle {
        family: root.textFamily
        size: root.dp * 36 * root.sizeScale
        factor: root.textFactor
        line: 1.3
        least: root.leastLine
        weight: Font.DemiBold
    }
    readonly property TypeStyle sizeLarger: TypeStyle {
        family: root.textFamily
        size: root.dp * 42 * root.sizeScale
        factor: root.textFactor
        line: 1.3
        least: root.leastLine
        weight: Font.DemiBold
    }
    readonly property TypeStyle sizeLargest: TypeStyle {
        family: root.textFamily
        size: root.dp * 50 * root.sizeScale
        factor: root.textFactor
        line: 1.3
        least: root.leastLine
        weight: Font.DemiBold
    }

    // "Please ask at the desk" in every language, each in its own face.
    readonly property TypeStyle desk: TypeStyle {
        family: root.textFamily
        size: root.dp * (root.low ? 34 : 44)
        line: 1.5
    }

    // --- the front desk ---
    readonly property real keyWidth: root.dp * 216
    readonly property real keyHeight: root.dp * 152
    // A key of the number pad: digits alone.
    readonly property TypeStyle key: TypeStyle {
        family: root.digitFace || root.textFamily
        size: root.dp * 54
        factor: root.textFactor
        line: 1.1
        weight: Font.DemiBold
    }
    // What a resting glass says, read from across a room: in the site's own language, and in the others.
    readonly property TypeStyle rest: TypeStyle {
        family: root.textFamily
        size: root.dp * (root.low || root.narrow ? 68 : 104)
        line: 1.15
        weight: Font.DemiBold
    }
    readonly property TypeStyle restOther: TypeStyle {
        family: root.textFamily
        size: root.dp * (root.low || root.narrow ? 42 : 64)
        line: 1.3
        weight: Font.DemiBold
    }

    readonly property TypeStyle restLong: TypeStyle {
        family: root.textFamily
        size: root.dp * (root.low || root.narrow ? 52 : 74)
        line: 1.2
        weight: Font.DemiBold
    }
    readonly property TypeStyle restOtherLong: TypeStyle {
        family: root.textFamily
        size: root.dp * (root.low || root.narrow ? 36 : 50)
        line: 1.3
        weight: Font.DemiBold
    }

    // --- motion, in milliseconds ---
    readonly property int press: root.lessMotion ? 0 : 90
    readonly property int base: root.lessMotion ? 120 : 260
    readonly property int slow: root.lessMotion ? 0 : 420
    // Less motion: pictures that follow each other cut; what fades is as still at its end.
    readonly property int fade: root.lessMotion ? 0 : 260
    readonly property int ambientStep: 250
    // How far what stands for hours wanders against burn-in, and how often by one pixel.
    readonly property real driftReach: root.dp * 8
    readonly property int driftStep: 25000
    // What follows sooner is not animated: not more than three flashes in a second.
    readonly property int calm: 500
    // So long after somebody has moved a page it does not move by itself.
    readonly property int hers: 8000
    readonly property real slide: root.lessMotion ? 0 : root.dp * 24
    readonly property real pressedScale: root.lessMotion ? 1 : 0.98

    // --- pictures ---
    function icon(name: string, ink: color): string {
        return "image://kiosk/icon/" + name + "?ink=" + ink.toString().replace("#", "");
    }

    // A thing everybody knows, drawn as wide as its picture.
    function thing(name: string): string {
        return "image://kiosk/thing/" + name + "?fit=contain";
    }

    function scene(name: string, options: string): string {
        return "image://kiosk/scene/" + name + "?" + options;
    }

    function photo(name: string, options: string): string {
        return "image://kiosk/photo/" + name + "?" + options;
    }

    // What the way into the explorer shows: a spot of its first picture (x, y and radius in mm).
    readonly property string heroPicture: "explorer-mlo-b"
    readonly property vector3d heroSpot: Qt.vector3d(82.1, 146, 5.2)

    // A part of a drawn mammogram (mm from its top left corner), at the size it is shown; it never mirrors.
    function mammogram(picture: string, box: rect, options: string): string {
        return "image://mammogram/crop/" + picture + "?box=" + [box.left, box.top, box.right, box.bottom].join(",") + options;
    }

    // A page of the site's notice of language help, as it is.
    function notice(number: int): string {
        return "image://kiosk/notice/" + number;
    }

    function pebble(stone: string, variant: int): string {
        return "image://kiosk/pebble/" + (root.highContrast ? "hc-" : "") + stone + "-" + variant % 3;
    }

    function shadow(level: int): string {
        return "image://kiosk/shadow/e" + level;
    }

    function tint(name: string): color {
        return ({
                peach: root.tintPeach,
                tide: root.tintTide,
                iris: root.tintIris,
                sage: root.tintSage,
                honey: root.tintHoney,
                sand: root.tintSand
            })[name] ?? root.tintSand;
    }

    function stone(name: string): color {
        return ({
                sage: root.sage,
                honey: root.honey,
                iris: root.iris
            })[name] ?? root.sage;
    }

    function stoneInk(name: string): color {
        return ({
                sage: root.sageInk,
                honey: root.honeyInk,
                iris: root.irisInk
            })[name] ?? root.sageInk;
    }

    function stoneSoft(name: string): color {
        return ({
                sage: root.sageSoft,
                honey: root.honeySoft,
                iris: root.irisSoft
            })[name] ?? root.sageSoft;
    }
}
