"""The exit codes of `kiosk`. Supervisors rely on them: they never change their meaning."""

ENDED = 0
"""Ended on purpose."""
CONTENT_UNUSABLE = 1
"""Content or settings cannot be used, or `kiosk check` found errors."""
NO_DISPLAY = 2
"""Qt can open no platform. Also the code of a wrong command line, as usual."""
RESTART_WANTED = 3
"""The kiosk asks to be started again."""
