"""Bakes the soft shadows of cards and dialogs into nine-patch PNGs: `python -m kiosk.deploy.shadows [FOLDER]`.

The software renderer has no blur, so the shadows are drawn ahead. A shadow is a rounded rectangle blurred by a Gauss
curve (CSS: sigma = half the blur radius). Under the shape itself the image is empty but for a few pixels, so that a
fading card does not darken. Pure Python, and the same pixels every time. Must not import the kiosk but for its paths.
"""

from __future__ import annotations

import math
import struct
import sys
import zlib
from dataclasses import dataclass, replace
from operator import mul
from pathlib import Path

from kiosk.paths import ASSETS


@dataclass(frozen=True, slots=True)
class Layer:
    """One CSS shadow, lengths in design pixels."""

    down: int
    blur: int
    alpha: float


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shadow's look and the two numbers that QML's BorderImage needs.

    `margin`: how far the image reaches beyond the shape on each side. `border`: width of the unstretched frame of the
    image, margin included; the shape must be at least 2 * (border - margin) wide and high.
    """

    name: str
    radius: int
    margin: int
    border: int
    colour: tuple[int, int, int]
    layers: tuple[Layer, ...]


WARM, DARK = (74, 50, 22), (20, 20, 20)
SHADOWS = (
    Shadow("e1", 36, 30, 70, WARM, (Layer(6, 18, 0.07), Layer(1, 2, 0.06))),
    Shadow("e2", 36, 80, 140, WARM, (Layer(18, 48, 0.13),)),
    Shadow("e3", 48, 140, 260, DARK, (Layer(32, 80, 0.30),)),
)
KEPT_INSIDE = 4  # pixels of shadow kept under the shape's edge, against a light seam
STRETCHED = 4  # pixels in the middle of the image, the part that BorderImage stretches


def blurred_corner(radius: int, sigma: float, reach: int, inner: int) -> list[list[float]]:
    """Coverage, 0 to 1, of a blurred rounded corner, from `reach` px outside to `inner` px inside its edges.

    Along x the blur of each row is exact (a difference of error functions); along y it is a sum over rows.
    """
    tail = math.ceil(4 * sigma) + 1
    rows: list[list[float]] = []
    for y in range(-reach - tail, inner + tail):
        if y < 0:
            rows.append([0.0] * (reach + inner))
            continue
        above = radius - y - 0.5
        indent = radius - math.sqrt(radius * radius - above * above) if above > 0 else 0.0
        rows.append([0.5 * (1 + math.erf((x + 0.5 - indent) / (sigma * math.sqrt(2)))) for x in range(-reach, inner)])
    kernel = [math.exp(-0.5 * (k / sigma) ** 2) for k in range(-tail, tail + 1)]
    total = sum(kernel)
    kernel = [weight / total for weight in kernel]
    columns = list(zip(*rows, strict=True))
    smooth = [[sum(map(mul, kernel, column[y : y + len(kernel)])) for y in range(reach + inner)] for column in columns]
    return [list(row) for row in zip(*smooth, strict=True)]


def inside(x: float, y: float, radius: int) -> float:
    """Distance in px from a point of the top left corner to the shape's edge, positive inside."""
    if x < radius and y < radius:
        return radius - math.hypot(radius - x, radius - y)
    return min(x, y)


def alpha_rows(shadow: Shadow) -> list[list[int]]:
    """The image's alpha, 0 to 255, square."""
    frame, reach = shadow.border, shadow.margin
    half = frame + STRETCHED // 2
    through = [[1.0] * (2 * half) for _ in range(2 * half)]
    for layer in shadow.layers:
        # One corner, far enough to serve all four after the shift downwards.
        corner = blurred_corner(shadow.radius, layer.blur / 2, reach + layer.down, half - reach + layer.down)
        for y in range(2 * half):
            up = y - layer.down  # the row of the unshifted shadow
            row = corner[min(up, 2 * half - 1 - up) + layer.down]
            for x in range(2 * half):
                through[y][x] *= 1 - layer.alpha * row[min(x, 2 * half - 1 - x) + layer.down]
    rows: list[list[int]] = []
    for y in range(2 * half):
        row_out: list[int] = []
        for x in range(2 * half):
            deep = inside(min(x, 2 * half - 1 - x) - reach + 0.5, min(y, 2 * half - 1 - y) - reach + 0.5, shadow.radius)
            kept = min(1.0, max(0.0, KEPT_INSIDE + 1 - deep))
            row_out.append(round(255 * (1 - through[y][x]) * kept))
        rows.append(row_out)
    return rows


def seam(shadow: Shadow) -> int:
    """The largest error of alpha, 0 to 255, that stretching the middle makes: best 0, unseen up to 2."""
    border = shadow.border
    large = alpha_rows(replace(shadow, border=border + 120))
    middle, last = len(large) // 2, len(large) - 1
    across = [abs(row[border] - row[middle]) for row in large]
    down = [abs(a - b) for y in (border, last - border) for a, b in zip(large[y], large[middle], strict=True)]
    return max(*across, *down)


def png(rows: list[list[int]], colour: tuple[int, int, int]) -> bytes:
    """An RGBA PNG of one colour with the given alpha."""
    raw = b"".join(b"\0" + b"".join(bytes((*colour, alpha)) if alpha else b"\0\0\0\0" for alpha in row) for row in rows)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS / "shadows"
    folder.mkdir(parents=True, exist_ok=True)
    notes = ["# Written by kiosk/deploy/shadows.py. Lengths in design pixels; see its class Shadow.\n"]
    for shadow in SHADOWS:
        rows = alpha_rows(shadow)
        (folder / f"{shadow.name}.png").write_bytes(png(rows, shadow.colour))
        notes.append(f"{shadow.name}: {{radius: {shadow.radius}, margin: {shadow.margin}, border: {shadow.border}}}\n")
        print(f"{shadow.name}: {len(rows)} px square")
    (folder / "shadows.yaml").write_text("".join(notes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
