"""Decoded pixels for painting: read off the GUI thread, held within a bound, forgotten the oldest first."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

_MOST_BYTES = 24 * 2**20
Key = tuple[str, ...]
Read = Callable[[], QImage | None]


class _Job(QRunnable):
    """Reads one image in a thread of the pool and tells."""

    def __init__(self, key: Key, read: Read, done: Callable[[Key, QImage], None]) -> None:
        super().__init__()
        self._key, self._read, self._done = key, read, done

    def run(self) -> None:
        with contextlib.suppress(RuntimeError):  # whoever asked is gone: the visit ended meanwhile
            self._done(self._key, self._read() or QImage())


class Pixels(QObject):
    """Images by key. `get` gives what is there and has the rest read; `arrived` says that something came."""

    arrived = Signal()
    _read = Signal(object, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._asked: set[Key] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._take)

    def get(self, key: Key, read: Read) -> QImage | None:
        """The image of `key`; None while `read` is at it, and when it cannot be read."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
            return None if image.isNull() else image
        if key not in self._asked:
            self._asked.add(key)
            self._pool.start(_Job(key, read, self._read.emit))
        return None

    def _take(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        self._images[key] = image  # a null one too: what cannot be read is not tried at each frame
        while self.bytes_held > _MOST_BYTES and len(self._images) > 1:
            self._images.popitem(last=False)
        self.arrived.emit()

    @property
    def bytes_held(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())

    def close(self) -> None:
        """Wait for the image that is being read and start no other."""
        self._pool.clear()
        self._pool.waitForDone()
