"""Everything that can be wrong with a content folder, for those who write it.

Owns what only a check looks at: stray files, the sites' settings, all languages at once. Must not know who prints it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from kiosk.catalog import everywhere, scripts
from kiosk.catalog.choices import read_choices
from kiosk.catalog.compiler import ENGLISH, Compilation, compile_catalog
from kiosk.catalog.fonts import Fonts
from kiosk.catalog.language import CODE
from kiosk.catalog.sites import check_site
from kiosk.reading import FileNotes, Map, Notes, Problem, Scalar, Seq
from kiosk.reading.files import read, read_map
from kiosk.reading.names import nearest
from kiosk.reading.typed import decode
from kiosk.settings.model import Site

_TOP = ("facts.yaml", "choices.yaml", "traceability.yaml", "explorer.yaml")
_WORDS = ("language", "interface", "choices", "questions")


def check(content: Path, assets: Path, *, today: date | None = None) -> list[Problem]:
    """All problems of all languages and sites in `content`, by file and place; never stops at the first.

    `today` (by default today) decides which reviews are overdue.
    """
    languages = _languages(content)
    made = compile_catalog(content, assets, choices={}, languages=languages, today=today or date.today())
    notes = Notes()
    notes.problems.extend(made.problems)
    if content.is_dir():
        _check_strays(content, languages, notes)
        if (content / "traceability.yaml").exists():
            read(content / "traceability.yaml", notes)
        for code in languages:
            _check_script(content / code, notes)
        _check_names(content, _coverages(made, assets), notes)
        for path in sorted((content / "sites").glob("*.yaml")):
            root = read_map(path, notes)
            site = decode(root, Site, notes.on(str(path))) if root else None
            if root and site:
                _check_site(root, site, notes.on(str(path)), made, content=content, assets=assets)
    return list(notes.in_order())


def check_settings(root: Map, site: Site, file: Path, content: Path, assets: Path) -> list[Problem]:
    """What is wrong with a site's settings beside this content; `root` is how they are written, in `file`."""
    made = compile_catalog(content, assets, choices={}, languages=_languages(content))
    notes = Notes()
    _check_site(root, site, notes.on(str(file)), made, content=content, assets=assets)
    return list(notes.in_order())


def _check_site(root: Map, site: Site, notes: FileNotes, made: Compilation, *, content: Path, assets: Path) -> None:
    status = dict.fromkeys(_languages(content), "") | {info.code: info.status for info in made.languages}
    choices = read_choices(content, {}, Notes())  # its faults are the content's
    check_site(root, site, notes, choices=choices, languages=status, coverages=_coverages(made, assets))


def _coverages(made: Compilation, assets: Path) -> everywhere.Coverages:
    """What the fonts of each language can draw; what is wrong with the fonts themselves, the compiler notes."""
    fonts = Fonts(assets, Notes())
    found = {info.code: fonts.coverage(info.typeface) for info in made.languages if info.typeface}
    return {code: can for code, can in found.items() if can}


def _languages(content: Path) -> list[str]:
    if not content.is_dir():
        return []
    folders = {path.name for path in content.iterdir() if path.is_dir() and CODE.fullmatch(path.name)}
    return [ENGLISH, *sorted(folders - {ENGLISH})]


def _check_strays(content: Path, languages: Collection[str], notes: Notes) -> None:
    """Files that nothing reads: a name with a slip in it looks like words that are missing elsewhere."""
    listed = read(content / "topics" / "order.yaml", Notes())
    if not isinstance(listed, Seq):
        return  # which topics there are is unknown
    topics = {node.value for node in listed.items if isinstance(node, Scalar)}
    known = {content: set(_TOP), content / "topics": {f"{name}.yaml" for name in (*topics, "order")}}
    words = (*topics, *_WORDS, *(["explorer"] if (content / "explorer.yaml").exists() else []))
    for code in languages:
        known[content / code] = {f"{name}.yaml" for name in words}
    for folder, names in known.items():
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.name not in names and not path.is_dir() and not path.name.startswith("."):
                mend = f"{nearest(path.name, names)} Rename it, list its topic in topics/order.yaml, or delete it"
                notes.on(str(path)).slip(None, "nothing reads this file", mend)


def _check_script(folder: Path, notes: Notes) -> None:
    """Words that are mostly in another script than the language's: a folder that nobody has translated yet."""
    language = read(folder / "language.yaml", Notes())
    node = language.get("script") if isinstance(language, Map) else None
    script = node.value if isinstance(node, Scalar) else ""
    if not scripts.knows(script):
        return
    trees = {path: read(path, Notes()) for path in sorted(folder.glob("*.yaml")) if path.stem != "language"}
    counts = {str(path): scripts.letters(tree, script) for path, tree in trees.items() if tree is not None}
    own, worst = scripts.share(counts)
    if own < scripts.LEAST_SHARE:
        total, others = counts[worst]
        what = (
            f"only {own:.0%} of the letters of {folder.name!r} are of its script {script}; "
            f"most are missing here, where {others / total:.0%} are of another"
        )
        notes.on(worst).slip(None, what, "translate the words, or correct the script in language.yaml")


def _check_names(content: Path, coverages: everywhere.Coverages, notes: Notes) -> None:
    """Names that all languages show as they are written."""
    facts = read(content / "facts.yaml", Notes())
    if isinstance(facts, Map):
        everywhere.check_publishers(facts, coverages, notes.on(str(content / "facts.yaml")))
    for path in (*sorted((content / "topics").glob("*.yaml")), content / "explorer.yaml"):
        root = read(path, Notes())
        if isinstance(root, Map):
            everywhere.check_reviewer(root, coverages, notes.on(str(path)))
