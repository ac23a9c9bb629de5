"""Makes the sound of "Are you still there?": `python -m kiosk.deploy.chime [FOLDER]`.

Two soft tones, a fourth apart and going down, that swell and fade: nothing that alarms. Pure Python, and the same bytes
every time. Must not import the kiosk but for its paths.
"""

from __future__ import annotations

import io
import math
import struct
import sys
import wave
from pathlib import Path

from kiosk.paths import ASSETS

RATE = 44_100
SECONDS = 0.6
PEAK = 0.25
"""Of what the format can hold: quiet beside a voice at the same volume."""
TONES = ((659.25, 0.0), (493.88, 0.22))
"""Hertz and the second at which it begins: E5, then B4."""
SWELL, FADE = 0.02, 0.11
"""Seconds until a tone is at its loudest; seconds in which it loses two thirds after that."""
NAME = "warning.wav"


def loudness(second: float) -> float:
    """How loud a tone is, 0 to 1, `second` after it began."""
    if second <= 0:
        return 0.0
    swell = 0.5 - 0.5 * math.cos(math.pi * min(1.0, second / SWELL))
    return swell * math.exp(-max(0.0, second - SWELL) / FADE)


def samples() -> list[int]:
    """The sound as 16-bit samples; it ends in silence, without a click."""
    total = round(RATE * SECONDS)
    heard = []
    for number in range(total):
        second = number / RATE
        tone = sum(loudness(second - begin) * math.sin(math.tau * hertz * (second - begin)) for hertz, begin in TONES)
        end = min(1.0, (total - 1 - number) / (RATE * 0.05))
        heard.append(tone * end)
    loudest = max(abs(value) for value in heard)
    return [round(value / loudest * PEAK * 32_767) for value in heard]


def wav() -> bytes:
    """The file."""
    made, told = samples(), io.BytesIO()
    with wave.open(told, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(made)}h", *made))
    return told.getvalue()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(wav())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS / "sounds")
