"""All tests but `test_without_the_extra.py` need the extra `illustrate`; a checkout without it leaves them out.

The development group of pyproject.toml has what the extra has (a test holds that), so `make check` runs them all.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

collect_ignore: list[str] = []
if any(importlib.util.find_spec(name) is None for name in ("numpy", "scipy", "PIL")):
    here = Path(__file__).parent
    collect_ignore += [path.name for path in here.glob("test_*.py") if path.name != "test_without_the_extra.py"]
