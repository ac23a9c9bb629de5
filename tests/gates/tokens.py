"""No literal colour, size, duration, font, picture path or word in QML outside Kiosk.Theme.

The rule for lengths: a binding whose name is a length (width, x, spacing, anyMargins, radius, ...) may hold numbers up
to 2 (nothing, hairlines, ratios), a divisor, a compared number, an index, and numbers multiplied with `Theme.dp`. `40`,
`root.count * 46` and `Theme.gutter + 8` fail; `Theme.dp * 40` and `Theme.dp * (root.wide ? 40 : 24)` pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor

from tests.gates.architecture import without_comments

LENGTH = re.compile(
    r"(?:^|\.)(?:x|y|width|height|padding|margins|spacing|radius|inset|size|gap|offset|reach|pixelSize|strokeWidth|"
    r"letterSpacing|wordSpacing|startX|startY|contentX|contentY|from|to|"
    r"_?[a-z]\w*(?:Width|Height|Padding|Margin|Margins|Spacing|Radius|Inset|Size|Gap|Offset|Reach|Diameter|Thickness))$"
)
TIME = re.compile(r"(?:^|\.)(?:duration|interval|\w*Duration|\w*Interval|\w*Milliseconds|\w*Ms)$")
COLOUR = re.compile(r"(?:^|\.)(?:color|\w*Color|ink|\w*Ink|paper|fill|stroke)$")
FONT = re.compile(r"(?:^|\.)(?:family|families|pixelSize|pointSize)$")
WORDS = re.compile(r"(?:^|\.)(?:text|title|label|name|description|alt|caption|placeholder)$")

BINDING = re.compile(
    r"^[ \t]*(?:(?:readonly|required|default|final)\s+)*(?:property\s+([\w<>.]+)\s+)?([\w.]+)\s*:(?!:)", re.M
)
ASSIGNMENT = re.compile(r"([\w.]+)\s*[-+]?=(?![=>])")
STRING = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`")
NUMBER = re.compile(r"(?<![\w.#])\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])", re.I)
MAKES_COLOUR = re.compile(r"\bQt\.(?:rgba|hsla|hsva|color|tint|lighter|darker|alpha(?!\([^,()]*,\s*0\)))\b")
PICTURE = re.compile(r"\.(?:png|svg|jpe?g|webp|gif|ttf|otf)\b|^(?:image|file|qrc|https?):|assets/", re.I)
HEX = re.compile(r"#[0-9a-fA-F]{3,8}")
COLOUR_NAMES = set(QColor.colorNames()) - {"transparent"}
TURNS = {90.0, 180.0, 270.0, 360.0}

DP = r"Theme\s*\.\s*dp\b"
GROUP = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
SCALED = [
    re.compile(rf"{DP}\s*\*\s*(?:{GROUP}|-?{NUMBER.pattern})", re.I),
    re.compile(rf"(?:(?<!\w){GROUP}|-?{NUMBER.pattern})\s*\*\s*{DP}", re.I),
]
HARMLESS = [
    re.compile(r"\[[^\[\]]*\]"),  # an index
    re.compile(rf"(?:[<>]=?|[=!]==?)\s*-?{NUMBER.pattern}", re.I),  # a comparison
    re.compile(rf"(?:{NUMBER.pattern}\s*)?%\s*{NUMBER.pattern}", re.I),  # a remainder
    re.compile(rf"/\s*{NUMBER.pattern}", re.I),  # a part of something
]


def problems(root: Path) -> list[str]:
    """One sentence per literal outside Theme in `<root>/kiosk/qml`."""
    home = root / "kiosk" / "qml" / "Kiosk"
    return [
        f"{path.relative_to(root)}:{line}: {told}"
        for path in sorted(home.rglob("*.qml"))
        if path.relative_to(home).parts[0] != "Theme"
        for line, told in sorted(set(faults(without_comments(path.read_text(encoding="utf-8")))))
    ]


def faults(text: str) -> Iterator[tuple[int, str]]:
    """(line, what and mend) for each literal in one file's text without comments."""
    for found in STRING.finditer(text):
        literal = found[0][1:-1]
        line = text.count("\n", 0, found.start()) + 1
        if HEX.fullmatch(literal):
            yield line, f"the colour {literal}; give it a name in Theme"
        if PICTURE.search(literal):
            yield line, f'the path "{literal}"; ask Theme for the picture or font by name'
    for found in MAKES_COLOUR.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, f"{found[0]} makes a colour; give it a name in Theme"
    for found in BINDING.finditer(text):
        line = text.count("\n", 0, found.start(2)) + 1
        yield from ((line, told) for told in binding_faults(found[2], expression(text, found.end()), found[1] or ""))
    for found in ASSIGNMENT.finditer(text):
        if LENGTH.search(found[1]) or TIME.search(found[1]):
            line = text.count("\n", 0, found.start()) + 1
            value = re.split(r"[;\n]", text[found.end() :], maxsplit=1)[0]
            yield from ((line, told) for told in binding_faults(found[1], value, ""))


def binding_faults(name: str, value: str, kind: str) -> Iterator[str]:
    """What is wrong with `name: value`; `kind` is the declared type, empty for a plain binding."""
    strings = [found[0][1:-1] for found in STRING.finditer(value)]
    bare = STRING.sub("", value)
    if COLOUR.search(name) or kind == "color":
        yield from (
            f'`{name}` has the colour "{colour}"; give it a name in Theme'
            for colour in strings
            if colour.lower() in COLOUR_NAMES
        )
    if FONT.search(name) and (strings or NUMBER.search(bare)):
        yield f"`{name}` has a literal font or size; use a TypeStyle of Theme"
        return
    if TIME.search(name):
        if any(float(number) not in {0.0, 1.0} for number in NUMBER.findall(bare)):
            yield f"`{name}` has a literal time; use a duration of Theme"
        return
    if WORDS.search(name) and kind in {"", "string"}:
        yield from (
            f'`{name}` has the words "{words}"; words a patient reads stand in content/'
            for words in strings
            if re.search(r"[A-Za-z]{2}", words) and (" " in words or words[:1].isupper())
        )
    if LENGTH.search(name) and kind in {"", "real", "int", "double", "size", "point"}:
        turns = TURNS if name in {"from", "to"} else set()
        for number in loose_numbers(bare):
            if float(number) not in turns:
                yield f"`{name}` has the bare size {number}; multiply it with Theme.dp"


def loose_numbers(value: str) -> list[str]:
    """The numbers of an expression that are neither small, nor ratios, nor multiplied with Theme.dp."""
    for pattern in SCALED:
        value = pattern.sub(" scaled ", value)
    for pattern in HARMLESS:
        value = pattern.sub(" ", value)
    loose: list[str] = []
    for found in NUMBER.finditer(value):
        if float(found[0]) > 2:
            loose.append(found[0])
    return loose


def expression(text: str, start: int) -> str:
    """The bound expression from `start`: to the end of the line, or on past open brackets and operators."""
    depth = 0
    for index in range(start, len(text)):
        letter = text[index]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
            if depth < 0:
                return text[start:index]
        elif letter == ";" and depth == 0:
            return text[start:index]
        elif letter == "\n" and depth == 0:
            ends_open = text[start:index].rstrip()[-1:] in set("?:+-*/&|,=<>")
            goes_on = text[index:].lstrip()[:1] in set("?:+*/&|")
            if not ends_open and not goes_on:
                return text[start:index]
    return text[start:]
