"""Where samples stand, in millimeters, and how a field goes from one lattice to a finer one.

A sample's weights depend on its absolute index alone, so a crop holds the very numbers of the whole. Must not know what
the fields mean.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kiosk.illustrate.hashing import Floats, Single

Kernel = Literal["catmull-rom", "b-spline"]


@dataclass(frozen=True, slots=True)
class Grid:
    """Samples at ((first + index) + shift) * step mm; pixels have shift 0.5 (their centers), nodes 0."""

    step: float
    left: int
    top: int
    width: int
    height: int
    shift: float = 0.0

    @property
    def x(self) -> Floats:
        """Places of the columns, shape (width,), mm."""
        return np.asarray((np.arange(self.left, self.left + self.width) + self.shift) * self.step, dtype=np.float64)

    @property
    def y(self) -> Floats:
        """Places of the rows, shape (height,), mm."""
        return np.asarray((np.arange(self.top, self.top + self.height) + self.shift) * self.step, dtype=np.float64)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.height, self.width

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the outermost samples, mm."""
        x, y = self.x, self.y
        return float(x[0]), float(y[0]), float(x[-1]), float(y[-1])

    def rows(self, first: int, count: int) -> Grid:
        """The part from row `first` (counted here from 0)."""
        return Grid(self.step, self.left, self.top + first, self.width, count, self.shift)


def nodes(step: float, box: tuple[float, float, float, float], margin: float = 0.0) -> Grid:
    """The lattice of `step` mm that covers `box` and `margin` mm around it."""
    left, top = math.floor((box[0] - margin) / step), math.floor((box[1] - margin) / step)
    right, bottom = math.ceil((box[2] + margin) / step), math.ceil((box[3] + margin) / step)
    return Grid(step, left, top, right - left + 1, bottom - top + 1)


def pixels(step: float, left: float, top: float, right: float, bottom: float) -> Grid:
    """Pixels of `step` mm inside a box (mm) whose sides are whole multiples of `step`."""
    first_x, first_y = round(left / step), round(top / step)
    return Grid(step, first_x, first_y, round(right / step) - first_x, round(bottom / step) - first_y, 0.5)


def _weights(t: Floats, kernel: Kernel) -> Floats:
    if kernel == "catmull-rom":
        return np.stack(
            [
                0.5 * (-t + 2 * t**2 - t**3),
                0.5 * (2 - 5 * t**2 + 3 * t**3),
                0.5 * (t + 4 * t**2 - 3 * t**3),
                0.5 * (-(t**2) + t**3),
            ],
            axis=1,
        )
    return np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1) / 6


def matrix(places: Floats, step: float, first: int, count: int, kernel: Kernel = "catmull-rom") -> sparse.csr_array:
    """Weights, shape (len(places), count), that read `count` nodes, from node `first` on, at `places` (mm)."""
    at = places / step
    base = np.floor(at)
    weights = _weights(at - base, kernel)
    columns: NDArray[np.int64] = base.astype(np.int64)[:, None] + np.arange(-1, 3) - first
    columns = np.clip(columns, 0, count - 1)  # beyond the edge the last node stands in
    rows = np.arange(len(places) + 1) * 4
    return sparse.csr_array((weights.ravel().astype(np.float32), columns.ravel(), rows), shape=(len(places), count))


class Upsampler:
    """Reads one lattice field on a finer grid, strip by strip; columns are done once."""

    def __init__(self, field: Single, source: Grid, target: Grid, kernel: Kernel = "catmull-rom") -> None:
        self._source, self._kernel = source, kernel
        across = matrix(target.x, source.step, source.left, source.width, kernel)
        self._wide: Single = np.ascontiguousarray((across @ field.T).T)

    def rows(self, target: Grid) -> Single:
        """The field on `target`, shape (height, width); its columns are those given at the start."""
        down = matrix(target.y, self._source.step, self._source.top, self._source.height, self._kernel)
        return np.asarray(down @ self._wide)


def resample(field: Single, source: Grid, target: Grid, kernel: Kernel = "catmull-rom") -> Single:
    """`field` on another grid at once."""
    return Upsampler(field, source, target, kernel).rows(target)
