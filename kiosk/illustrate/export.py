"""One scene into its folder: pyramid, magnification views, truth list; and the manifest that ties them together.

Owns file names, and that a folder is either whole or as it was: everything is written beside it and swapped in at the
end. Must not know how pictures come about.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import scipy
from PIL import Image, PngImagePlugin

from kiosk.illustrate import mark, pyramid, truth
from kiosk.illustrate.drawing import Drawing, prepare, whole_greys
from kiosk.illustrate.hashing import Single
from kiosk.illustrate.lattice import pixels
from kiosk.illustrate.scene import ENGINE, Scene, fingerprint
from kiosk.reading.digest import digest

MANIFEST = "manifest.json"
Progress = Callable[[float], None]


def draw(scene: Scene, out: Path, progress: Progress) -> dict[str, Any]:
    """Write `out/<scene>/` anew; gives the scene's entry for the manifest. `progress` hears 0..1. Raises OSError."""
    folder, before = out / f".{scene.id}.drawing", _before(out / scene.id)
    if folder.exists():  # left by a draw that was killed
        shutil.rmtree(folder)
    if before.exists() and not (out / scene.id).exists():  # killed within the swap: what was there comes back
        before.rename(out / scene.id)
    folder.mkdir(parents=True)
    try:
        entry = _draw_into(folder, scene, progress)
        _swap(folder, out / scene.id)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    progress(1.0)
    return entry


def _before(place: Path) -> Path:
    """Where the pictures at `place` wait while new ones are put there."""
    return place.with_name(f".{place.name}.before")


def _swap(new: Path, place: Path) -> None:
    """Put the folder `new` at `place`; what was there goes only when the new one stands."""
    before = _before(place)
    if before.exists():
        shutil.rmtree(before)
    if place.exists():
        place.rename(before)
    try:
        new.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _draw_into(folder: Path, scene: Scene, progress: Progress) -> dict[str, Any]:
    progress(0.0)
    drawing = prepare(scene, progress=lambda part: progress(0.62 * part))
    progress(0.62)
    full, half = whole(drawing, truth.PIXEL, lambda part: progress(0.62 + 0.1 * part))
    for part in pyramid.write(folder, full, half):
        progress(0.72 + 0.05 * part)
    views: dict[str, str] = {}
    for index, made in enumerate(drawing.made):
        views[made.spot.id] = _magnify(drawing, index, folder)
        progress(0.77 + 0.23 * (index + 1) / len(drawing.made))
    text = json.dumps(truth.describe(scene, drawing.made), separators=(",", ":"))
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8")
    return {
        "scene": fingerprint(scene),
        "drawn_with": environment(),
        "pixels": pixel_digest(full),
        "views": views,
        "files": digest(folder),
        "bytes": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
    }


def whole(drawing: Drawing, px: float, progress: Progress) -> tuple[pyramid.Bytes, Single]:
    """The whole picture in whole greys, and its next level unrounded, both with the burned mark."""
    canvas = drawing.scene.canvas
    grid = pixels(px, 0.0, 0.0, *canvas)
    full, halves = np.empty(grid.shape, np.uint8), []
    for strip in drawing.strips(px):
        rows = grid.rows(strip.first, strip.grey.shape[0])
        mark.burn(strip.grey, rows, canvas, drawing.scene.side == "L")
        full[strip.first : strip.first + rows.height] = whole_greys(strip.grey)
        halves.append(pyramid.halve(strip.grey))
        progress((strip.first + rows.height) / grid.height)
    return full, np.concatenate(halves)


def _magnify(drawing: Drawing, index: int, folder: Path) -> str:
    made = drawing.made[index]
    box, px = truth.window(drawing.scene, made)
    picture = drawing.picture(px, box)
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Title", mark.LABEL)
    Image.fromarray(picture).save(folder / f"{made.spot.id}.png", pnginfo=notes)
    return pixel_digest(picture)


def pixel_digest(picture: pyramid.Bytes) -> str:
    """SHA-256 of decoded pixels: file formats and their libraries may change."""
    return hashlib.sha256(f"{picture.shape}".encode() + picture.tobytes()).hexdigest()


def environment() -> str:
    """What pixels are exactly the same within; elsewhere one grey level on one pixel in 10,000 may differ.

    NumPy chooses its code by what the processor can do, and its choices differ in the last bit.
    """
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    return f"numpy {np.__version__}, scipy {scipy.__version__}, {' '.join([platform.machine(), *found])}"


def read_manifest(out: Path) -> dict[str, Any]:
    """The manifest of a folder, or an empty one."""
    path = out / MANIFEST
    if not path.is_file():
        return {"engine": ENGINE, "scenes": {}}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def keep_manifest(out: Path, entries: dict[str, Any]) -> None:
    """Put entries into the manifest; those of other scenes stay."""
    manifest = read_manifest(out)
    manifest["engine"] = ENGINE
    manifest["scenes"] = dict(sorted((manifest["scenes"] | entries).items()))
    beside = out / f".{MANIFEST}.new"
    beside.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    beside.replace(out / MANIFEST)


def stale(scenes: Iterable[Scene], out: Path) -> list[str]:
    """One sentence for each way in which the pictures in `out` are not those of `scenes` and of this engine."""
    told: list[str] = []
    entries, wanted = read_manifest(out)["scenes"], {scene.id: scene for scene in scenes}
    for name in sorted({*entries, *(path.name for path in out.iterdir() if path.is_dir())} - set(wanted)):
        told.append(f"{name}: there is no such scene; delete the pictures and the entry")
    for name, scene in wanted.items():
        entry = entries.get(name)
        if entry is None or not (out / name).is_dir():
            told.append(f"{name}: has not been drawn; run: kiosk draw {name}")
        elif entry["scene"] != fingerprint(scene):
            told.append(f"{name}: the scene or the engine has changed since it was drawn; run: kiosk draw {name}")
        elif entry["files"] != digest(out / name):
            told.append(f"{name}: the files are not those that were drawn; run: kiosk draw {name}")
    return told
