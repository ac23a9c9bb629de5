"""How a visitor is read to: part of her `Session`, and pure like the rest of it.

Owns what she chose and whether something is being said. Must not know what is said, nor by which engine.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

SPEEDS = (75, 100, 130, 160)
"""Percent of a voice's usual speed."""
VOLUMES = (20, 40, 60, 80, 100)
"""Percent of what the engine can do."""


class Voice(Struct, frozen=True):
    """Everything about reading aloud that belongs to the visitor."""

    on: bool = False
    """Pages are read as they open, and controls as the keys reach them."""
    offered: bool = False
    """The first key of the visit has offered it."""
    speaking: bool = False
    """Something is being said right now: nobody is warned meanwhile, and the guided path waits."""
    speed: int = 100
    volume: int = 60


class ReadAloud(Struct, frozen=True):
    """Switch reading aloud on or off."""

    on: bool


class OfferVoice(Struct, frozen=True):
    """The first key of a visit: ask whether to read aloud. A second one changes nothing."""

    again: bool = False
    """The help key of somebody who has said no before."""


class LoseVoice(Struct, frozen=True):
    """The engine says nothing any more: silence. The next key asks again whether to read aloud, and so tries it."""


class Speaking(Struct, frozen=True):
    """The engine has begun or ended to say something."""

    now: bool


class SetVoice(Struct, frozen=True):
    """Speed and volume; None leaves one as it is, and what is not on offer is the nearest that is."""

    speed: int | None = None
    volume: int | None = None


VoiceEvent = ReadAloud | OfferVoice | LoseVoice | Speaking | SetVoice


def nearest(value: int, offered: tuple[int, ...]) -> int:
    """The one of `offered` that is nearest to `value`."""
    return min(offered, key=lambda one: abs(one - value))


def spoken_to(voice: Voice, event: VoiceEvent) -> Voice:
    """The voice after `event`."""
    match event:
        case ReadAloud(on):
            return replace(voice, on=on, offered=True, speaking=voice.speaking and on)
        case OfferVoice():
            return replace(voice, offered=True)
        case LoseVoice():
            return replace(voice, on=False, offered=False, speaking=False)
        case Speaking(now):
            return replace(voice, speaking=now)
        case SetVoice(speed, volume):
            return replace(
                voice,
                speed=voice.speed if speed is None else nearest(speed, SPEEDS),
                volume=voice.volume if volume is None else nearest(volume, VOLUMES),
            )
