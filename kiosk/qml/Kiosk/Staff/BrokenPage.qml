import Kiosk.Theme

// "Please ask at the desk": staff have set the kiosk out of order.
RestCard {
    iconName: "chat"
    first: Theme.restLong
    other: Theme.restOtherLong
}
