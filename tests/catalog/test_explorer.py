"""The explorer as patients get it, and every kind of fault in its files: planted, then found at its place."""

# ruff: noqa: E501 - one fault, one row

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from kiosk.catalog import Book, Explorer, Review, SizeMark, check, load, words_of
from kiosk.catalog.explorer import drawn_sizes
from kiosk.reading import Problem, Severity
from tests.catalog.tree import CHOICES, Tree, place, plant

TODAY = date(2026, 6, 1)
STRUCTURE_FILE, EN, ES = "explorer.yaml", "en/explorer.yaml", "es/explorer.yaml"


class Fault(NamedTuple):
    """A planted fault: replace `old` by `new` in `file`; it is told at `§` in `new`, or at the text `at`."""

    file: str
    old: str
    new: str
    fragment: str
    at: str = ""
    left: str = ""
    """The languages that keep their explorer."""
    others: int = 0
    """Further problems that follow from the fault."""
    warning: bool = False


FAULTS = {
    "unknown picture": Fault(STRUCTURE_FILE, "{id: small", "{id: §smal", "no picture is called 'smal' in", others=7),
    "picture with a path as name": Fault(STRUCTURE_FILE, "{id: small", "{id: §../small", "'../small' is no id", others=1),
    "picture listed twice": Fault(STRUCTURE_FILE, "{id: small", "{id: §big", "the picture 'big' stands twice", others=1),
    "no picture stands alone": Fault(STRUCTURE_FILE, "  - id: big\n", "  - id: big\n    alone: false\n", "no picture can be chosen", at="- id: big"),
    "unknown spot": Fault(STRUCTURE_FILE, "{id: fine-dots", "{id: §fine-dot", "no spot is called 'fine-dot' in 'big'; did you mean 'fine-dots'?", others=3),
    "spot listed twice": Fault(STRUCTURE_FILE, "{id: fine-dots", "{id: §lump", "the spot 'lump' stands twice"),
    "spot with a bad id": Fault(STRUCTURE_FILE, "{id: lump", "{id: §Lump.png", "'Lump.png' is no id", others=1),
    "least more than most": Fault(STRUCTURE_FILE, "least: 0.5", "least: §1.5", "the least size is more than the most"),
    "one thing of two sizes": Fault(STRUCTURE_FILE, "least: 8, most: 8, measure: whole", "least: 7, most: 8, measure: §whole", "one thing has one size"),
    "size that is no number": Fault(STRUCTURE_FILE, "least: 0.5", "least: §half", "'least' should be a number from 0.05 to 250"),
    "unknown measure": Fault(STRUCTURE_FILE, "measure: whole", "measure: §volume", "'measure' should be one of specks, whole"),
    "pixels of no size": Fault(STRUCTURE_FILE, "pixel_mm: 0.05", "pixel_mm: §0", "'pixel_mm' should be a number from 0.005 to 1"),
    "pair of one picture": Fault(STRUCTURE_FILE, "right: small", "right: §big", "both sides are 'big'"),
    "pair of an unknown picture": Fault(STRUCTURE_FILE, "left: big,", "left: §bog,", "no picture is called 'bog' in this file; did you mean 'big'?"),
    "pair listed twice": Fault(STRUCTURE_FILE, "sizes:\n", "  - {id: §size, left: small, right: big}\nsizes:\n", "'size' stands twice"),
    "wipe neither yes nor no": Fault(STRUCTURE_FILE, "wipe: true", "wipe: §maybe", "'wipe' should be true or false"),
    "sizes of an unknown spot": Fault(STRUCTURE_FILE, "{picture: small, spot: dust}\n", "{picture: small, spot: §lump}\n", "no spot is called 'lump' in 'small' in this file"),
    "mark of no length": Fault(STRUCTURE_FILE, "at: pea", "at: §rare", "is no length"),
    "unknown symbol": Fault(STRUCTURE_FILE, "symbol: pea", "symbol: §plum", "'symbol' should be one of"),
    "step of an unknown picture": Fault(STRUCTURE_FILE, "{id: seven, picture: big", "{id: seven, picture: §bag", "no picture is called 'bag' in this file"),
    "step of an unknown spot": Fault(STRUCTURE_FILE, "spot: dust, show", "spot: §dusk, show", "no spot is called 'dusk' in 'small' in this file; did you mean 'dust'?"),
    "step without the spot it shows": Fault(STRUCTURE_FILE, "spot: lump, show: near", "show: §near", "shows a 'near', but no spot"),
    "step shown in an unknown way": Fault(STRUCTURE_FILE, "show: lens", "show: §lense", "'show' should be one of lens, near, spot, whole"),
    "step listed twice": Fault(STRUCTURE_FILE, "{id: two", "{id: §one", "the step 'one' stands twice"),
    "six steps": Fault(STRUCTURE_FILE, "  - {id: seven, picture: big}\n", "", "6 steps here, but the guided look has 7", at="- {id: one"),
    "unknown source": Fault(STRUCTURE_FILE, "sources: [atlas]", "sources: [§atlass]", "no source is called 'atlass'"),
    "unknown key": Fault(STRUCTURE_FILE, "alone: false", "§alnoe: false", "unknown key 'alnoe'; did you mean 'alone'?"),
    "part missing": Fault(STRUCTURE_FILE, "pairs:\n  - {id: size, left: big, right: small, wipe: true}\n", "", "'pairs' is missing", at="sources"),
    "overdue review": Fault(STRUCTURE_FILE, '"2027-01-31"', '§"2026-05-31"', "was due on 2026-05-31", left="en es", warning=True),
    "words of a spot missing": Fault(EN, "  lump: {title: A lump, text: It is big., alt: A white lump.}\n", "", "the key 'lump' is missing", at="fine-dots:", left="es"),
    "words of no spot": Fault(EN, "  lump:", "  §lmup:", "unknown key 'lmup'; did you mean 'lump'?", left="es", others=1),
    "text missing": Fault(EN, "text: It is big., ", "", "the key 'text' is missing", at="{title: A lump", left="es"),
    "alt empty": Fault(EN, "alt: A white lump.", 'alt: §""', "the words are missing", left="es"),
    "words of a picture missing": Fault(ES, "  small: {title: Las chicas, view: De lado, alt: Otra imagen.}\n", "", "the key 'small' is missing", at="big:", left="en"),
    "words of a pair missing": Fault(EN, "  size: {title: Two sizes, text: One and the other., left: Large, right: Little}\n", "  other: {}\n", "'size' is missing", at="other:", left="es", others=1),
    "label missing": Fault(EN, ", right: Little", "", "the key 'right' is missing", at="{title: Two sizes", left="es"),
    "step missing": Fault(EN, "  seven: {title: Next, text: See what is next.}\n", "", "the key 'seven' is missing", at="one: {title", left="es"),
    "words of sizes missing": Fault(EN, "  true_text: As it is.\n", "", "'true_text' is missing", at="title: Side", left="es"),
    "mark without words": Fault(EN, "{round: {label", "§{rund: {label", "'round' is missing", left="es", others=1),
    "mark without amount": Fault(EN, ', amount: "about {pea}"', "", "'amount' is missing", at="{label: Pea", left="es"),
    "group of another form": Fault(EN, '{specks: "Each is {least.value} to {most} wide.", whole: "It is {most} wide."}', "§wide", "'measures' should be a group", left="es"),
    "measure missing": Fault(EN, ', whole: "It is {most} wide."', "", "the key 'whole' is missing", at="{specks", left="es"),
    "measure without its value": Fault(EN, '"It is {most} wide."', '§"It is wide."', "the value {most} is missing", left="es"),
    "size without its value": Fault(EN, '"Each dot is {least.value} to {most} wide."', '§"Each dot is {most} wide."', "the value {least.value} is missing", left="es"),
    "a digit": Fault(EN, "It is big.", "§It is 8 mm.", "the digit '8' is typed into the words", left="en es"),
    "a digit in a size": Fault(EN, '"Each dot is', '§"Each of 9 dots is', "the digit '9' is typed into the words", left="en es"),
    "unknown figure": Fault(EN, '"about {pea}"', '§"about {pee}"', "no figure is called 'pee'", left="es"),
    "words still English": Fault(ES, "text: Es grande.", "text: §It is big.", "list 'explorer.spots.lump.text' in same_as_english", left="en es"),
    "size not translated": Fault(ES, 'size: "Cada punto mide de {least.value} a {most}.", ', "", "'size' is missing", at="{title: Puntos", left="en"),
    "words English leaves out": Fault(ES, "{title: Un bulto,", '{§size: "Mide {most}.", title: Un bulto,', "English has no 'size' here", left="en"),
}  # fmt: skip


def found(tree: Tree) -> list[Problem]:
    return check(tree.content, tree.assets, today=TODAY)


def book(tree: Tree, code: str = "en") -> Book:
    return load(tree.content, tree.assets, choices=CHOICES, languages=("en", "es"), cache=None).book(code)


def explorer(tree: Tree, code: str = "en") -> Explorer:
    made = book(tree, code).explorer
    assert made is not None
    return made


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_place_and_costs_no_more_than_the_explorer(name: str, tree: Tree) -> None:
    fault = FAULTS[name]
    where = plant(tree.content, fault.file, fault.old, fault.new, fault.at)
    told = found(tree)
    problems = [problem for problem in told if place(problem) == where and fault.fragment in str(problem)]
    assert problems, "\n".join(map(str, [where, *told]))
    assert problems[0].severity is (Severity.WARNING if fault.warning else Severity.ERROR)
    assert len(told) == 1 + fault.others, "\n".join(map(str, told))
    left = [code for code in ("en", "es") if book(tree, code).explorer]
    assert " ".join(left) == fault.left
    assert [topic.id for topic in book(tree).topics] == ["plain", "spots", "faq"]


def test_a_visitor_reads_its_words_and_the_sizes_in_her_language(tree: Tree) -> None:
    english, spanish = explorer(tree), explorer(tree, "es")
    assert [(p.id, p.title, p.view, p.alone, p.pixel_mm) for p in english.pictures] == [
        ("big", "Big ones", "From above", True, 0.0),
        ("small", "Small ones", "From the side", False, 0.05),
    ]
    sizes = [(spot.id, spot.size) for picture in english.pictures for spot in picture.spots]
    assert sizes == [
        ("lump", "It is 8 mm wide."),
        ("fine-dots", "Each dot is 0.5 to 0.9 mm wide."),
        ("dust", "Each dot is 0.2 to 0.4 mm wide."),
    ]
    assert [spot.size for picture in spanish.pictures for spot in picture.spots] == [
        "Mide 8 mm.",
        "Cada punto mide de 0,5 a 0,9 mm.",
        "Cada punto mide de 0,2 a 0,4 mm.",
    ]
    [pair] = spanish.pairs
    assert (pair.left, pair.right, pair.left_label, pair.right_label, pair.wipe) == (
        "big",
        "small",
        "Mayor",
        "Menor",
        True,
    )
    assert spanish.sizes.marks == (SizeMark("pea", "Guisante", "cerca de 8 mm", 8.0),)
    assert (english.sizes.right.picture, english.sizes.right.spot, english.sizes.right.label) == (
        "small",
        "dust",
        "A little one",
    )
    assert english.review == Review("Ann Example, MD", "2026-01-31", "2027-01-31")
    assert english.publishers == ("Atlas House",)


def test_the_guided_look_has_seven_steps_that_know_how_long_they_are_read(tree: Tree) -> None:
    steps = explorer(tree).guide
    assert [(step.id, step.picture, step.spot, step.show, step.rings) for step in steps][:4] == [
        ("one", "big", "", "whole", False),
        ("two", "big", "", "whole", True),
        ("three", "small", "dust", "lens", False),
        ("four", "big", "lump", "near", False),
    ]
    assert len(steps) == 7
    assert steps[0].word_count == len(["Look", "Look", "at", "all."])


def test_words_of_finds_the_parts_of_the_explorer(tree: Tree) -> None:
    english = book(tree)
    assert words_of(english, "explorer.pictures.small.dust").splitlines() == [
        "Dots",
        "They are small.",
        "Each dot is 0.2 to 0.4 mm wide.",
        "White dots.",
    ]
    assert words_of(english, "explorer.guide.seven") == "Next\nSee what is next."
    assert "about 8 mm" in words_of(english, "explorer.sizes")
    assert words_of(english, "explorer.pairs.size").endswith("Large\nLittle")
    with pytest.raises(KeyError):
        words_of(english, "explorer.guide.eight")


def test_a_fault_in_the_english_words_does_not_cost_the_translation(tree: Tree) -> None:
    plant(tree.content, EN, "  size: {title: Two sizes, ", "  size: {§titel: Two sizes, ")
    assert book(tree).explorer is None
    assert explorer(tree, "es").pairs[0].title == "Dos medidas"


def test_content_without_an_explorer_is_sound(tree: Tree) -> None:
    for file in (STRUCTURE_FILE, EN, ES):
        (tree.content / file).unlink()
    assert found(tree) == []
    assert book(tree).explorer is None
    with pytest.raises(KeyError):
        words_of(book(tree), "explorer.title")


def test_words_of_an_explorer_that_is_not_there_are_told(tree: Tree) -> None:
    (tree.content / STRUCTURE_FILE).unlink()
    told = found(tree)
    assert [problem.file for problem in told] == [str(tree.content / EN), str(tree.content / ES)]
    assert all("nothing reads this file" in str(problem) for problem in told)


@pytest.mark.parametrize(("file", "left"), [(EN, ["es"]), (ES, ["en"])])
def test_a_language_without_the_words_goes_without_the_explorer(file: str, left: list[str], tree: Tree) -> None:
    (tree.content / file).unlink()
    assert [str(problem).partition(": ")[2] for problem in found(tree)] == [
        "there is no such file; create it, or correct the name"
    ]
    assert [code for code in ("en", "es") if book(tree, code).explorer] == left


@pytest.mark.parametrize("data", [b"pictures: [[[\n", b"- a\n", b"a: &b c\n", b"title: ma\xf1ana\n", b""])
def test_a_structure_that_cannot_be_read_is_told_once(data: bytes, tree: Tree) -> None:
    (tree.content / STRUCTURE_FILE).write_bytes(data)
    assert [problem.file for problem in found(tree)] == [str(tree.content / STRUCTURE_FILE)]
    assert book(tree).explorer is None


def test_a_drawing_that_is_missing_is_told_and_the_words_stay(tree: Tree) -> None:
    (tree.assets / "mammograms/small/image.dzi").unlink()
    told = [str(problem) for problem in found(tree)]
    assert len(told) == 2
    assert "explorer.yaml:8:10: no picture is called 'small' in" in told[0]
    assert "spots.yaml" in told[1]
    assert [picture.id for picture in explorer(tree).pictures] == ["big", "small"]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"spots": [{}]}', b'{"spots": ' + b"[" * 5000, b"\xff", None])
def test_a_picture_that_does_not_say_what_is_in_it_has_no_spots(data: bytes | None, tree: Tree) -> None:
    truth = tree.assets / "mammograms/small/truth.json"
    truth.unlink()
    if data is None:
        truth.mkdir()
    else:
        truth.write_bytes(data)
    [told] = found(tree)
    assert "no spot is called 'dust' in 'small'" in str(told)


def test_a_page_may_show_a_picture_or_the_view_of_a_spot(tree: Tree) -> None:
    plant(
        tree.content,
        "topics/spots.yaml",
        "view, kind: picture, picture: big",
        "view, kind: picture, picture: §big.lump",
    )
    assert found(tree) == []
    plant(tree.content, "topics/spots.yaml", "picture: big.lump", "picture: §big.lumps")
    assert "did you mean 'big.lump'?" in str(found(tree)[0])


def test_a_spot_without_a_magnified_view_cannot_be_shown_on_a_page(tree: Tree) -> None:
    (tree.assets / "mammograms/big/truth.json").write_text('{"spots": [{"id": "lump"}, {"id": "fine-dots"}]}')
    plant(
        tree.content,
        "topics/spots.yaml",
        "view, kind: picture, picture: big",
        "view, kind: picture, picture: §big.lump",
    )
    [told] = found(tree)
    assert "no picture is called 'big.lump'" in str(told)


def test_what_is_said_of_the_drawings_can_be_asked_for_without_a_language(tree: Tree) -> None:
    told = drawn_sizes(tree.content)
    assert [(spot.id, spot.least, spot.most, spot.measure) for spot in told["big"].spots] == [
        ("lump", 8.0, 8.0, "whole"),
        ("fine-dots", 0.5, 0.9, "specks"),
    ]
    assert told["small"].pixel_mm == 0.05
    (tree.content / STRUCTURE_FILE).unlink()
    assert drawn_sizes(tree.content) == {}
