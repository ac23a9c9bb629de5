"""Each service of the kiosk stands behind every wall that it can stand behind."""

from __future__ import annotations

import pytest

from tests.gates.sandbox import LIMITS, UNITS, WALLS, faults, read

_MAIN = "imaging-kiosk.service"
_SERVICES = sorted(path.name for path in UNITS.glob("*.service"))


def _text(name: str) -> str:
    return (UNITS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", _SERVICES)
def test_a_service_stands_behind_all_walls_or_says_why_not(name: str) -> None:
    assert list(faults(name, _text(name), _text(_MAIN))) == []


def test_there_are_services() -> None:
    assert _SERVICES == [
        "imaging-kiosk-retry.service",
        "imaging-kiosk-safe.service",
        "imaging-kiosk-sound.service",
        "imaging-kiosk.service",
    ]


@pytest.mark.parametrize("wall", [name for name in (*WALLS, *LIMITS) if name in read(_text(_MAIN))])
def test_a_missing_wall_is_seen(wall: str) -> None:
    planted = "\n".join(line for line in _text(_MAIN).splitlines() if not line.startswith(f"{wall}="))
    assert any(wall in fault for fault in faults(_MAIN, planted, ""))


@pytest.mark.parametrize(
    ("there", "planted", "fault"),
    [
        ("AF_UNIX AF_NETLINK", "AF_UNIX AF_INET", "a network can be reached by AF_INET"),
        ("User=kiosk", "User=root", "runs as root"),
        ("@resources @aio", "@resources", "io_uring"),
        ("#   PrivateDevices=no ", "#   ", "PrivateDevices=yes is missing"),
        ("ProtectSystem=strict", "ProtectSystem=strict\nProtectSystem=no", "ProtectSystem=strict is missing"),
        (
            "CapabilityBoundingSet=\n",
            "CapabilityBoundingSet=\nCapabilityBoundingSet=CAP_CHOWN\n",
            "CapabilityBoundingSet= is",
        ),
        ("SystemCallErrorNumber", "SystemCallFilter=\nSystemCallErrorNumber", "SystemCallFilter=@system-service is"),
    ],
)
def test_a_gap_is_seen(there: str, planted: str, fault: str) -> None:
    text = _text(_MAIN)
    assert there in text
    assert any(fault in said for said in faults(_MAIN, text.replace(there, planted), ""))


def test_what_stands_in_never_gives_up_and_the_kiosk_gives_way_to_it() -> None:
    main, safe = read(_text(_MAIN)), read(_text("imaging-kiosk-safe.service"))
    assert safe["StartLimitIntervalSec"] == ["0"]
    assert safe["Restart"] == main["Restart"] == ["always"]
    assert main["OnFailure"] == ["imaging-kiosk-safe.service"]
    assert "imaging-kiosk.service" in safe["Conflicts"][0].split()
    assert "RestartPreventExitStatus" not in main
    assert main["NotifyAccess"] == ["all"]


def test_three_starts_that_hang_to_the_end_still_bring_what_stands_in() -> None:
    main = read(_text(_MAIN))
    seconds = {name: int(main[name][0]) for name in ("TimeoutStartSec", "TimeoutStopSec", "RestartMaxDelaySec")}
    assert main["StartLimitIntervalSec"] == ["5min"]
    assert int(main["StartLimitBurst"][0]) * sum(seconds.values()) < 5 * 60
