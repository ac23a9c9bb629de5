"""The whole kiosk from outside: a child process on a real X server, touched by real fingers."""
