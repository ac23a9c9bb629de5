"""The kiosk's control from outside the glass: a small versioned protocol on a local socket. Knows no Qt."""
