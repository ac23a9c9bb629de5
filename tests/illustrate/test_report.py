"""The acceptance table: every line has a target, and each planted fault is told in its line."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from kiosk.illustrate import drawing
from kiosk.illustrate.hashing import Draws
from kiosk.illustrate.lattice import pixels
from kiosk.illustrate.measure import report, seams, specks, texture, tissue, wanted
from kiosk.illustrate.measure.row import Row
from kiosk.illustrate.noise import fractal
from kiosk.illustrate.scene import Distribution, Scene, Shape, Spot, View
from kiosk.illustrate.spots import shapes

GOOD = tissue.Tissue(
    area=150.0, dense=20.0, greys=(30.0, 60.0, 200.0), white=0.01,
    textures=tuple(texture.Texture(0, 0, beta, 0.98) for beta in (2.9, 3.1, 3.3)),
)  # fmt: skip
BOX = (56.0, 124.0, 84.0, 152.0)
SPOT = Spot(id="a", shape=Shape.FINE_PLEOMORPHIC, at=(70.0, 138.0), distribution=Distribution.GROUPED)
SCENE = Scene(id="x", seed=3, view=View.MLO, side="L", density="b", spots=(SPOT,))
APEX = np.array([80.0, 40.0])


def failing(rows: list[Row]) -> list[str]:
    return [row.what for row in rows if not row.holds]


@cache
def prepared() -> drawing.Drawing:
    return drawing.prepare(SCENE, BOX)


def spot_rows(made: shapes.Made) -> list[Row]:
    return list(wanted.spot(replace(prepared(), made=(made,)), made))


def made(shape: Shape, distribution: Distribution, count: int = 0) -> shapes.Made:
    place = shapes.Place(3, View.ML, (80.0, 40.0), (0.0, 0.0, 120.0, 120.0), lambda x, y: np.ones(x.shape))
    return shapes.make(Spot(id="a", shape=shape, at=(40.0, 40.0), distribution=distribution, count=count), place)


def test_a_good_breast_holds_and_every_line_names_its_target() -> None:
    rows = list(report.whole_breast("b", GOOD))
    assert failing(rows) == []
    assert all(row.value and row.wanted for row in rows)


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ({"area": 300.0}, "breast area, cm2"),
        ({"dense": 45.0}, "dense area, %"),
        ({"greys": (5.0, 60.0, 200.0)}, "grey: 1st, 50th, 99th percentile"),
        ({"greys": (30.0, 60.0, 250.0)}, "grey: 1st, 50th, 99th percentile"),
        ({"white": 0.4}, "white without calcium, %"),
        ({"textures": ()}, "texture exponent"),
        ({"textures": (*GOOD.textures, texture.Texture(0, 0, 2.4, 0.98))}, "texture exponent"),
        ({"textures": (texture.Texture(0, 0, 3.5, 0.98),)}, "texture exponent"),
        ({"textures": (texture.Texture(0, 0, 3.1, 0.8),)}, "  fit, mean R2"),
    ],
)
def test_a_planted_fault_of_a_breast_is_told(fault: dict[str, object], line: str) -> None:
    assert failing(list(report.whole_breast("b", replace(GOOD, **fault)))) == [line]  # type: ignore[arg-type]


def test_cloud_that_is_too_smooth_and_noise_that_is_too_rough_are_told() -> None:
    grid = pixels(0.1, 0, 0, 25.6, 25.6)
    smooth = fractal((1, "cloud"), grid, 12.0, 3.0)
    rough = Draws(1, "white").normal(256 * 256).reshape(256, 256).astype(np.float32)
    for field in (smooth, rough):
        found = texture.Texture(0, 0, *texture.exponent(field, 0.1))
        assert "texture exponent" in failing(list(report.whole_breast("b", replace(GOOD, textures=(found,)))))


def test_a_good_group_holds_in_its_pixels_and_every_line_names_its_target() -> None:
    rows = spot_rows(prepared().made[0])
    assert [row.what for row in rows] == ["a: fine-pleomorphic", "a: grouped", "a: contrast to noise"]
    assert failing(rows) == []
    assert all(row.value and row.wanted for row in rows)


def test_faint_specks_are_told() -> None:
    one = prepared().made[0]
    faint = replace(one, pieces=tuple(replace(piece, calcium=piece.calcium * 0.2) for piece in one.pieces))
    assert "a: contrast to noise" in failing(spot_rows(faint))


def test_specks_that_are_too_large_are_told() -> None:
    one = prepared().made[0]
    grown = tuple(
        replace(piece, calcium=np.repeat(np.repeat(piece.calcium, 2, axis=0), 2, axis=1), long=2 * piece.long)
        for piece in one.pieces
    )
    assert "a: fine-pleomorphic" in failing(spot_rows(replace(one, pieces=grown)))


@pytest.mark.parametrize("distribution", [each for each in Distribution if each is not Distribution.SINGLE])
def test_a_distribution_holds_where_it_should_and_fails_where_it_should_not(distribution: Distribution) -> None:
    """All in one point is none of the five; nor is a group that is ten times as large."""
    right = made(Shape.FINE_PLEOMORPHIC, distribution, 40 if distribution is Distribution.DIFFUSE else 24)
    assert wanted.lie(right, APEX).holds
    factor = 10.0 if distribution is Distribution.GROUPED else 0.0
    jitter = Draws(1, "jitter").uniform(2 * len(right.pieces), -1.0, 1.0).reshape(-1, 2)
    wrong = tuple(
        replace(piece, x=40 + factor * (piece.x - 40) + dx, y=40 + factor * (piece.y - 40) + dy)
        for piece, (dx, dy) in zip(right.pieces, jitter, strict=True)
    )
    assert not wanted.lie(replace(right, pieces=wrong), APEX).holds


@pytest.mark.parametrize("shape", Shape)
def test_no_shape_is_two_millimeter_discs_in_a_row(shape: Shape) -> None:
    """Sizes that fit no definition: a thing of 0.1 mm beside one that is 1.6 mm thick and 1.9 mm long."""
    seen = [specks.Speck(0, 0, 0.1, 0.05, 0.05, 0), specks.Speck(1, 1, 1.9, 0.1, 1.6, 0)] * 3
    assert not wanted.sizes(shape, View.CC, seen)[2]
    assert not wanted.sizes(shape, View.CC, [])[2]


def test_tiles_that_show_are_told() -> None:
    assert failing(list(report.tiles([seams.Level(12, 1.0, 0.6), seams.Level(13, 0.95, 0.5)]))) == []
    assert failing(list(report.tiles([seams.Level(12, 1.3, 0.6), seams.Level(13, 0.95, 0.5)]))) == [
        "tile seams, by level"
    ]
    assert failing(list(report.tiles([seams.Level(12, 1.0, 1.6)]))) == ["stored tiles: mean difference, greys"]


def test_a_line_that_does_not_hold_is_marked_and_counted() -> None:
    stream = io.StringIO()
    lines = [Row("one", "1", "1", holds=True), Row("two", "3", "2", holds=False)]
    assert report.show(lines, stream) == 1
    first, second = stream.getvalue().splitlines()
    assert first.endswith(" ok")
    assert second.endswith("NOT OK")
