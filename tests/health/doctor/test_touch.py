"""The doctor looks for a touch screen: what the kernel and udev say of it, a tree of files for each case."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.touch import touch, touch_screens
from tests.health.doctor.tree import bits, display, machine, panel, seen

OK, LOOK, BROKEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN
PAD = panel(5, "Touch pad") | {
    "/sys/class/input/event5/device/properties": "5\n",
    "/run/udev/data/c13:69": "E:ID_INPUT_TOUCHPAD=1\n",
}
MOUSE = panel(6, "Mouse", bits(0)) | {"/sys/class/input/event6/device/properties": "0\n", "/run/udev/data/c13:70": ""}
LOST = {name: data for name, data in panel().items() if not name.startswith("/dev/input")}


CASES = [
    pytest.param(panel() | display(), {"touch": OK, "mapping": OK}, id="right"),
    pytest.param(panel() | PAD | MOUSE | display(), {"touch": OK, "mapping": OK}, id="among others"),
    pytest.param(panel(axes=bits(0, 1)) | display(), {"touch": LOOK, "mapping": OK}, id="one finger"),
    pytest.param(panel() | panel(7, "Second panel") | display(), {"touch": LOOK, "mapping": OK}, id="two"),
    pytest.param(panel() | display() | display("DP-1"), {"touch": OK, "mapping": LOOK}, id="two displays"),
    pytest.param(
        panel(udev=["WL_OUTPUT=DP-1"]) | display() | display("DP-1"), {"touch": OK, "mapping": OK}, id="mapped"
    ),
    pytest.param(panel(udev=["WL_OUTPUT=DP-9"]) | display(), {"touch": OK, "mapping": BROKEN}, id="wrong display"),
    pytest.param(panel(udev=["LIBINPUT_IGNORE_DEVICE=1"]) | display(), {"touch": BROKEN}, id="ignored"),
    pytest.param(LOST | display(), {"touch": BROKEN}, id="no node"),
    pytest.param(PAD | MOUSE | display(), {"touch": BROKEN}, id="none"),
    pytest.param({"/sys/class/input/event0/device/capabilities/abs": "no number"}, {"touch": BROKEN}, id="nonsense"),
    pytest.param({}, {"touch": BROKEN}, id="empty"),
]


@pytest.mark.parametrize(
    ("files", "verdicts"),
    CASES,
)
def test_the_touch_screen(tmp_path: Path, files: dict[str, str | bytes], verdicts: dict[str, Verdict]) -> None:
    assert seen(touch(machine(tmp_path, files))) == verdicts


def test_a_touch_screen_is_described(tmp_path: Path) -> None:
    rule = ["LIBINPUT_CALIBRATION_MATRIX=0 -1 1 1 0 0"]
    [found] = touch_screens(machine(tmp_path, panel(12, "ILITEK", udev=rule)))
    assert (found.event, found.name, found.fingers, found.turned, found.ignored) == (
        "event12",
        "ILITEK",
        True,
        True,
        False,
    )
