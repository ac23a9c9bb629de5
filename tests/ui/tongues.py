"""Content in languages of other scripts, made of the English one: every word becomes letters of the script.

It says nothing, but it is drawn, broken and mirrored as real words are, whichever languages the content has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_PARTS = re.compile(r"(\{[^{}]*\}|[A-Za-z]+(?:['’-][A-Za-z]+)*)")


class Tongue(NamedTuple):
    """One language; `letters` stand for the letters of a word, one for `each` of them."""

    name: str
    direction: str
    script: str
    letters: str
    each: int = 1


TONGUES = {
    "vi": Tongue("Tiếng Việt", "ltr", "Latn", "ạảấầẩẫậắằẳẵặếệọộợụựỹđưnhgtc"),
    "zh-Hans": Tongue("简体中文", "ltr", "Hans", "的一是在不了有和人这中大为上个国我以要他", 2),
    "ar": Tongue("العربية", "rtl", "Arab", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "ko": Tongue("한국어", "ltr", "Kore", "가나다라마바사아자차카타파하의를은에서", 2),
}
ALL = ("en", "es", *TONGUES)


def write_tongues(content: Path, codes: Sequence[str] = tuple(TONGUES)) -> None:
    """Write folders for `codes` beside the English one in `content`; what stands there already is replaced."""
    for code in codes:
        tongue = TONGUES[code]
        folder = content / code
        folder.mkdir(exist_ok=True)
        for path in sorted((content / "en").glob("*.yaml")):
            words = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # strings alone
            if path.stem == "language":
                for key in ("name", "direction", "script"):
                    words[key] = getattr(tongue, key)
                words["code"] = code
            elif path.stem == "questions":
                words = {name: _turned(_unsourced(entry), tongue) for name, entry in words.items()}
            else:
                words = _turned(words, tongue)
            if path.stem == "interface":
                words["attract"]["draft"] = tongue.name  # the tiny fonts have its letters
            (folder / path.name).write_text(yaml.dump(words, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _unsourced(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "sources"}


def _turned(words: Any, tongue: Tongue) -> Any:
    match words:
        case dict():
            return {key: _turned(value, tongue) for key, value in words.items()}
        case list():
            return [_turned(value, tongue) for value in words]
    return _PARTS.sub(lambda part: part[0] if part[0].startswith("{") else _word(part[0], tongue), words)


def _word(word: str, tongue: Tongue) -> str:
    letters = [tongue.letters[ord(char) % len(tongue.letters)] for char in word if char.isalpha()]
    return "".join(letters[:: tongue.each])
