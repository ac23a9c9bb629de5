"""The fonts of `kiosk safe`, cut from the shipped ones: `python -m kiosk.deploy.fonts.safe [FOLDER]`. No network."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import ast
import sys
from pathlib import Path

from kiosk.deploy.fonts import making
from kiosk.paths import ASSETS, PACKAGE

FOLDER = PACKAGE / "safe" / "fonts"
FROM = {
    "Safe": "NotoSans-Regular.ttf",
    "Safe zh-Hans": "Deskzh-Hans-Regular.ttf",
    "Safe ar": "Deskar-Regular.ttf",
    "Safe ko": "Deskko-Regular.ttf",
}
"""Each family, and the shipped font that has its letters."""
LICENCE = "OFL-Noto.txt"


def letters() -> dict[str, set[int]]:
    """The characters of each family, by what kiosk/safe/words.py says, read as text: this room imports no other."""
    found: dict[str, set[int]] = {}
    for node in ast.walk(ast.parse((PACKAGE / "safe" / "words.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Line":
            _, sentence, family = (ast.literal_eval(argument) for argument in node.args)
            found.setdefault(family, set()).update(map(ord, sentence))
    return found


def build(folder: Path, fonts: Path = ASSETS / "fonts") -> None:
    """Write the fonts and their licence into `folder`. Raises LookupError where the shipped ones lack a letter."""
    for family, characters in letters().items():
        font = making.opened(fonts / FROM[family])
        if lacking := characters - set(font.getBestCmap()):
            raise LookupError(f"{FROM[family]} lacks {''.join(map(chr, sorted(lacking)))!r}; build the fonts first")
        making.cut(font, characters)
        making.name(font, family, "Regular", 400)
        font.save(folder / f"{family.replace(' ', '')}-Regular.ttf")
    (folder / LICENCE).write_bytes((fonts / LICENCE).read_bytes())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
