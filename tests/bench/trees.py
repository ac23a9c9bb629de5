"""Content ten times as large: more topics, or more languages, made from the shipped ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

TIMES = 10
_ORDER = "topics/order.yaml"


def more_topics(content: Path, to: Path) -> None:
    """A copy of `content` with ten times the topics, in every language."""
    shutil.copytree(content, to)
    topics = re.findall(r"^- (\w+)", (to / _ORDER).read_text(encoding="utf-8"), re.MULTILINE)
    names = [(topic, f"{topic}_{number}") for number in range(2, TIMES + 1) for topic in topics]
    for folder in (f for f in to.iterdir() if (f / f"{topics[0]}.yaml").is_file()):
        for topic, name in names:
            shutil.copyfile(folder / f"{topic}.yaml", folder / f"{name}.yaml")
    with (to / _ORDER).open("a", encoding="utf-8") as order:
        order.writelines(f"- {name}\n" for _, name in names)
    for file in to.glob("*/language.yaml"):
        file.write_text(_same_for_copies(file.read_text(encoding="utf-8"), names), encoding="utf-8")


def more_languages(content: Path, to: Path, codes: list[str]) -> list[str]:
    """A copy of `content` with ten times the languages `codes`, all from the last of them; returns all codes."""
    shutil.copytree(content, to)
    pattern = codes[-1]
    added = [f"{pattern}-x{number:02}" for number in range(1, TIMES * len(codes) - len(codes) + 1)]
    for code in added:
        shutil.copytree(content / pattern, to / code)
        file = to / code / "language.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"code: {pattern}", f"code: {code}", 1), encoding="utf-8")
    return codes + added


def _same_for_copies(text: str, names: list[tuple[str, str]]) -> str:
    """Words that may stay English may do so in the copies of their topic, too."""
    found = re.search(r"^same_as_english: \[(.*)\]", text, re.MULTILINE)
    if found is None:
        return text
    listed = [word.strip() for word in found[1].split(",")]
    copies = [name + word[len(topic) :] for topic, name in names for word in listed if word.startswith(topic + ".")]
    return text.replace(found[0], f"same_as_english: [{', '.join(listed + copies)}]")
