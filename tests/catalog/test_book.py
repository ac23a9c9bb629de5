"""What patients get: resolved words, the site's choices, and what is left out when something is broken."""

from __future__ import annotations

import pytest

from kiosk.catalog import Book, Review, load, words_of
from kiosk.catalog.interface import INTERFACE
from tests.catalog.tree import CHOICES, Tree, plant


def book(tree: Tree, code: str = "en", **choices: str) -> Book:
    chosen = {**CHOICES, **choices}
    return load(tree.content, tree.assets, choices=chosen, languages=("en", "es"), cache=None).book(code)


def test_figures_stand_in_the_language_s_own_form(tree: Tree) -> None:
    english, spanish = book(tree), book(tree, "es")
    assert "Under 0.5 mm, that is 1/50 inch, or 0.5 of a mm" in words_of(english, "spots.ruler")
    assert "Menos de 0,5 mm, o sea 1/50 de pulgada, 0,5" in words_of(spanish, "spots.ruler")
    assert "after 1 month." in words_of(english, "spots.way")
    assert "en 1 mes." in words_of(spanish, "spots.way")
    assert "after 6 months." in words_of(english, "questions.come_back")
    assert "Few of 12,000 people." in words_of(english, "spots.odds")
    assert "Pocas de 12.000 personas." in words_of(spanish, "spots.odds")


def test_the_site_s_choice_selects_phrases_and_blocks(tree: Tree) -> None:
    assert "Come to your usual visit." in words_of(book(tree), "plain.intro")
    assert "Come to your yearly visit." in words_of(book(tree, screening="yearly"), "plain.intro")
    two, one = book(tree), book(tree, follow_up="one_year")
    assert "About the second." in words_of(two, "spots.cases")
    assert "About the second." not in words_of(one, "spots.cases")
    assert words_of(one, "spots.plan") == "The plan is short."
    with pytest.raises(KeyError):
        words_of(two, "spots.plan")


def test_a_choice_that_is_not_offered_is_named_and_the_default_stands(tree: Tree) -> None:
    chosen = {"screening": "daily", "tea": "green"}
    catalog = load(tree.content, tree.assets, choices=chosen, languages=("en",), cache=None)
    assert "Come to your usual visit." in words_of(catalog.book("en"), "plain.intro")
    told = [str(problem) for problem in catalog.problems]
    assert any("'daily' is no option of 'screening'" in line for line in told)
    assert any("no setting is called 'tea'" in line for line in told)


def test_words_of_finds_every_id(tree: Tree) -> None:
    english = book(tree)
    assert words_of(english, "spots.title") == "Kinds of spots"
    assert words_of(english, "spots.says") == "There are kinds."
    assert words_of(english, "spots.ask") == "Ask which kind."
    assert words_of(english, "spots.in_first") == "About the first."
    assert words_of(english, "questions.danger").splitlines() == [
        "Are they dangerous?",
        "No.",
        "Most are not.",
        "Ask us.",
    ]
    assert words_of(english, "interface.topic.place") == "word {n} {total}"
    assert words_of(english, "spots.pair").splitlines() == [
        "Big", "Macro", "Big ones.", "A big spot.", "Small", "Small ones.", "A small spot.",
    ]  # fmt: skip
    for unknown in ("spots.nothing", "nothing.title", "interface.nothing", "spots"):
        with pytest.raises(KeyError):
            words_of(english, unknown)


def test_numbers_of_things_and_lengths_come_as_numbers(tree: Tree) -> None:
    blocks = {block.id: block for block in book(tree).topics[1].blocks}
    assert [(item.count, item.stone, item.label) for item in blocks["odds"].items] == [
        (98, "sage", "Fine"),
        (2, "hollow", "To check"),
    ]
    assert (blocks["ruler"].mm, [item.mm for item in blocks["ruler"].items]) == (0.5, [0.5, 8.0])
    assert [item.icon for item in blocks["way"].items] == ["eye", "lens"]


def test_a_page_names_its_sources_its_reviewer_and_its_length(tree: Tree) -> None:
    plain, spots, faq = book(tree, "es").topics
    assert plain.publishers == ("Atlas House",)
    assert faq.publishers == ("Atlas House", "Survey Group")
    assert plain.review == Review()
    assert spots.review == Review("Ann Example, MD", "2026-01-31", "2027-01-31")
    page = "Sobre las manchas / Son comunes. / Pregunte. / Qué son / Son chicas. / Venga a su visita habitual."
    assert plain.word_count == len(page.replace("/", "").split())


def test_only_sound_questions_are_shown_in_their_english_order(tree: Tree) -> None:
    plant(tree.content, "es/questions.yaml", "  short: Casi nunca.\n", "", "danger")
    faq = next(topic for topic in book(tree, "es").topics if topic.id == "faq")
    assert [block.id for block in faq.blocks] == ["questions.come_back"]
    english = next(topic for topic in book(tree).topics if topic.id == "faq")
    assert [block.id for block in english.blocks] == ["questions.danger", "questions.come_back"]
    assert {block.kind for block in english.blocks} == {"expander"}


def test_a_page_on_which_nothing_is_left_is_not_shown(tree: Tree) -> None:
    (tree.content / "es/questions.yaml").unlink()
    assert [topic.id for topic in book(tree, "es").topics] == ["plain", "spots"]


def test_a_fault_in_english_does_not_cost_the_translation(tree: Tree) -> None:
    plant(tree.content, "en/plain.yaml", "Spots are small.", "§{nonsense}")
    assert [topic.id for topic in book(tree).topics] == ["spots", "faq"]
    assert [topic.id for topic in book(tree, "es").topics] == ["plain", "spots", "faq"]


def test_an_interface_word_that_is_missing_is_shown_in_english(tree: Tree) -> None:
    plant(
        tree.content, "es/interface.yaml", '  place: "word {n} {total}"', '  place: "pantalla {m} {total}"', "pantalla"
    )
    plant(
        tree.content, "en/interface.yaml", '  place: "word {n} {total}"', '  place: "screen {n} of {total}"', "screen"
    )
    words = book(tree, "es").interface
    assert words["topic.place"] == "screen {n} of {total}"
    assert set(words) == set(INTERFACE)


@pytest.mark.parametrize("file", ["interface", "language"])
def test_a_language_without_usable_interface_is_not_offered(file: str, tree: Tree) -> None:
    (tree.content / f"es/{file}.yaml").write_text("- nothing\n")
    catalog = load(tree.content, tree.assets, choices=CHOICES, languages=("es", "en"), cache=None)
    assert [info.code for info in catalog.languages] == ["en"]
    assert any(problem.file.endswith(f"es/{file}.yaml") for problem in catalog.problems)
    with pytest.raises(KeyError):
        catalog.book("es")


def test_languages_come_in_the_order_asked_and_know_their_first_words(tree: Tree) -> None:
    catalog = load(tree.content, tree.assets, choices=CHOICES, languages=("es", "en", "es"), cache=None)
    assert [(info.code, info.name, info.direction, info.status) for info in catalog.languages] == [
        ("es", "Español", "ltr", "draft"),
        ("en", "English", "ltr", "draft"),
    ]
    assert catalog.languages[0].attract["attract.title"] == "word"


@pytest.mark.parametrize("code", ["fr", "../en", "", "en/..", "topics", "/etc"])
def test_a_language_that_is_not_there_is_named(code: str, tree: Tree) -> None:
    catalog = load(tree.content, tree.assets, choices=CHOICES, languages=("en", code), cache=None)
    assert [info.code for info in catalog.languages] == ["en"]
    assert catalog.problems


def test_without_content_there_is_a_problem_and_no_language(tree: Tree) -> None:
    catalog = load(tree.content / "nowhere", tree.assets, choices=CHOICES, languages=("en",), cache=None)
    assert catalog.languages == ()
    assert "no such folder" in str(catalog.problems[0])


@pytest.mark.standard("F2")
def test_a_language_nobody_signed_stays_a_draft_for_patients(tree: Tree) -> None:
    def status() -> str:
        made = load(tree.content, tree.assets, choices=CHOICES, languages=("en", "es"), cache=None)
        return next(info.status for info in made.languages if info.code == "es")

    assert status() == "draft"
    plant(tree.content, "es/language.yaml", "status: draft", "§status: reviewed")
    assert status() == "draft"
    plant(tree.content, "es/language.yaml", "status: reviewed", '§status: reviewed\nreviewer: "A. Name"')
    assert status() == "reviewed"
