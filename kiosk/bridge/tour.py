"""Draws every screen to files, so that a clinician can sign off without a kiosk, and examines each one's layout.

Drives the real window through its own intents on a clock that the tour moves; waits for what is on screen to settle.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.bridge.contact_sheet import Shot, write_pages, write_sheet
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.shell import Shell
from kiosk.bridge.tour_camera import Camera
from kiosk.bridge.tour_plan import PORTRAIT, Asked, Look, Stop, plan
from kiosk.bridge.tour_walk import Place, Walk


class Tour:
    """Walks through one kiosk; `draw` returns what went wrong, in sentences."""

    def __init__(self, shell: Shell, now: list[float], out: Path) -> None:
        self._shell = shell
        self._kiosk = shell.kiosk
        self._now = now
        self._out = out

    def draw(self, asked: Asked) -> list[str]:
        """Draw what is asked for; writes `index.html` last."""
        codes = languages(self._kiosk)
        if asked.language and asked.language not in codes:
            return [f"there is no language {asked.language!r} here; choose from {', '.join(codes) or 'none'}"]
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return [f"{self._out} cannot be made ({error.strerror}); name another folder with --out"]
        camera = Camera(self._shell, self._out, half=asked.everything)
        try:
            self._walk(camera, plan(codes, asked))
        finally:
            camera.close()
        return self._tell(camera, asked)

    def _walk(self, camera: Camera, stops: list[Stop]) -> None:
        walk = Walk(self._kiosk, self._shell.window.contentItem(), camera.settle, self._pass_time)
        began = time.monotonic()
        for number, stop in enumerate(stops):
            gone = time.monotonic() - began
            left = f"; about {gone / number * (len(stops) - number) / 60:.0f} min left" if number and gone > 60 else ""
            progress = f" ({number + 1} of {len(stops)}{left})" if len(stops) > 1 else ""
            print(f"drawing {stop.look.title}{progress}", flush=True)
            self._shell.show(stop.look.size)
            places = walk.visit(stop.look) if stop.whole else walk.glance(stop.look)
            self._follow(camera, stop.look, places)
        if not stops:
            self._shell.show(PORTRAIT)
            self._follow(camera, Look(""), walk.closed())

    @staticmethod
    def _follow(camera: Camera, look: Look, places: Iterator[Place]) -> None:
        for place in places:
            camera.take(look, place)

    def _pass_time(self, seconds: float) -> None:
        self._now[0] += seconds
        self._kiosk.tick()

    def _tell(self, camera: Camera, asked: Asked) -> list[str]:
        said = [f"the screens said: {w}" for w in self._shell.warnings]
        said += _sentences(camera.shots)
        try:
            page = (write_pages if asked.everything else write_sheet)(self._out, camera.shots)
        except OSError as error:
            return [*said, f"{self._out} cannot be written to ({error.strerror}); make room, or name another folder"]
        if divided := sum(bool(shot.notes) for shot in camera.shots):
            print(f"words go on in the next line on {divided} screens, as the largest text may on so small a glass")
        small = ", at half their size" if asked.everything else ""
        print(f"{len(camera.shots)} pictures{small}; open {page}")
        if camera.unwritten:
            said.append(f"{len(camera.unwritten)} pictures could not be written to {self._out}; make room there")
        return said


def _sentences(shots: Sequence[Shot]) -> Iterator[str]:
    """Each fault once for each walk, with the first screen that has it; the pages name them all."""
    screens: dict[tuple[str, str], list[str]] = {}
    for shot in shots:
        for fault in shot.faults:
            screens.setdefault((shot.group, fault), []).append(shot.title)
    for (group, fault), titles in screens.items():
        more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
        yield f"{group}, {titles[0]!r}{more}: {fault}"


def languages(kiosk: Kiosk) -> list[str]:
    """The codes of the languages that this kiosk offers."""
    model = kiosk.languages
    return [str(model.data(model.index(row, 0), 256)) for row in range(model.rowCount())]
