"""Fields are functions of millimeters: a crop holds the numbers of the whole."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Draws, seed64
from kiosk.illustrate.lattice import nodes, pixels, resample
from kiosk.illustrate.measure import texture


def test_a_crop_of_noise_is_the_noise() -> None:
    whole = noise.fractal((1, "a"), pixels(0.1, 0, 0, 40, 30), 12.0, 0.2)
    part = noise.fractal((1, "a"), pixels(0.1, 10, 8, 20, 14), 12.0, 0.2)
    assert np.array_equal(part, whole[80:140, 100:200])


def test_noise_at_points_is_the_noise_on_a_grid() -> None:
    grid = pixels(0.2, 0, 0, 20, 10)
    x, y = np.meshgrid(grid.x, grid.y)
    assert np.abs(noise.at_points((5, "b"), x, y, 3.0) - noise.octave(seed64(5, "b"), 3.0, grid)).max() < 1e-5


def test_noise_has_unit_variance() -> None:
    assert noise.octave(3, 1.0, pixels(0.2, 0, 0, 120, 120)).var() == pytest.approx(1, abs=0.05)


def test_draws_depend_on_their_name_alone() -> None:
    assert np.array_equal(Draws(7, "x").uniform(5), Draws(7, "x").uniform(9)[:5])
    assert not np.array_equal(Draws(7, "x").uniform(5), Draws(7, "y").uniform(5))


def test_draws_have_their_moments() -> None:
    draws = Draws(1, "moments")
    assert draws.normal(20000).mean() == pytest.approx(0, abs=0.03)
    assert draws.gamma(20000, 2.0, 1.5).mean() == pytest.approx(3, rel=0.03)


def test_upsampling_keeps_a_slope() -> None:
    source, target = nodes(1.0, (0, 0, 20, 20), 3), pixels(0.25, 2, 2, 18, 18)
    slope = np.tile(source.x.astype(np.float32), (source.height, 1))
    assert np.abs(resample(slope, source, target) - target.x).max() < 1e-5


@pytest.mark.parametrize("beta", [2.6, 3.0, 3.4])
def test_the_exponent_of_a_known_spectrum_is_found(beta: float) -> None:
    n, px = 256, 0.1
    f = np.fft.fftfreq(n, px)
    radius = np.hypot(f[:, None], f[None, :])
    radius[0, 0] = 1
    white = np.fft.fft2(Draws(2, beta).normal(n * n).reshape(n, n))
    field = np.fft.ifft2(white * radius ** (-beta / 2)).real.astype(np.float32)
    found, fit = texture.exponent(field, px)
    assert found == pytest.approx(beta, abs=0.25)
    assert fit > 0.9
