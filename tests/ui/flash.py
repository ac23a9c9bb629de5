"""The general flash rule (WCAG 2.2, 2.3.1) on pictures of the glass and the times at which they stood there.

A flash is a pair of opposing changes of relative luminance by 0.1 or more where the darker state is below 0.80, of more
than a quarter of any 10 degrees of the visual field at once (a block of 341 x 256 pixels at 1024 x 768; so many degrees
are so many millimetres at the site's viewing distance). There may be three in a second. Changes up and down that happen
at once within one field, as where a grainy picture is carried along, balance each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

import msgspec
import numpy as np
import numpy.typing as npt

from tests.ui import ink

CHANGE = 0.1
DARK = 0.8
SHARE = 0.25
ALLOWED = 6
"""Changes in a second: three pairs."""
_SECOND = 1.0
_AT_ONCE = 0.15  # seconds: a change that fades in comes to one part of a field a little before the other
_DEGREES = 10
_UPRIGHT = 256 / 341  # the block's height for its width
_CELL = 4  # pixels: what flashes in less is averaged with what is beside it

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Signs = npt.NDArray[np.int8]


class Frame(msgspec.Struct, frozen=True):
    at: float
    """Seconds."""
    light: Floats
    """Relative luminance of each cell, rows x columns."""


def frame(at: float, pixels: ink.Bytes) -> Frame:
    """What stood on the glass at `at` seconds."""
    light = ink.luminance(pixels)
    rows, columns = light.shape[0] // _CELL, light.shape[1] // _CELL
    cells = light[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL)
    return Frame(at, cast(Floats, cells.mean(axis=(1, 3))))


def block(width_px: float, width_mm: float, viewing_distance_mm: float) -> tuple[int, int]:
    """Rows and columns of cells that are 10 degrees of the visual field."""
    wide = 2 * viewing_distance_mm * math.tan(math.radians(_DEGREES / 2)) * width_px / width_mm / _CELL
    return max(1, round(wide * _UPRIGHT)), max(1, round(wide))


def most(frames: Sequence[Frame], field: tuple[int, int]) -> tuple[int, float]:
    """The most changes that any field makes in one second, and when that second ends."""
    made = _fields_turn(frames, field)
    count, when = 0, frames[0].at
    for one, turned in zip(frames, made, strict=True):
        second = [t for other, t in zip(frames, made, strict=True) if 0 <= one.at - other.at < _SECOND]
        now = int(np.sum(second, axis=0).max()) if turned.any() else 0
        if now > count:
            count, when = now, one.at
    return count, when


def _cells_turn(frames: Sequence[Frame]) -> list[Signs]:
    """For each frame, which cells came up (1) or down (-1) enough by then since they last turned."""
    low = frames[0].light.copy()
    high = frames[0].light.copy()
    way = np.zeros(low.shape, np.int8)  # which way the last change went
    found: list[Signs] = []
    for one in frames:
        now = one.light
        fell = (way >= 0) & (high - now >= CHANGE) & (now < DARK)
        rose = (way <= 0) & (now - low >= CHANGE) & (low < DARK) & ~fell
        turned = rose.astype(np.int8) - fell.astype(np.int8)
        way = np.where(turned == 0, way, turned)
        high = np.where(turned == 0, np.maximum(high, now), now)
        low = np.where(turned == 0, np.minimum(low, now), now)
        found.append(turned)
    return found


def _fields_turn(frames: Sequence[Frame], field: tuple[int, int]) -> list[Flags]:
    """For each frame, which fields (by their upper corner) came up or down by then, each the other way than before."""
    cells = _cells_turn(frames)
    last = np.zeros(_sums(cells[0], field).shape, np.int8)
    found: list[Flags] = []
    for one in frames:
        lately = np.zeros_like(cells[0])  # each cell's last change
        for other, turned in zip(frames, cells, strict=True):
            if 0 <= one.at - other.at < _AT_ONCE:
                lately = np.where(turned == 0, lately, turned)
        share = _sums(lately, field) / (field[0] * field[1])
        way = (share > SHARE).astype(np.int8) - (share < -SHARE).astype(np.int8)
        came = (way != 0) & (way != last)
        last = np.where(came, way, last)
        found.append(came)
    return found


def _sums(cells: Signs, field: tuple[int, int]) -> Floats:
    """The sum of every field of the glass."""
    rows, columns = (min(f, c) for f, c in zip(field, cells.shape, strict=True))
    sums = np.pad(cells.astype(float).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    inside = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    return cast(Floats, inside)
