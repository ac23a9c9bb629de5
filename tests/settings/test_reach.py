"""How low a glass must hang so that lower buttons are within reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.settings.checking import check_site
from kiosk.settings.layers import NO_MODE
from kiosk.settings.model import Screen
from kiosk.settings.reach import least_height, too_high

UPRIGHT, WIDE = (9, 16), (16, 9)


@pytest.mark.parametrize(
    ("inches", "shape", "least"),
    [(27, UPRIGHT, 168), (43, UPRIGHT, 268), (43, WIDE, 268), (15.6, UPRIGHT, 164), (10, WIDE, 125)],
)
@pytest.mark.standard("B6")
def test_so_many_millimeters_hold_what_can_be_touched(inches: float, shape: tuple[int, int], least: int) -> None:
    assert round(least_height(Screen(inches), *shape)) == least


@pytest.mark.parametrize("shape", [UPRIGHT, WIDE], ids=["upright", "wide"])
@pytest.mark.parametrize("reach", [1120, 1220])
@pytest.mark.parametrize("inches", [15.6, 27.0, 43.0, 55.0])
@pytest.mark.standard("B6")
def test_where_the_mend_says_nothing_is_wrong_any_more(inches: float, reach: int, shape: tuple[int, int]) -> None:
    fault = too_high(Screen(inches, mount_height_mm=1200, reach_mm=reach), *shape)
    assert fault
    lowest = int(re.findall(r"(\d+) mm above the floor or lower", fault[1])[0])
    assert too_high(Screen(inches, mount_height_mm=lowest, reach_mm=reach), *shape) is None
    assert too_high(Screen(inches, mount_height_mm=lowest + 3, reach_mm=reach), *shape) is not None


def test_a_file_that_is_not_there_or_wrong_is_not_told_of_twice(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    assert [problem.what for problem in check_site(site)] == [NO_MODE, "there is no such file"]
    site.write_text("screen: {mount_height_mm: high}\n", encoding="utf-8")
    assert len(check_site(site)) == 1
