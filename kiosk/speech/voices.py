"""Which voice reads which language: exactly that language or none at all.

Owns the languages' tags, how well a voice fits, and what a percent of speed or volume is to an engine. Must not know
an engine, Qt or the glass.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kiosk.settings.model import VoiceWish

_FASTEST, _SLOWEST = 264, 47
"""Percent of the usual speed at an engine's 1 and -1: espeak-ng says 80 to 449 words a minute around its usual 170."""


class Offered(Struct, frozen=True):
    """One voice as an engine offers it."""

    name: str
    tag: str
    """Its language as BCP 47 writes it, in any case: en-US, es-419, cmn."""
    gender: str = ""
    """female, male, or empty where the engine does not say."""
    module: str = ""
    """The part of the engine that it belongs to."""


class Choice(Struct, frozen=True):
    """The voice that reads, or none; and what staff should know about it."""

    voice: Offered | None
    note: str = ""


class _Language(Struct, frozen=True):
    tongues: tuple[str, ...]
    """First subtags that mean it, the most exact one first."""
    regions: tuple[str, ...] = ()
    """Where its best-liked voices come from; any other place will do as well, but for `elsewhere`."""
    elsewhere: tuple[str, ...] = ()
    """Subtags of what is spoken otherwise, though it is written under the same first subtag."""


_LANGUAGES = {
    "en": _Language(("en",), ("us",)),
    "es": _Language(("es",), ("419", "us", "mx")),
    "vi": _Language(("vi",), ("vn",)),
    # Cantonese shares Mandarin's letters and sometimes its tag; it is another language to who listens.
    "zh-Hans": _Language(("cmn", "zh"), ("cn", "hans"), ("yue", "hk", "mo", "nan", "hak", "wuu")),
    "ar": _Language(("ar",), ("001",)),
    "ko": _Language(("ko",), ("kr",)),
}
_LATIN = "latn"
_LATIN_LANGUAGES = frozenset({"en", "es", "vi"})


def speaks(tag: str, language: str) -> bool:
    """Whether a voice of this tag speaks the kiosk's language `language`, and no relative of it."""
    known = _known(language)
    first, *rest = tag.lower().replace("_", "-").split("-")
    return first in known.tongues and not set(rest) & set(known.elsewhere)


def choose(offered: Iterable[Offered], language: str, wish: VoiceWish) -> Choice:
    """The voice for `language`: the wished one, else the nearest to it."""
    able = [voice for voice in offered if speaks(voice.tag, language)]
    if not able:
        return Choice(None, f"no voice of the speech engine speaks {language}; install one for this language")
    best = min(able, key=lambda voice: _distance(voice, language, wish))
    if wish.name and best.name != wish.name:
        return Choice(best, f"the speech engine has no {language} voice {wish.name!r}; {best.name!r} reads instead")
    if wish.gender in ("any", best.gender) or best.name == wish.name:
        return Choice(best)
    if not best.gender:
        return Choice(best, f"the speech engine does not tell which {language} voices are {wish.gender}; name one")
    return Choice(best, f"the speech engine has no {wish.gender} {language} voice; {best.name!r} reads instead")


def rate(percent: int) -> float:
    """An engine's rate, -1 to 1, for a percent of the voice's usual speed; 100 is 0."""
    reach = _FASTEST - 100 if percent >= 100 else 100 - _SLOWEST
    return max(-1.0, min(1.0, (percent - 100) / reach))


def loudness(percent: int) -> float:
    """An engine's volume, 0 to 1, for a percent of the most that it can do."""
    return max(0.0, min(1.0, percent / 100))


def _known(language: str) -> _Language:
    return _LANGUAGES.get(language) or _Language((language.lower().split("-")[0],))


def _distance(voice: Offered, language: str, wish: VoiceWish) -> tuple[object, ...]:
    """Smaller is better; equal ones keep the engine's order."""
    known = _known(language)
    first, *rest = voice.tag.lower().replace("_", "-").split("-")
    near = next((n for n, region in enumerate(known.regions) if region in rest), len(known.regions))
    return (
        bool(wish.name) and voice.name != wish.name,
        (1 if not voice.gender else 2 * (voice.gender != wish.gender)) if wish.gender != "any" else 0,
        "x" in rest,  # a dialect of somebody's own
        _LATIN in rest and language not in _LATIN_LANGUAGES,  # knows its sounds written in Latin letters only
        "+" in voice.name,  # one of espeak-ng's hundred disguises of a voice
        known.tongues.index(first),
        near,
        len(rest),  # en-US before en-US-NYC
    )
