"""Every way out of a kiosk that is known, and where it is tried: here with keys and fingers, or on hardware by hand.

The lines are those that people who break kiosks go by. What no injected key or touch can try stands in
docs/hardware-test.md, under the heading named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.deploy.machine import SIZE
from tests.rig.touch_rig import TouchRig

HARDWARE = Path(__file__).parents[2] / "docs" / "hardware-test.md"
_W, _H = SIZE
Hand = Callable[[TouchRig], None]


def _rapid(rig: TouchRig) -> None:
    for number in range(60):
        rig.tap(_W * 0.05 + number * 3, _H * 0.8, hold=0.0)


KEYS: Mapping[str, tuple[str, ...]] = {
    "Alt+F4": ("alt+F4",),
    "Ctrl+Alt+Fn": tuple(f"ctrl+alt+F{number}" for number in range(1, 13)),
    "Ctrl+Alt+Backspace": ("ctrl+alt+BackSpace",) * 2,
    "Ctrl+Alt+Del": ("ctrl+alt+Delete",) * 7,
    "Super": ("super", "super+d", "super+r", "super+l", "super+Tab"),
    "Menu": ("Menu",),
    "F1": ("F1",),
    "five times Shift": ("shift",) * 5,
    "eight seconds Shift": ("shift+Shift_R",),
    "Ctrl+N": ("ctrl+n",),
    "Ctrl+O": ("ctrl+o",),
    "Ctrl+P": ("ctrl+p",),
    "Ctrl+S": ("ctrl+s",),
    "Ctrl+R": ("ctrl+r",),
    "Ctrl+L": ("ctrl+l",),
    "Ctrl+H": ("ctrl+h",),
    "Ctrl+T": ("ctrl+t",),
    "Ctrl+W and Ctrl+Q": ("ctrl+w", "ctrl+q"),
    "F3": ("F3",),
    "F6": ("F6",),
    "F11": ("F11",),
    "F12 and Ctrl+Shift+I": ("F12", "ctrl+shift+i"),
    "Ctrl+Shift+Esc": ("ctrl+shift+Escape",),
    "Ctrl+Esc": ("ctrl+Escape",),
    "Ctrl+C and Ctrl+Z": ("ctrl+c", "ctrl+z", "ctrl+backslash"),
    "Ctrl+A, Ctrl+C, Ctrl+V": ("ctrl+a", "ctrl+c", "ctrl+v"),
    "Shift+F10": ("shift+F10",),
    "Alt+Tab": ("alt+Tab", "alt+shift+Tab"),
    "Alt+Esc": ("alt+Escape",),
    "Alt+Space": ("alt+space",),
    "Alt+F2": ("alt+F2",),
    "Print": ("Print", "alt+Print", "shift+Print"),
    "SysRq keys": ("alt+Print+b", "alt+Print+k"),
}
"""Keys pressed one after the other, by X's names."""

TOUCHES: Mapping[str, Hand] = {
    "swipe from the left edge": lambda rig: rig.swipe((0, _H / 2), (_W * 0.6, _H / 2), seconds=0.1),
    "swipe from the right edge": lambda rig: rig.swipe((_W - 1, _H / 2), (_W * 0.4, _H / 2), seconds=0.1),
    "swipe from the upper edge": lambda rig: rig.swipe((_W / 4, 0), (_W / 4, _H * 0.7), seconds=0.1),
    "swipe from the lower edge": lambda rig: rig.swipe((_W / 4, _H - 1), (_W / 4, _H * 0.3), seconds=0.1),
    "three-finger swipe": lambda rig: rig.sweep((_W / 2, _H * 0.8), (_W / 2, _H * 0.2), 3),
    "four-finger swipe": lambda rig: rig.sweep((_W * 0.8, _H / 2), (_W * 0.2, _H / 2), 4),
    "five-finger pinch": lambda rig: rig.sweep((_W / 2, _H * 0.2), (_W / 2, _H * 0.8), 5),
    "ten fingers at once": lambda rig: rig.palm(_W / 4, _H / 2, 10),
    "rapid taps": _rapid,
    "a finger held for two seconds": lambda rig: rig.tap(_W / 4, _H / 2, hold=2.0),
}
"""What hands do to the glass."""

BY_HAND: Mapping[str, str] = {
    "power button": "Power button",
    "power cut": "Power cut",
    "display unplugged": "Display unplugged",
    "touch panel unplugged": "Touch panel unplugged",
    "second display": "Two displays",
    "USB keyboard": "USB keyboard",
    "USB stick": "USB stick",
    "virtual terminals on the real console": "Virtual terminals",
    "Magic SysRq": "Magic SysRq",
    "boot menu edited": "Boot menu",
    "BIOS and start from a stick": "BIOS",
    "network cable": "Network cable",
    "suspend and lid": "Suspend",
    "headset jack": "Headset jack",
    "buttons of the display": "Buttons of the display",
}
"""What only hardware can answer: the heading on the page that IT works through."""

LIST = """
Alt+F4; Ctrl+Alt+Fn; Ctrl+Alt+Backspace; Ctrl+Alt+Del; Super; Menu; F1; five times Shift; eight seconds Shift; Ctrl+N;
Ctrl+O; Ctrl+P; Ctrl+S; Ctrl+R; Ctrl+L; Ctrl+H; Ctrl+T; Ctrl+W and Ctrl+Q; F3; F6; F11; F12 and Ctrl+Shift+I;
Ctrl+Shift+Esc; Ctrl+Esc; Ctrl+C and Ctrl+Z; Ctrl+A, Ctrl+C, Ctrl+V; Shift+F10; Alt+Tab; Alt+Esc; Alt+Space; Alt+F2;
Print; SysRq keys; swipe from the left edge; swipe from the right edge; swipe from the upper edge; swipe from the lower
edge; three-finger swipe; four-finger swipe; five-finger pinch; ten fingers at once; rapid taps; a finger held for two
seconds; power button; power cut; display unplugged; touch panel unplugged; second display; USB keyboard; USB stick;
virtual terminals on the real console; Magic SysRq; boot menu edited; BIOS and start from a stick; network cable;
suspend and lid; headset jack; buttons of the display
"""
"""The whole list. What is on it and nowhere above, nobody tries."""


def listed() -> set[str]:
    return {" ".join(line.split()) for line in LIST.split(";")}


def untried(lines: set[str], page: str) -> set[str]:
    """What of the list is neither tried here nor stands on the page for hardware."""
    by_hand = {line for line, heading in BY_HAND.items() if f"**{heading}.**" in page}
    return lines - set(KEYS) - set(TOUCHES) - by_hand
