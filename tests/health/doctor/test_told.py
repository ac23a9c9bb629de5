"""What other rooms tell the doctor, each as well, odd and broken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from kiosk.health.doctor import told
from kiosk.health.doctor.finding import Finding, Verdict
from kiosk.health.doctor.told import Fault, Running
from kiosk.health.facts import Pin
from kiosk.health.needs import IDS

OK, LOOK, BROKEN, UNSEEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN, Verdict.UNSEEN
SERIOUS, SLIGHT = Fault("site.yaml:3:1: what; mend", True), Fault("site.yaml:4:1: what; mend", False)
TODAY = date(2026, 12, 1)
BOTH = ("en", "es")


@pytest.mark.parametrize(
    ("findings", "verdicts"),
    [
        (told.settings("Site", (), None), {"settings": OK}),
        (told.settings("Site", (SLIGHT,), Path("x")), {"settings": LOOK}),
        (told.settings("", (SLIGHT, SERIOUS), Path("x")), {"settings": BROKEN}),
        (told.content((), (), BOTH, BOTH), {"content": OK, "fonts": OK, "languages": OK}),
        (told.content((SLIGHT,), (SLIGHT,), BOTH, ("en",)), {"content": LOOK, "fonts": LOOK, "languages": LOOK}),
        (told.content((SERIOUS,), (SERIOUS,), BOTH, ()), {"content": BROKEN, "fonts": BROKEN, "languages": BROKEN}),
        (told.reviews(date(2027, 1, 1), TODAY), {"reviews": OK}),
        (told.reviews(date(2026, 11, 30), TODAY), {"reviews": LOOK}),
        (told.reviews(None, TODAY), {"reviews": LOOK}),
        (told.pin(Pin.SET, False), {"PIN": OK}),
        (told.pin(Pin.MISSING, True), {"PIN": LOOK}),
        (told.pin(Pin.MISSING, False), {"PIN": BROKEN}),
        (told.pin(Pin.UNSAFE, True), {"PIN": BROKEN}),
        (told.pin(None, False), {"PIN": UNSEEN}),
        (told.running(Running("The first screen is shown.")), {"running": OK}),
        (told.running(Running("", (("disk", "The disk is nearly full"),))), {"running": LOOK}),
        (told.running("No kiosk runs here"), {"running": LOOK}),
        (told.running("You may not", refused=True), {"running": UNSEEN}),
        (told.running(None), {"running": UNSEEN}),
    ],
)
def test_what_other_rooms_tell(findings: Iterable[Finding], verdicts: dict[str, Verdict]) -> None:
    found = list(findings)
    sentences = [one for one in found if one.told.endswith(".")]
    assert len(sentences) <= 1  # the kiosk's own
    assert {one.name: one.verdict for one in found} == verdicts
    assert all((one.mend == "") == (one.verdict is OK) for one in found)


@pytest.mark.parametrize("ident", [*IDS, "control.socket", "window.silent", "of a newer kiosk"])
def test_a_need_of_the_kiosk_comes_with_a_command_and_not_with_a_sentence_for_the_front_desk(ident: str) -> None:
    [found] = told.running(Running("", ((ident, "Something is odd."),)))
    program = found.mend.split()[0]
    commands = ("lsusb", "kiosk", "findmnt", "journalctl", "timedatectl", "libinput", "apt", "systemctl")
    assert (found.told, program in commands) == ("Something is odd.", True)
    assert not found.mend.endswith(".")


def test_each_need_has_a_command_of_its_own() -> None:
    assert told._TYPE.keys() >= set(IDS)
