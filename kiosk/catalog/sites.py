"""What a site's settings ask of the content: its languages, its choices, its own words.

Owns what can be said of a settings file only beside the content. What its other values may be, `kiosk.settings` says.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.catalog import everywhere
from kiosk.catalog.choices import Choices
from kiosk.catalog.model import REFERENCE
from kiosk.reading import FileNotes, Map, Scalar, Seq
from kiosk.reading.names import nearest
from kiosk.settings.model import Site


def check_site(
    root: Map,
    site: Site,
    here: FileNotes,
    *,
    choices: Choices,
    languages: Mapping[str, str],
    coverages: everywhere.Coverages,
) -> None:
    """Note what is wrong with settings that are written as `root`; `languages` are the content's, with their status."""
    everywhere.check_site(root, {code: can for code, can in coverages.items() if code in site.languages}, here)
    decisions, offered = root.get("choices"), root.get("languages")
    if isinstance(decisions, Map):
        choices.check(decisions, here)
    codes = [node for node in offered.items if isinstance(node, Scalar)] if isinstance(offered, Seq) else []
    for node in codes:
        if node.value not in languages:
            here.fault(node, f"there is no language {node.value!r} in the content", nearest(node.value, languages))
    if site.mode == "production":
        _check_signed(codes, languages, here)


def _check_signed(codes: list[Scalar], languages: Mapping[str, str], notes: FileNotes) -> None:
    """45 CFR 92.201(c)(3): in production no translation is offered that no qualified person has signed."""
    known = [node for node in codes if node.value in languages]
    drafts = [node for node in known if languages[node.value] != "reviewed" and node.value != REFERENCE]
    for node in drafts:
        what = f"{node.value!r} is a draft that nobody has signed: a production site does not offer it"
        notes.warn(node, what, "have a qualified translator sign it in its language.yaml (45 CFR 92.201(c)(3))")
    if known and len(drafts) == len(known):
        what = "no language is left that this production site may offer: visitors are sent to the desk"
        notes.fault(known[0], what, f"offer {REFERENCE!r}, or have a translation signed")
