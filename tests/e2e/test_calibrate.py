"""A finger on a real X server matches the card, and the kiosk that runs takes the size over."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kiosk import exits
from kiosk.settings.calibration import card_px
from tests.cli.launch import command, environment, finished, running, until
from tests.e2e.hand import Hand

CARD = 0xFFD9E8E5
"""The card's color, as Theme has it."""


def _card(hand: Hand) -> tuple[int, int, int]:
    """Left side, right side and middle height of the card on the real screen, in pixels; the last row counts."""
    picture = hand.picture()
    rows = [
        (xs[0], xs[-1], y)
        for y in range(300, 1300, 10)
        if (xs := [x for x in range(hand.width) if picture.pixelColor(x, y).rgb() == CARD])
    ]
    return rows[len(rows) // 2] if rows else (0, 0, 0)


@pytest.mark.standard("E4")
def test_a_finger_matches_the_card_and_the_kiosk_takes_the_size_over(hand: Hand, cache: Path, tmp_path: Path) -> None:
    screen = {name: hand.env()[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")} | {"QT_QUICK_BACKEND": "software"}
    env = environment(tmp_path, screen | {"XDG_CACHE_HOME": str(cache), "STATE_DIRECTORY": str(tmp_path / "state")})
    site = tmp_path / "site.yaml"
    site.write_text("name: Test # of the card\n", encoding="utf-8")

    def settings() -> str:
        found = re.search(r'"settings":"(\w+)"', finished(command("ctl", "--json", "status"), env).stdout)
        return found[1] if found else ""

    with running(command("run", "--site", site), env, tmp_path / "log") as kiosk:
        assert until(lambda: settings() != "")
        before = settings()
        said = tmp_path / "said"
        with running(command("calibrate", "--to", site), env, said) as calibrating:
            # The true pixels of a card on the 27 inches that a kiosk believes in first.
            wide = card_px(27.0, (hand.width, hand.height))
            seen = [(0, 0, 0)]

            def stands(width: float) -> bool:
                seen[0] = _card(hand)
                return abs(seen[0][1] - seen[0][0] - width) < 8

            assert until(lambda: stands(wide)), seen
            _left, right, middle = seen[0]
            start, end = (right + 50, middle), (right + 150, middle)
            finger = hand.press(start)
            hand.slide(finger, start, end)
            hand.release(finger, end)
            assert until(lambda: stands(wide + 100)), seen
            save = (hand.width * 3 / 4, hand.height - 56 - 52)
            hand.tap(*save)
            assert calibrating.wait(20) == exits.ENDED
        text = site.read_text(encoding="utf-8")
        assert text.startswith("name: Test # of the card\nscreen:\n  diagonal_inch: ")
        assert float(text.rsplit(" ", 1)[1]) == pytest.approx(27.0 * wide / (wide + 100), abs=0.1)
        assert "Done: the settings are good, and hold as soon as nobody reads." in said.read_text(encoding="utf-8")
        assert until(lambda: settings() not in ("", before))
        assert kiosk.poll() is None
        kiosk.terminate()
        assert kiosk.wait(20) == os.EX_OK
