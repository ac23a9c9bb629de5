"""What part of a picture the glass shows, and how moving and zooming change it.

Owns the geometry. No number that comes in can make it raise or answer with something that is not a number: what is not
finite is taken as nothing asked.
"""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import force_setattr

_FAR = 1e6
"""mm and px: farther than any picture or glass."""
_NEAR = 1e-6


class Box(Struct, frozen=True):
    """A rectangle, mm of the picture; `right` and `bottom` are beyond its last point."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def contains(self, other: Box) -> bool:
        """Whether all of `other` lies inside or on the edge."""
        return self.holds(other.left, other.top) and self.holds(other.right, other.bottom)

    def meets(self, other: Box) -> bool:
        """Whether the two have some area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def cut(self, other: Box) -> Box:
        """What the two have in common; without a width or height where they have nothing."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))

    def grown(self, by: float) -> Box:
        """`by` mm more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


class View(Struct, frozen=True):
    """Where somebody looks: the point at the middle of the glass (mm) and the scale (px of the glass per mm)."""

    x: float
    y: float
    scale: float


class Glass(Struct, frozen=True):
    """A glass of `width` x `height` px before a picture. Sizes that cannot be are replaced by the nearest that can."""

    width: float
    height: float
    picture: Box
    """The whole picture."""
    body: Box
    """What `fit` shows; the whole picture where this is empty."""
    most: float
    """The largest scale, px/mm; where `fit` needs more, that."""
    side: str = ""
    """Where the chest wall is: "L", "R", or "" for a picture without one."""
    aim: float = 0.5
    """How far down the glass (0..1) stands what is looked for."""

    def __post_init__(self) -> None:
        picture = _sane_box(self.picture) or Box(0.0, 0.0, 1.0, 1.0)
        force_setattr(self, "width", _between(self.width, 1.0, _FAR))
        force_setattr(self, "height", _between(self.height, 1.0, _FAR))
        force_setattr(self, "picture", picture)
        body = _sane_box(self.body)
        force_setattr(self, "body", (body and _sane_box(body.cut(picture))) or picture)
        force_setattr(self, "most", _between(self.most, _NEAR, _FAR))
        force_setattr(self, "aim", _between(self.aim, 0.1, 0.9))

    @property
    def least(self) -> float:
        """The smallest scale, px/mm: that of `fit`."""
        return min(_FAR, self.width / self.body.width, self.height / self.body.height)

    def fit(self) -> View:
        """The whole body; a chest wall touches its edge of the glass, a body without one is in the middle."""
        x, y = self.body.centre
        half = self.width / 2 / self.least
        x = {"L": self.picture.left + half, "R": self.picture.right - half}.get(self.side, x)
        return self.clamped(View(x, y, self.least))

    def clamped(self, view: View) -> View:
        """The nearest view that is allowed: not smaller than `fit`, not larger than `most`, no empty glass.

        A picture narrower than the glass leans to its side, or is in the middle when it has none.
        """
        scale = max(self.least, min(self.most, view.scale)) if _is_scale(view.scale) else self.least
        box, middle = self.picture, self.body.centre
        lean = {"L": -1, "R": 1}.get(self.side, 0)
        return View(
            _held(_finite(view.x, middle[0]), box.left, box.right, self.width / 2 / scale, lean),
            _held(_finite(view.y, middle[1]), box.top, box.bottom, self.height / 2 / scale, 0),
            scale,
        )

    def moved(self, view: View, dx: float, dy: float) -> View:
        """The view after the finger has moved by (dx, dy) px; the picture follows the finger."""
        view = self.clamped(view)
        return self.clamped(View(view.x - _finite(dx) / view.scale, view.y - _finite(dy) / view.scale, view.scale))

    def zoomed(self, view: View, factor: float, x: float, y: float) -> View:
        """`factor` times as large; the point of the picture under the glass's pixel (x, y) stays there, if it may."""
        view = self.clamped(view)
        x, y = _finite(x, self.width / 2), _finite(y, self.height / 2)
        at = self.to_picture(view, x, y)
        wanted = view.scale * factor if _is_scale(factor) else view.scale
        scale = max(self.least, min(self.most, wanted))
        return self.clamped(View(at[0] - (x - self.width / 2) / scale, at[1] - (y - self.height / 2) / scale, scale))

    def around(self, box: Box, share: float = 0.6) -> View:
        """`box` about `target`, filling `share` (0..1] of the glass along the tighter side, and all of it seen."""
        sane = _sane_box(box)
        if sane is None:
            return self.at(_finite(box.left, self.body.centre[0]), _finite(box.top, self.body.centre[1]), self.most)
        share = share if _is_scale(share) else 1.0
        nearer = 2 * min(self.aim, 1 - self.aim) * self.height  # the box's lower or upper half must fit, too
        scale = min(share * self.width / sane.width, min(share * self.height, nearer) / sane.height)
        return self.at(*sane.centre, scale)

    @property
    def target(self) -> tuple[float, float]:
        """Where on the glass (px) stands what is looked for."""
        return self.width / 2, self.height * self.aim

    def at(self, x: float, y: float, scale: float) -> View:
        """The view that has the picture's point (x, y) mm at `target`, as nearly as it is allowed."""
        scale = max(self.least, min(self.most, scale)) if _is_scale(scale) else self.least
        return self.clamped(View(x, y - (self.aim - 0.5) * self.height / scale, scale))

    def to_glass(self, view: View, x: float, y: float) -> tuple[float, float]:
        """The glass's pixel that shows the picture's point (x, y) mm; it may lie outside the glass."""
        view = _sane_view(view)
        return (
            (_finite(x) - view.x) * view.scale + self.width / 2,
            (_finite(y) - view.y) * view.scale + self.height / 2,
        )

    def to_picture(self, view: View, px: float, py: float) -> tuple[float, float]:
        """The picture's point (mm) under the glass's pixel; it may lie outside the picture."""
        view = _sane_view(view)
        return (
            (_finite(px) - self.width / 2) / view.scale + view.x,
            (_finite(py) - self.height / 2) / view.scale + view.y,
        )

    def seen(self, view: View) -> Box:
        """What of the picture is on the glass, mm."""
        return Box(*self.to_picture(view, 0, 0), *self.to_picture(view, self.width, self.height)).cut(self.picture)


def between(a: View, b: View, t: float) -> View:
    """A flight from `a` (t = 0) to `b` (t = 1): the scale grows evenly to the eye, and every point of the picture moves
    on a straight line on the glass, because it is one zoom about one point.
    """
    if not t < 1:  # what is not a number has arrived
        return b
    if t <= 0:
        return a
    a, b = _sane_view(a), _sane_view(b)
    growth = math.log(b.scale / a.scale)
    done = t if abs(growth) < 1e-9 else math.expm1(-growth * t) / math.expm1(-growth)
    return View(a.x + (b.x - a.x) * done, a.y + (b.y - a.y) * done, a.scale * math.exp(growth * t))


def _held(at: float, first: float, last: float, half: float, lean: int) -> float:
    """The middle of the glass along one axis, so that the picture from `first` to `last` fills it; `half` is mm."""
    if last - first > 2 * half:
        return min(max(at, first + half), last - half)
    if lean == 0:
        return (first + last) / 2
    return first + half if lean < 0 else last - half


def _finite(value: float, otherwise: float = 0.0) -> float:
    return max(-_FAR, min(_FAR, value)) if math.isfinite(value) else otherwise


def _is_scale(value: float) -> bool:
    return math.isfinite(value) and value > 0


def _between(value: float, least: float, most: float) -> float:
    return min(most, max(least, value)) if not math.isnan(value) else least


def _sane_view(view: View) -> View:
    scale = _between(view.scale, _NEAR, _FAR) if view.scale > 0 else 1.0
    return View(_finite(view.x), _finite(view.y), scale)


def _sane_box(box: Box) -> Box | None:
    """The box if it has an area that one can reckon with."""
    sides = (box.left, box.top, box.right, box.bottom)
    fair = all(math.isfinite(side) and abs(side) <= _FAR for side in sides)
    return box if fair and box.width >= _NEAR and box.height >= _NEAR else None
