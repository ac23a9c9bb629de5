"""Roots for this folder's tests, and one line at the end that says how many tests of the deployment ran."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.deploy import layers
from tests.deploy.newer import add, repacked
from tests.deploy.root import Root

_HERE = Path(__file__).parent
_RAN = pytest.StashKey[set[str]]()
_LEFT = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_RAN] = set()
    config.stash[_LEFT] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder that need a root carry the mark; they are left out where none can be made."""
    why = layers.left_out()
    for item in items:
        if _HERE in item.path.parents and item.get_closest_marker("deploy") and why:
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if item.get_closest_marker("deploy"):
        if report.skipped:
            item.config.stash[_LEFT][item.nodeid] = str(
                report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
            ).removeprefix("Skipped: ")
        elif report.when == "call" or report.failed:
            item.config.stash[_RAN].add(item.nodeid)
    return report


def _must_run() -> bool:
    return bool(os.environ.get("CI")) and layers.left_out() is None


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash[_LEFT] and _must_run():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    ran, left = len(config.stash[_RAN]), config.stash[_LEFT]
    if ran or left:
        why = "; ".join(dict.fromkeys(left.values())) or "none"
        terminalreporter.write_line(f"deploy tests: ran {ran}, left out {len(left)}: {why}")


@pytest.fixture(scope="session")
def fresh() -> Path:
    """Debian 13 with systemd, and nothing else."""
    return layers.fresh()


@pytest.fixture(scope="session")
def deb() -> Path:
    """The package of this checkout."""
    return layers.deb()


@pytest.fixture(scope="session")
def needed(fresh: Path, deb: Path) -> Path:
    """All that the package depends on, over `fresh`."""
    return layers.needed(fresh, deb)


@pytest.fixture(scope="session")
def installed(fresh: Path, needed: Path, deb: Path) -> list[Path]:
    """The layers of a machine on which the package is installed, the uppermost first."""
    return [layers.installed(fresh, needed, deb), needed, fresh]


@pytest.fixture(scope="session")
def newer(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same package as its next version would be, with other settings as the default."""
    other_settings = partial(add, "usr/share/imaging-kiosk/site.yaml", "# Newer.\n")
    return repacked(deb, tmp_path_factory.mktemp("newer"), other_settings)


@pytest.fixture
def root(installed: list[Path], tmp_path: Path) -> Iterator[Root]:
    """A machine with the package, for one test."""
    with Root(installed, tmp_path / "machine") as made:
        yield made
    made.forget()


@pytest.fixture
def bare(fresh: Path, needed: Path, tmp_path: Path) -> Iterator[Root]:
    """A machine with all that the package needs, and without it."""
    with Root([needed, fresh], tmp_path / "bare") as made:
        yield made
    made.forget()
