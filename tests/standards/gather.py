"""Which tests prove which rows: asks pytest what it would run. `python -m tests.standards.gather` prints JSON.

A process of its own does it, so that a run of tests can ask, too, and is none the wiser.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import msgspec
import pytest

from tests.standards.plugin import MARK
from tests.standards.rows import Proof, Proofs

ROOT = Path(__file__).resolve().parents[2]
_PLUGIN = "tests.standards.plugin"
_NO_PROOF = ("skip", "xfail")
"""A test that does not run, or may fail, proves nothing."""


class GatherError(Exception):
    """pytest cannot say what it would run; the message is what it said instead."""


class _Listener:
    def __init__(self) -> None:
        self.found: dict[str, set[Proof]] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if any(item.get_closest_marker(name) for name in _NO_PROOF):
                continue
            file, _, test = item.nodeid.split("[")[0].partition("::")
            for mark in item.iter_markers(MARK):
                for row in mark.args:
                    self.found.setdefault(row, set()).add(Proof(file, test))


def gather(folder: Path = ROOT) -> Proofs:
    """The proofs by row, of all tests below `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.standards.gather"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise GatherError(done.stderr)
    return msgspec.json.decode(done.stdout, type=dict[str, tuple[Proof, ...]])


def _main() -> int:
    listener, said = _Listener(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = pytest.main(
            ["--collect-only", "-qq", "-n0", "-p", "no:cacheprovider", "-p", _PLUGIN], plugins=[listener]
        )
    if code:
        print(said.getvalue(), file=sys.stderr)
        return int(code)
    sys.stdout.write(msgspec.json.encode({row: sorted(listener.found[row]) for row in sorted(listener.found)}).decode())
    return 0


if __name__ == "__main__":
    sys.exit(_main())
