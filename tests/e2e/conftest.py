"""A touch screen for this folder's tests, and a site that holds still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.settings.model import Speech
from tests.e2e.front import Desk
from tests.e2e.hand import Hand
from tests.e2e.mouth import Mouth
from tests.e2e.sound import Sound
from tests.e2e.stage import Stage, staged

SIZE = (1080, 1920)
SITE = """
name: Test
languages: [en, es]
session: {idle_seconds: 600, warning_seconds: 120}
less_motion: true
centers:
  - name: Example Center, Denton (not a real place)
    address: ["100 Example Road", "Denton, Texas"]
    phone: "940-555-0101"
    hours: ["Monday to Friday, 8 am to 5 pm"]
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all kiosks of this folder, so that only the first start compiles."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def site_file(tmp_path: Path) -> Path:
    file = tmp_path / "site.yaml"
    file.write_text(SITE, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def hand() -> Iterator[Hand]:
    """Ten fingers on a real X server."""
    if not Hand.available() or shutil.which("import") is None:
        pytest.skip("needs Xorg, its dummy driver and ImageMagick; `make check` installs them")
    with Hand(*SIZE) as rig:
        yield rig


@pytest.fixture
def stage(qapp: object, hand: Hand, site_file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A kiosk and its twin, both at their first screen."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    with staged(hand, site_file, cache) as made:
        yield made


@pytest.fixture
def mouth(qtbot: QtBot, ear: Sound) -> Iterator[Mouth]:
    """A speaker that the module's `ear` hears."""
    made = Mouth(Speech())
    yield made
    made.speaker.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Desk:
    """The files of a front desk with a PIN."""
    made = Desk(tmp_path_factory.mktemp("desk"), cache)
    made.set_pin()
    return made
