"""Whether the kiosk is all right: its heartbeat, its faults, its hours. Knows no Qt."""
