"""What the supervisor does, as tables: lives of kiosks told in seconds."""

from __future__ import annotations

import pytest

from kiosk.supervise import plan as plans
from kiosk.supervise.plan import Do, Plan, Rules

RULES = Rules()
CRASH, SEGFAULT, KILLED = 1, -11, -9


class World:
    """Time, and two programs that do what a test says; each ends as soon as it is told to, unless it is deaf."""

    def __init__(self, rules: Rules = RULES, *, deaf: bool = False) -> None:
        self.rules = rules
        self.deaf = deaf
        self.now = 100.0
        self.plan: Plan = plans.begin(self.now)
        self.done: list[tuple[float, Do]] = []
        self.kiosks = self.safes = 0
        self.wait(0)

    def wait(self, seconds: float) -> list[Do]:
        """Let time pass; what was done meanwhile."""
        end, before = self.now + seconds, len(self.done)
        for _ in range(100):
            self._act()
            due = plans.next_time(self.plan, self.rules)
            if due is None or due > end:
                break
            self.now = max(self.now, due)
        else:
            raise AssertionError(f"it is never done: {self.done[-5:]}")
        self.now = end
        return [thing for _, thing in self.done[before:]]

    def _act(self) -> None:
        for _ in range(100):
            self.plan, things = plans.due(self.plan, self.now, self.rules)
            if not things:
                return
            for thing in things:
                self.done.append((self.now, thing))
                self._do(thing)
        raise AssertionError("it is never done")

    def _do(self, thing: Do) -> None:
        match thing:
            case Do.START:
                self.kiosks += 1
                assert self.kiosks == 1, "two kiosks on one glass"
            case Do.START_SAFE:
                self.safes += 1
                assert self.safes == 1, "two stand in"
            case Do.ABORT | Do.TERMINATE if not self.deaf:
                self.end(-6 if thing is Do.ABORT else 0)
            case Do.KILL:
                self.end(KILLED)
            case Do.TERMINATE_SAFE | Do.KILL_SAFE:
                self.end_safe()

    def ready(self) -> None:
        self.plan = plans.ready(self.plan, self.now)

    def beat(self) -> None:
        self.plan = plans.beaten(self.plan, self.now)

    def live(self, seconds: float) -> None:
        """A ready kiosk that beats as it should."""
        end = self.now + seconds
        while self.now < end:
            self.beat()
            self.wait(min(self.rules.watchdog / 2, end - self.now))

    def end(self, code: int) -> None:
        self.kiosks -= 1
        self.plan = plans.kiosk_ended(self.plan, code, self.now, self.rules)

    def end_safe(self) -> None:
        self.safes -= 1
        self.plan = plans.safe_ended(self.plan, self.now, self.rules)

    def fail(self, times: int, code: int = CRASH) -> None:
        """So many starts in a row that never are ready."""
        for _ in range(times):
            if not self.kiosks:
                self.wait(RULES.most_wait)
            assert self.kiosks
            self.end(code)


@pytest.fixture
def world() -> World:
    return World()


def test_the_kiosk_is_started_at_once(world: World) -> None:
    assert world.done == [(100.0, Do.START)]


@pytest.mark.parametrize("code", [CRASH, SEGFAULT, KILLED, 3, 70])
def test_a_kiosk_that_ends_by_accident_is_back_in_half_a_second(world: World, code: int) -> None:
    world.ready()
    world.live(600)
    world.end(code)
    assert world.wait(0.5) == [Do.START]


def test_a_restart_that_was_asked_for_comes_at_once_and_is_no_failure(world: World) -> None:
    for _ in range(10):
        world.ready()
        world.live(5)
        world.end(3)
        assert world.wait(0) == [Do.START]
    assert world.plan.kiosk.failures == 0


def test_a_restart_that_is_asked_for_by_a_kiosk_that_never_was_ready_is_a_failure(world: World) -> None:
    world.fail(3, code=3)
    assert world.wait(0) == [Do.START_SAFE]


@pytest.mark.parametrize("code", [0, 2, 64])
def test_what_starting_again_cannot_help_ends_the_supervisor_with_the_same_code(world: World, code: int) -> None:
    world.end(code)
    assert world.wait(3600) == []
    assert plans.over(world.plan)
    assert world.plan.code == code


def test_a_display_that_is_gone_ends_also_what_stands_in(world: World) -> None:
    world.fail(3)
    world.wait(RULES.retry)
    assert (world.kiosks, world.safes) == (1, 1)
    world.end(2)
    assert world.wait(0) == [Do.TERMINATE_SAFE]
    assert plans.over(world.plan)


def test_a_kiosk_that_beats_lives_for_ever(world: World) -> None:
    world.ready()
    world.live(100_000)
    assert world.done == [(100.0, Do.START)]


def test_a_kiosk_that_beats_no_more_is_aborted_and_started_again(world: World) -> None:
    world.ready()
    world.live(600)
    world.wait(RULES.watchdog / 2 - 1)
    assert Do.ABORT not in [thing for _, thing in world.done]
    assert world.wait(1 + RULES.least_wait) == [Do.ABORT, Do.START]


def test_a_kiosk_that_is_never_ready_is_aborted(world: World) -> None:
    assert world.wait(RULES.start - 1) == []
    assert world.wait(1) == [Do.ABORT]


def test_one_that_does_not_even_die_is_killed() -> None:
    world = World(deaf=True)
    assert world.wait(RULES.start + RULES.grace) == [Do.ABORT, Do.KILL]
    assert world.wait(1) == [Do.START]


def test_starts_that_fail_are_farther_and_farther_apart() -> None:
    world = World(Rules(failures=1000))
    waits = []
    for _ in range(9):
        since = world.now
        world.end(CRASH)
        world.wait(RULES.most_wait)
        waits.append(world.done[-1][0] - since)
        assert world.kiosks == 1
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_after_three_failed_starts_something_stands_in_and_the_kiosk_is_tried_each_minute(world: World) -> None:
    world.fail(2)
    assert world.safes == 0
    world.fail(1)
    assert world.wait(0) == [Do.START_SAFE]
    for _ in range(5):
        assert world.wait(RULES.retry - 1) == []
        assert world.wait(1) == [Do.START]
        world.end(CRASH)
    assert world.safes == 1


def test_a_kiosk_that_dies_soon_after_it_was_ready_was_not_started_well(world: World) -> None:
    for _ in range(3):
        world.ready()
        world.live(RULES.steady - 1)
        world.end(SEGFAULT)
        world.wait(1)
    assert world.safes == 1


def test_one_good_life_between_them_and_the_failures_count_anew(world: World) -> None:
    world.fail(2)
    world.wait(2)
    world.ready()
    world.live(RULES.steady)
    world.end(SEGFAULT)
    world.wait(1)
    world.fail(2)
    assert world.safes == 0


def test_what_stands_in_goes_when_the_kiosk_is_ready_and_not_before(world: World) -> None:
    world.fail(3)
    world.wait(RULES.retry)
    assert (world.kiosks, world.safes) == (1, 1)
    world.ready()
    assert world.wait(0) == [Do.TERMINATE_SAFE]
    assert (world.kiosks, world.safes) == (1, 0)
    world.live(3600)
    assert (world.kiosks, world.safes) == (1, 0)


def test_a_kiosk_that_is_back_for_a_moment_gets_no_three_new_chances(world: World) -> None:
    world.fail(3)
    world.wait(RULES.retry)
    world.ready()
    world.live(5)
    world.end(CRASH)
    assert world.wait(0) == [Do.START_SAFE]


def test_what_stands_in_is_itself_started_again(world: World) -> None:
    world.fail(3)
    world.wait(0)
    world.end_safe()
    assert world.wait(0.5) == [Do.START_SAFE]
    world.end_safe()
    assert world.wait(0.5) == []
    assert world.wait(0.5) == [Do.START_SAFE]


def test_being_told_to_end_ends_everything(world: World) -> None:
    world.fail(3)
    world.wait(RULES.retry)
    world.plan = plans.told_to_end(world.plan)
    assert world.wait(0) == [Do.TERMINATE, Do.TERMINATE_SAFE]
    assert plans.over(world.plan)
    assert world.plan.code == 0


def test_being_told_to_end_between_two_starts_starts_nothing_more(world: World) -> None:
    world.fail(1)
    world.plan = plans.told_to_end(world.plan)
    assert world.wait(3600) == []
    assert plans.over(world.plan)


def test_one_that_will_not_end_when_told_is_killed_and_the_supervisor_ends_all_the_same() -> None:
    world = World(deaf=True)
    world.ready()
    world.plan = plans.told_to_end(world.plan)
    assert world.wait(RULES.grace) == [Do.TERMINATE, Do.KILL]
    assert plans.over(world.plan)
    assert world.plan.code == 0
