"""What a tour draws: which languages, text sizes, windows and themes, in which order. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
PERCENTS = (100, 125, 150, 200)
"""The text sizes that a visitor can choose."""


@dataclass(frozen=True)
class Look:
    """How the kiosk looks on one walk: language, window in pixels, text size in percent, theme."""

    language: str
    size: tuple[int, int] = PORTRAIT
    percent: int = 100
    high_contrast: bool = False

    @property
    def _kind(self) -> str:
        return "portrait" if self.size[0] < self.size[1] else "landscape"

    @property
    def title(self) -> str:
        """For the sheet: what a plain look has is not said."""
        larger = f", {self.percent} % text" if self.percent != 100 else ""
        return (
            f"{self.language}, {self._kind} {self.size[0]} x {self.size[1]}"
            f"{larger}{', high contrast' if self.high_contrast else ''}"
        )

    @property
    def prefix(self) -> str:
        """For the files."""
        larger = f"-{self.percent}" if self.percent != 100 else ""
        return f"{self.language or 'kiosk'}-{self._kind}{larger}{'-contrast' if self.high_contrast else ''}"


@dataclass(frozen=True)
class Asked:
    """Which screens to draw."""

    visit: bool = False
    """One whole visit alone, upright."""
    everything: bool = False
    """Every text size, upright and wide, light and in high contrast; pictures at half size, a sheet per language."""
    language: str = ""
    """This language alone."""
    percent: int = 0
    """This text size alone."""


@dataclass(frozen=True)
class Stop:
    """One walk; `whole`: a whole visit, not a glance."""

    look: Look
    whole: bool = True


def plan(codes: list[str], asked: Asked) -> list[Stop]:
    """The walks through these languages."""
    codes = [code for code in codes if asked.language in ("", code)]
    if asked.visit:
        return [Stop(Look(code, PORTRAIT, asked.percent or 100)) for code in codes[:1]]
    if asked.everything:
        return [
            Stop(Look(code, size, percent, contrast))
            for code in codes
            for percent in PERCENTS
            if asked.percent in (0, percent)
            for size in (PORTRAIT, LANDSCAPE)
            for contrast in (False, True)
        ]
    return [stop for code in codes for stop in _usual(code, asked.percent)]


def _usual(code: str, percent: int) -> Iterator[Stop]:
    for size in (PORTRAIT, LANDSCAPE):
        yield Stop(Look(code, size, percent or 100))
    if not percent:
        yield Stop(Look(code, PORTRAIT, PERCENTS[-1]), whole=False)
