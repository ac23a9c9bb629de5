"""What every language shows as it is written, held against every language's fonts: the site's texts, publishers, names.

Must not know which fonts there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.catalog.fonts import Coverage
from kiosk.reading import FileNotes, Map, Node, Scalar, Seq

Coverages = Mapping[str, Coverage]
"""What can be drawn, by language code."""


def check_site(root: Map, coverages: Coverages, notes: FileNotes) -> None:
    """The name of the site and its centers are shown in every offered language, its notices in their own."""
    for name in ("name", "centers"):
        for node in _scalars(root.get(name)):
            check_line(node, coverages, notes)
    help_ = root.get("language_help")
    notices = help_.get("notice") if isinstance(help_, Map) else None
    for code, notice in notices.entries if isinstance(notices, Map) else ():
        if isinstance(notice, Scalar) and code.value in coverages:
            check_line(notice, {code.value: coverages[code.value]}, notes)


def check_publishers(facts: Map, coverages: Coverages, notes: FileNotes) -> None:
    """The footer names publishers in every language."""
    sources = facts.get("sources")
    for _, source in sources.entries if isinstance(sources, Map) else ():
        publisher = source.get("publisher") if isinstance(source, Map) else None
        if isinstance(publisher, Scalar):
            check_line(publisher, coverages, notes)


def check_reviewer(topic: Map, coverages: Coverages, notes: FileNotes) -> None:
    """So does it the person who checked a page."""
    review = topic.get("review")
    by = review.get("by") if isinstance(review, Map) else None
    if isinstance(by, Scalar):
        check_line(by, coverages, notes)


def check_line(node: Scalar, coverages: Coverages, notes: FileNotes) -> None:
    """Note once which languages cannot draw which characters of the words at `node`."""
    lacking = {
        code: "".join(char for char in sorted(set(node.value)) if can.lacking(char) is not None)
        for code, can in coverages.items()
    }
    codes = [code for code, chars in lacking.items() if chars]
    if codes:
        chars = "".join(sorted({char for code in codes for char in lacking[code]}))
        what = f"{chars!r} cannot be drawn by the fonts of {', '.join(codes)}, which show this too"
        notes.slip(node, what, "write it in letters that every offered language has")


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Seq():
            for child in node.items:
                yield from _scalars(child)
        case Map():
            for _, child in node.entries:
                yield from _scalars(child)
