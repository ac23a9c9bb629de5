"""docs/illustrations.md shows all there is, in small pictures that are there."""

from __future__ import annotations

import re

import numpy as np
from PIL import Image

from kiosk import paths
from kiosk.illustrate import contact
from kiosk.illustrate.mark import LABEL
from kiosk.illustrate.scene import Distribution, Shape, load_all

DOCUMENT = paths.ASSETS.parent / "docs" / "illustrations.md"
MOST_BYTES = 250_000


def lacking(text: str) -> list[str]:
    """Scenes, spots, shapes and distributions that the document does not name."""
    rows = {line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")}
    wanted = [scene.id for scene in load_all()]
    wanted += [f"{scene.id}, {spot.id}" for scene in load_all() for spot in scene.spots]
    told = [f"no row for {name}" for name in wanted if name not in rows]
    return told + [f"no word of {word}" for word in (*Shape, *Distribution) if word not in text.lower()]


def test_the_document_has_a_row_for_every_scene_and_every_spot() -> None:
    assert lacking(DOCUMENT.read_text(encoding="utf-8")) == []


def test_a_row_that_is_missing_is_told() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    without = "\n".join(line for line in text.splitlines() if not line.startswith("| milk-top-b, cups"))
    assert lacking(without) == ["no row for milk-top-b, cups"]


def test_its_pictures_are_there_and_small_and_say_what_they_are() -> None:
    names = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", DOCUMENT.read_text(encoding="utf-8"))
    assert len(names) == 4
    for name in names:
        path = DOCUMENT.parent / name
        assert path.stat().st_size < MOST_BYTES
        with Image.open(path) as picture:
            assert picture.info["comment"].decode() == LABEL


def test_the_sheet_of_shapes_has_all_fourteen_and_milk_from_two_sides() -> None:
    captions = [caption for caption, _ in contact.shapes()]
    assert len(captions) == 15
    assert all(any(caption.startswith(shape) for caption in captions) for shape in Shape)


def test_a_sheet_says_on_itself_that_nobody_is_shown() -> None:
    panel = Image.new("L", (300, 100), 12)
    page = np.asarray(contact.sheet([("one", panel), ("two", panel)], 2))
    assert page.shape[1] == 606
    assert (page[-20:] > 60).any()  # the words below
