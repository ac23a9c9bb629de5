"""A sentence that says what to do fits a finger and a key alike: one may be read to who never touches the glass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.paths import CONTENT
from tests.content.tree import change, copied

FINGERS = {
    "en": r"\b(touch|tap)\b|with your finger",
    "es": r"\b(Toque|toque)\b|con el dedo",
    "vi": r"[Cc]hạm vào|ngón tay",
    "zh-Hans": r"轻触|用手指",
    "ar": r"\bلمس\b|بالإصبع",
    "ko": r"손가락|터치|(점|내용|낱말)을 (누르|눌러)",
}

OF_TOUCH = (
    *("clean_text", "check", "check_left", "check_done", "ask_fresh", "wipe_text", "wipe_hold", "fingers"),
    *("need_touch_gone", "need_touch_silent", "mend_touch_silent"),
)
"""Words of the front desk that tell about the touch screen itself."""


def for_fingers(content: Path) -> Iterator[str]:
    """Lines that only a finger can follow."""
    for language, words in FINGERS.items():
        for file in sorted((content / language).glob("*.yaml")):
            visitors, _, staff = file.read_text("utf-8").partition("\nstaff:\n")
            own = (line for line in staff.splitlines() if line.strip().partition(":")[0] not in OF_TOUCH)
            for line in (*visitors.splitlines(), *own):
                if re.search(words, line, re.IGNORECASE):
                    yield f"{language}/{file.name}: {line.strip()}"


def test_no_sentence_asks_for_a_finger() -> None:
    assert list(for_fingers(CONTENT)) == []


def test_a_sentence_for_fingers_is_seen(tmp_path: Path) -> None:
    """The twin."""
    tree = copied(tmp_path)
    change(tree, "ko/explorer.yaml", lambda words: words.update(lead="점을 눌러 알아보세요."))
    change(tree, "en/interface.yaml", lambda groups: groups["staff"].update(begin="Touch to begin"))
    assert list(for_fingers(tree)) == [
        "en/interface.yaml: begin: Touch to begin",
        "ko/explorer.yaml: lead: 점을 눌러 알아보세요.",
    ]
