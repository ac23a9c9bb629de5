"""A window, another resolution, the other side, and the shipped files all show one and the same breast."""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np
import pytest

from kiosk.illustrate import body, drawing, gland
from kiosk.illustrate.lattice import nodes
from kiosk.illustrate.measure import tissue
from kiosk.illustrate.outline import depth, muscle_depth, outline
from kiosk.illustrate.scene import Distribution, Scene, Shape, Spot, View

BOX = (54.0, 120.0, 84.0, 150.0)
SCENE = Scene(
    id="x", seed=3, view=View.MLO, side="L", density="b",
    spots=(Spot(id="a", shape=Shape.FINE_PLEOMORPHIC, at=(70.0, 138.0), distribution=Distribution.GROUPED),),
)  # fmt: skip


@cache
def prepared() -> drawing.Drawing:
    return drawing.prepare(SCENE, BOX)


def test_a_smaller_window_holds_the_very_pixels() -> None:
    part = drawing.prepare(SCENE, (64.0, 130.0, 74.0, 140.0)).picture(0.1)
    assert np.array_equal(part, prepared().picture(0.1)[100:200, 100:200])


def test_strips_of_any_height_are_the_picture() -> None:
    strips = np.concatenate([strip.grey for strip in prepared().strips(0.1, rows=37)])
    assert np.array_equal(drawing.whole_greys(strips), prepared().picture(0.1))


def test_a_right_breast_is_the_left_one_mirrored() -> None:
    width = SCENE.canvas[0]
    spots = tuple(msgspec.structs.replace(spot, at=(width - spot.at[0], spot.at[1])) for spot in SCENE.spots)
    right = msgspec.structs.replace(SCENE, side="R", spots=spots)
    box = (width - 74.0, 130.0, width - 64.0, 140.0)
    assert np.array_equal(drawing.prepare(right, box).picture(0.1)[:, ::-1], prepared().picture(0.1)[100:200, 100:200])


@pytest.mark.parametrize("px", [0.05, 0.025])
def test_another_resolution_shows_the_same_breast(px: float) -> None:
    box = (62.0, 130.0, 78.0, 146.0)
    ratio = round(0.1 / px)
    coarse = np.concatenate([strip.grey for strip in prepared().strips(0.1, box)])
    fine = np.concatenate([strip.grey for strip in prepared().strips(px, box)])
    small = fine.reshape(coarse.shape[0], ratio, coarse.shape[1], ratio).mean(axis=(1, 3))
    assert np.corrcoef(small.ravel(), coarse.ravel())[0, 1] > 0.985
    assert abs(float(small.mean() - coarse.mean())) < 0.5


def test_leaving_the_spots_out_changes_nothing_else() -> None:
    drawn, bare = prepared().picture(0.1), prepared().picture(0.1, spots=False)
    changed = drawn != bare
    assert 0 < changed.mean() < 0.02
    rows, columns = np.nonzero(changed)
    assert np.hypot(columns * 0.1 + 54 - 70, rows * 0.1 + 120 - 138).max() < 10


def test_another_exposure_changes_the_noise_alone() -> None:
    box = (64.0, 130.0, 74.0, 140.0)
    again = drawing.prepare(msgspec.structs.replace(SCENE, exposure=1), box).picture(0.1).astype(int)
    gap = again - prepared().picture(0.1)[100:200, 100:200]
    assert 0 < np.abs(gap).mean() < 6
    assert abs(gap.mean()) < 0.5


def test_air_is_black() -> None:
    assert drawing.prepare(SCENE, (170.0, 20.0, 180.0, 30.0)).picture(0.1).max() == 0


@pytest.mark.parametrize("density", ["a", "d"])
def test_the_least_and_the_most_dense_class_are_as_dense_as_published(density: str) -> None:
    scene = msgspec.structs.replace(SCENE, density=density)
    lattice = nodes(1.0, (0.0, 0.0, *scene.canvas))
    curve = outline(scene)
    skin = depth(curve, lattice)
    share, _, _ = gland.gland(scene.seed, curve, density, lattice, skin, progress=lambda _: None)
    chest = muscle_depth(curve, *np.meshgrid(lattice.x, lattice.y))
    assert chest is not None
    breast = (skin > 0) & (chest[0] < 0)
    dense = 100 * float((share[breast] * body.GLAND_MM > tissue.DENSE_MM).mean())
    mean, spread = tissue.PUBLISHED[density]
    assert abs(dense - mean) <= spread
