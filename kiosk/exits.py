"""The exit codes of `kiosk`. Supervisors rely on them: they never change their meaning."""

ENDED = 0
"""Ended on purpose."""
CONTENT_UNUSABLE = 1
"""Content or settings cannot be used, or `kiosk check` found errors."""
NO_DISPLAY = 2
"""Qt can open no platform."""
RESTART_WANTED = 3
"""The kiosk asks to be started again."""
REFUSED = 1
"""`kiosk ctl`: the kiosk refuses; the sentence says why, and what to do."""
NO_KIOSK = 4
"""`kiosk ctl`: no kiosk answers."""
WRONG_COMMAND_LINE = 64
"""Not 2, as usual elsewhere: a supervisor must be able to tell a typing mistake from a missing display."""
