"""Contrast of Theme's colour tokens by the WCAG formula, in the light and the high-contrast palette.

Reads the lines `readonly property color ink: root.highContrast ? "#FFFFFF" : "#1D2B2E"` of Theme.qml; a line with a
single colour counts for both palettes. A pair whose token is gone is a problem too, so the gate cannot fall silent.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"property\s+color\s+(\w+)\s*:\s*(?:(?:root\.)?highContrast\s*\?\s*\"(#\w{6,8})\"\s*:\s*)?\"(#\w{6,8})\"\s*$", re.M
)
TINTS = ("tintPeach", "tintTide", "tintIris", "tintSage", "tintHoney", "tintSand")

TEXT = 7.0
"""Least ratio for words (WCAG 2.2, 1.4.6)."""
SHAPE = 3.0
"""Least ratio for borders of controls, marks and focus frames (WCAG 2.2, 1.4.11)."""

PAIRS: dict[tuple[str, str], float] = {
    **{("ink", ground): TEXT for ground in ("paper", "sand", "shell", "tideSoft", "tideSoftPress", *TINTS)},
    **{("ink2", ground): TEXT for ground in ("paper", "sand", "shell", "tideSoft")},
    **{("tide", ground): TEXT for ground in ("paper", "sand", "shell", "tideSoft", "tideSoftPress", *TINTS)},
    **{(f"{stone}Ink", f"{stone}Soft"): TEXT for stone in ("sage", "honey", "iris", "clay")},
    **{(f"{stone}Ink", "shell"): TEXT for stone in ("sage", "honey", "iris", "clay")},
    **{(text, "night"): TEXT for text in ("nightText", "nightText2", "glow")},
    **{(text, ground): TEXT for text in ("nightText", "nightText2", "glow") for ground in ("nightSheet", "nightBar")},
    **{("nightText", ground): TEXT for ground in ("nightRaised", "nightPress")},
    **{("nightText2", ground): TEXT for ground in ("nightRaised", "nightPress")},
    **{("nightText", ground): TEXT for ground in ("film", "chip")},
    **{(shape, "casing"): SHAPE for shape in ("nightControl", "nightFocus", "glow")},
    ("nightControl", "nightRaised"): SHAPE,
    ("nightControl", "nightBar"): SHAPE,
    ("glowInk", "glowPress"): TEXT,
    ("glowInk", "ringSeen"): TEXT,
    **{(shape, "nightSheet"): SHAPE for shape in ("nightControl", "nightFocus")},
    **{(shape, "film"): SHAPE for shape in ("glow", "ringSeen", "nightControl", "nightFocus")},
    ("tideInk", "tide"): TEXT,
    ("tideInk", "tidePress"): TEXT,
    ("glowInk", "glow"): TEXT,
    **{(shape, "shell"): SHAPE for shape in ("lineStrong", "sage", "honey", "iris", "focus")},
    ("focus", "paper"): SHAPE,
    # the sentence that is being said: its words on the mark, the mark's stroke on the mark and on every sheet
    **{(text, "mark"): TEXT for text in ("ink", "ink2", "tide", "sageInk", "honeyInk", "irisInk", "clayInk")},
    **{(text, "nightMark"): TEXT for text in ("nightText", "nightText2", "glow")},
    **{("markLine", ground): SHAPE for ground in ("mark", "paper", "sand", "shell", "tideSoft", *TINTS)},
    **{("markLine", f"{stone}Soft"): SHAPE for stone in ("sage", "honey", "iris", "clay")},
    **{("nightMarkLine", ground): SHAPE for ground in ("nightMark", "night", "nightSheet", "film", "chip")},
    ("lineStrong", "paper"): SHAPE,
    ("lineStrong", "sand"): SHAPE,
    # outside the opening hours
    ("darkText", "dark"): TEXT,
}
"""(what is seen, what it stands on): least ratio. A see-through ground counts over black and over white.

tests/ui/test_contrast.py takes all pairs from the live windows and fails on one that is missing here.
"""


def palettes(theme: str) -> dict[str, dict[str, str]]:
    """The colours of each palette, by token, from the text of Theme.qml."""
    found: dict[str, dict[str, str]] = {"light": {}, "high contrast": {}}
    for name, contrast, light in TOKEN.findall(theme):
        found["light"][name] = light
        found["high contrast"][name] = contrast or light
    return found


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of `#RRGGBB` (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two opaque colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(color: str, below: str) -> str:
    """#RRGGBB of a see-through `color`, #AARRGGBB, laid over an opaque one."""
    alpha = int(color[1:3], 16) / 255
    both = ((int(color[i + 2 : i + 4], 16), int(below[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(top * alpha + bottom * (1 - alpha)):02X}" for top, bottom in both)


def problems(theme: str) -> list[str]:
    """One sentence per pair that is too faint, see-through or not there."""
    found: list[str] = []
    for palette, colours in palettes(theme).items():
        for (seen, ground), least in PAIRS.items():
            missing = [name for name in (seen, ground) if name not in colours]
            missing += [seen] if len(colours.get(seen, "")) == 9 else []
            if missing:
                found.append(
                    f"{palette}: Theme has no opaque colour `{missing[0]}` on one line; add it or change PAIRS"
                )
                continue
            below = colours[ground]
            grounds = [below] if len(below) == 7 else [over(below, "#000000"), over(below, "#FFFFFF")]
            if (is_ := min(ratio(colours[seen], one) for one in grounds)) < least:
                found.append(
                    f"{palette}: {seen} on {ground} is {is_:.2f}, needs {least}; darken one or lighten the other"
                )
    return found
