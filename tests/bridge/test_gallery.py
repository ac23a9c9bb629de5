"""Which mammograms there are, and their provider beside Qt's reader thread and before the first frame."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk import paths
from kiosk.bridge.gallery import Gallery, MammogramProvider
from tests.bridge.asking import HEIGHT, WIDTH, ask, empty, folder
from tests.explorer.made import dzi, spot, tell, truth


def test_a_picture_is_opened_once_and_is_always_the_same(assets: Path, gallery: Gallery) -> None:
    one = gallery.get("a")
    assert one is not None
    (folder(assets) / "image.dzi").unlink()
    assert gallery.get("a") is one


@pytest.mark.parametrize("ident", ["", ".", "..", "../mammograms/a", "a/../a", "/etc", "A", "a\0", "b"])
def test_no_other_name_leads_to_a_picture(gallery: Gallery, ident: str) -> None:
    assert gallery.get(ident) is None


def test_a_picture_that_cannot_be_shown_is_told_once(
    assets: Path, gallery: Gallery, caplog: pytest.LogCaptureFixture
) -> None:
    (folder(assets) / "truth.json").write_text("{", encoding="utf-8")
    assert [gallery.get("a") for _ in range(3)] == [None] * 3
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert str(folder(assets) / "truth.json") in record.getMessage()
    assert empty(ask(gallery, "tile/a/10/0_0"))
    assert empty(ask(gallery, "crop/a?box=0,0,9,9", 9, 9))


def test_a_spot_that_is_left_out_is_told(assets: Path, gallery: Gallery, caplog: pytest.LogCaptureFixture) -> None:
    tell(folder(assets), truth(WIDTH, HEIGHT, spot(), spot("out", x=99.0)))
    one = gallery.get("a")
    assert one is not None
    assert [found.id for found in one.spots] == ["ring"]
    assert "spot 'out' lies outside the picture" in caplog.text


def test_a_picture_of_somebody_else_opens_as_soon_as_its_scale_is_known(assets: Path, gallery: Gallery) -> None:
    (folder(assets) / "truth.json").unlink()
    assert gallery.get("a") is None
    one = gallery.get("a", 0.05)
    assert one is not None
    assert one.box.width == WIDTH * 0.05
    assert gallery.get("a") is one


def test_pictures_are_drawn_in_many_threads_at_once(assets: Path) -> None:
    gallery = Gallery(assets)
    provider = MammogramProvider(gallery)
    idents = [f"tile/a/10/{c}_{r}" for c in range(3) for r in range(3)] + ["crop/a?box=0,0,60,70", "view/a/ring"]

    def draw(ident: str) -> QImage:
        return provider.requestImage(ident, QSize(), QSize(300, 350))

    alone = [draw(ident) for ident in idents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, idents * 5)) == alone * 5


# --- with Qt's reader thread, and at start-up ---

FORCED = QQuickImageProvider.Flag.ForceAsynchronousImageLoading


def test_the_first_image_is_read_where_it_is_asked_for_and_all_others_aside(gallery: Gallery) -> None:
    provider = MammogramProvider(gallery)
    assert not provider.flags() & FORCED
    provider.requestImage("none", QSize(), QSize())
    assert provider.flags() & FORCED


ALIVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QElapsedTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
import shiboken6
from kiosk.bridge.gallery import Gallery, MammogramProvider
app = QGuiApplication(["a"])
engine = QQmlApplicationEngine()
engine.addImageProvider("mammogram", MammogramProvider(Gallery(Path(sys.argv[1]))))
engine.loadData(b'''
import QtQuick
Window {
    id: root; visible: true; width: 300; height: 300
    property int count: 9
    property int loaded: 0
    Repeater {
        model: root.count
        Image {
            required property int index
            cache: false
            source: "image://mammogram/tile/a/10/" + index % 3 + "_" + (index - index % 3) / 3
            onStatusChanged: if (status === Image.Ready && sourceSize.width > 80) root.loaded++
        }
    }
}''')
window = engine.rootObjects()[0]
clock = QElapsedTimer()
for turn in range(40):
    window.setProperty("count", 0)
    window.setProperty("loaded", 0)
    window.setProperty("count", 9)
    clock.start()
    while turn % 4 == 0 and window.property("loaded") < 9 and clock.elapsed() < 20000:
        QCoreApplication.processEvents()
    assert turn % 4 or window.property("loaded") == 9
window.close()
shiboken6.delete(engine)
print("done")
"""


def test_python_can_make_images_while_the_reader_reads_and_close_meanwhile(assets: Path) -> None:
    """Each may wait for a lock of the other; a process of its own, because a dead one cannot be ended from inside."""
    done = subprocess.run(
        [sys.executable, "-c", ALIVE, str(assets)],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        cwd=paths.PACKAGE.parent,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_nothing_that_reads_pictures_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kiosk", "run", "--windowed", "540x960"],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        env={
            **os.environ,
            "KIOSK_EXIT_AFTER_FIRST_FRAME": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            "XDG_CACHE_HOME": str(tmp_path),
        },
        cwd=paths.PACKAGE.parent,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "first frame" in done.stdout
    assert "kiosk.bridge.gallery" in loaded  # the list is one of modules
    assert not [name for name in loaded if name.startswith("kiosk.explorer") or name == "kiosk.bridge.mammograms"]


@pytest.mark.parametrize("size", [(2048, 2560), (16384, 20480)])
def test_a_picture_of_any_size_opens_before_its_tiles_are_there(assets: Path, size: tuple[int, int]) -> None:
    (folder(assets) / "image.dzi").write_text(dzi(*size, 510, 1, "jpg"), encoding="utf-8")
    tell(folder(assets), truth(*size, pixel=0.02))
    one = Gallery(assets).get("a")
    assert one is not None
    assert one.pyramid.width == size[0]
