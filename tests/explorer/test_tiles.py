"""Which tiles are fetched and held: what the glass needs, never a hole, never more than the bound."""

from __future__ import annotations

import random
from pathlib import Path

from kiosk.explorer.mammogram import Mammogram
from kiosk.explorer.pyramid import Pyramid, Tile
from kiosk.explorer.tiles import keep, most_held, wanted
from kiosk.explorer.viewport import Box, Glass, View

PX = 0.05


def mammogram(width: int = 4000, height: int = 5200, tile: int = 510) -> Mammogram:
    one = Mammogram("a", Path("a"), Pyramid(width, height, tile, 1, "jpg"), PX, "CC", "L")
    return Mammogram("a", Path("a"), one.pyramid, PX, "CC", "L", one.box)


def glass_of(one: Mammogram, width: float = 1080, height: float = 1300) -> Glass:
    return Glass(width, height, one.box, one.body, 4 / PX, "L")


def views(glass: Glass, count: int) -> list[View]:
    dice = random.Random(4)
    return [
        glass.clamped(View(dice.uniform(0, 200), dice.uniform(0, 260), 10 ** dice.uniform(0, 2))) for _ in range(count)
    ]


def test_the_whole_picture_in_one_tile_always_comes_first() -> None:
    one = mammogram()
    glass = glass_of(one)
    for view in views(glass, 200):
        found = wanted(one, view, glass)
        assert found[0] == Tile(9, 0, 0)
        assert len(set(found)) == len(found)
    assert wanted(mammogram(400, 500), View(5, 5, 1), glass_of(mammogram(400, 500))) == (Tile(9, 0, 0),)


def test_every_place_on_the_glass_has_a_tile_of_the_right_level() -> None:
    one = mammogram()
    glass = glass_of(one)
    dice = random.Random(6)
    for view in views(glass, 300):
        found = wanted(one, view, glass)
        level = max(tile.level for tile in found)
        assert level in (one.pyramid.level_for(view.scale * PX), one.pyramid.base)
        seen = glass.seen(view)
        for _ in range(20):
            x, y = dice.uniform(seen.left, seen.right), dice.uniform(seen.top, seen.bottom)
            assert any(one.tile_box(t.level, t.column, t.row).holds(x, y) for t in found if t.level == level)


def test_a_little_beyond_the_glass_is_fetched_too_and_no_more() -> None:
    one = mammogram()
    glass = Glass(1000, 1000, one.box, one.body, 80, "L")
    at = View(4.5 * 510 * PX, 4.5 * 510 * PX, 20)  # 1000 px around the middle of tile 4, 4
    assert {tile for tile in wanted(one, at, glass) if tile.level == 13} == {
        Tile(13, c, r) for c in (3, 4, 5) for r in (3, 4, 5)
    }
    small = Glass(200, 200, one.box, Box(90, 90, 100, 100), 80, "L")
    assert [tile for tile in wanted(one, at, small) if tile.level == 13] == [Tile(13, 4, 4)]
    wider = Glass(280, 200, one.box, Box(90, 90, 100, 100), 80, "L")
    assert {tile.column for tile in wanted(one, at, wider) if tile.level == 13} == {3, 4, 5}


def test_the_middle_comes_before_the_edge() -> None:
    one = mammogram()
    glass = glass_of(one)
    found = wanted(one, View(4.5 * 510 * PX, 4.5 * 510 * PX, 20), glass)
    assert found[1] == Tile(13, 4, 4)
    assert found[-1].column != 4


def test_in_place_of_a_damaged_tile_stands_the_next_coarser() -> None:
    one = mammogram()
    glass = glass_of(one)
    view = View(100, 130, 20)
    bad = wanted(one, view, glass)[1]
    found = wanted(one, view, glass, {bad})
    assert bad not in found
    assert bad.above(bad.level - 1) in found
    assert bad.above(bad.level - 2) in wanted(one, view, glass, {bad, bad.above(bad.level - 1)})
    assert Tile(9, 0, 0) not in wanted(one, view, glass, {Tile(9, 0, 0)})
    every = {Tile(level, c, r) for level in range(14) for c in range(8) for r in range(11)}
    assert wanted(one, view, glass, every) == ()


# --- what stays ---


def cover(tiles: tuple[Tile, ...], level: int, place: Tile) -> bool:
    return any(tile.meets(place) for tile in tiles if tile.level == level)


def test_a_coarser_tile_stays_until_all_finer_ones_over_it_are_ready() -> None:
    held = (Tile(9, 0, 0), Tile(10, 0, 0), Tile(10, 0, 1))
    want = (Tile(9, 0, 0), Tile(11, 0, 0), Tile(11, 1, 0), Tile(11, 0, 1), Tile(11, 1, 1))
    ready = set(held)
    assert keep(held, want, ready, 30) == (Tile(10, 0, 0),)  # nothing is wanted over 10/0_1
    ready |= {Tile(11, 0, 0), Tile(11, 1, 0), Tile(11, 0, 1)}
    assert keep(held, want, ready, 30) == (Tile(10, 0, 0),)
    ready.add(Tile(11, 1, 1))
    assert keep(held, want, ready, 30) == ()


def test_finer_tiles_stay_until_the_coarser_one_under_them_is_ready() -> None:
    held = (Tile(9, 0, 0), Tile(11, 0, 0), Tile(11, 1, 1), Tile(11, 3, 3))
    want = (Tile(9, 0, 0), Tile(10, 0, 0))
    assert keep(held, want, set(held), 30) == (Tile(11, 0, 0), Tile(11, 1, 1))
    assert keep(held, want, {*held, Tile(10, 0, 0)}, 30) == ()


def test_a_tile_that_was_never_loaded_is_let_go() -> None:
    held = (Tile(9, 0, 0), Tile(10, 0, 0))
    want = (Tile(9, 0, 0), Tile(11, 0, 0))
    assert keep(held, want, {Tile(9, 0, 0)}, 30) == ()


def test_what_stays_is_given_in_drawing_order() -> None:
    held = (Tile(12, 0, 0), Tile(10, 0, 0), Tile(11, 0, 0))
    kept = keep(held, (Tile(9, 0, 0), Tile(13, 0, 0)), set(held), 30)
    assert kept == (Tile(10, 0, 0), Tile(11, 0, 0), Tile(12, 0, 0))


def test_when_there_are_too_many_the_sharpest_coarser_ones_stay() -> None:
    held = (Tile(10, 0, 0), Tile(11, 0, 0), Tile(13, 0, 0), Tile(13, 1, 1))
    want = (Tile(9, 0, 0), Tile(12, 0, 0))
    assert keep(held, want, set(held), 3) == (Tile(11, 0, 0),)
    assert keep(held, want, set(held), 4) == (Tile(10, 0, 0), Tile(11, 0, 0))
    assert keep(held, want, set(held), 2) == ()
    assert keep(held, want, set(held), 0) == ()


def test_a_visit_never_shows_a_hole_and_never_holds_more_than_the_bound() -> None:
    """Random moves and zooms, tiles that come in any order: where the glass was covered, it stays covered."""
    dice = random.Random(8)
    for tile in (254, 510):
        one = mammogram(tile=tile)
        glass = glass_of(one, 900, 1100)
        most = most_held(glass, one.pyramid)
        held: tuple[Tile, ...] = ()
        ready: set[Tile] = set()
        view = glass.fit()
        for _ in range(1500):
            if dice.random() < 0.3:
                view = (
                    glass.zoomed(view, 10 ** dice.uniform(-0.3, 0.3), dice.uniform(0, 900), dice.uniform(0, 1100))
                    if dice.random() < 0.6
                    else glass.moved(view, dice.gauss(0, 300), dice.gauss(0, 300))
                )
            want = wanted(one, view, glass)
            kept = keep(held, want, ready, most)
            assert len(kept) + len(want) <= most
            before = {tile for tile in held if tile in ready}
            held = (*want, *kept)
            for waiting in want[1:]:
                if waiting in ready:
                    continue
                under = {tile for tile in before if tile.meets(waiting) and tile.level == waiting.level - 1}
                assert len(want) + len(under) > most or under <= set(held)
            ready &= set(held)
            if dice.random() < 0.8:
                ready.update(dice.sample(held, min(len(held), dice.randrange(4))))


def test_the_bound_comes_from_the_glass_not_from_the_picture() -> None:
    small, large = mammogram(2048, 2560), mammogram(16384, 20480)
    glass = glass_of(small, 1080, 1920)
    assert most_held(glass, large.pyramid) == most_held(glass_of(large, 1080, 1920), large.pyramid) <= 2 * 5 * 8 + 1
    for one in (small, large):
        for view in views(glass_of(one, 1080, 1920), 300):
            found = wanted(one, view, glass_of(one, 1080, 1920))
            assert 2 * len(found) - 1 <= most_held(glass, one.pyramid)
