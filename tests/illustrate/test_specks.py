"""Definitions of shapes and distributions, measured in pixels and in places. Specks lie on an even grey here."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kiosk.illustrate import body, detector
from kiosk.illustrate.hashing import Floats
from kiosk.illustrate.lattice import pixels
from kiosk.illustrate.measure import specks, wanted
from kiosk.illustrate.scene import Distribution, Shape, Spot, View
from kiosk.illustrate.spots import raster, shapes, spread

PX = 0.0125
SEEDS = range(3)


def anywhere(x: Floats, y: Floats) -> Floats:
    return np.ones(x.shape)


def made(
    shape: Shape, distribution: Distribution = Distribution.SINGLE, seed: int = 0, view: View = View.ML
) -> shapes.Made:
    place = shapes.Place(seed, view, (80.0, 40.0), (0.0, 0.0, 80.0, 80.0), anywhere)
    return shapes.make(Spot(id="s", shape=shape, at=(40.0, 40.0), distribution=distribution, seed=seed), place)


def seen(one: shapes.Made) -> list[specks.Speck]:
    """The spot drawn on an even ground at 0.0125 mm, with the detector's blur; places as those of the pieces."""
    left = float(np.floor(min(piece.left for piece in one.pieces) * PX)) - 1
    top = float(np.floor(min(piece.top for piece in one.pieces) * PX)) - 1
    right = float(np.ceil(max(piece.left + piece.calcium.shape[1] for piece in one.pieces) * PX)) + 1
    bottom = float(np.ceil(max(piece.top + piece.calcium.shape[0] for piece in one.pieces) * PX)) + 1
    grid = pixels(PX, left, top, right, bottom)
    absorption = np.zeros(grid.shape, np.float32)
    raster.deposit(absorption, grid, one.pieces, detector.blur(PX), (body.MU_CALCIUM, 0.0))
    drawn = np.clip(60 + 190 * absorption, 0, 255).astype(np.uint8)
    found = specks.found(drawn, np.full(grid.shape, 60, np.uint8), PX, least=5)
    return [replace(speck, x=speck.x + left, y=speck.y + top) for speck in found]


def places(one: shapes.Made) -> Floats:
    return np.array([[piece.x, piece.y] for piece in one.pieces])


@pytest.mark.parametrize("shape", [Shape.PUNCTATE, Shape.FINE_PLEOMORPHIC])
@pytest.mark.parametrize("seed", SEEDS)
def test_punctate_and_fine_pleomorphic_stay_under_half_a_millimeter(shape: Shape, seed: int) -> None:
    found = seen(made(shape, Distribution.GROUPED, seed))
    assert len(found) >= 5
    assert max(speck.long for speck in found) < 0.5


def test_fine_pleomorphic_specks_vary_in_size_and_shape() -> None:
    found = seen(made(Shape.FINE_PLEOMORPHIC, Distribution.GROUPED))
    long, ratio = np.array([s.long for s in found]), np.array([s.long / s.wide for s in found])
    assert long.max() / long.min() > 1.8
    assert ratio.max() > 1.5
    assert ratio.min() < 1.3


@pytest.mark.parametrize("seed", SEEDS)
def test_round_specks_are_round_and_under_a_millimeter(seed: int) -> None:
    found = seen(made(Shape.ROUND, Distribution.GROUPED, seed))
    assert all(0.4 < speck.long < 1.0 and speck.wide / speck.long > 0.8 for speck in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_rods_are_half_a_millimeter_wide_and_point_at_the_nipple(seed: int) -> None:
    found = seen(made(Shape.ROD, Distribution.LINEAR, seed))
    assert min(speck.caliber for speck in found) >= 0.5
    assert all(speck.long / speck.caliber > 2.5 for speck in found)
    for speck in found:  # the nipple is at 80, 40
        way = np.degrees(np.arctan2(40 - speck.y, 80 - speck.x))
        assert abs((speck.angle - way + 90) % 180 - 90) <= wanted.MOST_TURN


@pytest.mark.parametrize("seed", SEEDS)
def test_coarse_heterogeneous_clumps_measure_half_to_one_millimeter(seed: int) -> None:
    long = np.array([speck.long for speck in seen(made(Shape.COARSE_HETEROGENEOUS, Distribution.GROUPED, seed))])
    assert np.quantile(long, 0.1) >= 0.5
    assert np.quantile(long, 0.9) <= 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_casts_are_thinner_than_half_a_millimeter_and_broken(seed: int) -> None:
    found = seen(made(Shape.FINE_LINEAR, Distribution.LINEAR, seed))
    assert max(speck.caliber for speck in found) < 0.5
    assert len(found) >= 5


@pytest.mark.parametrize("seed", SEEDS)
def test_branches_of_casts_do_not_cross(seed: int) -> None:
    """Calcium of one piece hardly lies on another's: crossings would pile up."""
    one = made(Shape.FINE_LINEAR, Distribution.SEGMENTAL, seed)
    grid = pixels(PX, 10.0, 10.0, 80.0, 70.0)
    hits = np.zeros(grid.shape, np.float32)
    for piece in one.pieces:
        solid = raster.Piece(piece.x, piece.y, 0, 0, piece.left, piece.top, (piece.calcium > 0).astype(np.float32))
        raster.deposit(hits, grid, [solid], 0.0, (1.0, 0.0))
    assert (hits > 1.5).sum() < 0.01 * (hits > 0.5).sum()


def test_popcorn_is_one_thing_of_more_than_two_millimeters() -> None:
    assert max(speck.long for speck in seen(made(Shape.COARSE))) > 2


def test_dystrophic_plates_are_larger_than_a_millimeter_and_irregular() -> None:
    found = seen(made(Shape.DYSTROPHIC))
    assert np.median([speck.long for speck in found]) > 1


def test_a_rim_is_a_thin_shell_with_a_darker_middle() -> None:
    one = made(Shape.RIM)
    (speck,) = seen(one)
    assert speck.caliber < 1
    (piece,) = one.pieces
    assert piece.soft is not None
    middle = piece.soft.shape[0] // 2
    assert piece.soft[middle, middle] < -1
    assert piece.calcium[middle].max() > 3 * piece.calcium[middle, middle]


def test_skin_rings_are_small_lucent_and_tight() -> None:
    one = made(Shape.SKIN)
    assert specks.extent(places(one)) < 5
    for piece in one.pieces:
        middle = piece.calcium.shape[0] // 2
        assert piece.long <= 1
        assert piece.calcium[middle].max() > 1.5 * piece.calcium[middle, middle]


def test_amorphous_specks_are_faint_and_tiny() -> None:
    one = made(Shape.AMORPHOUS, Distribution.GROUPED)
    assert max(piece.calcium.max() for piece in one.pieces) <= 0.10
    assert max(piece.long for piece in one.pieces) <= 0.22


def test_a_vessel_has_two_rails() -> None:
    one = made(Shape.VASCULAR)
    assert one.vessel is not None
    rails = [piece for piece in one.pieces if piece.long > 1]
    gaps = [np.hypot(one.vessel[:, 0] - p.x, one.vessel[:, 1] - p.y).min() for p in rails]
    assert len(rails) > 8
    assert 0.3 < np.median(gaps) < 1.1


def test_a_suture_has_threads_and_knots() -> None:
    found = seen(made(Shape.SUTURE))
    assert max(speck.long for speck in found) > 2
    assert max(speck.caliber for speck in found) < 1


def test_milk_of_calcium_is_flat_on_top_from_the_side_and_round_from_above() -> None:
    cups, smudges = (made(Shape.MILK, Distribution.GROUPED, view=view) for view in (View.ML, View.CC))
    assert np.median([p.wide / p.long for p in cups.pieces]) < 0.6
    assert np.median([p.wide / p.long for p in smudges.pieces]) > 0.8
    for piece in cups.pieces:
        filled = np.flatnonzero(piece.calcium.max(axis=1) > 0.3 * piece.calcium.max())
        assert filled.mean() > 0.55 * piece.calcium.shape[0]  # it lies at the bottom


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", [Shape.PUNCTATE, Shape.AMORPHOUS, Shape.FINE_PLEOMORPHIC, Shape.MILK])
def test_a_group_has_five_within_a_centimeter_and_ends_within_two(shape: Shape, seed: int) -> None:
    at = places(made(shape, Distribution.GROUPED, seed))
    assert specks.densest(at, 5.0) >= 5
    assert specks.extent(at) <= 20


@pytest.mark.parametrize("seed", SEEDS)
def test_a_region_is_larger_than_two_centimeters(seed: int) -> None:
    at = places(made(Shape.PUNCTATE, Distribution.REGIONAL, seed))
    assert specks.extent(at) > 20
    assert specks.elongation(at) < 3


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", [Shape.FINE_PLEOMORPHIC, Shape.FINE_LINEAR])
def test_a_line_is_a_line_toward_the_nipple(shape: Shape, seed: int) -> None:
    at = places(made(shape, Distribution.LINEAR, seed))
    assert specks.elongation(at) > 3
    assert np.ptp(at[:, 0]) > 3 * np.ptp(at[:, 1])  # the nipple lies to the right here


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", [Shape.FINE_PLEOMORPHIC, Shape.FINE_LINEAR])
def test_a_segment_is_a_wedge_with_its_point_toward_the_nipple(shape: Shape, seed: int) -> None:
    near, far = specks.wedge(places(made(shape, Distribution.SEGMENTAL, seed)), np.array([80.0, 40.0]))
    assert far > 1.2 * near


def test_diffuse_specks_lie_all_over() -> None:
    at = places(made(Shape.ROUND, Distribution.DIFFUSE))
    quarters = {(bool(x > 40), bool(y > 40)) for x, y in at}
    assert len(quarters) == 4


def test_specks_keep_apart() -> None:
    at = spread.apart(np.random.default_rng(1).uniform(0, 5, (400, 2)), 0.5, 30)
    gaps = np.hypot(at[:, None, 0] - at[:, 0], at[:, None, 1] - at[:, 1]) + 9 * np.eye(len(at))
    assert gaps.min() >= 0.5


def test_the_ruler_measures_discs() -> None:
    grid = np.hypot(*np.meshgrid(np.arange(200) - 99.5, np.arange(200) - 99.5))
    disc = np.where(grid * PX < 0.25, 200, 60).astype(np.uint8)
    (speck,) = specks.found(disc, np.full(disc.shape, 60, np.uint8), PX)
    assert speck.long == pytest.approx(0.5, abs=0.03)
    assert speck.caliber == pytest.approx(0.5, abs=0.04)
    assert speck.x == pytest.approx(1.25, abs=0.02)


@pytest.mark.parametrize("angle", [0, 40, 90, 155])
def test_the_ruler_measures_bars_and_their_direction(angle: int) -> None:
    x, y = np.meshgrid(np.arange(240) - 119.5, np.arange(240) - 119.5)
    turn = np.radians(angle)
    along, aside = x * np.cos(turn) + y * np.sin(turn), -x * np.sin(turn) + y * np.cos(turn)
    bar = np.where((np.abs(along) * PX < 1.0) & (np.abs(aside) * PX < 0.1), 200, 60).astype(np.uint8)
    (speck,) = specks.found(bar, np.full(bar.shape, 60, np.uint8), PX)
    assert speck.long == pytest.approx(2.0, abs=0.06)
    assert speck.caliber == pytest.approx(0.2, abs=0.04)
    assert abs((speck.angle - angle + 90) % 180 - 90) <= 10
