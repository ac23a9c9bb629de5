"""Draws the demonstration site's notice of language help: `python -m kiosk.deploy.notice [FOLDER]`.

Two pictures for `language_help` in content/sites/demo.yaml, in ten languages that the kiosk does not speak: an example
of what a site makes for itself, as well with a word processor. No translator has read the sentences, and each picture
says so. Needs apt-get (most letters are of Debian's Noto fonts) and Pillow with its text engine Raqm; the same versions
give the same bytes. Must not import the kiosk but for its paths.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.paths import ASSETS, CONTENT, QML

WIDTH, LETTER, HEADING = 1600, 72, 76
"""Pixels: the picture, the size of all its letters, and of the languages' names."""
EDGE, PAD, GAP, RADIUS = 48, 56, 32, 48
COLOURS = 64
"""How many a picture has: the letters' soft edges need no more."""
FOOT = "Example, not reviewed"
PACKAGES = ("fonts-noto-core", "fonts-noto-cjk")
NOTO, CJK = "usr/share/fonts/truetype/noto/", "usr/share/fonts/opentype/noto/"
Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Face:
    """A font in two weights: files of this project's fonts (`ours`) or of Debian's packages."""

    regular: str
    bold: str
    ours: bool = False
    leading: float = 1.4
    """From one line to the next, in letters' sizes."""


LATIN = Face("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf", ours=True)
JAPANESE = Face(f"{CJK}NotoSansCJK-Regular.ttc", f"{CJK}NotoSansCJK-Bold.ttc")  # the first font in each


def noto(name: str, leading: float = 1.4) -> Face:
    """Debian's Noto font of this name."""
    return Face(f"{NOTO}{name}-Regular.ttf", f"{NOTO}{name}-Bold.ttf", leading=leading)


NASTALIQ = noto("NotoNastaliqUrdu", 1.9)


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its code, its own name, and "Language help is free. Please ask at the desk." line by line."""

    code: str
    name: str
    lines: tuple[str, ...]
    face: Face = LATIN
    leftward: bool = False


PAGES: dict[str, tuple[Words, ...]] = {
    "demo-notice-1.png": (
        Words("tl", "Tagalog", ("Libre ang tulong sa wika.", "Mangyaring magtanong sa front desk.")),
        Words("fr", "Français", ("L’aide linguistique est gratuite.", "Veuillez vous adresser à l’accueil.")),
        Words("de", "Deutsch", ("Sprachhilfe ist kostenlos.", "Bitte fragen Sie am Empfang.")),
        Words("hi", "हिन्दी", ("भाषा सहायता निःशुल्क है।", "कृपया रिसेप्शन डेस्क पर पूछें।"), noto("NotoSansDevanagari")),
        Words(
            "ur", "اردو", ("زبان کی مدد مفت ہے۔", "براہِ کرم استقبالیہ پر پوچھیں۔"), noto("NotoNastaliqUrdu", 1.9), True
        ),
    ),
    "demo-notice-2.png": (
        Words("fa", "فارسی", ("کمک زبانی رایگان است.", "لطفاً از پذیرش بپرسید."), noto("NotoSansArabic"), True),
        Words("gu", "ગુજરાતી", ("ભાષા સહાય મફત છે.", "કૃપા કરીને ડેસ્ક પર પૂછો."), noto("NotoSansGujarati")),
        Words(
            "ru",
            "Русский",
            ("Языковая помощь бесплатна.", "Пожалуйста, обратитесь", "в регистратуру."),
            noto("NotoSans"),
        ),
        Words("ja", "日本語", ("言語のサポートは無料です。", "受付でお尋ねください。"), JAPANESE),
        Words("lo", "ລາວ", ("ການຊ່ວຍເຫຼືອດ້ານພາສາແມ່ນບໍ່ເສຍຄ່າ", "ກະລຸນາຖາມທີ່ໂຕະຕ້ອນຮັບ"), noto("NotoSansLao", 1.6)),
    ),
}


def theme_colour(name: str) -> str:
    """A colour of the product, as it is without high contrast."""
    theme = (QML / "Kiosk" / "Theme" / "Theme.qml").read_text(encoding="utf-8")
    found = re.search(rf'property color {name}: root\.highContrast \? "#\w+" : "(#\w{{6}})"', theme)
    if found is None:
        raise LookupError(f"Theme.qml has no colour {name!r}")
    return found[1]


def unpack(package: str, scratch: Path) -> None:
    """The files of a Debian package, below `scratch`."""
    folder = scratch / package
    folder.mkdir()
    subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True, capture_output=True)
    (deb,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", deb, scratch], check=True)


class Pen:
    """Draws lines of any script, shaped as it is written."""

    def __init__(self, trees: Path) -> None:
        """`trees`: where the Debian packages are unpacked."""
        self._trees = trees

    def font(self, words: Words, size: int, *, bold: bool) -> Font:
        """The language's font at `size` pixels."""
        file = words.face.bold if bold else words.face.regular
        path = (ASSETS / "fonts" if words.face.ours else self._trees) / file
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)

    def card(self, words: Words) -> tuple[list[tuple[int, str, Font]], int]:
        """Each line with its font and how far (px) it stands below the card's top, and how high the card is.

        Raises ValueError for a line that does not fit or that its font cannot draw.
        """
        text, name = self.font(words, LETTER, bold=False), self.font(words, HEADING, bold=True)
        lines = [(words.name, name), *((line, text) for line in words.lines)]
        for line, font in lines:
            if lacking := [letter for letter in line if _lacks(font, letter)]:
                raise ValueError(f"{words.code}: the font cannot draw {lacking}")
            if _ink(words, line, font)[2] > WIDTH - 2 * (EDGE + PAD):
                raise ValueError(f"{words.code}: {line!r} is too long for one line; divide it in two")
        y, placed = PAD - _ink(words, words.name, name)[1], []
        for line, font in lines:
            placed.append((y, line, font))
            y += round(LETTER * words.face.leading)
        y = placed[-1][0] + max(LETTER // 4, _ink(words, words.lines[-1], text)[3])
        return placed, y + PAD

    def write(self, page: ImageDraw.ImageDraw, words: Words, top: int) -> int:
        """The language's card, from `top` on; returns where it ends."""
        lines, height = self.card(words)
        box = (EDGE, top, WIDTH - EDGE, top + height)
        page.rounded_rectangle(box, RADIUS, theme_colour("shell"), theme_colour("line"), 4)
        start = WIDTH - EDGE - PAD if words.leftward else EDGE + PAD
        for down, line, font in lines:
            colour = theme_colour("tide" if line == words.name else "ink")
            page.text((start, top + down), line, colour, font, **_set(words, "rs" if words.leftward else "ls"))
        return top + height


def _set(words: Words, anchor: str) -> Any:
    """How Pillow sets a line of this language, at one end of its baseline."""
    return {"anchor": anchor, "direction": "rtl" if words.leftward else "ltr", "language": words.code}


def _ink(words: Words, line: str, font: Font) -> tuple[int, int, int, int]:
    """What a line covers, px: left, top, width and bottom, seen from the left end of its baseline."""
    left, top, right, bottom = font.getbbox(line, **_set(words, "ls"))
    return round(left), round(top), round(right - left), round(bottom)


def _lacks(font: Font, letter: str) -> bool:
    """Whether the font draws its sign for a missing letter."""
    return bool(font.getmask(letter).getbbox() == font.getmask("\uffff").getbbox())


def draw(pages: tuple[Words, ...], pen: Pen) -> Image.Image:
    """One picture of the notice."""
    foot = pen.font(Words("en", "", ()), LETTER, bold=False)
    height = EDGE + sum(pen.card(words)[1] + GAP for words in pages) + 2 * LETTER
    image = Image.new("RGB", (WIDTH, height), theme_colour("paper"))
    page = ImageDraw.Draw(image)
    top = EDGE
    for words in pages:
        top = pen.write(page, words, top) + GAP
    page.text((WIDTH / 2, top + LETTER), FOOT, theme_colour("ink2"), foot, anchor="ms")
    return image.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> int:
    if not (features.check("raqm") and features.check("fribidi")):
        print("Pillow lacks Raqm or FriBiDi, which shape these scripts; install its wheel, and libfribidi0")
        return 1
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CONTENT / "sites"
    with tempfile.TemporaryDirectory() as scratch:
        for package in PACKAGES:
            unpack(package, Path(scratch))
        for name, pages in PAGES.items():
            image = draw(pages, Pen(Path(scratch)))
            image.save(folder / name, optimize=True, bits=8)
            size = (folder / name).stat().st_size
            print(f"{name}: {image.width} x {image.height} pixels, letters of {LETTER}, {size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
