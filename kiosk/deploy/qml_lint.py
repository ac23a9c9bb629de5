"""Lints and formats the QML with Qt's own tools, as `make check` does it.

Owns the recipe that makes qmllint know our Python types: metaobjectdump -> qmltyperegistrar -> qmllint. Must not
import the kiosk or Qt; it only starts the tools of the PySide6 that is installed beside this Python.

    python -m kiosk.deploy.qml_lint           lint and format check; any warning fails
    python -m kiosk.deploy.qml_lint --write   format the files in place
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "kiosk" / "qml"
BRIDGE = ROOT / "kiosk" / "bridge"
TYPES = ROOT / "build" / "qmltypes"
MODULE = "Kiosk.Bridge"
METATYPES = ("core", "gui", "qml", "qmlmodels", "quick")
QT_OBJECTS = (
    "QObject",
    "QAbstractItemModel",
    "QAbstractListModel",
    "QAbstractTableModel",
    "QSortFilterProxyModel",
    "QQuickItem",
)


class ToolError(Exception):
    """A tool of Qt's could not do its work; the text says which and why."""


def pyside() -> Path:
    """The folder of the installed PySide6, which holds the tools."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise ToolError("PySide6 is not installed beside this Python; run `make setup`")
    return Path(spec.submodule_search_locations[0])


def _run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)


def _must(command: Sequence[str | Path]) -> str:
    done = _run(command)
    if done.returncode != 0:
        raise ToolError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def qml_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.qml"))


def bridge_modules(folder: Path) -> list[Path]:
    """The Python files that give types to QML, base classes first where the file names allow no other order."""
    files = [path for path in sorted(folder.rglob("*.py")) if "QML_IMPORT_NAME" in path.read_text(encoding="utf-8")]
    defined = {path: {node.name for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef)} for path in files}
    needed = {
        path: {
            base.id
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ClassDef)
            for base in node.bases
            if isinstance(base, ast.Name)
        }
        for path in files
    }
    order: list[Path] = []
    while files:
        ready = [p for p in files if not any(needed[p] & defined[q] for q in files if q != p)] or files[:1]
        order += ready
        files = [p for p in files if p not in ready]
    return order


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _constants(path: Path) -> set[tuple[str, str]]:
    """(class, property) pairs declared `constant=True`, which metaobjectdump leaves out."""
    found: set[tuple[str, str]] = set()
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.ClassDef):
            continue
        for part in node.body:
            calls: list[tuple[str, ast.expr]] = []
            if isinstance(part, ast.FunctionDef):
                calls = [(part.name, decorator) for decorator in part.decorator_list]
            elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
                calls = [(part.targets[0].id, part.value)]
            for name, call in calls:
                if isinstance(call, ast.Call) and any(
                    k.arg == "constant" and isinstance(k.value, ast.Constant) and k.value.value is True
                    for k in call.keywords
                ):
                    found.add((node.name, name))
    return found


_BASIC = {"float": "double", "int": "int", "str": "QString", "bool": "bool"}


def _writable(path: Path) -> list[tuple[str, dict[str, object]]]:
    """(class, property) for each `name = Writable(type, read, write, notify=...)`; metaobjectdump knows none."""
    found: list[tuple[str, dict[str, object]]] = []
    for node in ast.walk(_tree(path)):
        for part in node.body if isinstance(node, ast.ClassDef) else ():
            call = part.value if isinstance(part, ast.Assign) else None
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Writable"):
                continue
            assert isinstance(part, ast.Assign) and isinstance(node, ast.ClassDef)
            name, kind = ast.unparse(part.targets[0]), ast.unparse(call.args[0])
            notify = next((ast.unparse(k.value) for k in call.keywords if k.arg == "notify"), "")
            kind = _BASIC.get(kind, kind)
            entry = {"name": name, "type": kind, "read": name, "write": f"set{name}", "notify": notify, "index": 99}
            found.append((node.name, {**entry, "stored": True, "scriptable": True, "designable": True}))
    return found


def describe_bridge(folder: Path, out: Path) -> None:
    """Writes `<out>/Kiosk/Bridge/{plugins.qmltypes,qmldir}` for all QML types in `folder`."""
    target = out.joinpath(*MODULE.split("."))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    home = pyside()
    (target / "qmldir").write_text(f"module {MODULE}\ntypeinfo plugins.qmltypes\ndepends QtQuick\n", encoding="utf-8")
    files = bridge_modules(folder)
    if not files:
        (target / "plugins.qmltypes").write_text("import QtQuick.tooling 1.2\nModule {}\n", encoding="utf-8")
        return
    dumped = json.loads(_must([sys.executable, home / "scripts" / "metaobjectdump.py", "--quiet", *files]))
    constants = {pair for path in files for pair in _constants(path)}
    written = [pair for path in files for pair in _writable(path)]
    dumps: list[Path] = []
    ours = {c["className"] for unit in dumped for c in unit["classes"] if c.get("object")}
    for number, unit in enumerate(dumped):
        for described in unit["classes"]:
            described.setdefault("properties", []).extend(p for of, p in written if of == described["className"])
            _mend(described, constants, ours)
        dump = target / f"{number}.json"
        dump.write_text(json.dumps([unit]), encoding="utf-8")
        dumps.append(dump)
    foreign = ",".join(str(home / "Qt" / "metatypes" / f"qt6{name}_metatypes.json") for name in METATYPES)
    told = _run(
        [
            home / "Qt" / "libexec" / "qmltyperegistrar",
            *("--generate-qmltypes", target / "plugins.qmltypes"),
            *("--foreign-types", foreign),
            *("--import-name", MODULE, "--major-version", "1", "--minor-version", "0"),
            *("-o", target / "unused.cpp"),
            *dumps,
        ]
    )
    if told.returncode != 0:
        raise ToolError(f"qmltyperegistrar failed:\n{told.stdout}{told.stderr}")
    for leftover in [*dumps, target / "unused.cpp"]:
        leftover.unlink(missing_ok=True)


def _mend(described: dict[str, object], constants: set[tuple[str, str]], ours: set[str]) -> None:
    """Puts in what metaobjectdump leaves out: constant properties, and `*` after the classes that are objects."""
    objects = ours | set(QT_OBJECTS)
    properties = described.get("properties", [])
    assert isinstance(properties, list)
    for entry in properties:
        if (str(described["className"]), entry["name"]) in constants:
            entry["constant"] = True
        if entry["type"] in objects:
            entry["type"] += "*"
    for kind in ("slots", "signals"):
        methods = described.get(kind, [])
        assert isinstance(methods, list)
        for method in methods:
            if method.get("returnType") in objects:
                method["returnType"] += "*"
            for argument in method["arguments"]:
                if argument["type"] in objects:
                    argument["type"] += "*"


def lint(qml: Path = QML, bridge: Path = BRIDGE, types: Path = TYPES) -> list[str]:
    """What qmllint has to say about every file in `qml`, one string per warning; empty when all is well."""
    files = qml_files(qml)
    if not files:
        return [f"{qml}: no QML files"]
    describe_bridge(bridge, types)
    home = pyside()
    options: list[str | Path] = ["--ignore-settings", "--bare", "-W", "0", "--unused-imports", "warning", "--json", "-"]
    for folder in (qml, types, home / "Qt" / "qml"):
        options += ["-I", folder]
    told = _run([home / "qmllint", *options, *files])
    try:
        report = json.loads(told.stdout)
    except json.JSONDecodeError as fault:
        raise ToolError(f"qmllint gave no report:\n{told.stdout}{told.stderr}") from fault
    problems = [
        " ".join(
            [
                f"{_short(Path(entry['filename']))}:{said.get('line', 1)}:{said.get('column', 1)}: {said['message']}",
                *(hint["message"] for hint in said.get("suggestions", [])),
                f"[{said.get('id', 'syntax')}]",
            ]
        )
        for entry in report["files"]
        for said in entry["warnings"]
        if said.get("type") != "info"
    ]
    if told.returncode != 0 and not problems:
        problems.append(f"qmllint ended with {told.returncode}: {told.stderr.strip()}")
    return problems


def unformatted(qml: Path = QML) -> list[str]:
    """One unified diff per file that qmlformat would write differently."""
    files = qml_files(qml)
    if not files:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "qml"
        shutil.copytree(qml, copy)
        _format(qml_files(copy))
        return [
            diff
            for path in files
            if (diff := _diff(path, path.read_text("utf-8"), (copy / path.relative_to(qml)).read_text("utf-8")))
        ]


def write_formatted(qml: Path = QML) -> None:
    _format(qml_files(qml))


def _format(files: Iterable[Path]) -> None:
    _must([pyside() / "qmlformat", "--ignore-settings", "--newline", "unix", "-i", *files])


def _diff(path: Path, old: str, new: str) -> str:
    name = _short(path)
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"{name} (as it is)", f"{name} (qmlformat)", lineterm=""
    )
    return "\n".join(lines)


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def main() -> int:
    parser = argparse.ArgumentParser(description="Lint and format check of all QML.")
    parser.add_argument("--write", action="store_true", help="format the files in place")
    if parser.parse_args().write:
        write_formatted()
        return 0
    try:
        problems, diffs = lint(), unformatted()
    except ToolError as fault:
        print(fault)
        return 1
    for text in [*problems, *diffs]:
        print(text)
    if diffs:
        print("Format the QML with: make format")
    print(f"QML: {len(qml_files(QML))} files, {len(problems)} warnings, {len(diffs)} to format")
    return 1 if problems or diffs else 0


if __name__ == "__main__":
    sys.exit(main())
