"""pytest's part: the mark `standard`, and a name that stands for no row is a fault of its file before anything runs."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest

from tests.standards.rows import unknown

MARK = "standard"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MARK}(*rows): the rows of tests/standards/rows.yaml that this test proves")


@pytest.hookimpl(wrapper=True)
def pytest_pycollect_makeitem() -> Generator[None, object, object]:
    """Look at each test as it is made of its function, with the marks of its cases."""
    made = yield
    if isinstance(made, list):
        told = dict.fromkeys(line for item in made if isinstance(item, pytest.Item) for line in _faults(item))
        if told:
            raise pytest.Collector.CollectError("\n".join(told))
    return made


def _faults(item: pytest.Item) -> Iterator[str]:
    where = item.nodeid.split("[")[0]
    for mark in item.iter_markers(MARK):
        if not mark.args or mark.kwargs:
            yield f'{where}: say which rows, as in @pytest.mark.{MARK}("A2")'
        for wrong in unknown(mark.args):
            yield f"{where}: there is no row {wrong!r} in tests/standards/rows.yaml"
