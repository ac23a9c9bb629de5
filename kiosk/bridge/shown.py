"""What the explorer shows for one visitor at one moment: words and pictures looked up, views worked out. No Qt.

Between the session's `Look` (ids and places), the content's words and the pictures on disk.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kiosk.catalog.model import Explorer as Words
from kiosk.catalog.model import GuideStep, PairWords, PictureWords, SpotWords
from kiosk.explorer.mammogram import Mammogram, Spot
from kiosk.explorer.viewport import Box, Glass, View
from kiosk.session.look import Look, Mode

_LEAST_HALF = 15.0
"""A spot is shown with at least so many millimeters around its middle: without tissue around it says nothing."""
_ROOM = 1.6
_CLOSE, _LEAST_CLOSE = 1.15, 3.5
_SHARES = {"spot": 0.8, "lens": 0.5, "near": 0.34}
"""How much of the glass the surroundings of a spot fill in a step of the guided path."""
_SPOT_SHARE = 0.8


class Shown(Struct, frozen=True):
    """One moment. Words are None while there is no book."""

    look: Look
    words: Words | None
    find: Callable[[str], Mammogram | None]

    @property
    def step(self) -> GuideStep | None:
        """The step of the guided path; None outside it."""
        if self.words is None or self.look.mode is not Mode.GUIDE or not self.words.guide:
            return None
        return self.words.guide[min(self.look.step, len(self.words.guide) - 1)]

    @property
    def pair(self) -> PairWords | None:
        """The pair that is compared; the first while none is named."""
        if self.words is None or self.look.mode is not Mode.COMPARE:
            return None
        pairs = self.words.pairs
        return next((p for p in pairs if p.id == self.look.pair), pairs[0] if pairs else None)

    @property
    def picture(self) -> PictureWords | None:
        """The words of the picture on the (left) glass."""
        if self.words is None:
            return None
        asked = self.look.picture
        if self.step is not None:
            asked = self.step.picture
        elif self.pair is not None:
            asked = self.pair.left
        return self.words_of(asked) or next(iter(self.words.pictures), None)

    @property
    def other(self) -> PictureWords | None:
        """The words of the picture on the right glass."""
        return self.words_of(self.pair.right) if self.pair else None

    def words_of(self, picture: str) -> PictureWords | None:
        return next((p for p in self.words.pictures if p.id == picture), None) if self.words else None

    @property
    def spot_id(self) -> str:
        return self.step.spot if self.step is not None else self.look.spot

    @property
    def spots(self) -> list[tuple[SpotWords, Spot]]:
        """The spots of the picture that have words and a place, in the order of their numbers."""
        one = self.find(self.picture.id) if self.picture else None
        if one is None or self.picture is None:
            return []
        return [(words, spot) for words in self.picture.spots if (spot := one.spot(words.id)) is not None]

    @property
    def spot(self) -> tuple[SpotWords, Spot] | None:
        return next(((words, spot) for words, spot in self.spots if words.id == self.spot_id), None)

    @property
    def lens(self) -> tuple[float, float] | None:
        """Where the lens is: where it was put, or over the spot that a step shows under it."""
        if self.look.lens is None and self.step is not None and self.step.show == "lens" and self.spot is not None:
            return self.spot[1].x, self.spot[1].y
        return self.look.lens

    @property
    def rings(self) -> bool:
        return self.step.rings if self.step is not None else self.look.rings

    def view(self, glass: Glass) -> View:
        """Where the (left) glass looks."""
        if self.look.view is not None:
            x, y, scale = self.look.view
            return glass.clamped(View(x, y, scale))
        share = _SHARES.get(self.step.show, 0.0) if self.step is not None else _SPOT_SHARE
        if self.spot is None or not share or self.pair is not None:
            return glass.fit()
        return glass.around(surroundings(self.spot[1]), share)

    @property
    def offset(self) -> tuple[float, float]:
        """How far the same place lies on the right picture from where it lies on the left one, mm.

        Another view of a breast has it elsewhere: there the first spots are taken for the same place.
        """
        if self.pair is None or self.pair.wipe:
            return 0.0, 0.0
        left, right = self.find(self.pair.left), self.find(self.pair.right)
        if left is None or right is None or not left.spots or not right.spots:
            return 0.0, 0.0
        return right.spots[0].x - left.spots[0].x, right.spots[0].y - left.spots[0].y

    def other_view(self, view: View, glass: Glass) -> View:
        """Where the right glass looks while the left one looks at `view`: the same place."""
        across, down = self.offset
        return glass.clamped(View(view.x + across, view.y + down, view.scale))


def surroundings(spot: Spot) -> Box:
    """The spot with enough around it to be understood, mm."""
    return _around(spot, max(_ROOM * spot.ring[2], _LEAST_HALF))


def portrait(spot: Spot) -> Box:
    """The spot alone, for a small picture of it, mm."""
    return _around(spot, max(_CLOSE * spot.ring[2], _LEAST_CLOSE))


def _around(spot: Spot, half: float) -> Box:
    x, y, _ = spot.ring
    return Box(x - half, y - half, x + half, y + half)
