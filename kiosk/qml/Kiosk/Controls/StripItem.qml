import Kiosk.Theme

// One way in the strip over the bar: as low as a target may be.
BarItem {
    soft: true
    beside: true
    topPadding: Theme.dp * 4
    bottomPadding: Theme.dp * 4
}
