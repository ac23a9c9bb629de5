"""Which version of the kiosk this is, by what Python's installer has written down. Knows nothing else."""

from __future__ import annotations

import contextlib
import os
import sys


def version() -> str:
    """As the package was installed; empty where it was not. Python's own way imports forty modules for it."""
    before, after = "imaging_kiosk-", ".dist-info"
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - a folder on the path may be no folder
                if name.startswith(before) and name.endswith(after):
                    return name.removeprefix(before).removesuffix(after)
    return ""
