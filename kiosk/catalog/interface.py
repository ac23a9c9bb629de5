"""The ids of all interface words, and the values that some of them take while the kiosk runs.

Every language's `interface.yaml` has exactly these; QML reads them as properties of `kiosk.bridge.words.Words`.
"""

from __future__ import annotations

INTERFACE: dict[str, frozenset[str]] = {
    "attract.title": frozenset(),
    "attract.lead": frozenset(),
    "attract.draft": frozenset(),  # a short mark beside a language nobody has signed: "draft"
    "home.title": frozenset(),
    "home.lead": frozenset(),
    "home.note": frozenset(),
    "home.centers": frozenset(),
    "home.visited": frozenset(),
    "bar.back": frozenset(),
    "bar.language": frozenset(),
    "bar.home": frozenset(),
    "bar.done": frozenset(),
    "topic.place": frozenset({"n", "total"}),
    "topic.next": frozenset(),
    "topic.more_below": frozenset(),
    "picture.drawing": frozenset(),  # "Drawing. Not a real person."
    "footer.teaches": frozenset(),
    "footer.sources": frozenset({"publishers"}),
    "footer.reviewed": frozenset({"by", "on"}),
    "footer.next_review": frozenset({"next"}),
    "footer.not_reviewed": frozenset(),
    "footer.draft_language": frozenset(),
    "scale.not_to_scale": frozenset(),
    "centers.title": frozenset(),
    "centers.lead": frozenset(),
    "centers.phone": frozenset(),
    "centers.hours": frozenset(),
    "languages.title": frozenset(),
    "languages.close": frozenset(),
    "warning.title": frozenset(),
    "warning.text": frozenset(),
    "warning.second": frozenset(),
    "warning.seconds": frozenset(),
    "warning.stay": frozenset(),
    "warning.leave": frozenset(),
    "thanks.title": frozenset(),
    "thanks.text": frozenset(),
}
