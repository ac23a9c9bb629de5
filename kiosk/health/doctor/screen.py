"""The display: is one plugged in, how large is it, how does it stand, what draws on it.

Owns what the kernel and the compositor tell of it. Must not know Qt: what is drawn where is the machine's own word.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from kiosk import paths
from kiosk.health.doctor import edid
from kiosk.health.doctor.finding import Finding, broken, look, ok
from kiosk.health.doctor.machine import Machine

_DRM = "/sys/class/drm"
_SHARE = 0.06
"""So much may the two sizes differ: panels are sold in rounded inches."""
_WAYLAND = f"{paths.SYSTEM_RUN}/wayland"


class _Mode(Struct, frozen=True):
    width: int = 0
    height: int = 0
    current: bool = False


class _Output(Struct, frozen=True):
    """As `wlr-randr --json` has it."""

    name: str = ""
    enabled: bool = True
    modes: tuple[_Mode, ...] = ()
    transform: str = "normal"


def display(machine: Machine, diagonal_inch: float) -> Iterator[Finding]:
    """Whether one is plugged in, and whether it is as large as the settings say."""
    connectors = machine.below(_DRM, "card[0-9]*-*")
    if not connectors:
        yield broken(
            "display", "the kernel knows no display output; is the graphics driver there?", "ls /sys/class/drm"
        )
        return
    there = [name for name in connectors if machine.text(f"{name}/status") == "connected"]
    if not there:
        yield broken(
            "display", "no display is plugged in, or it is switched off", f"cat {_DRM}/card*-*/status  # after plugging"
        )
        return
    names = ", ".join(name.split("-", 1)[1] for name in there)
    if len(there) > 1:
        told = f"{len(there)} displays are plugged in ({names}); the kiosk is made for one"
        yield look("display", told, "unplug the other one, then: systemctl restart imaging-kiosk")
    else:
        yield ok("display", f"one display is plugged in ({names})")
    yield _size(machine, there[0], diagonal_inch)


def _size(machine: Machine, connector: str, wished: float) -> Finding:
    found = edid.size(machine.bytes(f"{connector}/edid"))
    if found is None:
        told = f"the display does not say how large it is; the settings say {wished:g} inches: measure the picture"
        return look("size", told, "kiosk calibrate")
    said = found.diagonal_inch
    told = f"{found.width} x {found.height} mm by the display itself, {said:.1f} inches"
    if abs(said - wished) > wished * _SHARE:
        told = f"{told}; {wished:g} by the settings. Displays often tell wrong sizes: measure the picture"
        return look("size", told, "kiosk calibrate")
    return ok("size", f"{told}; {wished:g} by the settings")


def picture(machine: Machine) -> Iterator[Finding]:
    """Resolution and rotation: as the compositor shows it while it runs, else what the display can do."""
    for output in _outputs(machine):
        mode = next((mode for mode in output.modes if mode.current), None)
        if not output.enabled or mode is None:
            yield look(
                "picture", f"the output {output.name} is switched off just now", "systemctl restart imaging-kiosk"
            )
            continue
        turned = output.transform.removeprefix("flipped-") in ("90", "270")
        wide, high = (mode.height, mode.width) if turned else (mode.width, mode.height)
        way = "upright" if high > wide else "wide"
        by = f", turned by {output.transform} degrees" if output.transform != "normal" else ""
        told = f"{wide} x {high}, {way}{by}"
        if min(wide, high) < 720:
            yield look("picture", f"{told}: too few pixels for sharp letters", "wlr-randr")
        else:
            yield ok("picture", told)
        return
    for connector in machine.below(_DRM, "card[0-9]*-*"):
        if machine.text(f"{connector}/status") == "connected":
            first = machine.text(f"{connector}/modes").splitlines()[:1]
            if first:
                pixels = first[0].replace("x", " x ")
                told = f"the display can show {pixels}; how it is turned is seen while the kiosk runs"
                yield ok("picture", told)
            else:
                yield look("picture", "the display names no resolution; look at its cable", f"cat {connector}/modes")
            return


def _outputs(machine: Machine) -> tuple[_Output, ...]:
    """What the compositor that shows the kiosk says; nothing where it may not be asked."""
    sockets = [name for name in machine.below(_WAYLAND, "wayland-*") if not name.endswith(".lock")]
    if not sockets:
        return ()
    asked = ("env", f"XDG_RUNTIME_DIR={_WAYLAND}", f"WAYLAND_DISPLAY={sockets[0].rsplit('/', 1)[1]}")
    said = machine.run((*asked, "wlr-randr", "--json"))
    if said is None or said.code != 0:
        return ()
    try:
        return msgspec.json.decode(said.text, type=tuple[_Output, ...])
    except msgspec.MsgspecError:
        return ()


def renderer(machine: Machine) -> Iterator[Finding]:
    """Who draws: a graphics card, or the processor."""
    nodes = machine.below("/dev/dri", "renderD*")
    if not nodes:
        told = "no graphics card can be used: the processor draws everything, and moving pictures may stutter"
        yield look("graphics", told, "apt install firmware-linux-nonfree  # then restart the machine")
        return
    name = nodes[0].rsplit("/", 1)[1]
    driver = machine.path(f"{_DRM}/{name}/device/driver")
    by = driver.resolve().name if driver.exists() else ""
    if by in ("bochs-drm", "simple-framebuffer", "vkms", "simpledrm"):
        yield look("graphics", f"the driver {by} draws without a graphics card; it may stutter", "lspci -k")
    else:
        yield ok("graphics", f"drawn by the graphics card ({by or name})")
