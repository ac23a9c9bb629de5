"""What a supervisor does next: pure functions of what has happened and of the time.

Owns the rules of starting again, waiting and standing in. Must not know processes. Times are seconds of the caller's
monotonic clock; exit codes are those of `subprocess`, where a signal is a negative number.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exits import ENDED, NO_DISPLAY, RESTART_WANTED, WRONG_COMMAND_LINE

FINAL = frozenset({ENDED, NO_DISPLAY, WRONG_COMMAND_LINE})
"""Starting again cannot help: it was ended on purpose, the session's display is gone, or the command is wrong."""


class Rules(Struct, frozen=True):
    """All in seconds but the last."""

    watchdog: float = 30.0
    """A kiosk that was ready and has not beaten for so long hangs."""
    start: float = 90.0
    """So long it may take to be ready."""
    steady: float = 60.0
    """A kiosk that lives so long after it was ready has been started well."""
    least_wait: float = 0.5
    most_wait: float = 30.0
    """Before a start after a failed one: doubled from the least to the most."""
    retry: float = 60.0
    """Between two starts while something stands in for the kiosk."""
    grace: float = 5.0
    """For a process that was told to end, before it is killed."""
    failures: int = 3
    """So many failed starts in a row, and something stands in."""


class Do(StrEnum):
    """What is to be done now."""

    START = "start the kiosk"
    ABORT = "abort the kiosk"
    KILL = "kill the kiosk"
    TERMINATE = "tell the kiosk to end"
    START_SAFE = "start what stands in"
    TERMINATE_SAFE = "tell what stands in to end"
    KILL_SAFE = "kill what stands in"


class Life(Struct, frozen=True):
    """One of the two programs: whether it runs, and when it is started if it does not."""

    running: bool = False
    start_at: float | None = None
    """When it is to be started; None while it runs or is not wanted."""
    kill_at: float | None = None
    """It was told to end; when it is killed."""
    failures: int = 0
    """How many starts in a row have failed."""


class Plan(Struct, frozen=True):
    """Where a supervisor stands."""

    kiosk: Life
    safe: Life = Life()
    started_at: float = 0.0
    ready_at: float | None = None
    """When the kiosk that runs said that it was ready."""
    beat_at: float = 0.0
    code: int | None = None
    """With what the supervisor ends, once nothing runs any more."""


def begin(now: float) -> Plan:
    """Nothing runs yet, and the kiosk is to be started."""
    return Plan(Life(start_at=now))


def over(plan: Plan) -> bool:
    """Whether the supervisor can end with `plan.code`."""
    return plan.code is not None and not plan.kiosk.running and not plan.safe.running


def ready(plan: Plan, now: float) -> Plan:
    """The kiosk says that patients can use it: nothing stands in for it any more."""
    if not plan.kiosk.running or plan.ready_at is not None:
        return plan
    return replace(plan, ready_at=now, beat_at=now, safe=replace(plan.safe, start_at=None))


def beaten(plan: Plan, now: float) -> Plan:
    """The kiosk says that it is alive."""
    return replace(plan, beat_at=now)


def told_to_end(plan: Plan) -> Plan:
    """The supervisor was told to end, and with it all that it started."""
    return plan if plan.code is not None else _leaving(plan, ENDED)


def kiosk_ended(plan: Plan, code: int, now: float, rules: Rules) -> Plan:
    """The kiosk has ended; with what is in `code`."""
    plan = replace(plan, kiosk=replace(plan.kiosk, running=False, kill_at=None))
    if plan.code is not None:
        return plan
    if code in FINAL:
        return _leaving(plan, code)
    steady = plan.ready_at is not None and now - plan.ready_at >= rules.steady
    wanted = code == RESTART_WANTED and plan.ready_at is not None
    failures = 0 if steady else plan.kiosk.failures + (not wanted)
    safe = plan.safe
    if failures >= rules.failures:
        wait = rules.retry
        if not safe.running and safe.start_at is None:
            safe = replace(safe, start_at=now, failures=0)
    else:
        wait = 0.0 if wanted else _wait(max(1, failures), rules)
    return replace(plan, kiosk=Life(start_at=now + wait, failures=failures), safe=safe, ready_at=None)


def safe_ended(plan: Plan, now: float, rules: Rules) -> Plan:
    """What stood in has ended: it is started again while it is needed."""
    needed = plan.code is None and plan.ready_at is None
    failures = plan.safe.failures + 1
    return replace(plan, safe=Life(start_at=now + _wait(failures, rules) if needed else None, failures=failures))


def due(plan: Plan, now: float, rules: Rules) -> tuple[Plan, list[Do]]:
    """What is to be done now, and where the supervisor stands when it is done."""
    things: list[Do] = []
    kiosk, safe = plan.kiosk, plan.safe
    if kiosk.running:
        kiosk = _kiosk_due(plan, now, rules, things)
    elif plan.code is None and kiosk.start_at is not None and now >= kiosk.start_at:
        things.append(Do.START)
        kiosk = replace(kiosk, running=True, start_at=None)
        plan = replace(plan, started_at=now, ready_at=None)
    if safe.running:
        if safe.kill_at is not None:
            if now >= safe.kill_at:
                things.append(Do.KILL_SAFE)
                safe = replace(safe, kill_at=now + rules.grace)
        elif plan.code is not None or plan.ready_at is not None:
            things.append(Do.TERMINATE_SAFE)
            safe = replace(safe, kill_at=now + rules.grace)
    elif plan.code is None and safe.start_at is not None and now >= safe.start_at:
        things.append(Do.START_SAFE)
        safe = replace(safe, running=True, start_at=None)
    return replace(plan, kiosk=kiosk, safe=safe), things


def _kiosk_due(plan: Plan, now: float, rules: Rules, things: list[Do]) -> Life:
    kiosk = plan.kiosk
    if kiosk.kill_at is not None:
        if now < kiosk.kill_at:
            return kiosk
        things.append(Do.KILL)
    elif plan.code is not None:
        things.append(Do.TERMINATE)
    elif now >= _hangs_at(plan, rules):
        things.append(Do.ABORT)  # the kiosk's last words say where it hung
    else:
        return kiosk
    return replace(kiosk, kill_at=now + rules.grace)


def next_time(plan: Plan, rules: Rules) -> float | None:
    """When something is due, if nothing happens before; None for never."""
    times = [plan.kiosk.kill_at, plan.safe.kill_at]
    if plan.code is None:
        times += [plan.kiosk.start_at, plan.safe.start_at]
        if plan.kiosk.running and plan.kiosk.kill_at is None:
            times.append(_hangs_at(plan, rules))
    return min((time for time in times if time is not None), default=None)


def _hangs_at(plan: Plan, rules: Rules) -> float:
    return plan.started_at + rules.start if plan.ready_at is None else plan.beat_at + rules.watchdog


def _leaving(plan: Plan, code: int) -> Plan:
    return replace(plan, code=code, kiosk=replace(plan.kiosk, start_at=None), safe=replace(plan.safe, start_at=None))


def _wait(failures: int, rules: Rules) -> float:
    """Seconds before the start after so many failed ones."""
    return float(min(rules.most_wait, rules.least_wait * 2 ** min(failures - 1, 20)))
