"""`python -m kiosk.deploy.fonts [FOLDER] [--content FOLDER]`: every font of `recipes`, into assets/fonts or FOLDER."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont

from kiosk.deploy.fonts import characters, making, safe
from kiosk.deploy.fonts.packages import Debian, npm_files
from kiosk.deploy.fonts.recipes import BOLD, JOINED, LICENCES, REGULAR, SUBSETS, TINY, Source, file_name
from kiosk.paths import ASSETS, CONTENT


class Build:
    """One run: what is written, and whose work it is."""

    def __init__(self, folder: Path, content: Path, scratch: Path) -> None:
        self._folder = folder
        self._content = content
        self._scratch = scratch
        self._debian = Debian(scratch)
        self._owners: dict[str, None] = {}

    def all(self) -> None:
        licence = self._joined()
        for subset in SUBSETS:
            for (style, weight), source in subset.sources:
                font = self._open(source)
                self._cut(font, characters.wanted(self._content, subset.code, font.getBestCmap()))
                self._save(font, subset.family, style, weight)
        for tiny in TINY:
            wanted = characters.of_first_screen(self._content, tiny.code, tiny.own_name)
            for (style, weight), source in ((REGULAR, tiny.regular), (BOLD, tiny.bold)):
                font = self._open(source)
                self._cut(font, wanted)
                if "CFF " in font:
                    making.to_truetype(font)
                self._save(font, tiny.family, style, weight)
        families = [*sorted({subset.family for subset in SUBSETS}), "Desk"]
        files = ", ".join(f"{family.replace(' ', '')}*" for family in families)
        notice = f"{files} are cut from Noto Sans, Noto Sans Arabic and Noto Sans CJK.\n" + "\n".join(self._owners)
        (self._folder / "OFL-Noto.txt").write_text(notice + "\n" + licence, encoding="utf-8")

    def _joined(self) -> str:
        """The families that npm ships, and their licences; gives the text of the OFL without its copyright line."""
        packages = {package: npm_files(package, self._scratch) for package in LICENCES.values()}
        for face in JOINED:
            files = packages[face.package]
            for style, weight in face.styles:
                pieces = [files[f"files/{face.stem}-{piece}-{weight}-normal.woff2"] for piece in face.pieces]
                self._save(making.join(pieces, self._scratch), face.family, style, weight)
        for file, package in LICENCES.items():
            (self._folder / file).write_bytes(packages[package]["LICENSE"])
        return packages[LICENCES["OFL-AtkinsonHyperlegibleNext.txt"]]["LICENSE"].decode().partition("\n")[2]

    def _open(self, source: Source) -> TTFont:
        font = making.opened(self._debian.tree(source.package) / source.file, source.number)
        self._owners[making.owner(font)] = None
        return font

    def _cut(self, font: TTFont, wanted: set[int]) -> None:
        making.cut(font, wanted, making.HORIZONTAL if "CFF " in font else making.ALL)

    def _save(self, font: TTFont, family: str, style: str, weight: int) -> None:
        making.silence(font, characters.SILENT)
        making.name(font, family, style, weight)
        path = self._folder / file_name(family, style, ".otf" if "CFF " in font else ".ttf")
        font.save(path)
        print(f"{path.name}: {path.stat().st_size:,} bytes, {len(font.getBestCmap())} characters", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m kiosk.deploy.fonts", description="Build the fonts anew.")
    parser.add_argument("folder", nargs="?", type=Path, default=ASSETS / "fonts", help="where they go")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the content whose characters they must have")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        Build(asked.folder, asked.content, Path(scratch)).all()
    if asked.folder == ASSETS / "fonts":
        safe.build(safe.FOLDER)
    total = sum(path.stat().st_size for path in asked.folder.iterdir())
    print(f"all together {total / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
