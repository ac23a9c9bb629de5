"""The touch screen as a device: is there one, is it one, can it be read, to which display does it belong.

Owns what the kernel and udev tell. Must not know what fingers do on it: no event is ever read.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.health.doctor.finding import Finding, broken, look, ok
from kiosk.health.doctor.machine import Machine

_INPUT = "/sys/class/input"
_MT_X, _MT_Y = 0x35, 0x36
_ABS_X, _ABS_Y = 0x00, 0x01
_POINTER, _DIRECT = 0, 1
"""Bits of a device's properties: a touch pad points, a touch screen is touched where the picture is."""


class Touching(Struct, frozen=True):
    """One touch screen."""

    event: str
    """Such as event4."""
    name: str
    fingers: bool
    """Whether it tells several fingers apart."""
    output: str
    """The display that udev gives it to; empty for any."""
    turned: bool
    """Whether udev turns what it says."""
    ignored: bool
    """Whether libinput is told to leave it alone."""


def touch_screens(machine: Machine) -> list[Touching]:
    """All touch screens that the kernel knows."""
    return [found for name in machine.below(_INPUT, "event[0-9]*") if (found := _touching(machine, name)) is not None]


def _touching(machine: Machine, place: str) -> Touching | None:
    axes = _bits(machine.text(f"{place}/device/capabilities/abs"))
    told = _bits(machine.text(f"{place}/device/properties"))
    properties = _udev(machine, machine.text(f"{place}/dev"))
    several = {_MT_X, _MT_Y} <= axes
    direct = _DIRECT in told or properties.get("ID_INPUT_TOUCHSCREEN") == "1"
    if not direct or _POINTER in told or not (several or {_ABS_X, _ABS_Y} <= axes):
        return None
    if properties.get("ID_INPUT_TABLET") == "1":
        return None
    return Touching(
        event=place.rsplit("/", 1)[1],
        name=machine.text(f"{place}/device/name"),
        fingers=several,
        output=properties.get("WL_OUTPUT", ""),
        turned="LIBINPUT_CALIBRATION_MATRIX" in properties,
        ignored=properties.get("LIBINPUT_IGNORE_DEVICE") == "1",
    )


def _bits(text: str) -> frozenset[int]:
    """The numbers of the bits in a row of hexadecimal words, the highest word first."""
    try:
        words = [int(word, 16) for word in text.split()]
    except ValueError:
        return frozenset()
    return frozenset(
        64 * place + bit for place, word in enumerate(reversed(words)) for bit in range(64) if word >> bit & 1
    )


def _udev(machine: Machine, number: str) -> dict[str, str]:
    """What udev has noted of the device with that number."""
    lines = machine.text(f"/run/udev/data/c{number}").splitlines() if number else []
    return dict(line[2:].split("=", 1) for line in lines if line.startswith("E:") and "=" in line)


def touch(machine: Machine) -> Iterator[Finding]:
    """Whether patients can touch it."""
    found = touch_screens(machine)
    if not found:
        told = "no touch screen is there; look at its USB cable at both ends"
        yield broken("touch", told, "lsusb  # the panel's controller must be in the list")
        return
    usable = [one for one in found if not one.ignored]
    if not usable:
        told = f"{found[0].name} is there, but a udev rule tells it to be ignored (LIBINPUT_IGNORE_DEVICE)"
        yield broken("touch", told, "grep -rn LIBINPUT_IGNORE_DEVICE /etc/udev/rules.d /usr/lib/udev/rules.d")
        return
    if not any(machine.path(f"/dev/input/{one.event}").exists() for one in usable):
        yield broken("touch", f"{usable[0].name} has no file in /dev/input", "udevadm trigger --subsystem-match=input")
        return
    names = ", ".join(one.name or one.event for one in usable)
    if len(usable) > 1:
        told = f"{len(usable)} touch screens are there ({names}): one of them may be worn out, or not the glass's"
        yield look("touch", told, "libinput list-devices")
    elif not usable[0].fingers:
        told = f"{names} tells one finger alone: the mammogram can be enlarged by its buttons only"
        yield look("touch", told, "libinput list-devices")
    else:
        yield ok("touch", f"{names}, several fingers")
    yield from _mapping(machine, usable)


def _mapping(machine: Machine, found: list[Touching]) -> Iterator[Finding]:
    displays = {
        name.split("-", 1)[1]
        for name in machine.below("/sys/class/drm", "card[0-9]*-*")
        if machine.text(f"{name}/status") == "connected"
    }
    given = [one for one in found if one.output]
    wrong = [one for one in given if displays and one.output not in displays]
    if wrong:
        told = f"{wrong[0].name} belongs to the display {wrong[0].output}, which is not plugged in"
        yield broken("mapping", told, "grep -rn WL_OUTPUT /etc/udev/rules.d")
    elif len(displays) > 1 and len(given) < len(found):
        told = "with several displays a touch may land on the other one: no udev rule says where it belongs (WL_OUTPUT)"
        yield look("mapping", told, "kiosk ctl status  # then the touch check of the staff panel")
    else:
        turned = "; a udev rule turns it" if any(one.turned for one in found) else ""
        yield ok(
            "mapping", f"touches land on the one display{turned}" if not given else f"on {given[0].output}{turned}"
        )
