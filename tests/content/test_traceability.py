"""Each of the 56 clinical facts and 26 corrections stands on a page, where content/traceability.yaml says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.paths import CONTENT
from tests.content.traceability import problems
from tests.content.tree import change, copied


def test_every_fact_and_correction_is_told_where_the_list_says() -> None:
    assert problems(CONTENT) == []


def _without_block(topic: str, block: str) -> Callable[[Path], None]:
    def plant(content: Path) -> None:
        def drop(plan: Any) -> None:
            plan["blocks"] = [one for one in plan["blocks"] if one["id"] != block]

        change(content, f"topics/{topic}.yaml", drop)
        change(content, f"en/{topic}.yaml", lambda words: words.pop(block))

    return plant


def _without_one_year_plan(content: Path) -> None:
    change(content, "topics/report.yaml", lambda plan: plan["blocks"][0]["tabs"][1]["blocks"].pop(3))
    change(content, "en/report.yaml", lambda words: words.pop("probably_next_one_year"))


def _in_list(kind: str, number: int, **values: Any) -> Callable[[Path], None]:
    def plant(content: Path) -> None:
        change(content, "traceability.yaml", lambda file: file[kind][number - 1].update(values))

    return plant


def _in_words(file: str, how: Callable[[Any], object]) -> Callable[[Path], None]:
    return lambda content: change(content, file, how)


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (_without_block("what", "look"), ["facts 6 ", "no block is called 'what.look'"]),
        (_without_block("care", "cancer"), ["facts 45 ", "corrections 20 ", "no block is called 'care.cancer'"]),
        (
            _in_words("en/questions.yaml", lambda entries: entries.pop("radiation")),
            ["corrections 25 ", "no block is called 'questions.radiation'"],
        ),
        (_without_one_year_plan, ["facts 42 ", "no block is called 'report.probably_next_one_year'"]),
        (
            _in_words("en/symptoms.yaml", lambda words: words["feel"].update(text=["You may notice no signs."])),
            ["facts 14 ", "'calcium spots cause no symptoms' stands in none of symptoms.feel"],
        ),
        (_in_list("facts", 3, terms=["they hurt"]), ["facts 3 ", "'they hurt' stands in none of what.intro"]),
        (_in_list("facts", 3, terms=[]), ["facts 3 ", "0 terms"]),
        (_in_list("facts", 3, terms=["a", "b", "c", "d"]), ["facts 3 ", "4 terms"]),
        (_in_list("facts", 3, blocks=[]), ["facts 3 ", "no block; name those that say it"]),
        (_in_list("facts", 3, block=["what.intro"]), ["facts 3 ", "the keys are"]),
        (_in_list("corrections", 18, absent=["Calcium"]), ["corrections 18 ", "'Calcium' stands in the words"]),
        (
            _in_words("en/interface.yaml", lambda groups: groups["thanks"].update(text="No tumor is kept.")),
            ["corrections 18 ", "'tumor' stands in the words"],
        ),
        (_in_words("traceability.yaml", lambda file: file["facts"].pop()), ["facts: the ids are", "from 1 to 56"]),
        (_in_words("traceability.yaml", lambda file: file["corrections"].pop(0)), ["corrections: ", "from 1 to 26"]),
    ],
    ids=lambda part: part[0].strip() if isinstance(part, list) else "",
)
def test_a_planted_gap_is_named(plant: Callable[[Path], None], told: list[str], tmp_path: Path) -> None:
    content = copied(tmp_path)
    plant(content)
    found = "\n".join(problems(content))
    assert [part for part in told if part not in found] == []


def test_terms_alone_cannot_be_kept_by_other_blocks(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "traceability.yaml", lambda file: file["facts"][13].update(blocks=["what.intro"]))
    assert len(problems(content)) == 1
