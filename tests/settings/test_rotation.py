"""How far a screen is turned: what the settings say, and what stands where they say nothing usable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.settings import Place, load_settings, load_site
from kiosk.settings.kept import keep_good
from kiosk.settings.rotation import rotation
from tests.settings.layers import write


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_screen_can_be_turned_by_quarters(tmp_path: Path, degrees: int) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(f"screen: {{rotation: {degrees}}}\n", encoding="utf-8")
    site, problems = load_site(file)
    assert site.screen.rotation == degrees
    assert problems == ()


def test_another_angle_is_named_and_the_screen_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text("screen:\n  rotation: 45\n", encoding="utf-8")
    site, problems = load_site(file)
    assert site.screen.rotation == 0
    assert [(p.line, p.what, p.mend) for p in problems] == [
        (2, "'rotation' should be one of 0, 90, 180, 270", "correct the value")
    ]


def test_each_layer_has_its_word_and_a_broken_one_turns_nothing_back(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path))
    place, state = Place(folder, is_folder=True), tmp_path / "state"
    assert rotation(place, state) == 0
    write(folder, kiosk="screen: {rotation: 270}\n")
    assert rotation(place, state) == 270
    keep_good(state, place, load_settings(place).site, date(2026, 11, 23))
    write(folder, kiosk="screen: {rotation: 270\n")
    assert rotation(place, state) == 270
    assert rotation(place, tmp_path / "none") == 0
