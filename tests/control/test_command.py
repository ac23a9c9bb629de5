"""Which kiosk `kiosk ctl` asks where nobody says which, and which it names where none answers."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import exits, paths
from kiosk.control.command import ctl, sockets
from kiosk.control.place import NAME
from kiosk.settings.model import Control


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine on which the package is installed, and whoever asks has a run folder of his own."""
    with tempfile.TemporaryDirectory() as name:  # a socket's path is short, and a test's folder has a long name
        monkeypatch.setattr(paths, "SYSTEM_RUN", Path(name) / "run/imaging-kiosk")
        monkeypatch.setattr(paths, "SYSTEM_STATE", Path(name) / "var/lib/imaging-kiosk")
        monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(Path(name) / "run/user/1000"))
        paths.SYSTEM_STATE.mkdir(parents=True)
        yield Path(name)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    assert ctl("status", sockets(Control())) == exits.NO_KIOSK
    return capsys.readouterr().err


def test_where_the_installed_kiosk_does_not_run_its_own_socket_is_named(
    machine: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    system = f"there is no socket {machine}/run/imaging-kiosk/{NAME}"
    assert system in said(capsys)
    monkeypatch.delenv("XDG_RUNTIME_DIR")  # as root by SSH
    assert system in said(capsys)


def test_without_the_package_the_callers_own_place_is_named(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths.SYSTEM_STATE.rmdir()
    assert f"there is no socket {machine}/run/user/1000/imaging-kiosk/{NAME}" in said(capsys)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_whoever_may_not_use_the_installed_kiosks_socket_hears_that(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder is shut to him: he does not even see whether a socket is there."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        run = Path(name) / "imaging-kiosk"
        run.mkdir(mode=0o700)
        monkeypatch.setattr(paths, "SYSTEM_RUN", run)
        monkeypatch.setattr(paths, "installed", lambda: True)
        with socket.socket(socket.AF_UNIX) as there:
            there.bind(str(run / NAME))
            there.listen()
            child = os.fork()
            if child == 0:  # this process alone becomes somebody else
                code = 1
                try:
                    os.setgroups([])
                    os.setgid(65534)
                    os.setuid(65534)
                    code = ctl("status", sockets(Control()))
                    sys.stderr.flush()
                finally:
                    os._exit(code)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == exits.NO_KIOSK
    told = capfd.readouterr().err
    assert f"may not use the kiosk's socket {run / NAME}. Use sudo" in told
    assert "control: {group: ...}" in told
