"""The shipped shadows are what the script bakes, and their nine-patch numbers hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.deploy.shadows import SHADOWS, Shadow, alpha_rows, png, seam

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "shadows"
each = pytest.mark.parametrize("shadow", SHADOWS, ids=lambda shadow: shadow.name)


@each
def test_the_shipped_file_is_the_baked_one(shadow: Shadow) -> None:
    shipped = QImage(str(FOLDER / f"{shadow.name}.png"))
    assert not shipped.isNull()
    assert shipped == QImage.fromData(png(alpha_rows(shadow), shadow.colour))


@each
def test_the_shadow_ends_inside_its_margin_and_stretches_unseen(shadow: Shadow) -> None:
    rows = alpha_rows(shadow)
    assert max(*rows[0], *rows[-1], *(row[0] for row in rows)) == 0
    assert rows[len(rows) // 2][len(rows) // 2] == 0  # empty under the shape
    assert seam(shadow) <= 2


@each
def test_the_note_beside_the_files_says_the_same(shadow: Shadow) -> None:
    line = f"{shadow.name}: {{radius: {shadow.radius}, margin: {shadow.margin}, border: {shadow.border}}}"
    assert line in (FOLDER / "shadows.yaml").read_text(encoding="utf-8")


def test_the_theme_uses_the_same_numbers() -> None:
    theme = (FOLDER.parents[1] / "kiosk" / "qml" / "Kiosk" / "Theme" / "Theme.qml").read_text(encoding="utf-8")
    assert f"shadowReach: {[shadow.margin for shadow in SHADOWS]}" in theme
    assert f"shadowInset: {[shadow.border for shadow in SHADOWS]}" in theme
