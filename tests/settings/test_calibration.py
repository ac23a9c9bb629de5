"""A bank card says how large a glass is, and a file that people edit takes the size and keeps the rest."""

from __future__ import annotations

import math
import os
import stat
from pathlib import Path

import pytest

from kiosk.settings.calibration import CARD_HEIGHT_MM, CARD_WIDTH_MM, card_px, diagonal_inch, fault, rounded
from kiosk.settings.writing import EditError, keep_value, with_value

GLASSES = [
    (15.6, (1920, 1080), 5.56),
    (21.5, (1920, 1080), 4.03),
    (23.8, (1920, 1080), 3.64),
    (27.0, (3840, 2160), 6.42),
    (32.0, (1920, 1080), 2.71),
    (32.0, (3840, 2160), 5.42),
    (43.0, (3840, 2160), 4.03),
]
"""Diagonal in inches, pixels, pixels in a millimeter."""


@pytest.mark.parametrize(("inch", "wide", "px_per_mm"), GLASSES)
@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.standard("E4")
def test_a_card_matched_on_a_glass_gives_its_diagonal(
    inch: float, wide: tuple[int, int], px_per_mm: float, upright: bool
) -> None:
    window = (wide[1], wide[0]) if upright else wide
    width = px_per_mm * CARD_WIDTH_MM
    assert diagonal_inch(width, window) == pytest.approx(inch, rel=0.002)
    assert card_px(inch, window) == pytest.approx(width, rel=0.002)
    assert rounded(diagonal_inch(card_px(inch, window), window)) == inch
    # A tenth of a millimeter of the card, as one touch of a button is, is seen in the size that is written down.
    one_step = rounded(diagonal_inch(card_px(inch, window) * (1 + 0.1 / CARD_WIDTH_MM), window))
    assert 0 < inch - one_step < 0.06


@pytest.mark.parametrize(("inch", "told"), [(10, ""), (100, ""), (9.98, "9.98 inches cannot"), (100.1, "100.1 inches")])
def test_what_cannot_be_a_kiosk_is_refused(inch: float, told: str) -> None:
    width = card_px(inch, (1080, 1920))
    sentence = fault(width, width * CARD_HEIGHT_MM / CARD_WIDTH_MM, (1080, 1920))
    assert told in sentence
    assert bool(sentence) is bool(told)


@pytest.mark.parametrize(
    ("stretch", "fits"), [(1.0, True), (1.015, True), (0.985, True), (16 / 9 / (4 / 3), False), (1.05, False)]
)
def test_a_stretched_picture_is_found_by_the_cards_height(stretch: float, fits: bool) -> None:
    width = card_px(24, (1024, 768))
    sentence = fault(width, stretch * width * CARD_HEIGHT_MM / CARD_WIDTH_MM, (1024, 768))
    assert (sentence == "") is fits
    assert fits or "Set the screen to its own resolution" in sentence


def test_the_card_is_a_card() -> None:
    assert math.hypot(CARD_WIDTH_MM, CARD_HEIGHT_MM) == pytest.approx(101.2, abs=0.01)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "screen:\n  diagonal_inch: 31.5\n"),
        ("# This machine.\n", "# This machine.\nscreen:\n  diagonal_inch: 31.5\n"),
        ("name: Left one", "name: Left one\nscreen:\n  diagonal_inch: 31.5\n"),
        ("screen:\n  diagonal_inch: 27  # by tape\n", "screen:\n  diagonal_inch: 31.5  # by tape\n"),
        ('screen: {diagonal_inch: "27"}\n', "screen: {diagonal_inch: 31.5}\n"),
        ("screen: {diagonal_inch: 27, reach_mm: 1220} # x\n", "screen: {diagonal_inch: 31.5, reach_mm: 1220} # x\n"),
        ("screen: {reach_mm: 1220}\n", "screen: {diagonal_inch: 31.5, reach_mm: 1220}\n"),
        ("screen: {}\nname: A\n", "screen: {diagonal_inch: 31.5}\nname: A\n"),
        (
            "# A\nscreen:\n    # how far\n    reach_mm: 1220 # high\n\nname: B # C\n",
            "# A\nscreen:\n    # how far\n    diagonal_inch: 31.5\n    reach_mm: 1220 # high\n\nname: B # C\n",
        ),
        ("centers:\n- name: diagonal_inch\n", "centers:\n- name: diagonal_inch\nscreen:\n  diagonal_inch: 31.5\n"),
    ],
)
def test_the_size_is_written_and_everything_else_stays(before: str, after: str) -> None:
    assert with_value(before, "screen", "diagonal_inch", "31.5") == after
    assert with_value(after, "screen", "diagonal_inch", "31.5") == after


@pytest.mark.parametrize(
    "text",
    [
        "screen: 27\n",
        "screen: [1]\n",
        "screen: {diagonal_inch: [27]}\n",
        "screen: {diagonal_inch: {a: 1}}\n",
        "screen:\n",
        "- a\n",
        "screen: {{{\n",
        "{name: A}\n",
        "name: A\n...\n",
        "name: |\n  a\n  screen",
        "? screen\n: diagonal_inch\n",
        "screen:\n  diagonal_inch: >-\n    27\n",
        "screen:\n  diagonal_inch: 2\n    7\n",
        "a: 1\na: 2\n",
        "\x00",
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(text: str) -> None:
    with pytest.raises(EditError):
        with_value(text, "screen", "diagonal_inch", "31.5")


def test_an_edit_that_would_change_something_else_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof itself, with a planted fault: an edit that loses a line."""
    monkeypatch.setattr("kiosk.settings.writing._changed", lambda *_: "screen:\n  diagonal_inch: 31.5\n")
    with pytest.raises(EditError, match="cannot be changed by itself"):
        with_value("name: Left one\n", "screen", "diagonal_inch", "31.5")


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("name: Left one\n", encoding="utf-8")
    file.chmod(mode)
    if os.geteuid() == 0:
        os.chown(file, 2, 1)
    before = file.stat()
    assert keep_value(file, "screen", "diagonal_inch", "31.5") == ""
    after = file.stat()
    assert "31.5" in file.read_text(encoding="utf-8")
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_new_file_everybody_may_read(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.yaml"
    assert keep_value(file, "screen", "diagonal_inch", "31.5") == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user to write as")
def test_who_cannot_keep_the_group_changes_nothing(open_folder: Path) -> None:
    """Else the kiosk, which reads by that group, could read its settings no more."""
    open_folder.chmod(0o777)
    file = open_folder / "kiosk.yaml"
    file.write_text("name: Left one\n", encoding="utf-8")
    os.chown(file, 65534, 1)
    os.seteuid(65534)
    try:
        told = keep_value(file, "screen", "diagonal_inch", "31.5")
    finally:
        os.seteuid(0)
    assert "was not changed: Operation not permitted. Write into it: screen: {diagonal_inch: 31.5}" in told
    assert file.read_text(encoding="utf-8") == "name: Left one\n"
