"""Each figure of the bench, measured: programs run in turn, so that a busy moment falls on both."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.asking import Answers
from tests.bench.judge import Figure
from tests.bench.outside import Program, calm, resting_pss, start_seconds, told
from tests.bench.presses import PRESSES
from tests.bench.programs import Programs
from tests.bench.sounds import first_sounds

_EXIT = "KIOSK_EXIT_AFTER_FIRST_FRAME"
_TURNS = 5
START, MEMORY, PRESS, SCALING = 1.3, 1.5, 1.3, 1.15
SWITCH, FIRST_SWITCH, SIX, RESET = 2.0, 4.0, 1.1, 1.5
OPENING, OPENING_MIB, MOVING = 1.2, 24.0, 2.0
SPEECH, SOUND = 1.02, 1.5
STATUS = 3.0
IDLE_HOME, IDLE_MOVING, IDLE_STILL = 0.01, 0.05, 0.002


@dataclass(frozen=True)
class Effort:
    """How often and how long."""

    runs: int = 7
    presses: int = 100
    idle_seconds: float = 30
    attract_seconds: float = 20


QUICK = Effort(runs=3, presses=20, idle_seconds=6, attract_seconds=6)
Say = Callable[[str], None]


def all_figures(programs: Programs, effort: Effort, say: Say) -> list[Figure]:
    """Everything that has a bound."""
    kiosk, floor = programs.kiosk, programs.floor
    exiting = {_EXIT: "1"}
    say("start")
    figures = [_ratio("start", START, (kiosk.plus(**exiting), floor), start_seconds, runs=effort.runs, say=say)]
    say("memory at the first screen")
    figures.append(
        _ratio("memory", MEMORY, (programs.kiosk_still, floor.plus("stay")), resting_pss, runs=effort.runs, say=say)
    )
    for what in ("language", "card"):
        say(f"press on a {what}")
        pressed = programs.inside.plus(
            f"press-{what}", programs.still_site if what == "language" else programs.moving_site
        )
        figures.append(_press(f"press on a {what}", (pressed, programs.floor_press), effort, say))
    figures += _idle(programs, effort, say)
    for other in (programs.topics, programs.languages):
        say(f"start with {other.name}")
        pair = (other.plus(**exiting), programs.plain.plus(**exiting))
        figures.append(_ratio(f"start with {other.name}", SCALING, pair, start_seconds, runs=effort.runs, say=say))
        say(f"memory with {other.name}")
        pair = (other, programs.plain)
        figures.append(_ratio(f"memory with {other.name}", SCALING, pair, resting_pss, runs=effort.runs, say=say))
    figures += _languages(programs, effort, say)
    figures += _pictures(programs, effort, say)
    figures += _speech(programs, effort, say)
    return [*figures, _control(programs, effort, say)]


def _speech(programs: Programs, effort: Effort, say: Say) -> list[Figure]:
    """The kiosk before anybody listens beside one that cannot speak; and its first sound beside spd-say's."""
    say("start with speech")
    exiting = {_EXIT: "1"}
    with_speech = programs.kiosk_still
    pair = (with_speech.plus(**exiting), programs.mute.plus(**exiting))
    figures = [_ratio("start with speech", SPEECH, pair, start_seconds, runs=effort.runs, say=say)]
    say("memory with speech")
    pair = (with_speech, programs.mute)
    figures.append(_ratio("memory with speech", SPEECH, pair, resting_pss, runs=effort.runs, say=say))
    say("from Listen to the first sound")
    ours, theirs = first_sounds(programs.listen, effort.runs)
    parts: dict[str, object] = {"kiosk": ours, "spd-say": theirs, "command": programs.listen.command}
    return [*figures, _told(Figure("first sound beside spd-say", median(ours) / median(theirs), SOUND, parts), say)]


def _control(programs: Programs, effort: Effort, say: Say) -> Figure:
    """An answer to `kiosk ctl status` while the explorer is panned beside one at rest."""
    say("status while the picture moves")
    pair = (programs.asked_in_motion, programs.asked_at_rest)
    answers = (Answers(), Answers())
    for _ in range(effort.runs):
        for program, one in zip(pair, answers, strict=True):
            calm()
            one.ask(program, math.ceil(effort.presses / effort.runs))
    moving, resting = answers
    # Where nothing moved, nothing was measured.
    ratio = _p95(moving.commands) / _p95(resting.commands) if moving.frames else math.nan
    calls = {"measured": _p95(moving.calls), "beside": _p95(resting.calls)}
    parts = _parts(pair, (moving.commands, resting.commands), _p95) | {"frames": moving.frames, "calls": calls}
    return _told(Figure("status while the picture moves", ratio, STATUS, parts), say)


def _languages(programs: Programs, effort: Effort, say: Say) -> list[Figure]:
    """Another language beside another page, the first time with its fonts; and the start with all beside one."""
    say("switching the language")
    answers = []
    for _ in range(effort.runs):
        calm()
        answer = told(programs.switch)
        assert isinstance(answer, dict)
        answers.append(answer)
    page = median(ms for answer in answers for ms in _list(answer["page"]))
    later = median(ms for answer in answers for ms in _list(answer["language"]))
    first = {code: median(float(answer["first"][code]) for answer in answers) for code in answers[0]["first"]}
    reset = median(ms for answer in answers for ms in _list(answer["reset"]))
    slowest = max(first, key=lambda code: first[code])
    parts: dict[str, object] = {"page": page, "language": later, "first": first, "command": programs.switch.command}
    figures = [
        _told(Figure("language switch beside a page change", later / page, SWITCH, parts), say),
        _told(Figure("reset beside a page change", reset / page, RESET, parts | {"reset": reset}), say),
        _told(
            Figure(f"first switch to {slowest} beside a page change", first[slowest] / page, FIRST_SWITCH, parts), say
        ),
    ]
    say("start with six languages")
    pair = (programs.six_languages.plus(**{_EXIT: "1"}), programs.one_language.plus(**{_EXIT: "1"}))
    return [*figures, _ratio("start with six languages", SIX, pair, start_seconds, runs=effort.runs, say=say)]


def _pictures(programs: Programs, effort: Effort, say: Say) -> list[Figure]:
    """The explorer: a large picture beside a small one, and moving beside one image that moves."""
    say("opening a large picture")
    pair = (programs.large_picture, programs.small_picture)
    opened: tuple[list[dict[str, float]], list[dict[str, float]]] = ([], [])
    for _ in range(effort.runs):
        for program, values in zip(pair, opened, strict=True):
            calm()
            answer = told(program)
            assert isinstance(answer, dict)
            values.append({name: float(value) for name, value in answer.items()})
    seconds = tuple([one["seconds"] for one in values] for values in opened)
    kib = tuple([one["kib"] for one in values] for values in opened)
    more = (median(kib[0]) - median(kib[1])) / 1024
    parts = _parts(pair, (seconds[0], seconds[1]), median)
    figures = [_told(Figure("opening a large picture", median(seconds[0]) / median(seconds[1]), OPENING, parts), say)]
    parts = _parts(pair, (kib[0], kib[1]), median)
    figures.append(_told(Figure("MiB more for a large picture", more, OPENING_MIB, parts), say))
    say("frames while the picture moves")
    moving = (programs.pan, programs.floor_pan)
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(effort.runs):
        for program, frames in zip(moving, taken, strict=True):
            calm()
            frames.extend(_list(told(program)))
    parts = _parts(moving, taken, _p99)
    return [
        *figures,
        _told(Figure("frames while the picture moves", _p99(taken[0]) / _p99(taken[1]), MOVING, parts), say),
    ]


def _ratio(
    name: str,
    bound: float,
    pair: tuple[Program, Program],
    measure: Callable[[Program], float],
    *,
    runs: int,
    say: Say,
) -> Figure:
    for program in pair:
        measure(program)  # warm
    taken: tuple[list[float], list[float]] = ([], [])
    disturbed = 0
    for _ in range(runs):
        for program, values in zip(pair, taken, strict=True):
            disturbed += not calm()
            values.append(measure(program))
    parts = _parts(pair, taken, median) | {"disturbed": disturbed}
    return _told(Figure(name, median(taken[0]) / median(taken[1]), bound, parts), say)


def _press(name: str, pair: tuple[Program, Program], effort: Effort, say: Say) -> Figure:
    taken: tuple[list[float], list[float]] = ([], [])
    disturbed = 0
    for _ in range(_TURNS):
        for program, values in zip(pair, taken, strict=True):
            disturbed += not calm()
            values.extend(_list(told(program.plus(**{PRESSES: str(effort.presses // _TURNS)}))))
    parts = _parts(pair, taken, _p95) | {"disturbed": disturbed}
    return _told(Figure(name, _p95(taken[0]) / _p95(taken[1]), PRESS, parts), say)


def _idle(programs: Programs, effort: Effort, say: Say) -> list[Figure]:
    cases = (
        ("home untouched", "idle-home", programs.moving_site, effort.idle_seconds, IDLE_HOME),
        ("first screen with motion", "idle-attract", programs.moving_site, effort.attract_seconds, IDLE_MOVING),
        ("first screen with less motion", "idle-attract", programs.still_site, effort.attract_seconds, IDLE_STILL),
    )
    figures = []
    for name, what, site, seconds, bound in cases:
        say(f"processor time, {name}, {seconds:g} s")
        program = programs.inside.plus(what, site, str(seconds))
        answer = told(program, seconds + 60)
        assert isinstance(answer, dict)
        share, frames = float(answer["share"]), int(answer["frames"])
        if what == "idle-attract" and site == programs.moving_site and not frames:
            share = math.nan  # nothing moved: then nothing was measured
        parts: dict[str, object] = {"command": program.command, "seconds": seconds, "frames": frames}
        figures.append(_told(Figure(f"processor time, {name}", share, bound, parts), say))
    return figures


def _parts(
    pair: tuple[Program, Program],
    taken: tuple[Sequence[float], Sequence[float]],
    summary: Callable[[Sequence[float]], float],
) -> dict[str, object]:
    return {
        role: {
            "name": program.name,
            "command": program.command,
            summary.__name__.strip("_"): summary(values),
            "runs": values,
        }
        for role, program, values in zip(("measured", "beside"), pair, taken, strict=True)
    }


def _p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * 0.95) - 1]


def _p99(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * 0.99) - 1]


def _list(answer: object) -> list[float]:
    assert isinstance(answer, list)
    return [float(value) for value in answer]


def _told(figure: Figure, say: Say) -> Figure:
    say(f"    {figure}")
    return figure
