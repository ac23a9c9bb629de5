"""What is told to systemd, byte by byte, and what happens when nobody listens."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import pytest

from kiosk.health.notify import Notifier, listener
from tests.health.listening import Listener


@pytest.fixture(params=["path", "abstract"])
def ear(request: pytest.FixtureRequest, tmp_path: Path) -> Listener:
    return Listener(tmp_path / "notify" if request.param == "path" else f"@kiosk-test-{secrets.token_hex(8)}")


def test_each_message_is_what_systemd_reads(ear: Listener) -> None:
    teller = listener({"NOTIFY_SOCKET": ear.address})
    assert teller is not None
    assert teller.ready("The kiosk is ready.")
    assert teller.beat()
    assert teller.status("Closed.\nSTOPPING=1")
    assert teller.stopping()
    assert ear.lines() == [
        "READY=1",
        "STATUS=The kiosk is ready.",
        "WATCHDOG=1",
        "STATUS=Closed. STOPPING=1",
        "STOPPING=1",
    ]
    teller.close()


@pytest.mark.parametrize(
    ("period", "process", "seconds"),
    [
        ("30000000", "", 30.0),
        pytest.param("500000", str(os.getpid()), 0.5, id="ours"),
        pytest.param("500000", str(os.getppid()), 0.5, id="our parent's"),
        ("500000", "1999999999", None),
        ("", "", None),
        ("0", "", None),
        ("-5", "", None),
        ("soon", "", None),
        ("５", "", None),
    ],
)
def test_the_beat_is_asked_of_us_or_of_who_wraps_us(period: str, process: str, seconds: float | None) -> None:
    teller = listener({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": period, "WATCHDOG_PID": process})
    assert teller is not None
    assert teller.watchdog == seconds


def test_the_variables_are_taken_so_that_no_child_speaks_for_the_kiosk() -> None:
    environment = {"NOTIFY_SOCKET": "@x", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "1", "HOME": "/"}
    listener(environment)
    assert environment == {"HOME": "/"}


@pytest.mark.parametrize("address", ["", "relative", "vsock:2:1"])
def test_without_an_address_nobody_listens(address: str) -> None:
    assert listener({"NOTIFY_SOCKET": address} if address else {}) is None


def test_a_supervisor_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    teller = Notifier(str(tmp_path / "nobody"), 1.0)
    assert not teller.beat()
    teller.close()
    teller.close()
    assert not teller.ready()


def test_a_supervisor_that_does_not_read_never_blocks_us(tmp_path: Path) -> None:
    ear = Listener(tmp_path / "deaf")
    teller = Notifier(ear.address, 1.0)
    told = [teller.beat() for _ in range(5000)]
    assert told[0]
    assert not told[-1]
