"""Levels, tiles and the .dzi file, whoever made it."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest

from kiosk.explorer.pyramid import LEAST_SHARP, Pyramid, PyramidError, Tile, read_dzi
from kiosk.explorer.viewport import Box
from tests.explorer.made import dzi


def pyramids(count: int = 300) -> list[Pyramid]:
    dice = random.Random(3)
    return [
        Pyramid(
            round(10 ** dice.uniform(0, 4.5)),
            round(10 ** dice.uniform(0, 4.5)),
            dice.choice([64, 254, 256, 510, 512, 2048]),
            dice.choice([0, 1, 2, 16]),
            "jpg",
        )
        for _ in range(count)
    ]


def test_levels_double_from_one_pixel_to_the_full_picture() -> None:
    for one in pyramids():
        assert one.size(0) == (1, 1)
        assert one.size(one.top) == (one.width, one.height)
        assert one.levels == one.top + 1
        for level in range(one.top):
            assert one.size(level) == tuple(math.ceil(side / 2) for side in one.size(level + 1))
    assert Pyramid(1, 1, 254, 1, "jpg").levels == 1
    assert [Pyramid(side, 1, 254, 1, "jpg").levels for side in (2, 3, 4, 5)] == [2, 3, 3, 4]


def test_tiles_cover_a_level_and_overlap_their_neighbours_by_just_that_much() -> None:
    for one in pyramids(60):
        for level in range(one.levels):
            width, height = one.size(level)
            columns, rows = one.grid(level)
            assert one.pixels(level, 0, 0)[:2] == (0, 0)
            assert one.pixels(level, columns - 1, rows - 1)[2:] == (width, height)
            for column in range(min(columns, 5) - 1):
                mine, next_one = one.pixels(level, column, 0), one.pixels(level, column + 1, 0)
                assert mine[2] - next_one[0] == min(2 * one.overlap, mine[2] - next_one[0]) > -1
                assert next_one[0] == (column + 1) * one.tile - one.overlap
            assert not one.has(level, columns, 0)
            assert not one.has(level, 0, rows)
            assert one.has(level, columns - 1, rows - 1)
        assert not one.has(one.levels, 0, 0)
        assert not one.has(-1, 0, 0)


def test_the_base_is_the_finest_level_of_one_tile() -> None:
    for one in pyramids():
        assert one.grid(one.base) == (1, 1)
        assert one.base == one.top or one.grid(one.base + 1) != (1, 1)
    assert Pyramid(4000, 5200, 510, 1, "jpg").base == 9


def test_the_level_is_the_coarsest_that_is_sharp_enough() -> None:
    dice = random.Random(5)
    for one in pyramids():
        sharpness = 10 ** dice.uniform(-3, 1)
        level = one.level_for(sharpness)
        if level < one.top:
            assert 1 / one.step(level) >= LEAST_SHARP * sharpness
        if level > 0:
            assert 1 / one.step(level - 1) < LEAST_SHARP * sharpness
    one = Pyramid(4000, 5200, 510, 1, "jpg")
    assert [one.level_for(s) for s in (10, 1, 0.8, 0.7, 0.5, 1e-9)] == [13, 13, 13, 12, 12, 0]
    assert [one.level_for(s) for s in (math.nan, 0, -1)] == [0, 0, 0]


def test_what_covers_a_box_is_just_the_tiles_that_meet_it_middle_first() -> None:
    dice = random.Random(9)
    for one in pyramids(100):
        level = dice.randrange(max(0, one.top - 4), one.levels)
        left, top = dice.uniform(0, one.width), dice.uniform(0, one.height)
        box = Box(left, top, left + dice.uniform(1, 3000), top + dice.uniform(1, 3000))
        each = one.tile * one.step(level)
        columns, rows = one.grid(level)
        if columns * rows > 5000:
            continue
        meeting = {
            (c, r)
            for c in range(columns)
            for r in range(rows)
            if Box(c * each, r * each, (c + 1) * each, (r + 1) * each).meets(box)
        }
        found = list(one.covering(level, box))
        assert len(found) == len(set(found))
        assert set(found) == meeting
        far = [math.hypot((c + 0.5) * each - box.centre[0], (r + 0.5) * each - box.centre[1]) for c, r in found]
        assert far == sorted(far) or max(b - a for a, b in zip(far[1:], far, strict=False)) < 1e-6


@pytest.mark.parametrize("box", [Box(-9, -9, -1, -1), Box(5000, 0, 6000, 10), Box(5, 5, 5, 5), Box(math.nan, 0, 1, 1)])
def test_a_box_beside_the_picture_needs_no_tile(box: Box) -> None:
    assert list(Pyramid(1000, 1000, 254, 1, "png").covering(10, box)) == []


def test_a_tile_lies_in_one_tile_of_each_coarser_level() -> None:
    tile = Tile(12, 5, 9)
    assert tile.above(12) == tile
    assert tile.above(10) == Tile(10, 1, 2)
    assert tile.meets(Tile(10, 1, 2))
    assert Tile(10, 1, 2).meets(tile)
    assert not tile.meets(Tile(10, 1, 3))
    assert not tile.meets(Tile(12, 5, 8))


# --- the file ---


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "image.dzi"


def test_a_file_is_read_as_it_is_written(file: Path) -> None:
    file.write_text(dzi(4000, 5200, 510, 1, "jpg"), encoding="utf-8")
    assert read_dzi(file) == Pyramid(4000, 5200, 510, 1, "jpg")
    file.write_text('<Image TileSize="256" Overlap="0" Format="png"><Size Width="7" Height="9"/></Image>')
    assert read_dzi(file) == Pyramid(7, 9, 256, 0, "png")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not valid XML"),
        ("no xml", "not valid XML"),
        (dzi(10, 10)[:-20], "not valid XML"),
        ("<Other/>", "no <Image>"),
        ('<Image TileSize="254" Overlap="1" Format="png"/>', "no <Size>"),
        ('<X><Image Format="png"/><Size/></X>', "no <Image>"),
        (dzi(0, 10), "Width should be a whole number from 1 to 200000, not '0'"),
        (dzi(10, 200_001), "Height"),
        (dzi(-5, 10), "Width"),
        (dzi(10, 10).replace('"10"', '"1e3"'), "Width"),
        (dzi(10, 10).replace('"10"', '"９９"'), "Width"),
        (dzi(10, 10).replace('"10"', '"99999999999999999999"'), "Width"),
        (dzi(10, 10, tile=63), "TileSize should be a whole number from 64 to 2048"),
        (dzi(10, 10, tile=2049), "TileSize"),
        (dzi(10, 10, overlap=17), "Overlap"),
        (dzi(10, 10, ending="tiff"), "jpg, jpeg, png, not 'tiff'"),
        (dzi(10, 10, ending="../png"), "jpg, jpeg, png"),
        (BOMB + "<Image>&c;</Image>", "declares a document type"),
        (OUTSIDE + dzi(10, 10).split("\n", 1)[1], "declares a document type"),
        ("<a>" * 500 + "</a>" * 500, "far too many parts"),
        (dzi(10, 10) + " " * 70_000, "larger than 64 KiB"),
        ('<?xml version="1.0" encoding="nonsense-8"?><Image/>', "no <Size>"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(file: Path, text: str, told: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PyramidError, match=told):
        read_dzi(file)


def test_a_missing_file_a_folder_and_a_link_are_refused(file: Path, tmp_path: Path) -> None:
    with pytest.raises(PyramidError, match="no such file"):
        read_dzi(file)
    with pytest.raises(PyramidError, match="cannot be read"):
        read_dzi(tmp_path)
    (tmp_path / "other.dzi").write_text(dzi(10, 10), encoding="utf-8")
    file.symlink_to(tmp_path / "other.dzi")
    with pytest.raises(PyramidError, match="cannot be read"):
        read_dzi(file)


def test_bytes_that_are_no_text_are_refused(file: Path) -> None:
    dice = random.Random(2)
    good = dzi(600, 700).encode()
    for _ in range(500):
        harmed = bytearray(good)
        for _ in range(dice.randrange(1, 4)):
            harmed[dice.randrange(len(harmed))] = dice.randrange(256)
        file.write_bytes(bytes(harmed))
        try:
            found = read_dzi(file)
        except PyramidError as error:
            assert str(error)
        else:
            assert 64 <= found.tile <= 2048
