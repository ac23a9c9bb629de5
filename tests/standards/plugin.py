"""pytest's part: the mark `standard`, and a name that stands for no row stops the run before it begins."""

from __future__ import annotations

import pytest

from tests.standards.rows import unknown

MARK = "standard"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MARK}(*rows): the rows of tests/standards/rows.yaml that this test proves")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    told: dict[str, None] = {}
    for item in items:
        for mark in item.iter_markers(MARK):
            where = item.nodeid.split("[")[0]
            if not mark.args or mark.kwargs:
                told[f'{where}: say which rows, as in @pytest.mark.{MARK}("A2")'] = None
            for wrong in unknown(mark.args):
                told[f"{where}: there is no row {wrong!r} in tests/standards/rows.yaml"] = None
    if told:
        raise pytest.UsageError("\n".join(told))
