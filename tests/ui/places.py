"""Every place a visitor can see, one after another, by the kiosk's own intents."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.bridge.speech import Mute
from kiosk.catalog import Block
from kiosk.session.model import Reset, SetComfort
from tests.ui import exploring
from tests.ui.driver import Driver


def expanders(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "expander":
            yield block.id


def tabs(blocks: tuple[Block, ...]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for block in blocks:
        if block.kind == "tabs":
            yield from ((item.id, item.blocks) for item in block.items)


def topic_places(driver: Driver, ident: str) -> Iterator[str]:
    """The page as it opens, then each tab and each expander open."""
    kiosk, blocks = driver.kiosk, driver.topic(ident).blocks
    kiosk.openTopic(ident)
    yield ident
    for tab, inner in tabs(blocks):
        kiosk.chooseTab(tab)
        yield f"{ident}, {tab}"
        for block in expanders(inner):
            kiosk.toggleBlock(block)
            yield f"{ident}, {tab}, {block}"
    for block in expanders(blocks):
        kiosk.toggleBlock(block)
        yield f"{ident}, {block}"


def first_words(driver: Driver) -> Iterator[str]:
    """The first screen, where reading aloud can begin."""
    speech = driver.kiosk.speech
    speech.use(Mute)
    speech.toggle()
    yield "first screen, read to"
    driver.kiosk.showEase()
    yield "first screen, ease of use, read to"
    driver.kiosk.closeOverlay()
    speech.toggle()
    speech.tell(driver.kiosk.words.get("voice.missing"))
    yield "first screen, no voice"
    speech.tell("")


def listening(driver: Driver) -> Iterator[str]:
    """From home: one of each kind while the visitor is read to, and what can go wrong with it."""
    kiosk, speech = driver.kiosk, driver.kiosk.speech
    speech.offer()
    yield "offer to read aloud"
    speech.accept()
    speech.follow(True, False)
    yield "home, read to"
    speech.follow(False, True)
    yield "home, paused"
    speech.showSettings()
    yield "voice"
    speech.louder()
    yield "voice, louder"
    speech.showKeys()
    yield "what the keys do"
    kiosk.showEase()
    yield "ease of use, read to"
    kiosk.openTopic(driver.topics()[0].id)
    yield "topic, read to"
    kiosk.openExplorer()
    yield "explorer, read to"
    exploring.explorer(driver).nextSpot()
    yield "explorer, spot, read to"
    kiosk.goHome()
    speech.toggle()
    speech.tell(kiosk.words.get("voice.missing"))
    yield "home, no voice"
    speech.tell("")


def places(
    driver: Driver,
    language: str,
    percent: int = 100,
    *,
    high_contrast: bool = False,
    lower_buttons: bool = False,
    mute: bool = True,
) -> Iterator[str]:
    """Walks through everything from the first screen to thanks, at one text size; ends on a fresh first screen.

    `mute`: also what reading aloud shows, while nothing is read; without it the kiosk's own reader stays.
    """
    kiosk = driver.kiosk
    kiosk.send(Reset())
    comfort = SetComfort(text_percent=percent, high_contrast=high_contrast, lower_buttons=lower_buttons)
    kiosk.send(comfort)
    yield "first screen"
    if mute:
        yield from first_words(driver)
    kiosk.showEase()
    yield "first screen, ease of use"
    kiosk.closeOverlay()
    kiosk.chooseLanguage(language)
    yield "home"
    kiosk.showLanguages()
    yield "language sheet"
    kiosk.showEase()
    yield "ease of use"
    kiosk.showHelp()
    yield "language help"
    kiosk.closeOverlay()
    for topic in driver.topics():
        yield from topic_places(driver, topic.id)
    yield from exploring.places(driver)
    if mute:
        yield from listening(driver)
    kiosk.openCenters()
    yield "centers"
    kiosk.goHome()
    yield "home, all seen"
    driver.pass_time(driver.idle_limit())
    yield "warning"
    kiosk.endSession()
    yield "thanks"
    kiosk.send(Reset())
