"""What this kiosk has none of, so that rows of the standards hold by absence.

No sensor of people, no video, no field to type into, no words drawn into art.

Reads Python, QML and the files of `assets` below a root. Each fault is one sentence with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SENSORS = re.compile(
    r"\b(QCamera\w*|QMediaCaptureSession|QMediaDevices\.(?:audioInputs|videoInputs|default(?:Audio|Video)Input)|QMediaRecorder"
    r"|QAudioSource|QAudioInput|QImageCapture|QScreenCapture|QtNfc|QtBluetooth|QtSensors|QtPositioning|cv2|pyaudio"
    r"|sounddevice|evdev|CaptureSession|AudioInput|MediaRecorder)\b"
)
"""What could see, hear, scan or find a person."""
VIDEO = re.compile(
    r"\b(QVideoWidget|QVideoSink|QGraphicsVideoItem|VideoOutput|Video\s*\{|AnimatedImage|QMovie|QtWebEngine\w*)"
)
FIELDS = re.compile(
    r"\b(TextInput|TextEdit|TextField|TextArea|SpinBox|SearchField|ComboBox\s*\{\s*editable|InputPanel|VirtualKeyboard)\b"
)
"""Types of QML that take letters."""
VIDEO_FILES = frozenset({".mp4", ".webm", ".mkv", ".mov", ".avi", ".ogv", ".gif", ".apng"})
_COMMENT = re.compile(r"//.*|#.*")


def sensors(root: Path) -> Iterator[str]:
    yield from _found(root, SENSORS, (".py", ".qml"), "can see, hear or find a person")


def videos(root: Path) -> Iterator[str]:
    yield from _found(root, VIDEO, (".py", ".qml"), "shows a video: it needs captions and a spoken description")
    for file in sorted((root / "assets").rglob("*")):
        if file.suffix.lower() in VIDEO_FILES:
            yield f"{file.relative_to(root)}: is a video: it needs captions and a spoken description"


def fields(root: Path) -> Iterator[str]:
    yield from _found(root, FIELDS, (".qml",), "asks somebody to type")


def lettered_art(root: Path) -> Iterator[str]:
    for file in sorted((root / "assets" / "art").rglob("*.svg")):
        letters = "".join(re.findall(r"<text\b.*?</text>", file.read_text("utf-8"), re.S))
        if re.search(r"\w", re.sub(r"<[^>]*>", "", letters)):
            yield f"{file.relative_to(root)}: has words in it, which no language can change"


def _found(root: Path, what: re.Pattern[str], kinds: tuple[str, ...], told: str) -> Iterator[str]:
    for file in sorted((root / "kiosk").rglob("*")):
        if file.suffix not in kinds:
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if found := what.search(_COMMENT.sub("", line)):
                yield f"{file.relative_to(root)}:{number}: {found[0].strip()} {told}"
