"""The shipped content as its authors wrote it, and copies of it with one thing changed.

Owns reading and changing the YAML of a content folder in tests. Must not know what any of it should say.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from kiosk.paths import CONTENT

ENGLISH = "en"
HEAD = ("title", "card", "says", "ask")
_CITATION = re.compile(r"\{([^{}]*)\}")


def read(content: Path, file: str) -> Any:
    """The values of one YAML file: maps, lists and strings, nothing else."""
    return yaml.load((content / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def change(content: Path, file: str, how: Callable[[Any], object]) -> None:
    """Let `how` change the values of one file in place."""
    values = read(content, file)
    how(values)
    (content / file).write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")


def copied(folder: Path) -> Path:
    """A copy of the shipped content inside `folder`."""
    return Path(shutil.copytree(CONTENT, folder / "content"))


def languages(content: Path) -> list[str]:
    """The codes of all languages, English first."""
    codes = sorted(path.parent.name for path in content.glob("*/language.yaml"))
    return sorted(codes, key=lambda code: code != ENGLISH)


def topics(content: Path) -> list[str]:
    """The ids of all topics in the order of the home screen."""
    return [str(topic) for topic in read(content, "topics/order.yaml")]


def word_files(content: Path, code: str) -> list[str]:
    """The names of one language's files that hold words for patients."""
    return sorted(path.name for path in (content / code).glob("*.yaml") if path.name != "language.yaml")


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below `value` with its id; the list of a question's sources is no words."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key != "sources" or isinstance(child, str):
                yield from texts(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, child in enumerate(value, 1):
            yield from texts(child, f"{path}.{number}")
    else:
        yield path, str(value)


def cited(text: str) -> list[str]:
    """The names of the figures that `text` cites; what the site decides is no figure."""
    names = (name.removesuffix(".value") for name in _CITATION.findall(text))
    return [name for name in names if not name.startswith("site.")]


def without_citations(text: str) -> str:
    """`text` as its author typed it, without what stands in braces."""
    return _CITATION.sub("", text)
