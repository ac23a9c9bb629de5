"""Every colour pair of the theme can be read, and a faint one is caught."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gates import contrast

THEME = Path(__file__).resolve().parents[2] / "kiosk" / "qml" / "Kiosk" / "Theme" / "Theme.qml"


@pytest.fixture(scope="module")
def theme() -> str:
    return THEME.read_text(encoding="utf-8")


@pytest.mark.standard("C3", "C4")
def test_every_pair_of_the_theme_is_readable(theme: str) -> None:
    assert contrast.problems(theme) == []


def test_the_formula_gives_the_standards_own_values() -> None:
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast.ratio("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.005)
    assert contrast.ratio("#1D2B2E", "#FBF6EE") == pytest.approx(13.6, abs=0.05)  # look.md 3.3


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("ink2", 'highContrast ? "#FFFFFF" : "#7F8C8C"', "light: ink2 on paper"),
        ("ink2", 'highContrast ? "#555555" : "#3F4C4C"', "high contrast: ink2 on paper"),
        ("focus", 'highContrast ? "#00E5FF" : "#E8C8B8"', "light: focus on shell"),
        ("tideInk", '"#0F4A52"', "light: tideInk on tide"),
        ("ink", 'highContrast ? "#FFFFFF" : "#881D2B2E"', "no opaque colour `ink`"),
        ("chip", 'highContrast ? "#000000" : "#500B1114"', "light: nightText on chip"),
        ("inkGone", '"#000000"', ""),
    ],
)
def test_a_planted_faint_pair_is_caught(theme: str, name: str, line: str, told: str) -> None:
    lines = theme.splitlines()
    place = next((i for i, text in enumerate(lines) if f"property color {name}:" in text), None)
    if place is None:
        lines = [text for text in lines if "property color ink:" not in text]
        told = "no opaque colour `ink`"
    else:
        lines[place] = f"    readonly property color {name}: {line}"
    assert any(told in problem for problem in contrast.problems("\n".join(lines)))
