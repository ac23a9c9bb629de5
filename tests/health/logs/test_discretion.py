"""What may be written of a log record: a table of records, as they are logged and as they are said."""

from __future__ import annotations

import logging
import sys

import pytest

from kiosk.health.logs.discretion import PLAIN, said, way


def record(name: str, words: object, *args: object, **more: object) -> logging.LogRecord:
    made = logging.LogRecord(name, logging.WARNING, __file__, 1, words, args or None, None)
    made.__dict__.update(more)
    return made


WITHHELD = [
    (
        record("qt", "%s", "file:///x/TopicPage.qml:12: TypeError: care"),
        "something is wrong on a screen [details: kiosk tour]",
    ),
    (
        record("qt.multimedia", "%s", "PulseAudioService: pa_context_connect() failed"),
        "something is wrong with the sound [details: kiosk doctor]",
    ),
    (record("kiosk.bridge.shell", "%s", "care.png"), "something is wrong on a screen [details: kiosk tour]"),
    (
        record("kiosk.bridge.mammograms", "%s: the file is damaged", "left.jpg"),
        "...: the file is damaged [details: kiosk check]",
    ),
    (
        record("kiosk.bridge.fonts", "the language %s is not offered: %s; install it", "ko", "font x"),
        "the language ... is not offered: ...; install it [details: kiosk doctor]",
    ),
    (
        record("somebody.elses", f"the page {'care'} is open"),
        "a page or a picture is not as it should be [details: kiosk check]",
    ),
    (record("kiosk.speech", "%-4d of %(x)s and 100 %%", 7), "... of ... and 100 [details: kiosk doctor]"),
    (record("kiosk.bridge.gallery", object()), "a page or a picture is not as it should be [details: kiosk check]"),
]


@pytest.mark.parametrize(("made", "told"), WITHHELD)
def test_values_that_may_name_a_page_are_left_out_once_visitors_may_be_there(
    made: logging.LogRecord, told: str
) -> None:
    assert said(made, visitors=True) == told


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (record("kiosk", "%s:3:1: %s", "site.yaml", "what"), "site.yaml:3:1: what"),
        (record("kiosk.control.server", "hangs up on %d", 3), "hangs up on 3"),
        (
            record("kiosk.speech", "%s", "the speech service does not start", **PLAIN),
            "the speech service does not start",
        ),
        (record("qt", "%s", "no wayland display", plain=True), "no wayland display"),
        (record("kiosk", "two\nlines"), "two lines"),
    ],
)
def test_what_no_visitor_can_change_is_said_whole(made: logging.LogRecord, told: str) -> None:
    assert said(made, visitors=True) == told


def test_before_visitors_can_be_there_everything_is_said() -> None:
    assert said(record("qt", "%s", "HomePage.qml:3: TypeError"), visitors=False) == "HomePage.qml:3: TypeError"
    broken = record("kiosk", "%d pages", "no number")
    assert said(broken, visitors=False) == "... pages [details: kiosk check]"


def test_an_error_is_told_by_kind_and_place_alone() -> None:
    try:
        raise KeyError("the topic care")
    except KeyError:
        info = sys.exc_info()
    made = record("kiosk.bridge.errands", "%s could not be done", "upkeep")
    made.exc_info = info
    for visitors in (True, False):
        told = said(made, visitors=visitors)
        assert told.startswith("upkeep could not be done (KeyError: ")
        assert f"{__file__}:" in told
        assert "care" not in told
    assert way(KeyError, None) == "KeyError"
