"""Everything that can be wrong with the drawn mammograms on disk, for those who install or draw them.

Looks at every file, unlike the explorer itself, which opens what is on the glass; but judges each as the explorer does.
Must not know who prints it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk.explorer.mammogram import DZI, TRUTH, Mammogram, MammogramError, Spot, load
from kiosk.reading.digest import digest
from kiosk.reading.heads import ImageError, read_image
from kiosk.reading.problem import Problem
from kiosk.reading.source import UnreadableError, read_bytes

FOLDER, MANIFEST = "mammograms", "manifest.json"
MOST_TOLD = 10
"""Problems of one kind in one folder that are told one by one."""
_MOST_BYTES = 1024 * 1024
_TILES, _NOTES_OF_VIPS = "image_files", "vips-properties.xml"
_TILE = re.compile(r"(0|[1-9]\d{0,5})_(0|[1-9]\d{0,5})\.(jpg|jpeg|png)", re.ASCII)
_ROUNDED = 0.05 + 1e-6
"""mm: what a size loses in words, which have tenths of millimeters."""


class AskedSpot(Struct, frozen=True):
    """What the words say of a spot's size, mm: of its pieces (`specks`), or of it as one (`whole`)."""

    least: float
    most: float
    measure: str = "specks"


class Asked(Struct, frozen=True):
    """What the content shows of one picture."""

    spots: Mapping[str, AskedSpot]
    pixel_mm: float | None = None


class _Entry(Struct):
    files: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class _Manifest(Struct):
    scenes: Annotated[dict[str, _Entry], Meta(max_length=1000)]


def check(assets: Path, wanted: Mapping[str, Asked]) -> list[Problem]:
    """All problems of the mammograms below `assets`, by file; `wanted`: what is shown of them, by picture.

    A picture that is not in the manifest is somebody's own: all is checked but where it comes from.
    """
    folder = assets / FOLDER
    problems: list[Problem] = []
    try:
        there = {path.name for path in folder.iterdir() if path.is_dir()}
    except OSError:
        there = set()
    for name in sorted(name for name in there if name.startswith(".")):
        what = "this was left by a drawing that was stopped"
        first = name.strip(".").partition(".")[0]
        mend = "delete the folder" if first in there else f"draw {first} again: kiosk draw {first}"
        problems.append(_problem(folder / name, what, mend))
    there = {name for name in there if not name.startswith(".")}
    drawn = _read_manifest(folder / MANIFEST, problems) if there or wanted else {}
    for ident in sorted(there | set(wanted) | set(drawn)):
        found = list(_check_picture(folder / ident, wanted.get(ident), again(ident in drawn, ident)))
        if not found and ident in drawn and _digest(folder / ident) != drawn[ident].files:
            what = (
                f"the files of {ident} are not those that were drawn: one in {folder / ident} was changed, or is "
                "damaged inside, where its size and its end do not show it"
            )
            which = "only a comparison with a whole copy finds which, for example: diff -rq"
            found.append(_problem(folder / MANIFEST, what, f"{again(True, ident)} ({which})"))
        problems += found
    return problems


def again(drawn: bool, ident: str) -> str:
    """How a damaged picture is mended."""
    return f"put it back, or draw it again: kiosk draw {ident}" if drawn else "make the pyramid again, or put it back"


def _check_picture(folder: Path, asked: Asked | None, mend: str) -> Iterator[Problem]:
    try:
        mammogram = load(folder, asked.pixel_mm if asked else 1.0)
    except MammogramError as error:
        yield _problem(error.file, error.what, mend)
        return
    for fault in mammogram.faults:
        yield _problem(folder / TRUTH, fault, mend)
    yield from _check_files(mammogram, mend)
    for level in range(mammogram.pyramid.levels):
        yield from _first(_check_level(mammogram, level, mend), folder / _TILES / str(level), mend)
    if asked is not None:
        yield from _check_asked(mammogram, asked)


def _check_files(mammogram: Mammogram, mend: str) -> Iterator[Problem]:
    """The files beside the tiles: each view is whole, and nothing is left over."""
    folder = mammogram.folder
    views = {spot.magnified.file: spot.magnified for spot in mammogram.spots if spot.magnified}
    for name, view in views.items():
        if what := _fault(folder / name, view.size):
            yield _problem(folder / name, what, mend)
    if not mammogram.faults:
        yield from _first(_strays(folder, {DZI, TRUTH, _TILES, *views}), folder, mend)
    levels = {str(level) for level in range(mammogram.pyramid.levels)}
    yield from _first(_strays(folder / _TILES, levels | {_NOTES_OF_VIPS}), folder / _TILES, mend)


def _strays(folder: Path, known: set[str]) -> Iterator[Problem]:
    for name in sorted(_names(folder) - known):
        yield _problem(folder / name, "nothing shows this file", "delete it")


def _check_level(mammogram: Mammogram, level: int, mend: str) -> Iterator[Problem]:
    pyramid, folder = mammogram.pyramid, mammogram.folder / _TILES / str(level)
    columns, rows = pyramid.grid(level)
    there: set[tuple[int, int]] = set()
    for name in sorted(_names(folder)):
        match = _TILE.fullmatch(name)
        at = (int(match[1]), int(match[2])) if match and match[3] == pyramid.ending else None
        if at is None or not pyramid.has(level, *at):
            yield _problem(folder / name, "nothing shows this file", "delete it")
            continue
        there.add(at)
        left, top, right, bottom = pyramid.pixels(level, *at)
        if what := _fault(folder / name, (right - left, bottom - top)):
            yield _problem(folder / name, what, mend)
    if len(there) == columns * rows:
        return
    for row in range(rows):
        for column in range(columns):
            if (column, row) not in there:
                missing = mammogram.folder / pyramid.path(level, column, row)
                yield _problem(missing, "there is no such file", mend)


def _first(problems: Iterator[Problem], where: Path, mend: str) -> Iterator[Problem]:
    """The first few, then one for all others: a list of ten thousand tiles helps nobody."""
    yield from islice(problems, MOST_TOLD)
    if next(problems, None) is not None:
        yield _problem(where, f"more than {MOST_TOLD} files are missing, damaged or left over here", mend)


def _check_asked(mammogram: Mammogram, asked: Asked) -> Iterator[Problem]:
    truth = mammogram.folder / TRUTH
    if asked.pixel_mm and abs(asked.pixel_mm - mammogram.pixel_mm) > 0.01 * mammogram.pixel_mm:
        what = f"a pixel is {mammogram.pixel_mm:g} mm here, but {asked.pixel_mm:g} mm in explorer.yaml"
        yield _problem(truth, what, "take `pixel_mm` out of explorer.yaml")
    for ident, words in asked.spots.items():
        spot = mammogram.spot(ident)
        if spot is None:
            what = f"explorer.yaml shows the spot {ident!r}, which is not here or cannot be shown"
            yield _problem(truth, what, "correct its id in explorer.yaml, or draw the picture again")
            continue
        drawn = _drawn(spot, words.measure)
        if not all(_near(said, size) for said, size in zip((words.least, words.most), drawn, strict=True)):
            said = f"{words.least:g} to {words.most:g} mm"
            what = f"the spot {ident!r} is drawn {drawn[0]:g} to {drawn[1]:g} mm, but explorer.yaml says {said}"
            yield _problem(truth, what, "correct `least` and `most` in explorer.yaml, or draw the picture again")


def _drawn(spot: Spot, measure: str) -> tuple[float, float]:
    if measure == "whole":
        across = spot.most if spot.count == 1 else round(2 * spot.radius, 3)
        return across, across
    return spot.least, spot.most


def _near(said: float, drawn: float) -> bool:
    return abs(said - drawn) <= max(_ROUNDED, 0.01 * drawn)


def _read_manifest(path: Path, problems: list[Problem]) -> dict[str, _Entry]:
    mend = "put it back, or draw all pictures again: kiosk draw"
    try:
        data = read_bytes(path, _MOST_BYTES)
    except UnreadableError as error:
        problems.append(_problem(path, str(error), mend))
        return {}
    try:
        return msgspec.json.decode(data, type=_Manifest).scenes
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        problems.append(_problem(path, f"the file is damaged ({error})", mend))
        return {}


def _digest(folder: Path) -> str:
    try:
        return digest(folder)
    except OSError:
        return ""


def _fault(path: Path, size: tuple[int, int]) -> str:
    """Why an image cannot be shown, or ""."""
    try:
        read_image(path, size)
    except ImageError as error:
        return str(error)
    return ""


def _names(folder: Path) -> set[str]:
    try:
        return {name for name in os.listdir(folder) if not name.startswith(".")}  # noqa: PTH208 - names, no paths
    except OSError:
        return set()


def _problem(path: Path, what: str, mend: str) -> Problem:
    return Problem(str(path), 1, 1, what, mend)
