"""Every kind of fault: planted, then found at its place with a sentence that helps."""

# ruff: noqa: E501 - one fault, one row

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from kiosk.catalog import check, load
from kiosk.reading import Problem, Severity
from tests.catalog.tree import CHOICES, Tree, place, plant

TODAY = date(2026, 6, 1)
ALL = ("plain", "spots", "faq")


class Fault(NamedTuple):
    """A planted fault: replace `old` by `new` in `file`; it is told at `§` in `new`, or at the text `at`."""

    file: str
    old: str
    new: str
    fragment: str
    at: str = ""
    en: tuple[str, ...] = ALL
    """Pages that are left in English."""
    es: tuple[str, ...] = ALL
    warning: bool = False
    others: int = 0
    """Further problems that follow from the fault."""


NOT_SPOTS = ("plain", "faq")
NOT_PLAIN = ("spots", "faq")
STRUCTURE = {
    "unknown key": Fault("topics/spots.yaml", "tint:", "§tnit:", "unknown key 'tnit'; did you mean 'tint'?", others=1),
    "missing key": Fault("topics/spots.yaml", "tint: tide\n", "", "'tint' is missing", at="scene:"),
    "unknown tint": Fault("topics/spots.yaml", "tide", "§red", "'tint' should be one of"),
    "unknown kind": Fault("topics/spots.yaml", "kind: list", "kind: §lsit", "'kind' should be one of"),
    "no kind": Fault("topics/spots.yaml", "{id: calm, kind: callout, tone: reassure}", "§{id: calm}", "'kind' is missing"),
    "wrong type": Fault("topics/spots.yaml", "[atlas, survey]", "§atlas", "'sources' should be a list"),
    "no sources": Fault("topics/spots.yaml", "[atlas, survey]", "§[]", "a list of at least 1"),
    "unknown source": Fault("topics/spots.yaml", "[atlas, survey]", "[atlas, §servey]", "did you mean 'survey'?"),
    "unknown option": Fault("topics/spots.yaml", "follow_up: one_year", "follow_up: §one", "'one' is no option of"),
    "unknown setting": Fault("topics/spots.yaml", "{follow_up: one_year}", "{§folow: one}", "no setting is called 'folow'"),
    "unknown mark": Fault("topics/spots.yaml", "kind: list, mark: check", "kind: list, mark: §star", "'mark' should be one of"),
    "unknown count": Fault("topics/spots.yaml", "count: rare", "count: §rar", "no figure is called 'rar'"),
    "count with a unit": Fault("topics/spots.yaml", "count: rare", "count: §soon", "no number of pebbles"),
    "band of no length": Fault("topics/spots.yaml", "band: tiny", "band: §rare", "is no length"),
    "not a hundred": Fault("topics/spots.yaml", "groups: [{count: usual", "groups: §[{count: rare", "4 pebbles together"),
    "block id twice": Fault("topics/spots.yaml", "{id: more,", "{id: §calm,", "'calm' stands twice"),
    "id in a tab twice": Fault("topics/spots.yaml", "id: in_second", "id: §in_first", "'in_first' stands twice"),
    "part id twice": Fault("topics/spots.yaml", "{id: small,", "{id: §big,", "'big' stands twice here"),
    "bad id": Fault("topics/spots.yaml", "{id: calm,", "{id: §Calm,", "'Calm' is no id"),
    "taken id": Fault("topics/spots.yaml", "{id: calm,", "{id: §says,", "has a meaning in word files"),
    "tabs in tabs": Fault("topics/spots.yaml", "id: in_first, kind: text", "id: in_first, kind: §tabs", "one of"),
    "wrong date": Fault("topics/spots.yaml", '"2026-01-31"', '§"2026-02-30"', "no date"),
    "dates turned round": Fault("topics/spots.yaml", '"2027-01-31"', '§"2025-01-31"', "not after the last one"),
    "half a review": Fault("topics/spots.yaml", ', on: "2026-01-31"', "", "'on' is missing", at="{by:"),
    "missing picture": Fault("topics/spots.yaml", "view, kind: picture, picture: big", "view, kind: picture, picture: §bag", "no picture is called 'bag'"),
    "missing scene": Fault("topics/spots.yaml", "scene: hill", "scene: §hell", "no scene is called 'hell'"),
    "missing icon": Fault("topics/spots.yaml", "[eye, lens]", "[§eyes, lens]", "no icon is called 'eyes'"),
    "overdue review": Fault("topics/spots.yaml", '"2027-01-31"', '§"2026-05-31"', "was due on 2026-05-31", warning=True),
}  # fmt: skip
STAYS = {"wrong date", "dates turned round", "missing picture", "missing scene", "missing icon", "overdue review"}

WORDS = {
    "unknown words": Fault("en/spots.yaml", "calm: {text: Take", "calm: {§txet: Take", "did you mean 'text'?", en=NOT_SPOTS, others=1),
    "missing words": Fault("en/spots.yaml", "short: In short, ", "", "'short' is missing", at="{title: More", en=NOT_SPOTS),
    "missing block": Fault("en/plain.yaml", "intro:", "§inrto:", "did you mean 'intro'?", en=NOT_PLAIN, others=1),
    "list of words expected": Fault("en/spots.yaml", "text: [At length.]", "text: §At length.", "'text' should be a list", en=NOT_SPOTS),
    "one line expected": Fault("en/spots.yaml", "lead: Some lines", "lead: §{some}", "'lead' should be one value", en=NOT_SPOTS),
    "group expected": Fault("en/spots.yaml", "cases: {title: Cases, first: Case one, second: Case two}", "cases: §Cases", "should be a group", en=NOT_SPOTS),
    "empty words": Fault("en/spots.yaml", "caption: A drawing", 'caption: §""', "the words are missing", en=NOT_SPOTS),
    "unknown figure": Fault("en/spots.yaml", '"{rare} in', '§"{rear} in', "did you mean 'rare'?", en=NOT_SPOTS),
    "unknown phrase": Fault("en/plain.yaml", "Come to {site.visit}.", "§Come to {site.vist}.", "did you mean 'visit'?", en=NOT_PLAIN),
    "a running value outside the interface": Fault("en/plain.yaml", "Spots are small.", '§"{total} spots"', "no figure is called 'total'", en=NOT_PLAIN),
    "a lone brace": Fault("en/plain.yaml", "Spots are small.", '§"Spots {are small."', "without its partner", en=NOT_PLAIN),
    "too few for the icons": Fault("en/spots.yaml", "    - {title: Look, text: We look.}\n", "", "1 items for 2 icons", at='- {title: Look closer', en=NOT_SPOTS),
    "too many for the groups": Fault("en/spots.yaml", "[Fine, To check]", "§[Fine, To check, Odd]", "3 legend for 2 groups", en=NOT_SPOTS),
    "a digit": Fault("en/plain.yaml", "Spots are small.", "§Spots are 2 mm.", "the digit '2'"),
    "a digit of another script": Fault("en/plain.yaml", "Spots are small.", "§Spots are ٣ mm.", "the digit '٣'"),
    "an angle bracket": Fault("en/plain.yaml", "Spots are small.", "§Spots <b>are small.", "markup"),
    "an entity": Fault("en/plain.yaml", "Spots are small.", "§Spots &lt; small.", "'&lt;'"),
    "stars": Fault("en/plain.yaml", "Spots are small.", "§Spots **are** small.", "'**'"),
    "a backtick": Fault("en/plain.yaml", "Spots are small.", "§Spots `are` small.", "'`'"),
    "an address": Fault("en/plain.yaml", "Spots are small.", "§See https://example.org.", "'https'"),
    "a line break": Fault("en/plain.yaml", "Spots are small.", '§"Spots are\\nsmall."', "a line break"),
    "a long card name": Fault("en/plain.yaml", "card: About spots", "card: §About the many small spots", "has 26 letters"),
    "a missing translation": Fault("es/plain.yaml", "  title: Qué son\n", "", "'title' is missing", at="text:", es=NOT_PLAIN),
    "more words than English": Fault("es/spots.yaml", "calm: {text", "calm: {§lead: Ay, text", "unknown key 'lead'", es=NOT_SPOTS),
    "words English leaves out": Fault("es/spots.yaml", "lines:\n", "lines:\n  §title: Frases\n", "English has no 'title' here", es=NOT_SPOTS),
    "fewer paragraphs than English": Fault("es/plain.yaml", "    - Son chicas.\n", "", "1 parts here, but 2 in English", at="- Venga", es=NOT_PLAIN),
    "words still English": Fault("es/plain.yaml", "title: Sobre las manchas", "title: §About spots", "list 'plain.title' in same_as_english"),
    "a figure lost": Fault("es/spots.yaml", 'text: "Miramos de cerca en {soon}."', "text: §Miramos de cerca pronto.", "this misses {soon}"),
    "another figure": Fault("es/spots.yaml", '"Miramos de cerca en {soon}."', '§"Miramos de cerca en {later}."', "this misses {soon} and adds {later}"),
    "a line still English": Fault("es/plain.yaml", "Son chicas.", "§Spots are small.", "'plain.intro.text.1'"),
}  # fmt: skip

OTHER = {
    "figure without source": Fault("facts.yaml", "hundred\", sources: [survey]", "hundred\", sources: §[]", "has no source", en=NOT_SPOTS, es=NOT_SPOTS, others=3),
    "figure with unknown source": Fault("facts.yaml", "pea\", sources: [atlas]", "pea\", sources: [§atlast]", "did you mean 'atlas'?", en=NOT_SPOTS, es=NOT_SPOTS, others=4),
    "figure that is none": Fault("facts.yaml", '"12000"', '§"12 000"', "is no figure", en=NOT_SPOTS, es=NOT_SPOTS, others=2),
    "figure divided by nothing": Fault("facts.yaml", '"1/50"', '§"1/0"', "is no figure", en=NOT_SPOTS, es=NOT_SPOTS, others=2),
    "unknown unit": Fault("facts.yaml", 'pea: {value: "8", unit: mm', 'pea: {value: "8", unit: §cm', "'unit' should be one of", en=NOT_SPOTS, es=NOT_SPOTS, others=4),
    "wrong date of reading": Fault("facts.yaml", 'numbers, read: "2026-01-02"', 'numbers, read: §"2026-1-2"', "no date"),
    "unused figure": Fault("facts.yaml", "  rare:", "  §idle: {value: \"3\", says: x, sources: [atlas]}\n  rare:", "nothing cites the figure 'idle'", warning=True),
    "topic without a file": Fault("topics/order.yaml", "- faq\n", "- faq\n- moon\n", "no such file", at="none"),
    "topic listed twice": Fault("topics/order.yaml", "- faq\n", "- faq\n- §plain\n", "'plain' stands twice"),
    "topic with a taken name": Fault("topics/order.yaml", "- faq\n", "- faq\n- §questions\n", "no topic can be called"),
    "topic with a path as name": Fault("topics/order.yaml", "- faq\n", "- faq\n- §../en/plain\n", "is no id"),
    "order in another form": Fault("topics/order.yaml", "- plain\n- spots\n- faq\n", "order: §all", "should be a list", at="order", en=(), es=()),
    "file that nothing reads": Fault("topics/order.yaml", "- faq\n", "", "nothing reads this file", at="none", en=("plain", "spots"), es=("plain", "spots")),
    "default that is no option": Fault("choices.yaml", "default: neutral", "default: §netural", "'netural' is no option"),
    "phrase of an unknown setting": Fault("choices.yaml", "visit: screening", "visit: §screning", "did you mean 'screening'?", en=NOT_PLAIN, es=NOT_PLAIN, others=2),
    "wording missing for an option": Fault("es/choices.yaml", ", yearly: su visita anual", "", "'yearly' is missing", at="{neutral"),
    "wording faulty for the other option": Fault("en/choices.yaml", "your yearly visit", '§"your {yearly} visit"', "no figure is called 'yearly'"),
    "wording faulty for the option": Fault("en/choices.yaml", "your usual visit", '§"your {usuals} visit"', "did you mean 'usual'?", en=NOT_PLAIN, others=1),
    "unknown phrase in a language": Fault("es/choices.yaml", "visit:", "§exam: {neutral: a}\nvisit:", "no phrase is called 'exam'", others=0),
    "language under another name": Fault("es/language.yaml", "code: es", "code: §fr", "the folder is 'es'", es=("none",)),
    "unknown direction": Fault("es/language.yaml", "ltr", "§left", "'direction' should be one of", es=("none",)),
    "reviewed by nobody": Fault("es/language.yaml", "status: draft", "status: §reviewed", "nobody has signed"),
    "a translation called original": Fault("es/language.yaml", "status: draft", "status: §original", "is a translation"),
    "unit without its main form": Fault("es/language.yaml", 'mm: {other: "{n} mm"}', '§mm: {one: "{n} mm"}', "needs a form `other`", es=NOT_SPOTS, others=4),
    "unit without a number": Fault("es/language.yaml", 'mm: {other: "{n} mm"}', 'mm: {other: §"{x} mm"}', "needs a form `other`", es=NOT_SPOTS, others=4),
    "unknown plural": Fault("es/language.yaml", "{one: \"{n} mes\"", "{§ones: \"{n} mes\"", "did you mean 'one'?"),
    "unit that a language lacks": Fault("es/language.yaml", '  month: {one: "{n} mes", other: "{n} meses"}\n', "", "has no usable form in this language", es=("plain", "faq"), at="none", others=1),
    "wrong date of a language": Fault("es/language.yaml", '"2026-01-02"', "§yesterday", "no date"),
    "question incomplete": Fault("en/questions.yaml", "  short: No.\n", "", "'short' is missing", at="ask: Are"),
    "question with a bad id": Fault("en/questions.yaml", "danger:", "§Danger two:", "'Danger two' is no id", others=2),
    "question without a source": Fault("en/questions.yaml", "  sources: [survey]\n", "", "names no source", at="danger:"),
    "question with an unknown source": Fault("en/questions.yaml", "sources: [survey]", "sources: [§surveys]", "did you mean 'survey'?"),
    "question not translated": Fault("es/questions.yaml", "danger:", "§dangr:", "English has no question 'dangr'", others=1),
    "question with another shape": Fault("es/questions.yaml", "[La mayor parte no.]", "§[La mayor parte no., Y más.]", "2 parts here, but 1 in English"),
    "interface word unknown": Fault("es/interface.yaml", "  title: \"word\"\n  lead: \"word\"\n  draft", "  §titel: \"word\"\n  lead: \"word\"\n  draft", "did you mean 'title'?", others=1),
    "interface without a running value": Fault("es/interface.yaml", '  place: "word {n} {total}"', '  place: §"word {n}"', "the value {total} is missing", others=1),
    "interface group unknown": Fault("es/interface.yaml", "attract:", "§atract:", "did you mean 'attract'?", others=1),
    "interface word that is a list": Fault("es/interface.yaml", '  place: "word {n} {total}"', "  place: §[a, b]", "should be one line"),
    "site with an unknown choice": Fault("sites/demo.yaml", "follow_up:", "§folow_up:", "did you mean 'follow_up'?"),
    "site with an unknown option": Fault("sites/demo.yaml", "one_year", "§ten_years", "choose from two_years, one_year"),
    "site with an unknown language": Fault("sites/demo.yaml", "[en, es]", "[en, §fr]", "there is no language 'fr'"),
    "site with an unknown key": Fault("sites/demo.yaml", "name:", "§nmae:", "did you mean 'name'?"),
    "site with a bad limit": Fault("sites/demo.yaml", "name: Demo\n", "name: Demo\nsession: {idle_seconds: §30}\n", "from 60 to 600"),
}  # fmt: skip


def found(tree: Tree) -> list[Problem]:
    return check(tree.content, tree.assets, today=TODAY)


def pages(tree: Tree, code: str) -> tuple[str, ...]:
    """The pages that patients get in a language; ("none",) where the language is not offered."""
    catalog = load(tree.content, tree.assets, choices=CHOICES, languages=("en", "es"), cache=None)
    if code not in [info.code for info in catalog.languages]:
        return ("none",)
    return tuple(topic.id for topic in catalog.book(code).topics)


UNREADABLE = {
    "not YAML": ("en/plain.yaml", b"title: [\n", "2:1"),
    "latin-1": ("en/plain.yaml", b"title: ma\xf1ana\n", "1:10"),
    "an anchor": ("en/plain.yaml", b"title: &a x\n", "1:8"),
    "an invisible character": ("en/plain.yaml", "title: a\u200bb\n".encode(), "1:9"),
    "a key twice": ("en/plain.yaml", b"title: a\ntitle: b\n", "2:1"),
    "a list": ("en/plain.yaml", b"- a\n", "1:1"),
    "structure": ("topics/plain.yaml", b"blocks: [[[[\n", "2:1"),
    "site": ("sites/demo.yaml", b"name: *x\n", "1:7"),
    "traceability": ("traceability.yaml", b"a: &b c\n", "1:4"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_once_and_costs_its_page_only(name: str, tree: Tree) -> None:
    file, data, where = UNREADABLE[name]
    (tree.content / file).write_bytes(data)
    told = [str(problem) for problem in found(tree)]
    assert [line.startswith(f"{tree.content / file}:{where}") for line in told] == [True], told
    english, spanish = pages(tree, "en"), pages(tree, "es")
    assert english == (ALL if file[:2] in ("si", "tr") else NOT_PLAIN)
    assert spanish == (NOT_PLAIN if file[:2] == "to" else ALL)


@pytest.mark.parametrize(
    "file", ["facts.yaml", "choices.yaml", "topics/order.yaml", "en/language.yaml", "en/choices.yaml"]
)
def test_nothing_that_is_missing_stops_the_check(file: str, tree: Tree) -> None:
    (tree.content / file).unlink()
    told = [str(problem) for problem in found(tree)]
    assert any(line.startswith(f"{tree.content / file}:1:1: there is no such file") for line in told)
    pages(tree, "en")


def test_a_folder_of_a_language_without_words_is_told(tree: Tree) -> None:
    (tree.content / "vi").mkdir()
    assert [problem.file for problem in found(tree)] == [str(tree.content / "vi" / "language.yaml")]


def test_a_sound_tree_has_no_problem(tree: Tree) -> None:
    assert found(tree) == []
    assert pages(tree, "en") == pages(tree, "es") == ALL


def run(tree: Tree, fault: Fault) -> None:
    if fault.at == "none":
        plant(tree.content, fault.file, fault.old, fault.new + "§")
        problems = [p for p in found(tree) if fault.fragment in str(p)]
        assert problems
    else:
        where = plant(tree.content, fault.file, fault.old, fault.new, fault.at)
        problems = [p for p in found(tree) if place(p) == where and fault.fragment in str(p)]
        assert problems, "\n".join(map(str, [where, *found(tree)]))
        assert len(found(tree)) == 1 + fault.others, "\n".join(map(str, found(tree)))
    assert problems[0].severity is (Severity.WARNING if fault.warning else Severity.ERROR)
    assert (pages(tree, "en"), pages(tree, "es")) == (fault.en, fault.es)


@pytest.mark.parametrize("name", STRUCTURE)
def test_a_fault_in_structure_is_told_and_costs_the_page(name: str, tree: Tree) -> None:
    fault = STRUCTURE[name]
    left = ALL if name in STAYS else NOT_SPOTS
    run(tree, fault._replace(en=left, es=left))


@pytest.mark.parametrize("name", WORDS)
def test_a_fault_in_words_is_told_and_costs_no_more_than_its_page(name: str, tree: Tree) -> None:
    run(tree, WORDS[name])


@pytest.mark.parametrize("name", OTHER)
def test_a_fault_elsewhere_is_told_and_costs_no_more_than_what_needs_it(name: str, tree: Tree) -> None:
    run(tree, OTHER[name])
