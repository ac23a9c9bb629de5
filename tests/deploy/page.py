"""The commands of a page of the documentation, as whoever follows it would type them.

Owns what a fence says about its block: ```sh is typed as it stands; `asks=pin` asks for a PIN twice; `exit=any` may end
with any code; `runs=glass` needs somebody at the glass. Must not know where the commands run.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from msgspec import Struct

_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_KNOWN = {"asks": ("pin",), "exit": ("any",), "runs": ("glass",)}


class Block(Struct, frozen=True):
    """One block of commands."""

    line: int
    """Of its first command in the page, from 1."""
    commands: str
    asks: str = ""
    exit: str = ""
    runs: str = ""


class PageError(Exception):
    """A fence that nobody understands; the sentence names it."""


def blocks(page: Path) -> list[Block]:
    """All blocks that are commands, in their order. Raises PageError."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        words = shlex.split(match["info"])
        line = text.count("\n", 0, match.start("text")) + 1
        if words[:1] != ["sh"]:
            raise PageError(f"{page.name}:{line - 1}: a block of commands begins with ```sh, this one with {words}")
        marks = dict(word.partition("=")[::2] for word in words[1:])
        for name, value in marks.items():
            if value not in _KNOWN.get(name, ()):
                raise PageError(f"{page.name}:{line - 1}: nobody knows {name}={value}")
        found.append(Block(line, match["text"], **marks))
    return found
