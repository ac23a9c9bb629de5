"""Pages are met in the order in which they are read by eye, and begin with their heading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.places import places
from tests.ui.reading_order import Met, leaps, met


@pytest.mark.standard("C2")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_every_page_is_met_in_the_order_of_the_eye(open_kiosk: OpenKiosk, orientation: str, language: str) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    told: dict[str, str] = {}
    count = 0
    for place in places(driver, language):
        driver.lay_out()
        parts = met(driver.window)
        count += len(parts)
        for line in leaps(parts, mirrored=language == "ar"):
            told.setdefault(line, place)
        if not any(part.heading for part in parts):
            told[f"{place} has no heading"] = place
    assert count > 1500
    assert not told, "\n".join(f"{line} ({place})" for line, place in told.items())


def part(name: str, x: float, y: float) -> Met:
    return Met(name, QRectF(x, y, 100, 40), False, None)


@pytest.mark.parametrize(
    ("parts", "mirrored", "told"),
    [
        ([part("A", 0, 0), part("B", 0, 50), part("C", 110, 50)], False, []),
        ([part("A", 0, 50), part("B", 0, 0)], False, ["'B' is met after 'A', but stands before it"]),
        ([part("A", 110, 0), part("B", 0, 0)], False, ["'B' is met after 'A', but stands before it"]),
        ([part("A", 110, 0), part("B", 0, 0)], True, []),
        ([part("A", 0, 50), part("B", 0, 0)], True, ["'B' is met after 'A', but stands before it"]),
        ([part("A", 0, 500), part("B", 110, 0)], False, []),  # the next column
    ],
)
def test_what_is_met_in_another_order_is_named(parts: list[Met], mirrored: bool, told: list[str]) -> None:
    assert list(leaps(parts, mirrored=mirrored)) == told
