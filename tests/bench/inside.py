"""The kiosk with a measuring visitor inside.

python -m tests.bench.inside press-language|press-card SITE
python -m tests.bench.inside idle-home|idle-attract SITE SECONDS
python -m tests.bench.inside start SITE CONTENT
python -m tests.bench.inside explore|pan SITE ASSETS
python -m tests.bench.inside ask-rest|ask-pan SITE
python -m tests.bench.inside switch SITE
python -m tests.bench.inside listen SITE
python -m tests.bench.inside mute SITE
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import app as kiosk_app
from kiosk import paths
from kiosk.bridge.kiosk import Kiosk

if TYPE_CHECKING:
    from kiosk.bridge.explorer import Explorer
    from kiosk.bridge.shell import Shell


def start(site_file: Path, content: Path) -> int:
    """`kiosk run` with another content folder."""
    load = kiosk_app.load_kiosk

    def load_other(site_file: Path) -> Kiosk:
        return load(site_file, content=content)

    kiosk_app.load_kiosk = load_other  # type: ignore[assignment]
    return kiosk_app.run(site_file, None)


def mute(site_file: Path) -> int:
    """`kiosk run` without anything of reading aloud: Listen would do nothing."""
    from kiosk.bridge.shell import Shell  # noqa: PLC0415 - Qt loads after the environment is prepared
    from kiosk.bridge.speech import Speech  # noqa: PLC0415

    Speech.use = lambda self, make: None  # type: ignore[method-assign]
    Shell._get_ready_to_speak = lambda self: None  # type: ignore[method-assign]
    return kiosk_app.run(site_file, None)


def listen(site_file: Path) -> int:
    """Ask for the home screen to be read; print the moment (seconds of the system's clock) and the first sentence."""
    from tests.e2e.glass import Glass  # noqa: PLC0415

    kiosk_app.open_platform()
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        shell.show(None)
        glass = Glass(shell.window, shell.kiosk)
        glass.tap(glass.control("English"))
        wait(2)  # somebody looks at a page before she wants to hear it
        moment = time.monotonic()
        shell.kiosk.speech.toggle()
        wait(1)
        reading = shell.kiosk.speech.reader.reading  # type: ignore[union-attr]
        print(json.dumps({"moment": moment, "sentence": reading.queue[0].text}), flush=True)
    return os.EX_OK


def press(site_file: Path, *, card: bool) -> int:
    """Press a language button, or the first card of the home screen; print the milliseconds."""
    from tests.bench.presses import report  # noqa: PLC0415 - Qt loads after the environment is prepared
    from tests.e2e.glass import Glass  # noqa: PLC0415

    kiosk_app.open_platform()
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        shell.show(None)
        glass = Glass(shell.window, shell.kiosk)
        if card:
            glass.tap(glass.control("English"))
        x, y = glass.control(glass.cards()[0][1] if card else "English")
        report(shell.window, (round(x), round(y)))
    return os.EX_OK


def idle(site_file: Path, seconds: float, *, home: bool) -> int:
    """Leave the screen alone for so long; print the share of one core that it took, and the frames drawn."""
    from tests.e2e.glass import Glass  # noqa: PLC0415

    kiosk_app.open_platform()
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        shell.show(None)
        glass = Glass(shell.window, shell.kiosk)
        if home:
            glass.tap(glass.control("English"))
        wait(2)
        frames: list[int] = []
        shell.window.frameSwapped.connect(lambda: frames.append(1))
        wall, spent = time.perf_counter(), time.process_time()
        wait(seconds)
        share = (time.process_time() - spent) / (time.perf_counter() - wall)
        print(json.dumps({"share": share, "frames": len(frames)}), flush=True)
    return os.EX_OK


def switch(site_file: Path) -> int:
    """Change the page and the language; print the milliseconds of each kind."""
    from tests.bench.switching import report  # noqa: PLC0415

    kiosk_app.open_platform()
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        shell.show(None)
        report(shell, tuple(info.code for info in shell.kiosk.library.languages))
    return os.EX_OK


def explore(site_file: Path, assets: Path) -> int:
    """Open the explorer of other assets until every tile stands; print the seconds, and the KiB held at rest."""
    from tests.bench.outside import pss  # noqa: PLC0415

    kiosk_app.open_platform()
    paths.ASSETS = assets
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        _at_home(shell)
        begin = time.perf_counter()
        shell.kiosk.openExplorer()
        _until_whole(_explorer(shell))
        taken = time.perf_counter() - begin
        wait(2)
        print(json.dumps({"seconds": taken, "kib": pss(os.getpid())}), flush=True)
    return os.EX_OK


def pan(site_file: Path, assets: Path) -> int:
    """Pan and zoom in the explorer without rest; print the milliseconds of each frame."""
    from tests.bench.journey import Frames, journey  # noqa: PLC0415

    kiosk_app.open_platform()
    paths.ASSETS = assets
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        _at_home(shell)
        shell.kiosk.openExplorer()
        explorer = _explorer(shell)
        _until_whole(explorer)
        wait(1)
        stage, frames, taken = explorer.stage, Frames(shell.window), []
        for dx, dy, factor, x, y in journey(stage.glass.width, stage.glass.height):
            after = stage.glass.moved(stage.glass.zoomed(stage.view, factor, x, y), dx, dy)
            if after == stage.view:
                continue  # at an edge: nothing moves, and no frame follows

            def change(dx: float = dx, dy: float = dy, factor: float = factor, x: float = x, y: float = y) -> None:
                stage.follow(x, y, x + dx, y + dy, factor)

            taken.append(frames.after(change))
        print(json.dumps(taken), flush=True)
    return os.EX_OK


def ask(site_file: Path, *, panned: bool) -> int:
    """Be asked from outside, in the explorer, which is panned meanwhile or not."""
    from tests.bench.asking import answered  # noqa: PLC0415

    kiosk_app.open_platform()
    with kiosk_app.Running(kiosk_app.load_kiosk(site_file)) as shell:
        _at_home(shell)
        shell.kiosk.openExplorer()
        explorer = _explorer(shell)
        _until_whole(explorer)
        wait(1)
        answered(shell, explorer if panned else None)
    return os.EX_OK


def _at_home(shell: Shell) -> None:
    from tests.e2e.glass import Glass  # noqa: PLC0415

    shell.show(None)
    glass = Glass(shell.window, shell.kiosk)
    glass.tap(glass.control("English"))
    wait(1)


def _explorer(shell: Shell) -> Explorer:
    from kiosk.bridge.explorer import Explorer  # noqa: PLC0415

    return next(iter(shell.window.findChildren(Explorer)))


def _until_whole(explorer: Explorer) -> None:
    """Until no tile of the picture is on its way."""
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415

    end = time.monotonic() + 60
    while not explorer.stage.whole:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if time.monotonic() > end:
            raise TimeoutError("the picture is never whole")


def wait(seconds: float) -> None:
    """Let the event loop run undisturbed for so long."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main(what: str, site_file: Path, more: list[str]) -> int:
    """Do what was asked; returns the exit code."""
    kiosk_app.prepare_environment()
    match what:
        case "press-language" | "press-card":
            return press(site_file, card=what == "press-card")
        case "idle-home" | "idle-attract":
            return idle(site_file, float(more[0]), home=what == "idle-home")
        case "ask-rest" | "ask-pan":
            return ask(site_file, panned=what == "ask-pan")
        case "switch":
            return switch(site_file)
        case "listen":
            return listen(site_file)
        case "mute":
            return mute(site_file)
        case "explore":
            return explore(site_file, Path(more[0]))
        case "pan":
            return pan(site_file, Path(more[0]))
        case _:
            return start(site_file, Path(more[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
