"""A drawn spot is described and not diagnosed, and its size in words is the one that is drawn."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.paths import ASSETS, CONTENT
from tests.content import explorer
from tests.content.tree import change, copied

MAMMOGRAMS = ASSETS / "mammograms"
Rule = Callable[[Path], Iterator[str]]
RULES: tuple[Rule, ...] = (
    explorer.spots_say_what_is_usual,
    explorer.spots_are_not_diagnosed,
    explorer.steps_are_short,
)


def _spot(name: str, **texts: str) -> Callable[[Any], object]:
    return lambda words: words["spots"][name].update(texts)


PLANTS = (
    (RULES[0], _spot("ring", text="A thin shell of calcium."), "explorer-mlo-b.ring: 'A thin shell"),
    (RULES[0], _spot("ring", text="One. Two. Often harmless."), "explorer-mlo-b.ring: 3 sentences"),
    (RULES[1], _spot("rods", text="They are harmless."), "explorer-mlo-b.rods: 'They are harmless' is a diagnosis"),
    (RULES[1], _spot("line", text="You have a closer look to come."), "spread-mlo-c.line: 'You have' is a diagnosis"),
    (RULES[1], _spot("line", text="This is cancer."), "spread-mlo-c.line: 'This is cancer'"),
    (RULES[2], _spot("cups", alt="One. Two. Three. Four."), "milk-side-b.cups: its `alt` has 4 sentences"),
    (RULES[2], lambda words: words["guide"]["size"].update(text="One. Two. Three."), "guide.size: 3 sentences"),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_shipped_explorer_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(CONTENT)) == []


@pytest.mark.parametrize(("rule", "how", "told"), PLANTS, ids=[plant[2] for plant in PLANTS])
def test_a_planted_fault_is_named(rule: Rule, how: Callable[[Any], object], told: str, tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "en/explorer.yaml", how)
    assert told in "\n".join(rule(content))


def test_a_closer_look_that_does_not_mean_cancer_is_no_diagnosis(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "en/explorer.yaml", _spot("line", text="They get a closer look. It does not mean it is cancer."))
    assert list(explorer.spots_are_not_diagnosed(content)) == []


def test_the_sizes_in_words_are_those_of_the_drawings() -> None:
    assert list(explorer.sizes_are_drawn(CONTENT, MAMMOGRAMS)) == []


def test_a_size_that_is_not_drawn_and_a_spot_without_words_are_named(tmp_path: Path) -> None:
    content, mammograms = copied(tmp_path), tmp_path / "mammograms"

    def plant(plan: Any) -> None:
        plan["pictures"] = plan["pictures"][:1]
        plan["pictures"][0]["spots"][1]["most"] = "0.9"
        plan["pictures"][0]["spots"][2]["id"] = "coarse-dots"

    change(content, "explorer.yaml", plant)
    (mammograms / "explorer-mlo-b").mkdir(parents=True)
    shutil.copy(MAMMOGRAMS / "explorer-mlo-b/truth.json", mammograms / "explorer-mlo-b")
    assert list(explorer.sizes_are_drawn(content, mammograms)) == [
        "explorer-mlo-b.coarse-dots: it is not drawn",
        "explorer-mlo-b.fine-dots: drawn, but without words",
        "explorer-mlo-b.tiny-group: `most` is 0.9, but 0.44 is drawn",
    ]
