"""The pictures of a site's notice: whether each can be shown, and whether its letters are large enough.

Owns their limits. Must not know who asks: `kiosk check` names a fault at its line, the kiosk logs it once for staff.
"""

from __future__ import annotations

import math
from pathlib import Path

from msgspec import Struct

from kiosk.reading.heads import ImageError, size_of
from kiosk.reading.source import MissingError, TooLargeError, UnreadableError, read_bytes
from kiosk.settings.glass import LEAST_POINTS, POINT_MM, sheet_mm
from kiosk.settings.model import NoticePicture, Screen

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 16_000_000
"""64 MiB when decoded: as much as the kiosk lends to one picture."""
MOST_TALL = 3
"""How many times as high as wide a picture may be: a strip has to be scrolled for ever."""
_FORM = "save it as a PNG or JPEG picture"


class Fault(Struct, frozen=True):
    """What is wrong with a picture and how it is mended: clauses without a full stop."""

    what: str
    mend: str


class Page(Struct, frozen=True):
    """A picture as found on disk; `size` is its width and height, px, or None where it cannot be shown."""

    picture: NoticePicture
    size: tuple[int, int] | None
    fault: Fault | None = None


class PageError(Exception):
    """A picture that cannot be shown."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.fault = Fault(what, mend)


def read_page(path: Path) -> tuple[bytes, tuple[int, int]]:
    """The bytes of a whole PNG or JPEG within the limits, and its width and height, px. Raises PageError."""
    try:
        data = read_bytes(path, MOST_BYTES)
        width, height = size_of(data)
    except MissingError:
        raise PageError("there is no such picture", "put it there, or correct its name") from None
    except TooLargeError as error:
        raise PageError(str(error), "save it smaller; a page of words needs no more than 1 MiB") from None
    except UnreadableError as error:
        raise PageError(str(error), "put a plain, readable file there") from None
    except ImageError as error:
        raise PageError(str(error), _FORM) from None
    if not 0 < width * height <= MOST_PIXELS:
        most = f"{MOST_PIXELS // 1_000_000} million pixels"
        raise PageError(f"the picture is {width} x {height} pixels, not 1 to {most}", "save it smaller")
    if height > MOST_TALL * width:
        what = f"the picture is more than {MOST_TALL} times as high as wide ({width} x {height} pixels)"
        raise PageError(what, "divide it into several pictures")
    return data, (width, height)


def column_mm(picture: NoticePicture, width: int) -> float:
    """How wide (mm) a picture of `width` px must be shown, so that its letters stand 20 points high."""
    return LEAST_POINTS * POINT_MM * width / picture.letter_px


def examine(picture: NoticePicture, screen: Screen) -> Page:
    """What is on disk for `picture`, and what is wrong with it on this glass."""
    try:
        _, size = read_page(Path(picture.file))
    except PageError as error:
        return Page(picture, None, error.fault)
    there = sheet_mm(screen)
    needed = column_mm(picture, size[0])
    if there >= needed:
        return Page(picture, size)
    points = LEAST_POINTS * there / needed
    what = (
        f"the smallest letters would be of {points:.1f} points ({points * POINT_MM:.1f} mm) on this "
        f"{screen.diagonal_inch:g}-inch glass, but a notice needs {LEAST_POINTS:g} ({LEAST_POINTS * POINT_MM:.2f} mm)"
    )
    most, least = math.floor(size[0] * there / needed), math.ceil(picture.letter_px * needed / there)
    mend = f"draw them {least} pixels large, or the picture {most} pixels wide with letters as they are"
    return Page(picture, size, Fault(what, mend))
