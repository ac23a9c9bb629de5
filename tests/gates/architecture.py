"""The arrow of dependencies, read from the imports: Python with ast, QML line by line.

Every function takes a root folder (the checkout or a planted copy) and gives one sentence per broken rule: where, what,
mend.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

DOMAIN = {"settings", "catalog", "session", "explorer", "speech", "staff", "control", "health"}
BELOW_BRIDGE = {*DOMAIN, "reading", "keeping", "paths", "exits", "version"}
ROOMS: dict[str, set[str]] = {
    "paths": set(),
    "exits": set(),
    "version": set(),
    "reading": {"paths"},
    "keeping": {"paths"},
    "safe": {"exits", "health"},
    "supervise": {"exits", "paths", "health"},
    **{room: {"reading", "paths", "keeping"} for room in DOMAIN},
    **{room: {"reading", "paths", "keeping", "exits"} for room in ("control", "health")},
    "bridge": BELOW_BRIDGE,
    "deploy": {"paths", "reading", "options"},
    "illustrate": {"paths", "reading"},
    "settled": {"settings", "catalog", "reading", "paths"},
    "from_first_frame": DOMAIN | {"paths", "bridge", "settled"},
    "app": DOMAIN | {"reading", "keeping", "paths", "exits", "bridge", "settled", "from_first_frame"},
    "doctor": DOMAIN | {"reading", "keeping", "paths", "exits", "version"},
    "bundle": DOMAIN | {"reading", "keeping", "paths", "exits", "version", "doctor"},
    "cli": {"paths", "app", "command_line", "safe"},
    "options": {"exits", "paths", "version", "bridge", "control", "health"},
    "printing": {"exits"},
    "command_line": DOMAIN
    | {
        "printing",
        "reading",
        "keeping",
        "paths",
        "exits",
        "bridge",
        "app",
        "deploy",
        "illustrate",
        "safe",
        "supervise",
        "options",
        "doctor",
        "bundle",
    },
    "__main__": {"cli"},
}
"""What each room of `kiosk` may import; domain rooms may also import another's `model`."""
QT_ROOMS = {"bridge", "app", "safe"}
QT = {"PySide6", "shiboken6"}
HEAVY = {*QT, "yaml", "msgspec"}
PYTHON_WORDS = {
    "setContextProperty": "give the object as a typed required property with engine.setInitialProperties()",
    "from __feature__": "use Qt's own camelCase names in kiosk/bridge only",
    "QtAsyncio": "use QTimer and signals",
    "QtBridges": "use QObject properties",
}

ARROW = "Shell -> Pages -> Explorer, Blocks, Staff -> Controls -> Theme"
LAYERS = {"Theme": 0, "Controls": 1, "Explorer": 2, "Blocks": 2, "Staff": 2, "Pages": 3, "Shell": 4, "Calibrate": 4}
"""QML modules; a module imports only from lower layers."""
NO_BRIDGE = {"Theme", "Controls"}
QML_LINES = {
    r"\bproperty\s+(?:list<)?var\b": ("a `var` property", "give the property its type"),
    r"^\s*import\s+[\"']": ("an import by path", "import the module by its name"),
    r"\.m?js\b[\"']": ("a JavaScript module", "move the decision to Python, into a bridge"),
    r"^\s*import\s+QtQuick\.Dialogs\b": ("QtQuick.Dialogs", "draw the dialog with Kiosk.Controls"),
    r"^\s*import\s+QtQuick\.Controls\b": ("QtQuick.Controls", "use Kiosk.Controls"),
    r"^\s*import\s+QtQuick\.VirtualKeyboard\b": (
        "QtQuick.VirtualKeyboard (GPL)",
        "patients type nothing; draw a number pad",
    ),
    r"\bQt\.openUrlExternally\b": ("a link out of the kiosk", "leave it out: there is nothing behind the kiosk"),
    r"\b(?:ShaderEffect|MultiEffect)\b|\blayer\.enabled\b|\bimport\s+QtQuick\.Effects\b": (
        "a shader effect",
        "paint it ahead (kiosk/bridge/pictures.py): the software renderer shows none",
    ),
    r"\bQt\.createQmlObject\b|\beval\s*\(": ("QML or JavaScript made at run time", "declare a Component"),
}


def imports(tree: ast.Module, package: str) -> Iterator[tuple[ast.stmt, str]]:
    """Each import statement with the full dotted name of what it brings in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]) if base else ".".join(above)
            yield from ((node, f"{base}.{alias.name}") for alias in node.names)


def python_problems(root: Path) -> list[str]:
    """Broken rules in `<root>/kiosk`."""
    problems: list[str] = []
    home = root / "kiosk"
    for path in sorted(home.rglob("*.py")):
        parts = path.relative_to(home).with_suffix("").parts
        room = parts[0]
        where = path.relative_to(root)
        if room == "__init__":
            continue
        if room not in ROOMS:
            problems.append(
                f"{where}: `{room}` is not a room of the plan; add it to ROOMS in {__name__} or move the file"
            )
            continue
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        for node, name in imports(tree, ".".join(("kiosk", *parts[:-1]))):
            problems += [f"{where}:{node.lineno}: {told}" for told in _import_faults(room, name, node in tree.body)]
        for word, mend in PYTHON_WORDS.items():
            if room != "deploy" and word in text:
                problems.append(f"{where}: has `{word}`; {mend}")
    return problems


def _import_faults(room: str, name: str, at_top: bool) -> Iterator[str]:
    first, *rest = name.split(".")
    if first in QT and room not in QT_ROOMS:
        yield f"room `{room}` imports {first}; only kiosk/bridge and kiosk/app.py know Qt: move this code there"
    if room in ("cli", "options", "command_line") and at_top and first in HEAVY:
        yield f"kiosk/{room}.py imports {first} at the top; import it inside the command that needs it"
    if first != "kiosk" or not rest:
        return
    other = rest[0]
    if other == room or other not in ROOMS:
        return
    is_model = other in DOMAIN and rest[1:2] == ["model"]
    if other in ROOMS[room] or (is_model and room in DOMAIN):
        return
    if other == "app":
        yield "imports kiosk.app; only the command line may: hand what you need in through an argument"
    elif room in {"deploy", "illustrate"}:
        yield f"room `{room}` imports kiosk.{other}; it stands apart and may import kiosk.paths and kiosk.reading only"
    elif room in DOMAIN and other in DOMAIN:
        yield f"room `{room}` imports kiosk.{other}; domain rooms share only `kiosk.{other}.model` and kiosk.reading"
    else:
        may = ", ".join(sorted(ROOMS[room])) or "nothing"
        yield f"room `{room}` imports kiosk.{other}, against the arrow; it may import: {may}"


def qml_problems(root: Path) -> list[str]:
    """Broken rules in `<root>/kiosk/qml`."""
    problems: list[str] = []
    home = root / "kiosk" / "qml" / "Kiosk"
    for path in sorted(home.rglob("*")):
        where = path.relative_to(root)
        if path.suffix in {".js", ".mjs"}:
            problems.append(f"{where}: a JavaScript module; move the decision to Python, into a bridge")
        elif path.suffix == ".qml":
            module = path.relative_to(home).parts[0]
            if module not in LAYERS:
                problems.append(
                    f"{where}: `Kiosk.{module}` is not in the plan; add it to LAYERS in tests/gates/architecture.py"
                )
                continue
            for number, line in enumerate(without_comments(path.read_text(encoding="utf-8")).splitlines(), 1):
                problems += [f"{where}:{number}: {told}" for told in _qml_line_faults(module, line)]
    for folder in sorted(p for p in home.glob("*") if p.is_dir()):
        problems += _qmldir_faults(root, folder)
    return problems


def _qml_line_faults(module: str, line: str) -> Iterator[str]:
    for pattern, (what, mend) in QML_LINES.items():
        if re.search(pattern, line):
            yield f"has {what}; {mend}"
    found = re.match(r"\s*import\s+Kiosk\.(\w+)", line)
    if not found or found[1] == module:
        return
    other = found[1]
    if other == "Bridge":
        if module in NO_BRIDGE:
            yield f"Kiosk.{module} imports Kiosk.Bridge; it may know no bridge: take typed properties, give signals"
    elif LAYERS.get(other, 99) >= LAYERS[module]:
        yield f"Kiosk.{module} imports Kiosk.{other}; the arrow is {ARROW}"


def _qmldir_faults(root: Path, folder: Path) -> Iterator[str]:
    files = {path.name for path in folder.rglob("*.qml")}
    if not files:
        return
    qmldir = folder / "qmldir"
    where = qmldir.relative_to(root)
    if not qmldir.is_file():
        yield f"{where}: is missing; write `module Kiosk.{folder.name}` and one line per QML file"
        return
    lines = qmldir.read_text(encoding="utf-8").splitlines()
    if f"module Kiosk.{folder.name}" not in [line.strip() for line in lines]:
        yield f"{where}: does not begin with `module Kiosk.{folder.name}`"
    listed = {Path(line.split()[-1]).name for line in lines if line.rstrip().endswith(".qml")}
    yield from (f"{where}: does not list {name}; add `{Path(name).stem} 1.0 {name}`" for name in sorted(files - listed))
    yield from (f"{where}: lists {name}, which is not there; take the line out" for name in sorted(listed - files))


def without_comments(text: str) -> str:
    """The QML with comments blanked out, line numbers and strings kept."""
    pattern = r"(\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|//[^\n]*|/\*.*?\*/"
    return re.sub(pattern, lambda m: m[1] if m[1] else re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def long_files(root: Path, python: int = 300, qml: int = 200) -> list[str]:
    """Files over the limit (lines) whose head does not say "Long because ..."."""
    problems: list[str] = []
    for folder in ("kiosk", "tests"):
        for path in sorted((root / folder).rglob("*")):
            limit = {".py": python, ".qml": qml}.get(path.suffix)
            if limit is None:
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) > limit and "Long because" not in "\n".join(lines[:25]):
                told = f"{len(lines)} lines, over {limit}; split it, or give the reason in its head: Long because ..."
                problems.append(f"{path.relative_to(root)}: {told}")
    return problems
