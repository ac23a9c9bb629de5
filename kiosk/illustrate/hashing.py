"""Random numbers that depend on their name and place only: never on order, canvas, crop or NumPy's version.

Owns seeds (SHA-256), the lattice hash (splitmix64) and streams of draws. Must not know what is drawn.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats = NDArray[np.float64]
Single = NDArray[np.float32]
Words = NDArray[np.uint64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ROW = np.uint64(0xD1B54A32D192ED03)
_COLUMN = np.uint64(0x8CB92BA72F3D8DD7)
_LOW = np.uint64(0xFFFF)
# Four uniform 16-bit numbers: mean 4 x 32767.5, variance 4 x (65536^2 - 1) / 12.
_MEAN = 4 * 32767.5
_SPREAD = float(np.sqrt(4 * (65536.0**2 - 1) / 12))


def seed64(*parts: object) -> int:
    """64 bits from the names of a purpose, such as `(7, "gland", 3)`."""
    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


def mix(words: Words) -> Words:
    """The finalizer of splitmix64 (Steele, Lea, Flood 2014), element by element."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


def lattice_words(seed: int, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Words:
    """64 random bits for each node; `rows` and `columns` broadcast against each other."""
    start = np.array([seed], dtype=np.uint64)
    by_row = mix(start + rows.astype(np.uint64) * _ROW)
    return mix(by_row + columns.astype(np.uint64) * _COLUMN)


def lattice_normals(seed: int, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Single:
    """Nearly normal values (mean 0, variance 1), exact integers until the last division."""
    words = lattice_words(seed, rows, columns)
    total = words & _LOW
    for shift in (16, 32, 48):
        total += (words >> np.uint64(shift)) & _LOW
    return ((total.astype(np.float32) - np.float32(_MEAN)) / np.float32(_SPREAD)).astype(np.float32)


class Draws:
    """A stream of random numbers named by its key; the n-th number is the same for ever."""

    def __init__(self, *key: object) -> None:
        self._seed = np.array([seed64(*key)], dtype=np.uint64)
        self._next = 0

    def uniform(self, count: int, low: float = 0.0, high: float = 1.0) -> Floats:
        """`count` numbers in (low, high)."""
        index = np.arange(self._next, self._next + count, dtype=np.uint64)
        self._next += count
        words = mix(self._seed + (index + np.uint64(1)) * _GOLDEN)
        unit = ((words >> np.uint64(11)).astype(np.float64) + 0.5) / 2.0**53
        return np.asarray(low + (high - low) * unit)

    def normal(self, count: int, mean: float = 0.0, spread: float | Floats = 1.0) -> Floats:
        """`count` normal numbers."""
        return np.asarray(mean + spread * special.ndtri(self.uniform(count)))

    def gamma(self, count: int, shape: float, scale: float) -> Floats:
        """`count` gamma numbers, by the inverse of the distribution."""
        return np.asarray(scale * special.gammaincinv(shape, self.uniform(count)))

    def one(self, low: float = 0.0, high: float = 1.0) -> float:
        """One number in (low, high)."""
        return float(self.uniform(1, low, high)[0])

    def bell(self, mean: float = 0.0, spread: float = 1.0) -> float:
        """One normal number."""
        return float(self.normal(1, mean, spread)[0])
