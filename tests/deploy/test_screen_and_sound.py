"""The glass of the installed kiosk: turned with its touches, switched off and on, and heard through the walls."""

from __future__ import annotations

import array
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QTransform

from kiosk.deploy.system import HERE
from tests.deploy.machine import KIOSK, SITE, SIZE, SOUND, Machine, booted
from tests.e2e.glass import Point
from tests.e2e.likeness import alike
from tests.e2e.twin import Twin

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(shutil.which("systemd-nspawn") is None, reason="without systemd-nspawn"),
]
_W, _H = SIZE
_LOUD = 1000
_PIPE = (
    "load-module module-pipe-sink file=/run/imaging-kiosk-sound/heard format=s16le rate=22050 channels=1"
    " use_system_clock_for_timing=yes\n"
)
_SCREEN = "XDG_RUNTIME_DIR=/run/imaging-kiosk/wayland WAYLAND_DISPLAY=wayland-0 /usr/lib/imaging-kiosk/screen"
_LIT = "XDG_RUNTIME_DIR=/run/imaging-kiosk/wayland WAYLAND_DISPLAY=wayland-0 wlr-randr"


@pytest.fixture(scope="module")
def machine(installed: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine whose sound card is a pipe."""
    sound = (HERE / "etc" / "sound.pa").read_text(encoding="utf-8")
    more = {"/usr/share/imaging-kiosk/sound.pa": sound + _PIPE}
    with booted(installed, tmp_path_factory.mktemp("glass"), more) as made:
        yield made


class Looks:
    """What a kiosk of some size must look like, and where it is touched."""

    def __init__(self, site: Path, size: tuple[int, int]) -> None:
        site.write_text(SITE, encoding="utf-8")
        twin = Twin(site, size)
        self.first: QImage = twin.picture()
        self.english: Point = twin.control("English")
        self.listen: Point = twin.control("Listen")
        twin.close()


def _matrix(machine: Machine) -> Callable[[Point], Point]:
    """How the rule for a real touch panel turns a touch, both in shares of the glass."""
    told = machine.run("/usr/lib/imaging-kiosk/screen", "matrix").strip().partition("=")[2]
    a, b, c, d, e, f = map(float, told.split())
    return lambda at: (a * at[0] + b * at[1] + c, d * at[0] + e * at[1] + f)


@pytest.mark.parametrize("degrees", [90, 180, 270, 0])
def test_the_picture_is_turned_and_touches_turn_with_it(
    qapp: object, machine: Machine, tmp_path: Path, degrees: int
) -> None:
    upright = degrees in (90, 270)
    wide, high = (_H, _W) if upright else SIZE
    looks = Looks(tmp_path / "site.yaml", (wide, high))
    machine.shell(f"printf '%s' '{SITE}screen: {{rotation: {degrees}}}\n' > /etc/imaging-kiosk/site.yaml")
    machine.afresh()
    turned = looks.first.transformed(QTransform().rotate(-degrees))
    machine.until(lambda: alike(machine.picture(), turned), f"the picture is not turned by {degrees} degrees")
    x, y = looks.english
    there: Point = {0: (x, y), 90: (y, _H - x), 180: (_W - x, _H - y), 270: (_W - y, x)}[degrees]
    machine.rig.tap(*there)
    machine.until(lambda: not alike(machine.picture(), turned), "the touch does not turn with the picture")
    share = _matrix(machine)((there[0] / _W, there[1] / _H))
    assert share == pytest.approx((x / wide, y / high))


def test_the_screen_goes_off_and_on_again_and_the_kiosk_with_it(machine: Machine) -> None:
    machine.afresh()
    machine.plant("WatchdogSec=3")
    machine.run("systemctl", "restart", KIOSK)
    before, pid = machine.picture(), machine.pid
    machine.run("sh", "-c", f"{_SCREEN} off", user="kiosk")
    assert "Enabled: no" in machine.run("sh", "-c", _LIT, user="kiosk")
    for _ in range(2):  # nothing is drawn, and the kiosk is alive
        beat = machine.show(KIOSK, "WatchdogTimestampMonotonic")
        machine.until(
            lambda old=beat: machine.show(KIOSK, "WatchdogTimestampMonotonic") != old,  # type: ignore[misc]
            "no sign of life comes",
        )
    machine.run("sh", "-c", f"{_SCREEN} on", user="kiosk")
    assert "Enabled: yes" in machine.run("sh", "-c", _LIT, user="kiosk")
    machine.until(lambda: alike(machine.picture(), before), "the picture does not come back")
    assert machine.pid == pid
    assert machine.show(KIOSK, "NRestarts") == "0"


def test_a_page_is_heard_through_the_walls(qapp: object, machine: Machine, tmp_path: Path) -> None:
    looks = Looks(tmp_path / "site.yaml", SIZE)
    machine.shell(f"printf '%s' '{SITE}' > /etc/imaging-kiosk/site.yaml")
    machine.afresh()
    machine.comes(SOUND)
    machine.until(lambda: "heard" in machine.shell("ls /run/imaging-kiosk-sound"), "there is no sound card")
    machine.shell("timeout 15 cat /run/imaging-kiosk-sound/heard > /var/heard.raw 2> /dev/null &")
    machine.rig.tap(*looks.listen)
    heard = machine.upper / "var/heard.raw"

    def loud() -> bool:
        data = heard.read_bytes() if heard.exists() else b""
        return max(map(abs, array.array("h", data[: len(data) // 2 * 2])), default=0) > _LOUD

    machine.until(loud, "nothing is heard", 10)
    assert "speech-dispatch" in {name[:15] for name in machine.programs().values()}
    log = "/run/imaging-kiosk/wayland/speech-dispatcher/log/speech-dispatcher.log"
    assert machine.run("stat", "-L", "-c", "%F", log).strip() == "character special file"
    assert int(machine.shell("du -s -k /run/imaging-kiosk").split()[0]) < 1000
