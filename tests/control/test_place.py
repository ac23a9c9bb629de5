"""The socket in the file system: who may open it, and that no kiosk takes it from another."""

from __future__ import annotations

import errno
import grp
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.control.client import Client
from kiosk.control.place import MOST_PATH_BYTES, NAME, Peer, Place, PlaceError, peer
from tests.cli.launch import ROOT
from tests.control.ends import Kiosk

AS_ROOT = pytest.mark.skipif(os.getuid() != 0, reason="only root can be somebody else")
NOBODY = 65534


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as found:
        yield found


@pytest.fixture
def made(tmp_path: Path, stack: ExitStack) -> Iterator[Path]:
    """The folder that a place may be made in; the umask lets everything through, as a careless unit's might."""
    stack.callback(os.umask, os.umask(0))
    yield tmp_path / "run"


def place(stack: ExitStack, path: Path, group: str = "", *, own: bool = True) -> Place:
    found = Place(path, group, own_folder=own)
    stack.callback(found.close)
    return found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def own_group() -> str:
    return grp.getgrgid(os.getgid()).gr_name


@pytest.mark.parametrize("umask", [0, 0o777, 0o027], ids=oct)
def test_without_a_group_the_socket_is_its_own_users_alone(made: Path, stack: ExitStack, umask: int) -> None:
    made.mkdir()
    os.umask(umask)
    found = place(stack, made / NAME)
    assert found.need is None
    assert (mode(made), mode(made / NAME)) == (0o750, 0o600)


def test_with_a_group_its_members_may_use_it(made: Path, stack: ExitStack) -> None:
    found = place(stack, made / NAME, own_group())
    assert (mode(made), mode(made / NAME)) == (0o750, 0o660)
    assert (made / NAME).stat().st_gid == made.stat().st_gid == os.getgid()
    assert found.admits(Peer(4711, frozenset({1, os.getgid()})))
    assert not found.admits(Peer(4711, frozenset({os.getgid() + 1})))


def test_a_group_that_is_not_there_lets_nobody_in_and_staff_are_told(made: Path, stack: ExitStack) -> None:
    found = place(stack, made / NAME, "no-such-group")
    assert mode(made / NAME) == 0o600
    assert found.need is not None
    assert "no-such-group" in found.need.text
    assert "groupadd" in found.need.mend
    assert not found.admits(Peer(4711, frozenset({os.getgid()})))


@pytest.mark.parametrize(
    ("caller", "may"),
    [
        (Peer(0, frozenset()), True),
        (Peer(os.getuid(), frozenset()), True),
        (Peer(4711, frozenset({4711})), False),
        (None, False),
    ],
)
def test_only_its_own_user_and_root_are_let_in_without_a_group(
    made: Path, stack: ExitStack, caller: Peer | None, may: bool
) -> None:
    assert place(stack, made / NAME).admits(caller) == may


def test_the_system_says_who_calls() -> None:
    one, other = socket.socketpair()
    with one, other:
        found = peer(one)
    assert found is not None
    assert found.uid == os.getuid()
    assert found.gids == {os.getgid(), *os.getgroups()}


def test_a_socket_whose_kiosk_has_died_is_replaced(made: Path, stack: ExitStack) -> None:
    made.mkdir()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left:
        left.bind(str(made / NAME))
    (made / f"{NAME}.lock").write_bytes(b"")
    before = (made / NAME).lstat().st_ino
    found = place(stack, made / NAME)
    assert found.socket.getsockname() == str(made / NAME)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.connect(str(made / NAME))
    assert before is not None


def test_another_kiosk_that_lives_keeps_its_socket(tmp_path: Path, stack: ExitStack) -> None:
    with Kiosk(tmp_path / "run") as first:
        with pytest.raises(PlaceError, match="Another kiosk has the control socket") as caught:
            place(stack, first.path)
        assert "its own `control: {socket: ...}`" in caught.value.need.mend
        assert first.is_well()
    place(stack, first.path)  # and when it has gone, the place is free


def test_a_socket_that_answers_is_not_taken_whoever_has_made_it(made: Path, stack: ExitStack) -> None:
    made.mkdir()
    other = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
    other.bind(str(made / NAME))
    other.listen(1)
    with pytest.raises(PlaceError, match="Another kiosk"):
        place(stack, made / NAME)
    assert (made / NAME).exists()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_no_socket_is_left_alone_and_named(made: Path, stack: ExitStack, kind: str) -> None:
    made.mkdir()
    precious = made / "precious"
    precious.write_text("dear", encoding="utf-8")
    match kind:
        case "file":
            (made / NAME).write_text("dear", encoding="utf-8")
        case "folder":
            (made / NAME).mkdir()
        case "link":
            (made / NAME).symlink_to(precious)
    with pytest.raises(PlaceError, match="is no socket"):
        place(stack, made / NAME)
    assert precious.read_text(encoding="utf-8") == "dear"
    assert os.path.lexists(made / NAME)


def test_a_path_that_is_too_long_is_named_and_one_that_just_fits_works(made: Path, stack: ExitStack) -> None:
    fits = made / ("x" * (MOST_PATH_BYTES - len(str(made)) - 1))
    place(stack, fits)
    with pytest.raises(PlaceError, match="more than 107 bytes") as caught:
        place(stack, fits.with_name(fits.name + "x"))
    assert "shorter" in caught.value.need.mend


@pytest.mark.parametrize("folder", ["/proc/kiosk", "/dev/null/kiosk"])
def test_a_folder_that_cannot_be_made_is_named(stack: ExitStack, folder: str) -> None:
    with pytest.raises(PlaceError, match="cannot be made") as caught:
        place(stack, Path(folder) / NAME)
    assert caught.value.need.mend.endswith("the permissions of its folder.")


def test_a_folder_of_the_sites_own_keeps_its_permissions(made: Path, stack: ExitStack) -> None:
    made.mkdir(mode=0o755)
    place(stack, made / NAME, own=False)
    assert mode(made) == 0o755


def test_a_socket_that_somebody_has_put_in_its_place_is_not_taken_away(made: Path, stack: ExitStack) -> None:
    found = place(stack, made / NAME)
    (made / NAME).unlink()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        other.bind(str(made / NAME))
        found.close()
        assert (made / NAME).exists()


def test_a_group_that_cannot_reach_the_folder_is_told_to_staff(made: Path, stack: ExitStack) -> None:
    closed = made / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0o700)
    found = place(stack, closed / "run" / NAME, own_group())
    assert found.need is not None
    assert "is closed to them" in found.need.text


def as_nobody(code: str, *arguments: object, groups: tuple[str, ...] = ()) -> str:
    """What Python says to `code`, run by a user who is a member of just these groups."""
    gids = [grp.getgrnam(name).gr_gid for name in groups]
    become = f"\nos.setgroups({gids}); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    ran = subprocess.run(
        [sys.executable, "-c", "import os, sys, socket\n" + code.replace("BECOME", become), *map(str, arguments)],
        env={"PYTHONPATH": str(ROOT)},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture
def public(stack: ExitStack) -> Path:
    """A folder that everybody can reach; pytest's own are closed."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-", dir="/tmp")))
    folder.chmod(0o755)
    return folder


@AS_ROOT
@pytest.mark.parametrize(
    ("groups", "may"), [((), False), (("games",), True), (("audio", "games"), True), (("audio",), False)], ids=repr
)
def test_a_process_comes_in_by_its_group_alone(public: Path, groups: tuple[str, ...], may: bool) -> None:
    """Where the file's permissions let all through, who calls is asked all the same."""
    with Kiosk(public / "run", group="games") as kiosk:
        kiosk.path.parent.chmod(0o755)
        kiosk.path.chmod(0o666)
        code = (
            "BECOME\ns = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); f = s.makefile();"
            'f.readline(); s.sendall(b\'{"ask":"status"}\\n\'); print(f.readline())'
        )
        if not may:
            code = code.replace("s.sendall", "(lambda data: None)")
        told = as_nobody(code, kiosk.path, groups=groups)
    assert ('"say":"status"' in told) == may
    assert ("You may not use this kiosk." in told) != may


@AS_ROOT
@pytest.mark.parametrize(("groups", "may"), [(("games",), True), ((), False)], ids=repr)
def test_the_files_permissions_alone_keep_others_out(public: Path, groups: tuple[str, ...], may: bool) -> None:
    with Kiosk(public / "run", group="games") as kiosk:
        code = "BECOME\ns = socket.socket(socket.AF_UNIX); print(s.connect_ex(sys.argv[1]))"
        told = as_nobody(code, kiosk.path, groups=groups)
    assert told == ("0\n" if may else f"{errno.EACCES}\n")


@AS_ROOT
def test_a_user_who_may_not_give_the_socket_away_keeps_it_and_staff_are_told(public: Path) -> None:
    os.chown(public, NOBODY, NOBODY)
    code = (
        "from pathlib import Path; from kiosk.control.place import Place; import grp, fcntl\nBECOME\n"
        "p = Place(Path(sys.argv[1]), 'games', own_folder=True)\n"
        "print(oct(p.path.stat().st_mode & 0o777), p.need.text)"
    )
    told = as_nobody(code, public / "run" / NAME)
    assert told.startswith("0o600 The kiosk may not give its socket to the group games")


def test_a_kiosk_that_has_its_socket_and_is_about_to_listen_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    starting.bind(str(tmp_path / "control.sock"))
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        starting.listen()

    monkeypatch.setattr("kiosk.control.client.time.sleep", wait)
    with Client(tmp_path / "control.sock"):
        assert len(waited) == 1
    starting.close()
