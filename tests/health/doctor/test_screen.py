"""The doctor looks at display, picture and graphics: a tree of files for each case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.health.doctor import edid as edids
from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.screen import display as look_at_display
from kiosk.health.doctor.screen import picture, renderer
from tests.health.doctor.tree import display, edid, machine, seen

OK, LOOK, BROKEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN
INCH_27 = edid(597, 336, 60, 34)


@pytest.mark.parametrize(
    ("files", "verdicts"),
    [
        (display(data=INCH_27), {"display": OK, "size": OK}),
        (display(data=edid(width_cm=60, height_cm=34)), {"display": OK, "size": OK}),
        (display(data=edid(344, 194)), {"display": OK, "size": LOOK}),
        (display(data=edid(16, 9, 16, 9)), {"display": OK, "size": LOOK}),
        (display(data=b"\0" * 128), {"display": OK, "size": LOOK}),
        (display(data=INCH_27[:60]), {"display": OK, "size": LOOK}),
        (display(data=INCH_27) | display("DP-1", INCH_27), {"display": LOOK, "size": OK}),
        (display(data=INCH_27) | display("DP-1", status="disconnected"), {"display": OK, "size": OK}),
        (display(status="disconnected"), {"display": BROKEN}),
        ({}, {"display": BROKEN}),
    ],
    ids=[
        "right",
        "centimeters",
        "other size",
        "a shape",
        "no header",
        "cut off",
        "two",
        "one of two",
        "none",
        "no driver",
    ],
)
def test_the_display_and_what_it_says_of_its_size(
    tmp_path: Path, files: dict[str, str | bytes], verdicts: dict[str, Verdict]
) -> None:
    assert seen(look_at_display(machine(tmp_path, files), 27.0)) == verdicts


@pytest.mark.parametrize(
    "data",
    [
        edid(160, 90, 16, 9),
        edid(160, 100, 16, 10),
        edid(1600, 900, 160, 90),
        edid(1600, 1000, 160, 100),
        edid(width_cm=160, height_cm=100),
        edid(width_cm=10, height_cm=16),
    ],
)
def test_a_shape_is_no_size(data: bytes) -> None:
    assert edids.size(data) is None
    assert edids.size(edid(1601, 1000)) == edids.Size(1601, 1000)


def test_a_size_is_told_to_the_millimeter_and_a_changed_byte_is_none() -> None:
    found = edids.size(INCH_27)
    assert found == edids.Size(597, 336)
    assert found.diagonal_inch == pytest.approx(26.97, abs=0.01)
    assert edids.size(INCH_27[:70] + bytes([INCH_27[70] ^ 1]) + INCH_27[71:]) is None


def randr(transform: str = "normal", enabled: bool = True, size: tuple[int, int] = (1920, 1080)) -> str:
    mode = {"width": size[0], "height": size[1], "refresh": 60.0, "preferred": True, "current": enabled}
    return json.dumps([{"name": "HDMI-A-1", "enabled": enabled, "modes": [mode], "transform": transform, "scale": 1.0}])


RUNS: dict[str, str | bytes] = {
    "/run/imaging-kiosk/wayland/wayland-0": "",
    "/run/imaging-kiosk/wayland/wayland-0.lock": "",
}


@pytest.mark.parametrize(
    ("answer", "verdict", "told"),
    [
        (randr(), OK, "1920 x 1080, wide"),
        (randr("90"), OK, "1080 x 1920, upright, turned by 90 degrees"),
        (randr(enabled=False), LOOK, "switched off"),
        (randr(size=(640, 480)), LOOK, "too few pixels"),
    ],
    ids=["wide", "turned", "off", "small"],
)
def test_the_picture_is_as_the_compositor_shows_it(tmp_path: Path, answer: str, verdict: Verdict, told: str) -> None:
    [finding] = picture(machine(tmp_path, RUNS, {"WAYLAND_DISPLAY=wayland-0 wlr-randr": answer}))
    assert (finding.verdict, told in finding.told) == (verdict, True), finding


@pytest.mark.parametrize("answer", [{}, {"wlr-randr": "no JSON"}], ids=["not installed", "nonsense"])
def test_without_a_compositor_the_display_says_what_it_can_show(tmp_path: Path, answer: dict[str, str]) -> None:
    [finding] = picture(machine(tmp_path, {**RUNS, **display()}, answer))
    assert (finding.verdict, "1920 x 1080" in finding.told) == (OK, True)
    without = display() | {"/sys/class/drm/card1-HDMI-A-1/modes": ""}
    assert seen(picture(machine(tmp_path, without))) == {"picture": LOOK}


@pytest.mark.parametrize(
    ("files", "driver", "verdict"),
    [({"/dev/dri/renderD128": ""}, "i915", OK), ({"/dev/dri/renderD128": ""}, "vkms", LOOK), ({}, "", LOOK)],
    ids=["card", "virtual", "processor"],
)
def test_who_draws(tmp_path: Path, files: dict[str, str | bytes], driver: str, verdict: Verdict) -> None:
    here = machine(tmp_path, files)
    if driver:
        (tmp_path / "sys/bus/pci/drivers" / driver).mkdir(parents=True)
        (tmp_path / "sys/class/drm/renderD128/device").mkdir(parents=True)
        (tmp_path / "sys/class/drm/renderD128/device/driver").symlink_to(tmp_path / "sys/bus/pci/drivers" / driver)
    assert seen(renderer(here)) == {"graphics": verdict}
