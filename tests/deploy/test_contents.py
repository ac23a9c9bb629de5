"""What is in the installed package: all that its libraries need, nothing that is not used, papers that are in order."""

from __future__ import annotations

import re
import shutil
import subprocess
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

import pytest

from kiosk.deploy.package import elf, parts, trim
from kiosk.deploy.package.layout import PICTURES, SITE_PACKAGES
from tests.deploy import layers
from tests.deploy.kiosk import OFFSCREEN, UNIT, folders
from tests.deploy.newer import repacked, swap
from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
PYSIDE = SITE_PACKAGES / "PySide6"
_EACH = f'find /{SITE_PACKAGES} -name "*.so*" -type f'


def not_found(root: Root) -> str:
    """Libraries that the loader does not find for one of ours, with who asks for it."""
    every = f"for file in $({_EACH}); do ldd $file | grep -E 'not found' | sed \"s|^|$file|\"; done; true"
    return root.run(["sh", "-c", every]).stdout


def unused(pyside: Path) -> set[str]:
    """Libraries of PySide6's folder that nothing asks for which is named in the allow-list."""
    own, named = trim.own_libraries(pyside), trim.roots(pyside)
    ours, _ = elf.closure(named, own)
    there = {path for path in pyside.rglob("*.so*") if path.is_file()}
    return {path.name for path in there - set(named) - {own[name] for name in ours}}


def test_the_loader_finds_whatever_the_libraries_ask_for(root: Root) -> None:
    assert not_found(root) == ""
    root.run(["rm", f"/{PYSIDE}/Qt/lib/libQt6Svg.so.6"])
    assert "libQt6Svg.so.6 => not found" in not_found(root)


def test_nothing_is_in_it_that_is_not_used(installed: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "site-packages"
    shutil.copytree(installed[0] / SITE_PACKAGES, copy, ignore=shutil.ignore_patterns("kiosk", "__pycache__"))
    assert unused(copy / "PySide6") == set()
    shutil.copy(copy / "PySide6/Qt/lib/libQt6Svg.so.6", copy / "PySide6/Qt/lib/libQt6Planted.so.6")
    assert unused(copy / "PySide6") == {"libQt6Planted.so.6"}


def test_nothing_is_in_it_that_is_under_the_gpl(deb: Path) -> None:
    told = subprocess.run(["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True).stdout
    assert "libQt6Core.so.6" in told
    assert parts.not_free_enough(told.splitlines()) == []


def test_each_library_of_the_system_is_in_the_package_that_is_named(root: Root, deb: Path) -> None:
    told = root.run(["sh", "-c", f"{_EACH} | xargs ldd | sed -n 's/^\\t\\(lib[^ ]*\\) => .*/\\1/p' | sort -u"])
    asked = {name for name in told.stdout.split() if name in parts.SYSTEM}
    depends = {entry.split()[0] for entry in layers.field(deb, "Depends").split(",")}
    assert {parts.SYSTEM[name] for name in asked} <= depends
    for name in sorted(asked):
        owner = root.run(["dpkg-query", "-S", f"*/{name}"]).stdout
        assert re.search(rf"^{re.escape(parts.SYSTEM[name])}(:\w+)?: ", owner, re.MULTILINE), f"{name}: {owner}"


@pytest.fixture(scope="module")
def light(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package without its bulk, which lintian reads for a minute: pictures, and Qt's libraries as they came."""

    def lighter(tree: Path) -> None:
        shutil.rmtree(tree / PICTURES)
        shutil.rmtree(tree / PYSIDE / "Qt/lib")
        sums = tree / "DEBIAN/md5sums"
        lines = sums.read_text(encoding="utf-8").splitlines(keepends=True)
        sums.write_text("".join(line for line in lines if (tree / line[34:-1]).exists()), encoding="utf-8")

    return repacked(deb, tmp_path_factory.mktemp("light"), lighter)


def complaints(deb: Path) -> str:
    """Lintian's errors and warnings, but for the packing: as it is released, it is packed as the archive wants it."""
    words = [
        "lintian",
        "--fail-on",
        "error,warning",
        "--suppress-tags",
        "malformed-deb-archive",
        "--allow-root",
        str(deb),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("lintian") is None, reason="without lintian; `make setup-dev` installs it")
def test_lintian_has_no_complaint(light: Path, tmp_path: Path) -> None:
    assert complaints(light) == ""
    planted = repacked(light, tmp_path, partial(swap, "DEBIAN/control", "Section: misc\n", "Section: planted\n"))
    assert "unknown-section planted" in complaints(planted)


def test_papers_are_where_they_are_looked_for(root: Root) -> None:
    assert root.run(["zcat", "/usr/share/man/man1/kiosk.1.gz"]).stdout.startswith(".TH KIOSK 1")
    ends = {
        "LGPL-3.0": "permanent authorization for you to choose that version",
        "GPL-3.0": "END OF TERMS AND CONDITIONS",
        "LGPL-2.1": "END OF TERMS AND CONDITIONS",
    }
    for name, end in ends.items():
        text = root.run(["zcat", f"/usr/share/doc/imaging-kiosk/licences/{name}.txt.gz"]).stdout
        assert end in " ".join(text.split()), name
    rights = root.text("/usr/share/doc/imaging-kiosk/copyright")
    for word in ("FFmpeg", "PySide6", "PyYAML", "msgspec", "argon2-cffi", "OFL-1.1", "download.qt.io"):
        assert word in rights


def unlicensed(root: Root) -> set[str]:
    """What lies among the Python packages and no stanza of `copyright` names, but for the kiosk's own."""
    there = root.run(["find", f"/{SITE_PACKAGES}", "-type", "f", "!", "-name", "*.pyc"]).stdout.split("\n")
    rights = root.text("/usr/share/doc/imaging-kiosk/copyright")
    named = re.findall(r"^(?:Files:| ) ?(/\S+)$", rights, re.MULTILINE)
    own = (f"/{SITE_PACKAGES}/kiosk/*", f"/{SITE_PACKAGES}/imaging_kiosk-*")
    return {path for path in there if path and not any(fnmatch(path, pattern) for pattern in (*named, *own))}


def test_each_bundled_file_has_its_licence(root: Root) -> None:
    assert unlicensed(root) == set()
    planted = f"/{SITE_PACKAGES}/planted.py"
    root.write(planted, "")
    assert unlicensed(root) == {planted}


def unheld(root: Root) -> set[str]:
    """Manuals that the installed kiosk names and that are not there."""
    named = root.run(
        ["grep", "-rohE", r"docs/[a-z-]+\.md", "/usr/lib/imaging-kiosk", "--include=*.py", "--include=lockdown"]
    )
    held = root.run(["ls", "/usr/share/doc/imaging-kiosk/docs"]).stdout.split()
    return set(named.stdout.split()) - {f"docs/{name}" for name in held}


def test_the_manuals_that_messages_name_are_there(root: Root) -> None:
    assert unheld(root) == set()
    root.run(["rm", "/usr/share/doc/imaging-kiosk/docs/settings.md"])
    assert unheld(root) == {"docs/settings.md"}


def sources(root: Root, trace: Path) -> list[str]:
    """What a start up to the first frame opens of pages, words and code that were compiled at installation."""
    words = root.words(["kiosk", "run"], "kiosk", UNIT | OFFSCREEN | {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"})
    traced = ["strace", "-f", "-qq", "-e", "trace=openat", "-e", "signal=none", "-o", str(trace), *words]
    done = subprocess.run(traced, capture_output=True, text=True, check=False, timeout=120)
    assert "first frame" in done.stdout, done.stderr
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = [found[1] for line in lines if (found := re.search(r'openat\(\w+, "(.*)", .*= \d+$', line))]
    assert len([path for path in opened if path.endswith(".qmlc")]) > 20
    return [path for path in opened if "/site-packages/kiosk/" in path and path.endswith((".qml", ".yaml", ".py"))]


def test_the_first_start_reads_what_was_compiled_ahead_and_writes_nothing(root: Root, tmp_path: Path) -> None:
    folders(root)
    before = root.files("/var", "/usr", "/etc")
    page = f"/{SITE_PACKAGES}/kiosk/qml/Kiosk/Shell/Main.qml"  # Qt looks whether it is there
    assert set(sources(root, tmp_path / "trace")) - {page} == set()
    assert root.files("/var", "/usr", "/etc") == before
    root.run(["touch", f"/{SITE_PACKAGES}/kiosk/qml/Kiosk/Theme/Theme.qml"])  # no longer what was compiled
    assert f"/{SITE_PACKAGES}/kiosk/qml/Kiosk/Theme/Theme.qml" in sources(root, tmp_path / "trace")
