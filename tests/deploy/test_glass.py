"""The installed kiosk under the installed compositor, touched by real fingers from outside: it looks as it must."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from tests.deploy.kiosk import NESTED, SITE, SIZE, running, until
from tests.deploy.newer import command, patience, state, upgrade
from tests.deploy.root import Root
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike
from tests.e2e.stage import Stage
from tests.e2e.twin import Twin

pytestmark = pytest.mark.deploy
MIDDLE = (225, 405)
"""On the picture, clear of tools, arrows and labels."""
_COARSE = (32, 32)
_SMOOTH = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


@pytest.fixture(scope="module")
def hand() -> Iterator[Hand]:
    """Ten fingers on an X server of the size of cage's window."""
    if not Hand.available() or shutil.which("import") is None:
        pytest.skip("without Xorg's dummy driver and ImageMagick; `make setup-dev` installs them")
    with Hand(*SIZE) as rig:
        yield rig


@pytest.fixture
def stage(
    qapp: object, hand: Hand, installed: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Stage, Root]]:
    """The installed kiosk and its twin in this process, both at their first screen."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    site = tmp_path / "site.yaml"
    site.write_text(SITE, encoding="utf-8")
    with Root(installed, tmp_path / "machine") as root:
        root.put(site, "/etc/imaging-kiosk/site.yaml")
        screen = NESTED | {"DISPLAY": hand.env()["DISPLAY"]}
        with running(root, tmp_path / "log", screen, "/usr/lib/imaging-kiosk/session", "run") as process:
            twin = Twin(site, SIZE)
            try:
                yield Stage(hand, twin, process, tmp_path), root
            finally:
                twin.close()


def apart(one: QImage, other: QImage) -> float:
    """How far two pictures of breast tissue are apart, 0 to 255, on average over coarse blocks."""
    small = [
        picture.scaled(*_COARSE, *_SMOOTH).convertToFormat(QImage.Format.Format_Grayscale8) for picture in (one, other)
    ]
    rows = [
        bytes(cast(bytes, picture.constScanLine(row)))[: _COARSE[0]] for row in range(_COARSE[1]) for picture in small
    ]
    pairs = [abs(a - b) for up, down in zip(rows[::2], rows[1::2], strict=True) for a, b in zip(up, down, strict=True)]
    return sum(pairs) / len(pairs)


def around(picture: QImage, half: int) -> QImage:
    """The part of a picture of the glass around the fingers' middle."""
    return picture.copy(QRect(MIDDLE[0] - half, MIDDLE[1] - half, 2 * half, 2 * half))


def grown(before: QImage, after: QImage) -> bool:
    """Whether `after` shows what `before` shows around the fingers' middle, twice as large."""
    part = around(after, 80)
    return apart(around(before, 40), part) < 6 < 2 * 6 < apart(around(before, 80), part)


def test_two_fingers_from_outside_zoom_the_explorer_of_the_installed_kiosk(
    stage: tuple[Stage, Root], tmp_path: Path
) -> None:
    glass, _ = stage
    glass.tap("English")
    glass.tap(glass.twin.kiosk.words.explorerHeroTitle)
    before = glass.tap(glass.twin.kiosk.words.explorerZoomIn)
    assert not grown(before, glass.hand.picture())
    glass.hand.pinch(MIDDLE, 120, 240)
    limit = time.monotonic() + 20
    while not grown(before, after := glass.hand.picture()):
        after.save(str(tmp_path / "seen.png"))
        assert time.monotonic() < limit, f"two fingers do not zoom; see {tmp_path}"
    after.save(str(tmp_path / "zoomed.png"))


def test_while_a_visitor_reads_the_package_is_not_upgraded(
    stage: tuple[Stage, Root], newer: Path, tmp_path: Path
) -> None:
    glass, root = stage
    before = state(root)
    home = glass.tap("English")
    refused = upgrade(root, newer, 1)
    assert refused.returncode != 0
    assert "somebody still uses the kiosk" in refused.stderr
    assert state(root) == before
    assert alike(glass.same("after an upgrade that was refused"), home)
    with (tmp_path / "upgrade").open("wb") as log:
        waiting = root.start(command(root, newer), log, env=patience(600))
        until(lambda: b"waiting until nobody" in (tmp_path / "upgrade").read_bytes(), waiting, tmp_path / "upgrade")
        assert alike(glass.same("while an upgrade waits"), home)
        root.run(["kiosk", "ctl", "reset", "--force"])  # the front desk: she has gone
        assert waiting.wait(60) == 0, (tmp_path / "upgrade").read_text(encoding="utf-8")
    assert state(root) == f"{before}+1"
