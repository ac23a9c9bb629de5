// "Back soon": staff have stopped the kiosk for a while.

RestCard {
    iconName: "clock"
}
