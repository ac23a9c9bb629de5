"""The shipped pictures belong to the shipped scenes, and drawing again gives the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from kiosk.illustrate import command, drawing, export, pyramid, truth
from kiosk.illustrate.measure import seams
from kiosk.illustrate.scene import ENGINE, load_all

OUT = command.OUT
SCENES = {scene.id: scene for scene in load_all()}
MANIFEST = export.read_manifest(OUT)
AGAIN = ("milk-top-b", "ring")
"""The scene and the spot that are drawn again here: small and quick."""
WHOLE = "spread-cc-a"
"""The scene whose whole picture is drawn again: the quickest one."""
ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 120 * 2**20


def test_the_pictures_are_of_these_scenes_and_of_this_engine() -> None:
    assert MANIFEST["engine"] == ENGINE
    assert export.stale(SCENES.values(), OUT) == []


@pytest.mark.parametrize("fault", ["scene", "files", "lost", "extra"])
def test_pictures_that_do_not_fit_their_scenes_are_told(tmp_path: Path, fault: str) -> None:
    scene = SCENES["milk-top-b"]
    shutil.copytree(OUT / scene.id, tmp_path / scene.id)
    export.keep_manifest(tmp_path, {scene.id: MANIFEST["scenes"][scene.id]})
    assert export.stale([scene], tmp_path) == []
    match fault:
        case "scene":
            scene = msgspec.structs.replace(scene, seed=scene.seed + 1)
        case "files":
            tile = tmp_path / scene.id / "image_files" / "13" / "3_3.jpg"
            tile.write_bytes(tile.read_bytes()[:-1] + b"!")
        case "lost":
            shutil.rmtree(tmp_path / scene.id)
        case _:
            (tmp_path / "nobody").mkdir()
    (told,) = export.stale([scene], tmp_path)
    assert told.startswith("nobody" if fault == "extra" else scene.id)


def test_the_assets_are_not_too_large() -> None:
    assert sum(path.stat().st_size for path in command.OUT.parent.rglob("*") if path.is_file()) < MOST_BYTES


@cache
def small_view() -> NDArray[np.uint8]:
    """The view AGAIN, drawn now."""
    scene = SCENES[AGAIN[0]]
    made = next(made for made in drawing.specks(scene) if made.spot.id == AGAIN[1])
    box, px = truth.window(scene, made)
    return drawing.prepare(scene, box).picture(px)


def far_off(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    """More than one grey level anywhere, or any difference on more than one pixel in 10,000."""
    gap = np.abs(one.astype(int) - other)
    return bool(gap.max() > 1 or (gap > 0).mean() > 1e-4)


def test_drawing_again_gives_the_same_magnification_view() -> None:
    name, spot = AGAIN
    again = small_view()
    with Image.open(OUT / name / f"{spot}.png") as stored:
        assert str(stored.info["Title"]).startswith("Drawing")
        shipped = np.asarray(stored)
    assert export.pixel_digest(shipped) == MANIFEST["scenes"][name]["views"][spot]
    assert not far_off(again, shipped)
    if MANIFEST["scenes"][name]["drawn_with"] == export.environment():
        assert np.array_equal(again, shipped)
    assert np.array_equal(again, small_view.__wrapped__())


def test_a_difference_of_two_greys_or_of_many_pixels_is_far_off() -> None:
    even = np.full((200, 200), 90, np.uint8)
    one, many = even.copy(), even.copy()
    one[5, 5] += 2
    many[:5] += 1
    assert not far_off(even, even)
    assert far_off(even, one)
    assert far_off(even, many)


def test_another_processor_draws_the_same_within_one_grey_level(tmp_path: Path) -> None:
    """NumPy without the vector code it found: what a smaller processor would run."""
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    program = (
        "import numpy as np; from tests.illustrate.test_assets import small_view; "
        f"np.save({str(tmp_path / 'view.npy')!r}, small_view())"
    )
    disabled = os.environ | {"NPY_DISABLE_CPU_FEATURES": " ".join(found), "OMP_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=disabled, check=True, capture_output=True)
    assert not far_off(np.load(tmp_path / "view.npy"), small_view())


def test_drawing_a_whole_picture_again_gives_the_shipped_tiles() -> None:
    scene = SCENES[WHOLE]
    full, half = export.whole(drawing.prepare(scene), truth.PIXEL, lambda _: None)
    assert full.shape == (5200, 4000)
    found = seams.levels(OUT / WHOLE, full, half)
    assert all(level.error < 1 and 0.9 <= level.ratio <= 1.1 for level in found)
    if MANIFEST["scenes"][WHOLE]["drawn_with"] == export.environment():
        assert export.pixel_digest(full) == MANIFEST["scenes"][WHOLE]["pixels"]


def test_tiles_and_magnification_views_show_the_same_tissue() -> None:
    name, spot = AGAIN
    scene = SCENES[name]
    described = json.loads((OUT / name / "truth.json").read_text(encoding="utf-8"))
    magnified = next(item for item in described["spots"] if item["id"] == spot)["magnified"]
    left, top, right, bottom = (round(value / truth.PIXEL) for value in magnified["box_mm"])
    width, height = (round(side / truth.PIXEL) for side in scene.canvas)
    number = len(pyramid.levels(width, height)) - 1
    whole = pyramid.read(OUT / name, number, (width, height))[top:bottom, left:right].astype(float)
    with Image.open(OUT / name / magnified["file"]) as stored:
        ratio = round(truth.PIXEL / magnified["pixel_mm"])
        fine = np.asarray(stored, dtype=float)
    small = fine.reshape(whole.shape[0], ratio, whole.shape[1], ratio).mean(axis=(1, 3))
    assert np.corrcoef(small.ravel(), whole.ravel())[0, 1] > 0.95


@pytest.mark.parametrize("name", ["spread-mlo-c", "milk-top-b"])
def test_the_truth_list_is_what_is_drawn(name: str) -> None:
    scene = SCENES[name]
    shipped = json.loads((OUT / name / "truth.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(truth.describe(scene, drawing.specks(scene))))


@pytest.mark.parametrize("name", SCENES)
def test_every_spot_has_its_view_inside_the_picture(name: str) -> None:
    shipped = json.loads((OUT / name / "truth.json").read_text(encoding="utf-8"))
    for spot in shipped["spots"]:
        left, top, right, bottom = spot["magnified"]["box_mm"]
        assert 0 <= left < right <= shipped["width_mm"]
        assert 0 <= top < bottom <= shipped["height_mm"]
        with Image.open(OUT / name / spot["magnified"]["file"]) as view:
            px = spot["magnified"]["pixel_mm"]
            assert view.size == (round((right - left) / px), round((bottom - top) / px))
