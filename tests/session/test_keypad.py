"""What keys ask for, by the rules alone: tables of names, repeats and seconds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.session.keypad import ARROWS, PACE, REPEATS, STILL, STUCK, Action, Keys, actions, pressed, released
from kiosk.settings.model import Keypad

KNOWN = actions(Keypad())
SOON = 0.01  # seconds

EACH = [
    ("Up", Action.UP),
    ("Backtab", Action.UP),
    ("Down", Action.DOWN),
    ("Tab", Action.DOWN),
    ("Left", Action.LEFT),
    ("Right", Action.RIGHT),
    ("Return", Action.OK),
    ("Enter", Action.OK),
    ("Space", Action.OK),
    ("Backspace", Action.BACK),
    ("Home", Action.HOME),
    ("F1", Action.HELP),
    ("Volume Up", Action.LOUDER),
    ("Volume Down", Action.SOFTER),
]


def held(name: str, until: float, every: float = 0.03) -> list[tuple[float, Action]]:
    """What a key does that is held from second 0 on and told of again `every` so many seconds."""
    keys, action = pressed(Keys(), KNOWN, name, 0.0, repeat=False)
    found = [(0.0, action)] if action else []
    for n in range(1, round(until / every)):
        keys, action = pressed(keys, KNOWN, name, n * every, repeat=True)
        if action:
            found.append((n * every, action))
    return found


@pytest.mark.parametrize(("name", "action"), EACH)
def test_each_key_of_the_mapping_asks_for_its_action(name: str, action: Action) -> None:
    keys, found = pressed(Keys(), KNOWN, name, 5.0, repeat=False)
    assert found is action
    assert keys.down == {name: 5.0}
    assert released(keys, name).down == {}


@pytest.mark.parametrize("name", ["A", "F2", "F24", "", "Ctrl+C", "Plus", "down", "Volume Mute", "\x00"])
@pytest.mark.parametrize("repeat", [False, True])
def test_a_key_without_a_meaning_changes_nothing(name: str, *, repeat: bool) -> None:
    before, _ = pressed(Keys(), KNOWN, "Down", 1.0, repeat=False)
    assert pressed(before, KNOWN, name, 2.0, repeat=repeat) == (before, None)
    assert released(before, name) == before


@pytest.mark.standard("B3")
@pytest.mark.parametrize("name", [name for name, _ in EACH])
def test_a_held_key_is_one_press_for_two_seconds(name: str) -> None:
    assert [at for at, _ in held(name, STILL)] == [0.0]


@pytest.mark.standard("B3")
@pytest.mark.parametrize(("name", "action"), EACH)
def test_after_that_only_arrows_and_volume_repeat_and_calmly(name: str, action: Action) -> None:
    later = [at for at, _ in held(name, STILL + 4)][1:]
    if action not in REPEATS:
        assert later == []
        return
    assert later[0] >= STILL
    assert len(later) > 2
    assert all(after - before >= PACE for before, after in pairwise(later))


def test_nothing_that_opens_leaves_or_chooses_repeats() -> None:
    assert {Action.LOUDER, Action.SOFTER} == REPEATS - ARROWS


@pytest.mark.parametrize("name", [name for name, _ in EACH])
def test_a_key_that_is_held_for_ever_does_nothing_at_last(name: str) -> None:
    assert all(at <= STUCK for at, _ in held(name, 10 * STUCK))


def test_a_key_let_go_and_pressed_again_counts_from_then() -> None:
    keys, _ = pressed(Keys(), KNOWN, "Down", 0.0, repeat=False)
    keys, again = pressed(released(keys, "Down"), KNOWN, "Down", 100.0, repeat=False)
    assert again is Action.DOWN
    assert pressed(keys, KNOWN, "Down", 100.0 + STILL - SOON, repeat=True)[1] is None
    assert pressed(keys, KNOWN, "Down", 100.0 + STILL + SOON, repeat=True)[1] is Action.DOWN


def test_a_key_that_was_down_before_anybody_looked_waits_like_a_fresh_one() -> None:
    keys, first = pressed(Keys(), KNOWN, "Down", 50.0, repeat=True)
    assert first is None
    assert pressed(keys, KNOWN, "Down", 51.0, repeat=True)[1] is None
    assert pressed(keys, KNOWN, "Down", 50.0 + STILL, repeat=True)[1] is Action.DOWN


def test_two_keypads_press_and_let_go_in_any_order() -> None:
    """The system knows one Down: the second keypad's is a press without a release between."""
    keys, got = Keys(), []
    for at, name, down in [
        (0.0, "Down", True),
        (0.1, "Down", True),
        (0.2, "Down", False),
        (0.3, "Down", False),
        (0.4, "Up", True),
        (0.5, "Return", True),
        (0.6, "Up", False),
        (0.7, "Return", False),
    ]:
        if down:
            keys, action = pressed(keys, KNOWN, name, at, repeat=False)
            got.append(action)
        else:
            keys = released(keys, name)
    assert got == [Action.DOWN, Action.DOWN, Action.UP, Action.OK]
    assert keys.down == {}


def test_two_held_keys_share_one_pace() -> None:
    keys = Keys()
    for name in ("Down", "Up"):
        keys, _ = pressed(keys, KNOWN, name, 0.0, repeat=False)
    acted = []
    for n in range(200):
        at = STILL + n * 0.02
        for name in ("Down", "Up"):
            keys, action = pressed(keys, KNOWN, name, at, repeat=True)
            acted += [at] if action else []
    assert len(acted) > 5
    assert all(after - before >= PACE for before, after in pairwise(acted))


def test_a_key_in_two_lists_has_the_first_meaning() -> None:
    assert actions(Keypad(down=("A",), ok=("A", "B")))["A"] is Action.DOWN


def test_what_is_remembered_stays_small() -> None:
    keys = Keys()
    for n in range(1000):
        keys, _ = pressed(keys, KNOWN, f"key {n}", 0.0, repeat=False)
        keys, _ = pressed(keys, KNOWN, EACH[n % len(EACH)][0], 0.0, repeat=False)
    assert len(keys.down) <= len(KNOWN)
