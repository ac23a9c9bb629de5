"""The demonstration site's kiosk for every window test."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import shiboken6
from _pytest.mark import ParameterSet
from msgspec.structs import replace
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.bridge.eye import Probe, Scene
from kiosk.catalog import Catalog, load
from kiosk.settings import load_site
from kiosk.settings.model import Site
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.exploring import explorer, open_explorer
from tests.ui.listening import listen

Case = tuple[object, ...]
OpenKiosk = Callable[..., Driver]
SceneOf = Callable[[str], Scene]

ORIENTATIONS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
LANGUAGES = ("en", "es")
ALL = ("en", "es", "vi", "zh-Hans", "ar", "ko")

EXHAUSTIVE = pytest.mark.exhaustive


def sampled(product: Iterable[Case], sample: Collection[Case]) -> list[ParameterSet]:
    """All cases of a product; those outside its sample for `make check-all` alone."""
    cases = list(product)
    assert set(sample) <= set(cases)
    return [pytest.param(*case, marks=() if case in sample else EXHAUSTIVE) for case in cases]


WINDOW = """
import QtQuick
import QtQuick.Templates as T
Window {
    width: 400; height: 400; visible: true
    component Card: Rectangle { color: "white" }
    component Words: Text { font.family: "Atkinson Hyperlegible Next"; font.pixelSize: 20 }
    component Target: T.AbstractButton {}
    %s
}
"""


@pytest.fixture(scope="session")
def site() -> Site:
    """The demonstration site, without motion where motion is not what is tested."""
    found, problems = load_site(paths.DEMO_SITE)
    assert problems == ()
    return replace(found, less_motion=True)


@pytest.fixture(scope="session")
def catalog(site: Site) -> Catalog:
    return load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)


@pytest.fixture
def closed(tmp_path: Path) -> Catalog:
    """A catalog of which nothing can be used."""
    found = load(tmp_path, paths.ASSETS, choices={}, languages=("en", "es"), cache=None)
    assert found.languages == ()
    return found


@pytest.fixture
def open_kiosk(qtbot: QtBot, catalog: Catalog, site: Site) -> Iterator[OpenKiosk]:
    """Opens a kiosk on the first screen; closed with the test, which fails on any warning."""
    with ExitStack() as stack:

        def opened(size: tuple[int, int] = PORTRAIT, catalog: Catalog = catalog, **settings: object) -> Driver:
            driver = stack.enter_context(Driver(qtbot, catalog, replace(site, **settings), size))
            driver.settle()
            return driver

        yield opened


@pytest.fixture(params=list(ORIENTATIONS))
def glass(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """The first screen, in both orientations."""
    return open_kiosk(ORIENTATIONS[request.param])


@pytest.fixture(params=LANGUAGES)
def every_visit(request: pytest.FixtureRequest, glass: Driver) -> Driver:
    """Home, in both orientations and both languages."""
    glass.start(request.param)
    return glass


@pytest.fixture(params=[("portrait", "en"), ("landscape", "es")], ids="-".join)
def visit(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """Home, in each orientation and each language once."""
    orientation, language = request.param
    driver = open_kiosk(ORIENTATIONS[orientation])
    driver.start(language)
    return driver


@pytest.fixture
def home(open_kiosk: OpenKiosk) -> Driver:
    """Home in English, in portrait: for what depends on neither."""
    driver = open_kiosk()
    driver.start("en")
    return driver


@pytest.fixture
def open_six(qtbot: QtBot, catalog: Catalog, site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenKiosk]:
    """Opens a kiosk of several languages as a fresh process would: no font is loaded before."""
    with ExitStack() as stack:

        def start(
            languages: tuple[str, ...] = ALL, assets: Path = paths.ASSETS, size: tuple[int, int] = PORTRAIT
        ) -> Driver:
            QFontDatabase.removeAllApplicationFonts()
            words = catalog
            if languages != ALL:
                words = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=languages, cache=None)
            with monkeypatch.context() as patch:
                patch.setattr(paths, "ASSETS", assets)
                driver = stack.enter_context(Driver(qtbot, words, replace(site, languages=languages), size))
            driver.settle()
            return driver

        yield start


@pytest.fixture
def at_spots(home: Driver) -> Driver:
    """The explorer at its first spot, in English and in portrait."""
    open_explorer(home)
    explorer(home).nextSpot()
    home.settle()
    home.now += 1  # long after the tap that led here
    return home


@pytest.fixture
def care(home: Driver) -> Driver:
    """A page whose first sentence the engine was asked to say, and says."""
    home.open("care")
    listen(home, at_once=False)
    home.voice.begin()
    return home


@pytest.fixture
def scene_of(qtbot: QtBot) -> Iterator[SceneOf]:
    """Makes a small window with a snippet of QML in it, and looks: for faults that are planted."""
    engines: list[QQmlApplicationEngine] = []

    def made(qml: str) -> Scene:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.loadData((WINDOW % qml).encode())
        assert engine.rootObjects(), "the snippet does not load"
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        probe = Probe(engine, window)
        with qtbot.waitSignal(window.frameSwapped):
            window.update()
        return probe.look()

    yield made
    for engine in engines:
        shiboken6.delete(engine)
