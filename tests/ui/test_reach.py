"""Lower buttons: whatever can be touched stands where a person who sits can reach it, on every page, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF

from kiosk.bridge.eye import Scene, faults
from kiosk.session.look import Mode
from kiosk.session.model import SetComfort
from kiosk.settings.model import Screen
from kiosk.settings.reach import least_height, too_high
from tests.ui import exploring
from tests.ui.conftest import ORIENTATIONS, OpenKiosk, SceneOf, sampled
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.exploring import Hand, drawn, explorer, on_window, open_explorer, rings
from tests.ui.millimetres import narrow_gaps, small_letters, small_targets
from tests.ui.places import places
from tests.ui.reach import line, out_of_reach
from tests.ui.test_explorer_pairs import mirror

MOUNTS = (700, 860, 1000)
GLASSES = [
    *((PORTRAIT, Screen(diagonal_inch=inch, mount_height_mm=mm)) for inch in (27.0, 32.0, 43.0) for mm in MOUNTS),
    *((LANDSCAPE, Screen(diagonal_inch=43.0, mount_height_mm=mm)) for mm in MOUNTS),
]
NAMES = [
    f"{'portrait' if size == PORTRAIT else 'landscape'}-{s.diagonal_inch:g}-{s.mount_height_mm}" for size, s in GLASSES
]

SAMPLE = {
    ("portrait-27-700", 200),
    ("portrait-32-860", 100),
    ("portrait-43-1000", 200),
    ("landscape-43-700", 100),
    ("landscape-43-1000", 200),
}
"""Each glass, each height and each size of text; where least is within reach, the largest text."""

LARGE = Screen(diagonal_inch=43.0)


def scrolled(driver: Driver) -> Iterator[tuple[Scene, str]]:
    """The page as it stands, and at its end where it has one."""
    scene = driver.lay_out()
    yield scene, ""
    if any(n.scrolls and n.length > 0 for n in scene.nodes):
        driver.scroll_to(1.0)
        yield driver.look(), ", at its end"


def told(driver: Driver, screen: Screen, language: str, percent: int) -> list[str]:
    """Each fault once, with the first place that has it."""
    seen: dict[str, list[str]] = {}
    count = 0
    for place in places(driver, language, percent, lower_buttons=True):
        for scene, where in scrolled(driver):
            for fault in [
                *out_of_reach(scene, line(scene, screen)),
                *faults(scene),
                *small_letters(scene, screen, percent),
                *small_targets(scene, screen),
                *narrow_gaps(scene, screen),
            ]:
                seen.setdefault(fault, []).append(place + where)
        count += 1
    assert count > 40
    return [f"{fault} ({there[0]}, and {len(there) - 1} more)" for fault, there in seen.items()]


@pytest.mark.parametrize(("name", "percent"), sampled(product(NAMES, (100, 200)), SAMPLE))
@pytest.mark.standard("A18", "B6")
def test_every_target_is_within_reach(open_kiosk: OpenKiosk, name: str, percent: int) -> None:
    size, screen = GLASSES[NAMES.index(name)]
    lines = told(open_kiosk(size, screen=screen), screen, "es", percent)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=list(ORIENTATIONS))
@pytest.mark.standard("B6")
def test_in_a_language_from_right_to_left_too(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    driver = open_kiosk(size, screen=LARGE)
    driver.start("en")
    mirror(driver, monkeypatch)
    driver.kiosk.send(SetComfort(lower_buttons=True))
    lines: list[str] = []
    for place in exploring.places(driver):
        scene = driver.lay_out()
        found = [*out_of_reach(scene, line(scene, LARGE)), *narrow_gaps(scene, LARGE)]
        lines += [f"{fault} ({place})" for fault in found]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize(("size", "screen"), GLASSES, ids=NAMES)
@pytest.mark.standard("E4")
def test_the_settings_reckon_as_the_theme_does(open_kiosk: OpenKiosk, size: tuple[int, int], screen: Screen) -> None:
    driver = open_kiosk(size, screen=screen)
    driver.kiosk.send(SetComfort(lower_buttons=True))
    theme = driver.shell.engine.singletonInstance("Kiosk.Theme", "Theme")
    assert isinstance(theme, QObject)
    below = (size[1] - theme.property("reachTop")) / theme.property("pxPerMm")
    least = least_height(screen, *size)
    assert below == pytest.approx(max(least, min(screen.reach_mm - screen.mount_height_mm, below)))
    assert (screen.mount_height_mm + below > screen.reach_mm + 1) == (too_high(screen, *size) is not None)


# --- the eye that looks for it ---


def test_without_lower_buttons_targets_are_named_that_are_too_high(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(screen=LARGE)
    driver.start("en")
    found = list(out_of_reach(driver.look(), line(driver.look(), LARGE)))
    assert any("TopicCard" in fault for fault in found), found


TARGET = "Item { width: 400; height: 300; y: 50; clip: %s; Target { y: %d; width: 90; height: 90; enabled: %s } }"


@pytest.mark.parametrize(
    ("clip", "y", "enabled", "told"),
    [
        ("false", 149, "true", 1),
        ("false", 150, "true", 0),
        ("false", 100, "false", 0),
        ("true", -40, "true", 1),
        ("true", -90, "true", 0),
        ("true", 299, "true", 0),
    ],
)
def test_a_target_planted_above_the_line_is_named_by_what_is_seen_of_it(
    scene_of: SceneOf, clip: str, y: int, enabled: str, told: int
) -> None:
    top = 200.0 if y >= 0 else 90.0
    scene = scene_of(TARGET % (clip, y, enabled))
    assert len(list(out_of_reach(scene, top + 1))) == told


# --- the explorer ---


def opened(open_kiosk: OpenKiosk, size: tuple[int, int], screen: Screen = LARGE) -> Driver:
    driver = open_kiosk(size, screen=screen)
    driver.start("en")
    driver.kiosk.send(SetComfort(lower_buttons=True))
    driver.settle()
    open_explorer(driver)
    return driver


@pytest.fixture(params=["portrait", "landscape"])
def low(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """The explorer on a large glass, with lower buttons."""
    return opened(open_kiosk, ORIENTATIONS[request.param])


def top(driver: Driver, screen: Screen = LARGE) -> float:
    return line(driver.look(), screen)


def handle(driver: Driver) -> QPoint:
    found = driver.button(driver.word("explorer.lens_handle"))
    assert found.box.top() >= top(driver) - 1
    assert driver.look().seen(found)
    return found.centre


@pytest.mark.standard("B6")
def test_the_lens_is_held_within_reach_wherever_it_is(low: Driver) -> None:
    low.tap(low.word("explorer.lens"))
    at = explorer(low)
    start, y = handle(low), at.lensY
    hand = Hand(low)
    hand.press(0, start)
    for up in (30, 120, 500):
        hand.move(_0=start - QPoint(0, up))
        handle(low)
        assert at.lensY == pytest.approx(max(0.0, y - up / at.stage.scale), abs=2)
    hand.release(0)
    low.settle()
    for place in ((0.0, 0.0), (at.stage.widthMm, 0.0), (at.stage.widthMm, at.stage.heightMm), (0.0, at.stage.heightMm)):
        at.moveLens(*place)
        low.settle()
        handle(low)


@pytest.mark.parametrize(("size", "screen"), [(PORTRAIT, Screen()), (LANDSCAPE, LARGE)], ids=list(ORIENTATIONS))
def test_a_ring_out_of_reach_is_shown_and_a_touch_there_chooses_nothing(
    open_kiosk: OpenKiosk, size: tuple[int, int], screen: Screen
) -> None:
    low = opened(open_kiosk, size, screen)
    at = explorer(low)
    at.toggleRings()
    drawn(low)
    shown, within = low.look().of_kind("Ring"), rings(low)
    assert 0 < len(within) < len(shown) == at.spotTotal
    high = next(n for n in shown if n.box.top() < top(low, screen))
    low.touch(high.centre)
    assert at.spotId == ""
    low.touch(within[max(within)].center().toPoint())
    assert at.spotNumber == max(within)


def test_the_ring_of_a_spot_that_is_flown_to_stands_lower_than_the_middle(low: Driver) -> None:
    """Near the picture's upper edge there is nothing to show above it: as near as it can."""
    at = explorer(low)
    low_ones = 0
    for _ in range(at.spotTotal):
        at.nextSpot()
        drawn(low)
        spot = at.stage.mammogram and at.stage.mammogram.spot(at.spotId)
        assert spot
        glass = at.stage.glass
        stands = on_window(low, at.stage, spot.ring[0], spot.ring[1])
        assert low.look().window.contains(stands)
        low_ones += stands.y() > glass.height / 2 + 40
    assert low_ones >= at.spotTotal / 2


@pytest.mark.standard("B6")
def test_every_spot_is_reached_without_its_ring(low: Driver) -> None:
    at = explorer(low)
    low.tap(low.word("explorer.all_spots"))
    assert at.mode == Mode.SPOTS
    rows = [b.name for b in low.buttons() if b.kind == "PictureRow"]
    low.tap(rows[-1])
    numbers = [at.spotNumber]
    for _ in range(at.spotTotal - 1):
        low.scroll_to(1.0)
        low.tap(low.word("explorer.next_spot"))
        numbers.append(at.spotNumber)
    assert sorted(numbers) == list(range(1, at.spotTotal + 1))


def test_arrows_and_tools_answer_where_they_stand(low: Driver) -> None:
    stage = explorer(low).stage
    for _ in range(2):
        low.tap(low.word("explorer.zoom_in"))
    before = stage.view
    low.tap(low.word("explorer.right"))
    low.tap(low.word("explorer.down"))
    assert (stage.view.x > before.x, stage.view.y > before.y) == (True, True)
    low.tap(low.word("explorer.fit"))
    assert stage.atFit


def test_the_picture_is_moved_from_below(low: Driver) -> None:
    at = explorer(low)
    at.toggleRings()
    for _ in range(2):
        at.stage.zoomIn()
    drawn(low)
    start = QPointF(low.look().window.width() * 0.25, top(low) + 40)
    before = at.stage.view
    hand = Hand(low)
    hand.press(0, start.toPoint())
    hand.move(_0=start.toPoint() + QPoint(10, 20))
    hand.move(_0=start.toPoint() + QPoint(30, 60))
    hand.release(0)
    assert at.stage.view != before
