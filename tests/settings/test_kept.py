"""A layer with a fault: the last good settings stand, whole, and whatever is wrong with them stops nothing."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from msgspec import structs

from kiosk import paths, settled
from kiosk.settings import Place, Screen, Site, place_of
from kiosk.settings.kept import FORM, NAME, Kept, keep_good, last_good
from tests.settings.layers import write

DAY = date(2026, 11, 20)
GOOD = Site(name="Good", mode="production", languages=("es",), screen=Screen(32))


@pytest.fixture
def place(folder: Path) -> Place:
    return Place(folder, is_folder=True)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The languages that the content has; no real content is compiled."""
    there = ["en", "es", "vi"]

    def load(*_: object, languages: tuple[str, ...], **__: object) -> Any:
        return SimpleNamespace(languages=[code for code in languages if code in there], problems=())

    monkeypatch.setattr(settled, "load", load)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return there


def test_what_is_kept_is_found_again_with_its_day(place: Place, state: Path) -> None:
    assert last_good(state, place) is None
    assert keep_good(state, place, GOOD, DAY)
    assert last_good(state, place) == Kept(FORM, str(place.path), DAY, GOOD)
    assert (state / NAME).stat().st_mode & 0o777 == 0o600


def test_the_same_settings_are_not_written_again_and_keep_their_day(place: Place, state: Path) -> None:
    keep_good(state, place, GOOD, DAY)
    before = (state / NAME).stat()
    assert not keep_good(state, place, GOOD, date(2026, 11, 23))
    assert (state / NAME).stat() == before
    assert keep_good(state, place, structs.replace(GOOD, name="Other"), date(2026, 11, 23))
    kept = last_good(state, place)
    assert kept is not None
    assert (kept.site.name, kept.since) == ("Other", date(2026, 11, 23))


def test_those_of_another_place_do_not_count(place: Place, state: Path, tmp_path: Path) -> None:
    keep_good(state, place, GOOD, DAY)
    assert last_good(state, Place(tmp_path / "site.yaml")) is None


_WHOLE = msgspec.json.encode(Kept(FORM, "/etc/imaging-kiosk", DAY, GOOD))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is damaged"),
        (_WHOLE[:-9], "is damaged"),
        (b"\xff" * 40, "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b"{}", "is damaged"),
        (_WHOLE.replace(b'"diagonal_inch":32', b'"diagonal_inch":3200'), "is damaged"),
        (_WHOLE.replace(b'"less_motion"', b'"no_motion"'), "is damaged"),
        (_WHOLE.replace(b'"form":1', b'"form":0'), "of another version (form 0)"),
        (_WHOLE.replace(b'"form":1', b'"form":2,"new":{}'), "of another version (form 2)"),
        (b" " * 3_000_000, "larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_line_in_the_log(
    state: Path, data: bytes, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(Path("/etc/imaging-kiosk"), is_folder=True)
    state.mkdir()
    (state / NAME).write_bytes(_WHOLE)
    assert last_good(state, place) is not None
    assert caplog.messages == []
    (state / NAME).write_bytes(data)
    assert last_good(state, place) is None
    (line,) = caplog.messages
    assert told in line
    assert "\n" not in line
    assert keep_good(state, place, GOOD, DAY)  # and the next good ones stand there
    assert last_good(state, place) is not None


def test_a_folder_in_its_place_is_a_line_in_the_log(
    place: Place, state: Path, offered: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (state / NAME).mkdir(parents=True)
    settled.keep(settled.settle(place, state), state)
    write(place.path, kiosk="screen: 7\n")
    assert settled.settle(place, state).site.languages == ("es", "en")
    assert ["cannot be kept" in caplog.messages[0], "cannot be read" in caplog.messages[-1]] == [True, True]


@pytest.mark.parametrize(
    "fault",
    [
        "screen: {diagonal_inch: 500}\n",
        "mode: live\n",
        "name: [\n",
        "nam: x\n",
        "keypad: {up: [Upp]}\n",
        "languages: [xx]\n",
    ],
)
def test_a_fault_leaves_the_last_good_ones_standing_whole(
    place: Place, state: Path, offered: list[str], fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    good = settled.settle(place, state)
    assert good.is_good
    assert good.faults == 0
    settled.keep(good, state)
    write(place.path, b="name: New\nless_motion: true\n", kiosk=fault)
    faulty = settled.settle(place, state)
    assert faulty.site == good.site
    assert faulty.faults == 1
    assert not faulty.is_good
    settled.keep(faulty, state)
    kept = last_good(state, place)
    assert kept is not None
    assert kept.site == good.site
    stands = f"the last good ones, of {date.today()}, stand until they are mended"
    assert stands in caplog.messages[-1]
    if "xx" not in fault:
        assert str(place.path / "kiosk.yaml") in caplog.messages[0]
    (place.path / "kiosk.yaml").unlink()
    assert settled.settle(place, state).site.name == "New"


def test_a_warning_is_no_fault(place: Place, state: Path, offered: list[str]) -> None:
    write(place.path, kiosk="mode: production\n")
    good = settled.settle(place, state)
    assert (len(good.problems), good.faults, good.is_good) == (1, 0, True)


def test_without_last_good_ones_what_fits_counts(place: Place, state: Path, offered: list[str]) -> None:
    write(place.path, kiosk="name: New\nscreen: {diagonal_inch: 500}\nmode: live\n")
    found = settled.settle(place, state)
    assert (found.site.name, found.site.screen.diagonal_inch, found.site.mode) == ("New", 31.5, "production")
    assert found.faults == 2


def test_who_does_not_run_a_kiosk_neither_keeps_nor_uses_them(place: Place, state: Path, offered: list[str]) -> None:
    keep_good(state, place, GOOD, DAY)
    write(place.path, kiosk="nam: x\n")
    assert settled.settle(place).site.languages == ("es", "en")
    assert settled.settle(place, state).site == GOOD


def test_last_good_ones_whose_languages_are_gone_do_not_blank_the_glass(
    place: Place, state: Path, offered: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    keep_good(state, place, structs.replace(GOOD, languages=("vi",)), DAY)
    offered.remove("vi")
    write(place.path, kiosk="nam: x\n")
    assert settled.settle(place, state).site.languages == ("es", "en")
    assert "name no language that is left" in caplog.messages[-1]


def test_a_site_yaml_that_is_gone_does_not_show_the_demonstration(
    place: Place, state: Path, offered: list[str]
) -> None:
    (place.path / "site.yaml").unlink()
    assert place_of(None, place.path, state) == Place(paths.DEMO_SITE)  # nothing was ever installed
    keep_good(state, place, GOOD, DAY)
    found = settled.settle(place_of(None, place.path, state), state)
    assert (found.site, found.faults) == (GOOD, 1)
    assert str(found.problems[-1]) == (
        f"{place.path}/site.yaml:1:1: there is no such file; create it, or correct the name"
    )
    assert place_of(None, place.path) == Place(paths.DEMO_SITE)
    (place.path / "site.d").rmdir()
    place.path.rmdir()
    assert place_of(None, place.path, state) == Place(paths.DEMO_SITE)


def test_a_removed_site_takes_its_last_good_ones_along(place: Place, state: Path, offered: list[str]) -> None:
    """Whoever takes site.yaml away gets the demonstration, faultless; from then on that is what is kept."""
    keep_good(state, place, GOOD, DAY)
    demo = Place(place.path / "demo.yaml")
    demo.path.write_text("name: Demo\n", encoding="utf-8")
    found = settled.settle(demo, state)
    assert found.site.name == "Demo"
    settled.keep(found, state)
    assert last_good(state, place) is None


def test_nothing_is_written_where_nothing_can_be(
    place: Place, tmp_path: Path, offered: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settled.keep(settled.settle(place), blocked / "state")
    assert "the good settings cannot be kept" in caplog.messages[-1]
