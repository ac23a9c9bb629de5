"""What of PySide6 goes into the package: an allow-list, each entry with its reason. Libraries follow from NEEDED.

Whatever is not named here and needed by nothing that is named stays out. `elf` finds what is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MODULES: Final = {
    "QtCore": "imported by the bridge",
    "QtGui": "imported by the bridge",
    "QtQml": "imported by the bridge",
    "QtQuick": "imported by the bridge",
    "QtNetwork": "imported by PySide6.QtQml",
    "QtOpenGL": "imported by PySide6.QtQuick",
    "QtSvg": "icons and drawings",
    "QtMultimedia": "recorded voices, the chime",
    "QtTextToSpeech": "engines of a site that names one",
}
"""Python modules of PySide6."""

PLUGINS: Final = {
    "platforms/libqwayland.so": "the screen under cage",
    "platforms/libqxcb.so": "the screen under an X server",
    "platforms/libqoffscreen.so": "kiosk check, prepare and tour, and the tests",
    "wayland-shell-integration/libxdg-shell.so": "a window under cage",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so": "drawing by the graphics card under cage",
    "xcbglintegrations/libqxcb-egl-integration.so": "drawing by the graphics card under an X server",
    "xcbglintegrations/libqxcb-glx-integration.so": "the same on older drivers",
    "imageformats/libqjpeg.so": "mammograms",
    "imageformats/libqsvg.so": "drawings",
    "multimedia/libffmpegmediaplugin.so": "recorded voices, the chime",
    "texttospeech/libqtexttospeech_speechd.so": "engines of a site that names one",
}
"""Below `PySide6/Qt/plugins`."""

QML: Final = {
    "QtQml": "imported by QtQuick",
    "QtQml/Models": "imported by QtQml",
    "QtQml/WorkerScript": "imported by QtQml",
    "QtQuick": "every page",
    "QtQuick/Shapes": "rings and arrows",
    "QtQuick/Templates": "buttons, what scrolls",
    "QtQuick/Window": "imported by QtQuick.Templates, an old name of a part of QtQuick",
    "Qt/labs/qmlmodels": "blocks of a page by their kind",
}
"""Folders below `PySide6/Qt/qml`, each without the folders in it."""

FILES: Final = ("__init__.py", "_config.py", "_git_pyside_version.py", "py.typed")
"""Of PySide6's own folder, beside modules and libraries."""

GPL_ONLY: Final = (
    *("VirtualKeyboard", "virtualkeyboard", "Charts", "DataVisualization", "Graphs", "Quick3D", "quick3d"),
    *("QuickTimeline", "QtQuick/Timeline", "Lottie", "lottie", "NetworkAuth", "HttpServer", "Mqtt", "Coap", "Grpc"),
    *("WaylandCompositor", "wayland-compositor", "ShaderTools", "CanvasPainter", "Protobuf", "Insight"),
)
"""Parts of the names of what Qt gives out under the GPL, and not the LGPL: never in the package."""


def not_free_enough(names: Iterable[str]) -> list[str]:
    """Those of `names` (places of files) that come of a part of Qt under the GPL."""
    return [name for name in names if any(part in name for part in GPL_ONLY)]


SYSTEM: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1": "libbz2-1.0",
    "libbz2.so.1.0": "libbz2-1.0",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian 13's package of each library that ours need; a test asks dpkg whether it is true."""
