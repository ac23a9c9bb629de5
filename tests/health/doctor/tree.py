"""A machine made of files: little /sys, /proc and /run trees, and commands that answer what a test says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kiosk.health.doctor.finding import Finding, Verdict
from kiosk.health.doctor.machine import Machine, Said

Answers = Mapping[str, str | Said]
_NOTHING: Mapping[str, str | bytes] = {}
_SILENT: Answers = {}


class Commands:
    """Answers a command by how it begins; one that is not named is not installed."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.asked: list[str] = []

    def __call__(self, words: Sequence[str]) -> Said | None:
        line = " ".join(words)
        self.asked.append(line)
        for start, answer in self._answers.items():
            if start in line:
                return answer if isinstance(answer, Said) else Said(0, answer)
        return None


def machine(
    root: Path, files: Mapping[str, str | bytes] = _NOTHING, commands: Answers = _SILENT, uid: int = 0
) -> Machine:
    """A machine with these files, whose commands answer so."""
    for name, content in files.items():
        path = root / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Machine(root, Commands(commands), uid)


def seen(findings: Iterable[Finding]) -> dict[str, Verdict]:
    """Each finding's verdict by its name; all of them can be read, and none that is not well lacks its mend."""
    found = list(findings)
    for one in found:
        assert one.told and not one.told.endswith("."), one
        assert (one.mend == "") == (one.verdict is Verdict.OK), one
    return {one.name: one.verdict for one in found}


def edid(width_mm: int = 0, height_mm: int = 0, width_cm: int = 0, height_cm: int = 0) -> bytes:
    """128 bytes of a display that says it is so large."""
    block = bytearray(128)
    block[:8] = b"\x00\xff\xff\xff\xff\xff\xff\x00"
    block[21], block[22] = width_cm, height_cm
    block[54:56] = b"\x02\x3a"
    block[66], block[67] = width_mm & 0xFF, height_mm & 0xFF
    block[68] = (width_mm >> 8) << 4 | height_mm >> 8
    block[127] = -sum(block) % 256
    return bytes(block)


def bits(*numbers: int) -> str:
    """A row of hexadecimal words as /sys has it."""
    value = sum(1 << number for number in numbers)
    words: list[str] = []
    while value or not words:
        words.append(f"{value & (1 << 64) - 1:x}")
        value >>= 64
    return " ".join(reversed(words))


def display(name: str = "HDMI-A-1", data: bytes = b"", status: str = "connected") -> dict[str, str | bytes]:
    """The files of one display output."""
    base = f"/sys/class/drm/card1-{name}"
    return {f"{base}/status": f"{status}\n", f"{base}/edid": data, f"{base}/modes": "1920x1080\n1280x720\n"}


def panel(
    number: int = 4, name: str = "eGalax touch", axes: str = "", udev: Sequence[str] = ()
) -> dict[str, str | bytes]:
    """The files of one touch screen."""
    base = f"/sys/class/input/event{number}"
    return {
        f"{base}/device/name": f"{name}\n",
        f"{base}/device/capabilities/abs": (axes or bits(0, 1, 0x2F, 0x35, 0x36, 0x39)) + "\n",
        f"{base}/device/properties": "2\n",
        f"{base}/dev": f"13:{64 + number}\n",
        f"/dev/input/event{number}": "",
        f"/run/udev/data/c13:{64 + number}": "".join(f"E:{line}\n" for line in ("ID_INPUT_TOUCHSCREEN=1", *udev)),
    }
