"""A real touch screen without hardware: Xorg's dummy video and its `inputtest` driver, ten fingers, from outside.

    with TouchRig(width=1080, height=1920) as rig:  # needs xserver-xorg-core, xserver-xorg-video-dummy
        app = subprocess.Popen([...], env=rig.env())
        rig.tap(540, 960)
        rig.pinch((540, 1200), start=100, end=420)

`screenshot` needs ImageMagick's import. As an ordinary user Xorg needs `allowed_users=anybody` in
/etc/X11/Xwrapper.config. The socket is open to all local users: for test machines only.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

_CONF = """
Section "ServerFlags"
 Option "AutoAddDevices" "false"
 Option "DontVTSwitch" "true"
 Option "DontZap" "true"
EndSection
Section "Device"
 Identifier "d"
 Driver "dummy"
 VideoRam 256000
EndSection
Section "Monitor"
 Identifier "m"
 HorizSync 5-1000
 VertRefresh 5-200
 Modeline "{w}x{h}" {clock:.2f} {w} {w1} {w2} {w3} {h} {h1} {h2} {h3}
EndSection
Section "Screen"
 Identifier "s"
 Device "d"
 Monitor "m"
 DefaultDepth 24
 SubSection "Display"
  Depth 24
  Modes "{w}x{h}"
  Virtual {w} {h}
 EndSubSection
EndSection
Section "InputDevice"
 Identifier "touch"
 Driver "inputtest"
 Option "SocketPath" "{sock}"
 Option "DeviceType" "Touch"
 Option "TouchCount" "10"
 Option "PointerHasAbsolute" "true"
EndSection
Section "ServerLayout"
 Identifier "l"
 Screen "s"
 InputDevice "touch" "CorePointer"
EndSection
"""
# XI2 touch events; the protocol is that of Xorg's xf86-input-inputtest, version 1.1.
_BEGIN, _UPDATE, _END = 18, 19, 20
_FLAGS = ("-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp")


class TouchRig:
    """An X server with one ten-finger touch device; coordinates are screen pixels."""

    def __init__(self, width: int = 1080, height: int = 1920) -> None:
        self.width, self.height = width, height
        self.display = ""
        """Such as ":1"; Xorg picks a free one."""
        self._folder = tempfile.TemporaryDirectory()
        self._fingers = 0

    @staticmethod
    def available() -> bool:
        """Whether this machine has the X server."""
        return shutil.which("Xorg") is not None

    def __enter__(self) -> Self:
        folder = Path(self._folder.name)
        door = folder / "touch.sock"
        self._configure(folder / "xorg.conf", door)
        self._log = (folder / "xorg.out").open("wb")
        self._xorg, number = self._start(folder)
        if not number:
            self._stop()
            told = (folder / "xorg.out").read_text(errors="replace")[-800:]
            self._folder.cleanup()
            raise RuntimeError(f"Xorg did not start: {told}")
        self.display = f":{number}"
        self._socket = socket.socket(socket.AF_UNIX)
        if not self._connect(door):
            self._stop()
            self._folder.cleanup()
            raise RuntimeError("no touch device: is xserver-xorg-core's inputtest driver installed?")
        self._socket.settimeout(5)
        self._send(0, struct.pack("<HH", 1, 1))
        self._socket.recv(64)
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._stop()
        self._folder.cleanup()

    def env(self) -> dict[str, str]:
        """The environment in which a program sees this screen."""
        kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        return kept | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def tap(self, x: float, y: float, hold: float = 0.06) -> None:
        """One finger down and up again after `hold` seconds."""
        finger = self._finger()
        self._touch(finger, _BEGIN, x, y)
        time.sleep(hold)
        self._touch(finger, _END, x, y)

    def swipe(
        self, start: tuple[float, float], end: tuple[float, float], steps: int = 20, seconds: float = 0.3
    ) -> None:
        """One finger drawn from `start` to `end`."""
        finger = self._finger()
        (x, y), (x2, y2) = start, end
        self._touch(finger, _BEGIN, x, y)
        for step in range(1, steps + 1):
            self._touch(finger, _UPDATE, x + (x2 - x) * step / steps, y + (y2 - y) * step / steps)
            time.sleep(seconds / steps)
        self._touch(finger, _END, x2, y2)

    def pinch(self, at: tuple[float, float], start: float, end: float, steps: int = 20) -> None:
        """Two fingers on a level line through `at`, their distance going from `start` to `end` pixels in 0.4 s."""
        left, right = self._finger(), self._finger()
        x, y = at
        self._touch(left, _BEGIN, x - start / 2, y)
        self._touch(right, _BEGIN, x + start / 2, y)
        for step in range(1, steps + 1):
            half = (start + (end - start) * step / steps) / 2
            self._touch(left, _UPDATE, x - half, y)
            self._touch(right, _UPDATE, x + half, y)
            time.sleep(0.4 / steps)
        self._touch(left, _END, x - end / 2, y)
        self._touch(right, _END, x + end / 2, y)

    def palm(self, x: float, y: float, fingers: int = 10, spread: float = 60) -> None:
        """`fingers` contacts at once around a point, then all up."""
        contacts = [
            (self._finger(), x + spread * (number % 4 - 1.5), y + spread * (number // 4 - 1))
            for number in range(fingers)
        ]
        for finger, at_x, at_y in contacts:
            self._touch(finger, _BEGIN, at_x, at_y)
        time.sleep(0.1)
        for finger, at_x, at_y in contacts:
            self._touch(finger, _END, at_x, at_y)

    def sweep(self, start: tuple[float, float], end: tuple[float, float], fingers: int, spread: float = 60) -> None:
        """`fingers` side by side, all drawn from `start` to `end` at once within 0.2 s."""
        contacts = [(self._finger(), spread * (number - (fingers - 1) / 2)) for number in range(fingers)]
        (x, y), (x2, y2) = start, end
        level = abs(x2 - x) > abs(y2 - y)
        for step in range(11):
            kind = _BEGIN if step == 0 else _UPDATE
            at_x, at_y = x + (x2 - x) * step / 10, y + (y2 - y) * step / 10
            for finger, beside in contacts:
                self._touch(finger, kind, at_x + (0 if level else beside), at_y + (beside if level else 0))
            time.sleep(0.02)
        for finger, beside in contacts:
            self._touch(finger, _END, x2 + (0 if level else beside), y2 + (beside if level else 0))

    def screenshot(self, path: Path) -> None:
        """PNG of the whole screen."""
        subprocess.run(["import", "-window", "root", path], env=self.env(), check=True, timeout=30)

    def _configure(self, path: Path, door: Path) -> None:
        w, h = self.width, self.height
        porch = {"w1": w + 88, "w2": w + 200, "w3": w + 400, "h1": h + 1, "h2": h + 4, "h3": h + 69}
        clock = (w + 400) * (h + 69) * 60 / 1e6  # MHz for 60 pictures a second
        path.write_text(_CONF.format(w=w, h=h, sock=door, clock=clock, **porch), encoding="utf-8")

    def _start(self, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
        """Xorg and the display number it tells, empty when it did not come up."""
        ready, told = os.pipe()
        files = ["-config", str(folder / "xorg.conf"), "-logfile", str(folder / "xorg.log")]
        xorg = subprocess.Popen(
            ["Xorg", "-displayfd", str(told), *files, *_FLAGS],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            pass_fds=[told],
        )
        os.close(told)
        with os.fdopen(ready) as answer:
            return xorg, answer.readline().strip()

    def _connect(self, door: Path) -> bool:
        for _ in range(200):
            try:
                self._socket.connect(str(door))
            except OSError:
                time.sleep(0.05)
            else:
                return True
        return False

    def _stop(self) -> None:
        self._xorg.terminate()
        try:
            self._xorg.wait(10)
        except subprocess.TimeoutExpired:
            self._xorg.kill()
            self._xorg.wait()
        self._log.close()

    def _finger(self) -> int:
        self._fingers += 1
        return self._fingers

    def _send(self, kind: int, body: bytes) -> None:
        self._socket.sendall(struct.pack("<II", 8 + len(body), kind) + body)

    def _touch(self, finger: int, kind: int, x: float, y: float) -> None:
        values = [x * 65535 / self.width, y * 65535 / self.height] + [0.0] * 62
        mask = bytes([3]) + b"\0" * 11
        self._send(6, struct.pack("<III", finger, kind, 0) + mask + struct.pack("<64d", *values) + b"\0" * 512)
        self._send(1, b"")  # wait until the server has taken it
        self._socket.recv(64)
