"""Qt's compiled pages, all of them made ahead in one go, so that nothing is written while somebody reads.

Qt checks each compiled page against its source's time and its own version and ignores a stale one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import qVersion

_STAMP = "made-for"


def fingerprint(qml: Path) -> str:
    """What the compiled pages depend on: Qt's version and the sources' places, sizes and times."""
    stats: list[tuple[str, int, int]] = []
    for module in os.scandir(qml / "Kiosk"):
        if module.is_dir():
            found = [(entry.path, entry.stat()) for entry in os.scandir(module.path)]
            stats += [(path, stat.st_mtime_ns, stat.st_size) for path, stat in found]
    return f"{qVersion()} {sorted(stats)}"


def make_ahead(qml: Path, folder: Path) -> bool:
    """Compile every page below `qml` into `folder` unless that is done; False when it fails: the kiosk runs without."""
    stamp = folder / _STAMP
    wanted = fingerprint(qml)
    try:
        if stamp.read_text(encoding="utf-8") == wanted:
            return True
    except (OSError, ValueError):
        pass
    import subprocess  # noqa: PLC0415 - not needed at a usual start

    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QML_DISK_CACHE": "qmlc",
        "QML_DISK_CACHE_PATH": str(folder),
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", __name__, str(qml)], env=env, check=True, timeout=120)
        stamp.write_text(wanted, encoding="utf-8")
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _compile_all(qml: Path) -> int:
    """Run in a child with Qt's cache switched on: reads every page once, shows none."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQml import QQmlComponent, QQmlEngine  # noqa: PLC0415

    import kiosk.bridge.calibration  # noqa: PLC0415 - registers the types that pages name
    import kiosk.bridge.desk  # noqa: PLC0415
    import kiosk.bridge.explorer  # noqa: F401, PLC0415 - the same, the kiosk's among them

    app = QGuiApplication([])
    engine = QQmlEngine()
    engine.addImportPath(str(qml))
    bad = 0
    for page in sorted(qml.rglob("*.qml")):
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(page)))
        for error in component.errors():
            print(error.toString(), file=sys.stderr)
            bad = 1
        del component
    del engine, app
    return bad


if __name__ == "__main__":
    sys.exit(_compile_all(Path(sys.argv[1])))
