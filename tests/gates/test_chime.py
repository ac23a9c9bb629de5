"""The shipped sound is what the script makes: short, soft, and never a click."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from kiosk.deploy.chime import NAME, PEAK, RATE, SECONDS, main, samples, wav

FILE = Path(__file__).resolve().parents[2] / "assets" / "sounds" / NAME


def test_the_shipped_file_is_the_made_one() -> None:
    assert FILE.read_bytes() == wav()


def test_another_sound_would_be_noticed(tmp_path: Path) -> None:
    main(tmp_path)
    made = (tmp_path / NAME).read_bytes()
    assert made == FILE.read_bytes()
    assert made[:-1] + bytes([made[-1] ^ 1]) != wav()


def test_it_is_short_quiet_and_begins_and_ends_in_silence() -> None:
    made = samples()
    assert len(made) == round(SECONDS * RATE)
    assert max(map(abs, made)) == round(PEAK * 32_767)
    assert made[0] == made[-1] == 0
    assert max(abs(b - a) for a, b in pairwise(made)) < 32_767 * 0.05
