"""`kiosk staff`: what IT types, what it hears, and that no PIN is ever seen."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pty
import subprocess
from pathlib import Path

import pytest

from kiosk import exits
from kiosk.command_line import dispatch
from kiosk.settings import load_site
from kiosk.staff import keyfile
from kiosk.staff.lockout import LONGEST, Lockouts, glance
from kiosk.staff.model import Role
from kiosk.staff.pin import PinFile
from tests.cli.launch import command, environment, finished, until
from tests.staff.places import Place, full, read_only

DESK, IT = "492751", "83620571"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the kiosk of this test keeps its state."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("STATE_DIRECTORY", str(folder))
    return folder


def staff(monkeypatch: pytest.MonkeyPatch, *words: str | Path, typed: str = "") -> int:
    """Run `kiosk staff` in this process, with `typed` on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return dispatch(["staff", *map(str, words)])


def set_pin(monkeypatch: pytest.MonkeyPatch, digits: str, *words: str) -> int:
    return staff(monkeypatch, "set-pin", *words, typed=f"{digits}\n{digits}\n")


def test_a_pin_is_set_from_two_lines_and_opens(tmp_path: Path) -> None:
    env = environment(tmp_path) | {"STATE_DIRECTORY": str(tmp_path / "state")}
    done = subprocess.run(
        command("staff", "set-pin", "--role", "it"),
        env=env,
        input=f"{IT}\n{IT}\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == exits.ENDED, done.stderr
    assert IT not in done.stdout + done.stderr
    assert done.stderr.startswith(f"The PIN of the role it is set, in {tmp_path / 'state' / 'staff-pin.json'}.\n")
    assert PinFile(tmp_path / "state").verify(IT) is Role.IT
    assert Lockouts(tmp_path / "state").left == 0


def test_at_a_terminal_a_pin_is_asked_for_twice_and_never_shown(tmp_path: Path) -> None:
    ours, its = pty.openpty()
    env = environment(tmp_path) | {"STATE_DIRECTORY": str(tmp_path)}
    process = subprocess.Popen(
        command("staff", "set-pin"), env=env, stdin=its, stdout=its, stderr=its, start_new_session=True
    )
    os.close(its)
    os.set_blocking(ours, False)
    seen = b""

    def shows(text: bytes) -> bool:
        nonlocal seen
        with contextlib.suppress(OSError):  # nothing yet, or the other side has ended
            seen += os.read(ours, 4096)
        return text in seen

    try:
        assert until(lambda: shows(b"New PIN of the role desk (6 to 8 digits): "))
        os.write(ours, f"{DESK}\n".encode())
        assert until(lambda: shows(b"Once more: "))
        os.write(ours, f"{DESK}\n".encode())
        assert until(lambda: shows(b"is set, in "))
        assert process.wait(60) == exits.ENDED
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert DESK.encode() not in seen
    assert PinFile(tmp_path).verify(DESK) is Role.DESK


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "no PIN was entered; nothing has changed"),
        (f"{DESK}\n", "no PIN was entered; nothing has changed"),
        (f"{DESK}\n{IT}\n", "the two entries differ; nothing has changed"),
        ("\n\n", "a PIN has 6 to 8 digits, and nothing else"),
        ("123456\n123456\n", "its digits stand in a row"),
        (f"{'7' * 200}\n" * 2, "this PIN will not do"),
        ("5550103\n5550103\n", "it is a part of one of this site's telephone numbers"),
    ],
)
def test_what_will_not_do_is_told_and_changes_nothing(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, why: str
) -> None:
    assert set_pin(monkeypatch, "607394") == 0
    stood = {path.name: path.read_bytes() for path in state.iterdir()}
    capsys.readouterr()
    assert staff(monkeypatch, "set-pin", typed=typed) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kiosk: ")
    assert why in told.err
    assert told.err.count("\n") == 1
    assert not any(line and line in told.err for line in typed.split())
    assert {path.name: path.read_bytes() for path in state.iterdir()} == stood


def test_the_site_s_own_telephone_numbers_are_no_pins(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(f'centers: [{{name: A, phone: "1-{DESK[:3]}-{DESK[3:]}-8"}}]\n', encoding="utf-8")
    assert set_pin(monkeypatch, DESK, "--site", str(site)) == 1
    assert "telephone" in capsys.readouterr().err
    assert set_pin(monkeypatch, DESK, "--site", str(tmp_path / "nowhere.yaml")) == 1
    assert "there is no settings file" in capsys.readouterr().err
    assert set_pin(monkeypatch, DESK) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can set a PIN for another user")
def test_what_root_sets_is_the_kiosk_s_to_read_or_root_is_told(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, DESK) == 0
    assert f"{state} belongs to root: a kiosk that runs as another user cannot read it." in capsys.readouterr().err
    os.chown(state, 65534, 65534)
    assert set_pin(monkeypatch, DESK) == 0
    assert "belongs to root" not in capsys.readouterr().err
    assert (state / "staff-pin.json").stat().st_uid == 65534


def test_both_roles_cannot_have_the_same_pin(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, DESK) == 0
    assert set_pin(monkeypatch, DESK, "--role", "it") == 1
    assert "the other role has this PIN already" in capsys.readouterr().err


def _open(path: Path) -> None:
    path.chmod(0o644)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda path: path.write_bytes(b"{"), "staff-pin.json is damaged"),
        (_open, "(mode 0644), so its PINs are not used"),
        (lambda path: path.write_bytes(b'{"version":9,"pins":{}}'), "written by another version"),
    ],
    ids=["corrupt", "wrong mode", "another version"],
)
def test_a_faulty_file_is_told_and_mended_by_a_new_pin(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], harm: object, told: str
) -> None:
    assert set_pin(monkeypatch, IT, "--role", "it") == 0
    assert callable(harm)
    harm(state / "staff-pin.json")
    assert staff(monkeypatch, "status") == 1
    said = capsys.readouterr()
    assert told in said.err
    assert "set the PINs anew with `kiosk staff set-pin`" in said.err
    assert said.out.startswith("PIN desk  none\nPIN it    none\n")
    assert set_pin(monkeypatch, DESK) == 0
    assert "a PIN of the other role has to be set anew, too" in capsys.readouterr().err
    assert staff(monkeypatch, "status") == 0
    assert ", mode 0600" in capsys.readouterr().out


@pytest.mark.parametrize("place", [read_only, full], ids=["read-only", "full"])
def test_what_cannot_be_written_is_told(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Place
) -> None:
    with place(state):
        assert set_pin(monkeypatch, DESK) == 1
        assert f"cannot be written in {state}: " in capsys.readouterr().err
        assert staff(monkeypatch, "clear-lock") == 1
        assert "the lock-out stands" in capsys.readouterr().err
    assert PinFile(state).roles == frozenset()


def test_clearing_the_lock_out_lets_everybody_try_again(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, DESK) == 0
    (state / "lockout.json").write_bytes(b"garbage")
    assert staff(monkeypatch, "status") == 1
    assert "15 minutes to wait, 9 wrong PINs in a row" in capsys.readouterr().out
    assert glance(state)[0] == LONGEST
    assert (state / "lockout.json").read_bytes() == b"garbage", "a look changes nothing"
    assert set_pin(monkeypatch, "501868") == 0
    assert "A lock-out of 15 minutes is still in force" in capsys.readouterr().err
    assert staff(monkeypatch, "clear-lock") == 0
    assert staff(monkeypatch, "status") == 0
    assert "Lock-out  no wrong PINs in a row" in capsys.readouterr().out


def test_a_key_file_is_written_with_its_line_and_opens_what_the_settings_say(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "media" / "stick"
    stick.mkdir(parents=True)
    assert staff(monkeypatch, "make-key", stick, "--role", "it") == 0
    told = capsys.readouterr()
    text = hashlib.sha256((stick / keyfile.NAME).read_bytes()).hexdigest()
    assert told.out == f"key_files: {{it: {text}}}\n"
    assert f"{stick / keyfile.NAME} is written. Put the line above below `desk:`" in told.err
    site = tmp_path / "site.yaml"
    folders = f"key_folders: [{tmp_path / 'media'}]"
    site.write_text(f"mode: demonstration\ndesk:\n  contact_seconds: 60\n  {folders}\n  {told.out}", encoding="utf-8")
    loaded, problems = load_site(site)
    assert problems == ()
    assert keyfile.find(loaded.desk.key_folders, loaded.desk.key_files) is Role.IT
    assert staff(monkeypatch, "status", "--site", site) == 0, "a key file is a way in: no PIN need be set"
    assert capsys.readouterr().out.splitlines() == [
        "PIN desk  none",
        "PIN it    none",
        f"PIN file  {state / 'staff-pin.json'}",
        "Lock-out  no wrong PINs in a row",
        "Key desk  none",
        "Key it    known",
        "Key file of the role it is plugged in.",
    ]
    assert staff(monkeypatch, "make-key", stick) == 1
    assert "there is a key file already" in capsys.readouterr().err
    for path in (tmp_path / "nowhere" / keyfile.NAME, stick / "another.name"):
        assert staff(monkeypatch, "make-key", path) == 1
        assert f"no key file is written to {path}: " in capsys.readouterr().err
        assert not path.exists()


def test_without_any_way_in_status_says_what_to_do(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert staff(monkeypatch, "status") == 1
    assert capsys.readouterr().err == "no PIN is set; set one with `kiosk staff set-pin`.\n"
    assert list(state.iterdir()) == []


def test_status_and_its_faults_show_no_secret(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, DESK) == 0
    assert set_pin(monkeypatch, IT, "--role", "it") == 0
    assert staff(monkeypatch, "status") == 0
    told = "".join(capsys.readouterr())
    assert [secret for secret in (DESK, IT, "argon2", "$") if secret in told] == []


def test_a_wrong_command_line_is_told_in_one_sentence(tmp_path: Path) -> None:
    for words in (["staff"], ["staff", "set-pin", "--role", "boss"], ["staff", "make-key"]):
        done = finished(command(*words), environment(tmp_path))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (exits.WRONG_COMMAND_LINE, "", 1)


def test_kiosk_check_names_what_is_wrong_with_the_desk_s_settings(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    lines = "desk:\n  chord: [Ctrl+Alt+Sausage]\n  key_files:\n    boss: x\n    desk: secret\nmode: demonstration\n"
    site.write_text(lines, encoding="utf-8")
    done = finished(command("check", site), env)
    assert done.returncode == exits.CONTENT_UNUSABLE
    assert [line.split(";")[0] for line in done.stdout.splitlines()] == [
        f"{site}:2:11: no key is called 'Sausage'",
        f"{site}:4:5: nobody at the desk is called 'boss'",
        f"{site}:5:11: this is no SHA-256: 64 digits and letters from a to f",
        "3 errors, 0 warnings",
    ]
