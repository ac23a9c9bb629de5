"""What a tour draws, by what is asked for."""

from __future__ import annotations

from kiosk.bridge.tour_plan import LANDSCAPE, PERCENTS, PORTRAIT, Asked, plan
from kiosk.session.step import TEXT_SIZES

CODES = ["en", "es"]


def test_the_usual_tour_goes_both_ways_and_glances_at_the_largest_text() -> None:
    for code in CODES:
        mine = [stop for stop in plan(CODES, Asked()) if stop.look.language == code]
        assert [(s.look.size, s.look.percent, s.whole) for s in mine] == [
            (PORTRAIT, 100, True),
            (LANDSCAPE, 100, True),
            (PORTRAIT, 200, False),
        ]
        assert not any(stop.look.high_contrast for stop in mine)


def test_everything_is_each_size_each_way_in_each_theme_once() -> None:
    stops = plan(CODES, Asked(everything=True))
    assert all(stop.whole for stop in stops)
    looks = {(s.look.language, s.look.percent, s.look.size, s.look.high_contrast) for s in stops}
    assert looks == {
        (code, percent, size, contrast)
        for code in CODES
        for percent in TEXT_SIZES
        for size in (PORTRAIT, LANDSCAPE)
        for contrast in (False, True)
    }
    assert len(stops) == len(looks) == 32
    assert len({s.look.prefix for s in stops}) == len({s.look.title for s in stops}) == 32
    assert [s.look.language for s in stops] == sorted(s.look.language for s in stops)  # one page for each


def test_a_language_and_a_text_size_narrow_it_down() -> None:
    assert PERCENTS == TEXT_SIZES
    for everything, walks in ((True, 4), (False, 2)):
        stops = plan(CODES, Asked(everything=everything, language="es", percent=150))
        assert [(s.look.language, s.look.percent) for s in stops] == [("es", 150)] * walks
    (stop,) = plan(CODES, Asked(visit=True))
    assert (stop.look.language, stop.look.percent, stop.whole) == ("en", 100, True)
    (stop,) = plan(CODES, Asked(visit=True, language="es", percent=200))
    assert (stop.look.language, stop.look.percent) == ("es", 200)
    assert plan([], Asked()) == []
