"""Moving and zooming a picture under a glass, for thousands of random glasses, pictures and views."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from kiosk.explorer.viewport import Box, Glass, View, between

NAN, INF = math.nan, math.inf
WEIRD = (NAN, INF, -INF, 0.0, -1.0, 1e300, -1e300, 1e-300)
TINY = 1e-6


def cases(count: int = 2000) -> Iterator[tuple[Glass, View, random.Random]]:
    """Glasses of all forms before pictures of all forms, each with an allowed view."""
    dice = random.Random(20261123)
    for _ in range(count):
        width, height = dice.uniform(20, 400), dice.uniform(20, 400)
        left, top = dice.uniform(0, width * 0.6), dice.uniform(0, height * 0.6)
        side = dice.choice(["L", "R", ""])
        body = Box(
            0 if side == "L" else left,
            top,
            width if side == "R" else dice.uniform(left + 5, width),
            dice.uniform(top + 5, height),
        )
        glass = Glass(
            dice.uniform(50, 3000),
            dice.uniform(50, 3000),
            Box(0, 0, width, height),
            body,
            10 ** dice.uniform(-0.5, 2.5),
            side,
        )
        view = glass.clamped(View(dice.uniform(0, width), dice.uniform(0, height), 10 ** dice.uniform(-2, 3)))
        yield glass, view, dice


def near(a: float, b: float, scale: float = 1.0) -> bool:
    return abs(a - b) <= TINY * max(1.0, abs(a), abs(b)) * scale


def finite(*values: object) -> bool:
    return all(isinstance(v, float) and math.isfinite(v) for v in values)


def test_the_whole_body_is_seen_at_fit_and_nothing_could_be_larger() -> None:
    for glass, _, _ in cases():
        seen = glass.seen(glass.fit())
        assert seen.grown(TINY).contains(glass.body)
        assert near(glass.body.width / seen.width, 1) or near(glass.body.height / seen.height, 1) or (
            near(glass.fit().scale * glass.body.width, glass.width)
            or near(glass.fit().scale * glass.body.height, glass.height)
        )  # fmt: skip


def test_the_chest_wall_touches_its_edge_of_the_glass_at_fit() -> None:
    seen = {"L": 0, "R": 0, "": 0}
    for glass, _, _ in cases():
        seen[glass.side] += 1
        left = glass.to_glass(glass.fit(), glass.picture.left, 0)[0]
        right = glass.to_glass(glass.fit(), glass.picture.right, 0)[0]
        if glass.side == "L":
            assert near(left, 0)
        elif glass.side == "R":
            assert near(right, glass.width, glass.width)
    assert min(seen.values()) > 100


def test_a_body_without_a_side_is_in_the_middle() -> None:
    glass = Glass(400, 400, Box(0, 0, 100, 200), Box(20, 50, 80, 150), 20, "")
    assert glass.fit() == View(50, 100, 4)


def test_a_view_that_is_allowed_stays_as_it_is() -> None:
    for glass, view, _ in cases():
        assert glass.clamped(view) == view
        assert glass.clamped(glass.fit()) == glass.fit()


def test_the_picture_fills_the_glass_or_is_whole_on_it() -> None:
    for glass, before, dice in cases():
        far = View(before.x + dice.gauss(0, 300), before.y + dice.gauss(0, 300), before.scale * 2)
        view = glass.clamped(far)
        left, top = glass.to_glass(view, glass.picture.left, glass.picture.top)
        right, bottom = glass.to_glass(view, glass.picture.right, glass.picture.bottom)
        slack = TINY * glass.width * 10
        assert (left <= slack and right >= glass.width - slack) or (left >= -slack and right <= glass.width + slack)
        assert (top <= slack and bottom >= glass.height - slack) or (top >= -slack and bottom <= glass.height + slack)
        assert glass.least <= view.scale <= max(glass.least, glass.most)


@pytest.mark.parametrize(("side", "left", "right"), [("L", 0, 200), ("R", 200, 400), ("", 100, 300)])
def test_a_picture_narrower_than_the_glass_leans_to_its_side(side: str, left: float, right: float) -> None:
    glass = Glass(400, 200, Box(0, 0, 100, 100), Box(0, 0, 100, 100), 20, side)
    for x in (-50, 0, 50, 500):
        view = glass.clamped(View(x, 50, 2))
        assert glass.to_glass(view, 0, 0)[0] == left
        assert glass.to_glass(view, 100, 0)[0] == right


def test_the_point_under_the_finger_stays_there_while_zooming() -> None:
    stayed = 0
    for glass, view, dice in cases():
        x, y = dice.uniform(0, glass.width), dice.uniform(0, glass.height)
        factor = 10 ** dice.uniform(-0.4, 0.4)
        zoomed = glass.zoomed(view, factor, x, y)
        point = glass.to_picture(view, x, y)
        free = View(
            point[0] - (x - glass.width / 2) / zoomed.scale,
            point[1] - (y - glass.height / 2) / zoomed.scale,
            zoomed.scale,
        )
        assert zoomed == glass.clamped(zoomed)
        if glass.clamped(free) != free:
            continue  # the picture's edge holds it
        stayed += 1
        at = glass.to_glass(zoomed, *point)
        assert near(at[0], x, glass.width)
        assert near(at[1], y, glass.height)
    assert stayed > 200


def test_zooming_in_and_out_again_comes_back() -> None:
    glass = Glass(800, 1000, Box(0, 0, 200, 260), Box(0, 20, 120, 240), 40, "L")
    view = glass.clamped(View(60, 120, 10))
    there = glass.zoomed(view, 1.5, 300, 400)
    assert there.scale == 15
    back = glass.zoomed(there, 1 / 1.5, 300, 400)
    assert near(back.x, view.x)
    assert near(back.y, view.y)
    assert near(back.scale, view.scale)


def test_zooming_stops_at_both_ends() -> None:
    for glass, view, _ in cases(300):
        assert glass.zoomed(view, 1e6, 10, 10).scale == max(glass.most, glass.least)
        assert glass.zoomed(view, 1e-6, 10, 10).scale == glass.least


def test_the_picture_follows_the_finger() -> None:
    glass = Glass(800, 1000, Box(0, 0, 200, 260), Box(0, 20, 120, 240), 40, "L")
    view = View(100, 130, 20)
    assert glass.moved(view, 40, -60) == View(98, 133, 20)
    for other, start, dice in cases(500):
        dx, dy = dice.uniform(-500, 500), dice.uniform(-500, 500)
        free = View(start.x - dx / start.scale, start.y - dy / start.scale, start.scale)
        assert other.moved(start, dx, dy) == other.clamped(free)


def test_a_box_is_shown_in_the_middle_at_its_share() -> None:
    glass = Glass(800, 1000, Box(0, 0, 200, 260), Box(0, 20, 120, 240), 400, "L")
    view = glass.around(Box(90, 120, 110, 128), share=0.5)
    assert (view.x, view.y) == (100, 124)
    assert view.scale * 20 == 400
    for other, _, dice in cases(500):
        x, y = dice.uniform(0, other.picture.width), dice.uniform(0, other.picture.height)
        view = other.around(Box(x, y, x + dice.uniform(0.1, 30), y + dice.uniform(0.1, 30)))
        assert view == other.clamped(view)


@pytest.mark.parametrize("aim", [0.5, 0.6, 0.72])
def test_what_is_looked_for_stands_where_the_glass_aims_and_is_seen_whole(aim: float) -> None:
    glass = Glass(800, 1000, Box(0, 0, 200, 260), Box(0, 20, 120, 240), 400, "L", aim)
    box = Box(90, 120, 110, 135)
    view = glass.around(box)
    assert glass.to_glass(view, *box.centre) == pytest.approx(glass.target) == (400, 1000 * aim)
    assert glass.seen(view).contains(box)
    assert glass.at(100, 130, view.scale) == glass.clamped(glass.at(100, 130, view.scale))
    # At the picture's edge there is nothing to show above it: it goes as near as it can.
    edge = glass.around(Box(90, 0, 110, 10))
    assert edge == glass.clamped(edge)
    assert glass.seen(edge).contains(Box(90, 0, 110, 10))


def test_glass_and_picture_are_two_ways_of_saying_one_place() -> None:
    for glass, view, dice in cases():
        x, y = dice.uniform(-10, 400), dice.uniform(-10, 400)
        back = glass.to_picture(view, *glass.to_glass(view, x, y))
        assert near(back[0], x, 1e3)
        assert near(back[1], y, 1e3)
        px, py = dice.uniform(0, glass.width), dice.uniform(0, glass.height)
        there = glass.to_glass(view, *glass.to_picture(view, px, py))
        assert near(there[0], px, 1e3)
        assert near(there[1], py, 1e3)


def test_what_is_seen_is_what_is_on_the_glass_and_in_the_picture() -> None:
    glass = Glass(400, 200, Box(0, 0, 100, 100), Box(0, 0, 100, 100), 20, "L")
    assert glass.seen(View(50, 50, 10)) == Box(30, 40, 70, 60)
    assert glass.seen(View(10, 5, 10)) == Box(0, 0, 30, 15)
    for other, view, _ in cases(300):
        assert other.picture.contains(other.seen(view))


# --- flights ---


def test_a_flight_begins_and_ends_where_it_should() -> None:
    for _, a, dice in cases(500):
        b = View(dice.uniform(0, 200), dice.uniform(0, 200), 10 ** dice.uniform(-1, 2))
        assert between(a, b, 0) == a
        assert between(a, b, 1) == b
        assert between(a, b, -3) == a
        assert between(a, b, 7) == b
        soon = between(a, b, 1e-9)
        assert near(soon.x, a.x, 1e3)
        assert near(soon.scale, a.scale, 1e3)


def test_on_a_flight_the_scale_grows_evenly_to_the_eye() -> None:
    views = [between(View(10, 10, 2), View(50, 90, 32), t / 8) for t in range(9)]
    ratios = [b.scale / a.scale for a, b in pairwise(views)]
    assert all(near(ratio, ratios[0]) for ratio in ratios)
    assert near(ratios[0], math.sqrt(2))


def test_on_a_flight_every_point_moves_straight_on_the_glass() -> None:
    glass = Glass(800, 600, Box(0, 0, 200, 200), Box(0, 0, 200, 200), 100, "")
    for _, a, dice in cases(300):
        b = View(dice.uniform(0, 200), dice.uniform(0, 200), a.scale * 10 ** dice.uniform(-1, 1))
        point = dice.uniform(0, 200), dice.uniform(0, 200)
        start, middle, end = (glass.to_glass(between(a, b, t), *point) for t in (0.0, dice.uniform(0.1, 0.9), 1.0))
        area = (end[0] - start[0]) * (middle[1] - start[1]) - (end[1] - start[1]) * (middle[0] - start[0])
        length = math.hypot(end[0] - start[0], end[1] - start[1])
        assert abs(area) <= 1e-6 * max(1.0, length**2)


def test_a_flight_at_one_scale_goes_evenly() -> None:
    assert between(View(0, 0, 5), View(10, 20, 5), 0.25) == View(2.5, 5, 5)


# --- numbers that are none ---


def test_no_number_makes_a_glass_raise_or_answer_with_none() -> None:
    dice = random.Random(7)

    def odd() -> float:
        return dice.choice([*WEIRD, dice.uniform(-500, 500)])

    for _ in range(3000):
        glass = Glass(odd(), odd(), Box(odd(), odd(), odd(), odd()), Box(odd(), odd(), odd(), odd()), odd(), "L", odd())
        view = View(odd(), odd(), odd())
        a, b = odd(), odd()
        for made in (
            glass.fit(),
            glass.clamped(view),
            glass.moved(view, a, b),
            glass.zoomed(view, odd(), a, b),
            glass.around(Box(odd(), odd(), odd(), odd()), odd()),
            glass.at(a, b, odd()),
            between(glass.clamped(view), glass.fit(), odd()),
        ):
            assert finite(float(made.x), float(made.y), float(made.scale)), (glass, view)
            assert made.scale > 0
        assert finite(*map(float, glass.to_glass(view, a, b)))
        assert finite(*map(float, glass.to_picture(view, a, b)))
        seen = glass.seen(view)
        assert finite(*map(float, (seen.left, seen.top, seen.right, seen.bottom)))
        assert seen.width >= 0
        assert seen.height >= 0


def test_a_flight_from_or_to_nowhere_is_finite_on_the_way() -> None:
    for value in WEIRD:
        for start, end in ((View(value, value, value), View(1, 2, 3)), (View(1, 2, 3), View(value, value, value))):
            made = between(start, end, 0.5)
            assert finite(float(made.x), float(made.y), float(made.scale))
    assert between(View(1, 2, 3), View(4, 5, 6), NAN) == View(4, 5, 6)


# --- boxes ---


def test_boxes_hold_meet_and_are_cut() -> None:
    box = Box(0, 0, 10, 20)
    assert (box.width, box.height, box.centre) == (10, 20, (5, 10))
    assert box.holds(10, 20)
    assert not box.holds(10.1, 20)
    assert box.meets(Box(9, 19, 30, 30))
    assert not box.meets(Box(10, 0, 30, 30))
    assert box.cut(Box(5, -5, 30, 5)) == Box(5, 0, 10, 5)
    assert box.cut(Box(50, 50, 60, 60)).width == 0
    assert box.contains(Box(0, 0, 10, 20))
    assert not box.contains(Box(0, 0, 10, 20.5))
