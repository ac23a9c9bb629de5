"""What can be recorded is what is asked for: no more on the list of `kiosk voice`, and no less."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.bridge.voice.glass import Glass
from kiosk.speech import script
from kiosk.speech.model import Phrases
from kiosk.speech.recordings import recorded, texts
from kiosk.speech.sentences import heard
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import PORTRAIT, Driver
from tests.ui.places import places

SMALL = (PORTRAIT[0] // 2, PORTRAIT[1] // 2)
"""The same layout as on the real glass, drawn with a quarter of its pixels."""


def asked(driver: Driver, language: str) -> tuple[set[str], set[str]]:
    """On a walk through the kiosk: for which words a recording is looked for, and all that stands there."""
    found: set[str] = set()
    stands: set[str] = set()

    def find(_: str, text: str) -> str:
        found.add(heard(text))
        return ""

    glass = Glass(driver.window)
    words = driver.catalog.book(language).interface
    frames = {name: words[f"say.{name}"] for name in Phrases.__struct_fields__ if name != "language"}
    for _ in places(driver, language, mute=False):
        parts = glass.parts()
        stands.update(heard(words) for part in parts for words in (part.name, part.description))
        recorded(script.page(parts, Phrases(language, **frames), glass.sentences), parts, find)
    return found, stands


def never_heard(listed: dict[str, str], found: Iterable[str], stands: Iterable[str]) -> list[str]:
    """Names of listed words that stand on the glass and of which no recording is looked for."""
    lost = set(stands) - set(found)
    return [name for name, text in listed.items() if heard(text) in lost]


def test_what_is_listed_for_recording_can_be_heard(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(SMALL)
    book = driver.catalog.book("en")
    found, stands = asked(driver, "en")
    listed = texts(book)
    assert never_heard(listed, found, stands) == []
    assert never_heard({"bar.back": book.interface["bar.back"]}, found, stands) == ["bar.back"]
    unlisted = {heard(text) for text in book.interface.values()} & found - {heard(text) for text in listed.values()}
    assert unlisted == set()
