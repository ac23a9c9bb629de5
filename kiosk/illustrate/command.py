"""`kiosk draw`: draws scenes into a folder, or prints the acceptance measures. Knows the command's words.

Imports nothing heavy at the top, so that a kiosk without the extra `illustrate` hears what to install.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TextIO

from kiosk import paths
from kiosk.reading.names import nearest

OUT = paths.ASSETS / "mammograms"
_NEEDS = ("numpy", "scipy", "PIL")


def main(scene: str | None, out: Path | None, measure: bool = False, stream: TextIO | None = None) -> int:
    """Draw one scene (its id, or a file) or all into `out` (default: the shipped assets). 0 done, 1 it cannot be done.

    With `measure` the table of acceptance measures is printed and nothing is written.
    """
    stream = stream or sys.stdout
    try:
        from kiosk.illustrate import export  # noqa: PLC0415
        from kiosk.illustrate.measure import report  # noqa: PLC0415
        from kiosk.illustrate.scene import SCENES, SceneError, load, load_all  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDS:
            raise
        told = f"drawing needs numpy, scipy and Pillow, and {error.name} is missing"
        print(f"{told}; run: pip install 'imaging-kiosk[illustrate]'.", file=sys.stderr)
        return 1
    known = [path.stem for path in SCENES.glob("*.yaml")]
    if scene is not None and not scene.endswith(".yaml") and scene not in known:
        print(f"there is no scene {scene!r} in {SCENES}; {nearest(scene, known)}", file=sys.stderr)
        return 1
    try:
        scenes = load_all() if scene is None else [load(_path(scene, SCENES))]
    except SceneError as error:
        print(error, file=sys.stderr)
        return 1
    out = out or OUT
    if measure:
        return report.run(scenes, out, stream)
    for one in scenes:
        bar = Bar(one.id, sys.stderr)
        try:
            entry = export.draw(one, out, bar)
            export.keep_manifest(out, {one.id: entry})
        except (OSError, ValueError) as error:  # a manifest that is no JSON is a ValueError
            print(f"{one.id} cannot be written to {out}: {error}; what was there is still there", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print(f"\nstopped; {one.id} in {out} is as it was before", file=sys.stderr)
            return 1
        bar.close(f"{entry['bytes'] / 2**20:.1f} MiB")
    return 0


def _path(scene: str, folder: Path) -> Path:
    return Path(scene) if scene.endswith(".yaml") else folder / f"{scene}.yaml"


class Bar:
    """One line per scene that fills up; on a pipe, only the finished line."""

    def __init__(self, name: str, stream: TextIO) -> None:
        self._name, self._stream, self._start = name, stream, time.monotonic()
        self._live = stream.isatty()

    def __call__(self, part: float) -> None:
        if self._live:
            full = round(30 * part)
            print(
                f"\r{self._name:24} [{'#' * full}{'.' * (30 - full)}] {part:4.0%}",
                end="",
                file=self._stream,
                flush=True,
            )

    def close(self, note: str) -> None:
        """End the line."""
        lead = "\r" if self._live else ""
        print(
            f"{lead}{self._name:24} drawn in {time.monotonic() - self._start:.1f} s, {note}{' ' * 24}".rstrip(),
            file=self._stream,
        )
