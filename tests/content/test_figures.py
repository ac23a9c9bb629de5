"""Every figure has a source and its other side, every drawing a description, every language the shape of English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kiosk.catalog import Block, Item
from kiosk.paths import CONTENT
from tests.content import figures, shape
from tests.content.tree import change, copied, read

Rule = Callable[[Path], Iterator[str]]
Change = Callable[[Any], object]


class Plant(NamedTuple):
    """A change to one file of a copy, and what the rule then says."""

    rule: Rule
    file: str
    how: Change
    told: str


RULES: tuple[Rule, ...] = (
    figures.facts_have_sources,
    figures.shown_sources_are_known,
    figures.figures_are_backed,
    figures.sides_are_told,
    figures.sides_are_complete,
    figures.pebbles_are_a_hundred,
    shape.pages_ask,
    shape.drawings_are_described,
    shape.no_digit_is_typed,
    shape.languages_are_alike,
    shape.nobody_signs_for_others,
)


def _fact(name: str, **values: object) -> Change:
    return lambda file: file["facts"][name].update(values)


def _source(name: str, **values: object) -> Change:
    return lambda file: file["sources"][name].update(values)


def _block(name: str, **values: object) -> Change:
    return lambda words: words[name].update(values)


PLANTS = (
    Plant(figures.facts_have_sources, "facts.yaml", _fact("seed_size", sources=[]), "seed_size: no source"),
    Plant(figures.facts_have_sources, "facts.yaml", _fact("seed_size", sources=["x"]), "no source is called 'x'"),
    Plant(figures.facts_have_sources, "facts.yaml", _fact("seed_size", says=""), "seed_size: no value, or nothing"),
    Plant(figures.facts_have_sources, "facts.yaml", _source("circ-2022", where=""), "source circ-2022: no where"),
    Plant(figures.facts_have_sources, "facts.yaml", _source("circ-2022", read="2026"), "'2026' is not the day"),
    Plant(figures.shown_sources_are_known, "facts.yaml", _source("circ-2022", publisher="A blog"), "causes: 'A blog'"),
    Plant(
        figures.figures_are_backed, "topics/found.yaml", lambda plan: plan.update(sources=["fda-results"]), "found: "
    ),
    Plant(
        figures.figures_are_backed,
        "en/questions.yaml",
        lambda entries: entries["implants"].update(sources=["acs-men"]),
        "questions.implants: {q_implant_extra} comes from none of acs-men",
    ),
    Plant(
        figures.sides_are_told,
        "en/found.yaml",
        _block("called", text="Of {hundred} women called back, fewer than {callback_cancer} have cancer."),
        "en/found.yaml called: {callback_cancer} without callback_no_cancer",
    ),
    Plant(
        figures.sides_are_told,
        "es/found.yaml",
        _block("called", text="Menos de {callback_cancer} tienen; más de {callback_no_cancer} no."),
        "es/found.yaml called: {callback_cancer} without hundred",
    ),
    Plant(
        figures.sides_are_told,
        "en/report.yaml",
        lambda words: words["numbers"]["rows"][5].update(text="{five_cancer} or more in {hundred} have cancer."),
        "en/report.yaml numbers.rows.6: {five_cancer} without five_no_cancer",
    ),
    Plant(figures.shown_sources_are_known, "facts.yaml", _source("ifrj-pea", publisher="A blog"), "explorer: 'A blog'"),
    Plant(
        figures.figures_are_backed,
        "explorer.yaml",
        lambda plan: plan["sources"].remove("ifrj-pea"),
        "explorer: {pea_size} comes from none of ",
    ),
    Plant(
        figures.sides_are_told,
        "en/explorer.yaml",
        lambda words: words["guide"]["next"].update(text="Fewer than {callback_cancer} of {hundred} have cancer."),
        "en/explorer.yaml guide.next: {callback_cancer} without callback_no_cancer",
    ),
    Plant(figures.sides_are_complete, "facts.yaml", _fact("four_a_cancer", value="11"), "101 together, not 100"),
    Plant(
        figures.sides_are_complete,
        "facts.yaml",
        lambda file: file["facts"].update(
            fresh={"value": "7", "says": "Of 100 people, some", "sources": ["circ-2022"]}
        ),
        "fresh: a number out of 100, but no other side",
    ),
    Plant(
        figures.pebbles_are_a_hundred,
        "en/report.yaml",
        _block("probably_numbers", big="{probably_no_cancer} in {hundred}"),
        "its number is '98 in 100'",
    ),
    Plant(
        figures.pebbles_are_a_hundred,
        "topics/report.yaml",
        lambda plan: plan["blocks"][0]["tabs"][1]["blocks"][1]["groups"][1].update(stone="half"),
        "[] hollow pebbles, not 2",
    ),
    Plant(shape.pages_ask, "en/what.yaml", lambda words: words.update(ask="See you soon."), "en what: 'See you soon.'"),
    Plant(shape.no_digit_is_typed, "en/types.yaml", _block("size", salt="1 grain"), "size.salt: the digit '1'"),
    Plant(
        shape.no_digit_is_typed,
        "es/questions.yaml",
        lambda entries: entries["men"].update(short="Sí, a los ٤٠."),
        "es/questions.yaml men.short: the digit '٤'",
    ),
    Plant(
        shape.no_digit_is_typed,
        "en/explorer.yaml",
        lambda words: words["spots"]["ring"].update(text="It is 6 mm wide."),
        "en/explorer.yaml spots.ring.text: the digit '6'",
    ),
    Plant(
        shape.languages_are_alike,
        "es/explorer.yaml",
        lambda words: words["spots"]["rods"].pop("size"),
        "es/explorer.yaml spots.rods.size: missing",
    ),
    Plant(shape.languages_are_alike, "es/types.yaml", lambda words: words.pop("pattern"), "pattern.title: missing"),
    Plant(shape.languages_are_alike, "es/care.yaml", lambda words: words["today"]["items"].pop(), "items.4: missing"),
    Plant(
        shape.languages_are_alike,
        "es/choices.yaml",
        lambda phrases: phrases["screening_mammogram"].update(never="nunca"),
        "screening_mammogram.never: not in English",
    ),
    Plant(
        shape.languages_are_alike,
        "es/types.yaml",
        _block("size", note="Miden menos de {micro_size}."),
        "size.note: cites ['micro_size'], but English ['micro_size', 'micro_size_inch']",
    ),
    Plant(
        shape.nobody_signs_for_others,
        "es/language.yaml",
        lambda about: about.update(status="reviewed", reviewer=""),
        "es: reviewed, but no translator and reviewer are named",
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.standard("C1", "F6")
def test_the_shipped_content_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(CONTENT)) == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.rule.__name__}: {plant.told}")
def test_a_planted_fault_is_named(plant: Plant, tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, plant.file, plant.how)
    assert plant.told in "\n".join(plant.rule(content))


def test_every_rule_has_a_planted_fault() -> None:
    assert {*RULES} - {plant.rule for plant in PLANTS} == {shape.drawings_are_described}  # the next test's


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (Block("seen", "picture", picture="breast"), ["seen"]),
        (Block("seen", "picture", picture="breast", alt=" "), ["seen"]),
        (Block("odds", "pebbles"), ["odds"]),
        (
            Block(
                "pair",
                "comparison",
                items=(Item("macro", picture="macro", alt="A spot."), Item("micro", picture="micro")),
            ),
            ["pair.micro"],
        ),
        (Block("seen", "picture", picture="breast", alt="A drawn breast."), []),
        (Block("intro", "text"), []),
    ],
)
def test_a_drawing_without_words_is_found(block: Block, found: list[str]) -> None:
    assert list(shape.undescribed(block)) == found


@pytest.mark.parametrize(
    ("file", "how", "told"),
    [
        ("en/what.yaml", lambda words: words["seen"].pop("alt"), "'alt' is missing"),
        ("en/types.yaml", lambda words: words["pair"]["micro"].pop("alt"), "'alt' is missing"),
        ("en/explorer.yaml", lambda words: words["spots"]["ring"].pop("alt"), "'alt' is missing"),
        ("en/explorer.yaml", lambda words: words["pictures"]["closer-cc-c"].pop("alt"), "'alt' is missing"),
        ("facts.yaml", _fact("probably_cancer", value="3"), "101 pebbles together"),
    ],
)
def test_a_page_with_an_undescribed_drawing_or_a_wrong_number_of_pebbles_is_left_out(
    file: str, how: Change, told: str, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    change(content, file, how)
    with pytest.raises(AssertionError, match=told):
        list(shape.drawings_are_described(content))


def test_spanish_is_there_as_a_draft() -> None:
    assert read(CONTENT, "es/language.yaml")["status"] == "draft"
