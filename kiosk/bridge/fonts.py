"""The shipped fonts, loaded from `assets/fonts` when a language is first shown; no system font is relied on.

What is loaded stays loaded: it tells that a language was shown since the kiosk started, and nothing of any visitor.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.catalog.desk import DESK
from kiosk.catalog.faces import files_of
from kiosk.catalog.glyphs import check_whole
from kiosk.catalog.model import LanguageInfo

_LOG = logging.getLogger(__name__)
_LATIN = "Atkinson Hyperlegible Next"


def desk_face(code: str) -> str:
    """The family that draws the desk sentence of the language `code`."""
    return _LATIN if code in ("en", "es") else f"Desk {code}"


class Fonts:
    """Loads families by name and remembers them. What is wrong with a language's fonts is logged in one line."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "fonts"
        self._loaded: set[str] = set()

    def introduce(self, info: LanguageInfo) -> bool:
        """Load what the first screen shows of a language; False when a font is missing or damaged.

        Of its fonts for reading it is only seen that they are there: they are large, and few of them will be needed.
        """
        return self._try(info, load=(info.face,))

    def open(self, info: LanguageInfo) -> bool:
        """Load what a language is set in; False when a font is missing or damaged."""
        return self._try(info, load=info.typeface.families if info.typeface else ())

    def open_desk(self) -> None:
        """Load what draws "please ask at the desk" in every language."""
        for face in dict.fromkeys(desk_face(code) for code, _ in DESK):
            try:
                self._load(face)
            except (OSError, ValueError) as error:
                _LOG.error("the closed screen lacks letters: %s; install the package again", error)

    def _try(self, info: LanguageInfo, load: Iterable[str]) -> bool:
        try:
            if info.typeface is None:
                raise ValueError("assets/fonts/fonts.yaml names no font for it")
            for family in info.typeface.families:
                self._files(family)
            for family in load:
                self._load(family)
            for families in (info.typeface.title, info.typeface.text):
                if set(families[1:]) - set(QFont.substitutes(families[0])):
                    QFont.insertSubstitutions(families[0], families[1:])
        except (OSError, ValueError) as error:
            _LOG.error("the language %s is not offered: %s; install the package again", info.code, error)
            return False
        return True

    def _files(self, family: str) -> list[Path]:
        files = files_of(self._folder, family)
        if not files:
            raise ValueError(f"the font family {family!r} has no file in {self._folder}")
        return list(files.values())

    def _load(self, family: str) -> None:
        """Raises OSError or ValueError with a sentence that names the file."""
        if family in self._loaded:
            return
        numbers: list[int] = []
        for path in self._files(family):
            try:
                check_whole(path)
                numbers.append(QFontDatabase.addApplicationFont(str(path)))
                if numbers[-1] < 0 or family not in QFontDatabase.applicationFontFamilies(numbers[-1]):
                    raise ValueError("Qt cannot use it")
            except (OSError, ValueError) as error:
                for number in numbers:
                    QFontDatabase.removeApplicationFont(number)
                raise ValueError(f"the font {path} is damaged ({error})") from None
        self._loaded.add(family)
