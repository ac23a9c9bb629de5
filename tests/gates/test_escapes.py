"""No known way out of the kiosk is left untried: each is in a test, or on the page that IT works through by hand."""

from __future__ import annotations

from tests.deploy.escapes import BY_HAND, HARDWARE, KEYS, TOUCHES, listed, untried


def test_every_way_out_is_tried() -> None:
    assert untried(listed(), HARDWARE.read_text(encoding="utf-8")) == set()


def test_nothing_is_tried_that_is_not_on_the_list() -> None:
    assert {*KEYS, *TOUCHES, *BY_HAND} <= listed()


def test_a_way_that_nobody_tries_is_seen() -> None:
    assert untried({*listed(), "a trap door"}, HARDWARE.read_text(encoding="utf-8")) == {"a trap door"}


def test_a_line_that_the_page_has_lost_is_seen() -> None:
    page = HARDWARE.read_text(encoding="utf-8").replace("**Boot menu.**", "")
    assert untried(listed(), page) == {"boot menu edited"}
