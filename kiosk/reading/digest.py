"""One fingerprint for a whole folder: any byte or name that differs gives another.

Standard library only: those who draw pictures and those who check them both use it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """SHA-256 (hex) of the names and bytes of all files in `folder` and below. Raises OSError."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.parts):
        if path.is_file():
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            with path.open("rb") as stream:
                total.update(name + b"\0" + hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()
