"""Which font files are built, from which packages. Knows names only: how they are made is in `making`."""

from __future__ import annotations

from dataclasses import dataclass

REGULAR, SEMIBOLD, BOLD = ("Regular", 400), ("SemiBold", 600), ("Bold", 700)
"""A style's name, as file names have it, and its weight."""

ATKINSON, LITERATA = "@fontsource/atkinson-hyperlegible-next@5.3.0", "@fontsource/literata@5.3.0"
LICENCES = {"OFL-AtkinsonHyperlegibleNext.txt": ATKINSON, "OFL-Literata.txt": LITERATA}


@dataclass(frozen=True, slots=True)
class Joined:
    """A family that an npm package ships in pieces."""

    family: str
    package: str
    stem: str
    pieces: tuple[str, ...]
    styles: tuple[tuple[str, int], ...]


JOINED = (
    Joined(
        "Atkinson Hyperlegible Next",
        ATKINSON,
        "atkinson-hyperlegible-next",
        ("latin", "latin-ext"),
        (REGULAR, SEMIBOLD, BOLD),
    ),
    Joined("Literata", LITERATA, "literata", ("latin", "latin-ext", "vietnamese"), (SEMIBOLD,)),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One font of a Debian package: its file, and its number in the file where that is a collection."""

    package: str
    file: str
    number: int = -1


def _noto(name: str, style: str) -> Source:
    package = "fonts-noto-extra" if style == "SemiBold" else "fonts-noto-core"
    return Source(package, f"usr/share/fonts/truetype/noto/{name}-{style}.ttf")


def _cjk(number: int, style: str) -> Source:
    return Source("fonts-noto-cjk", f"usr/share/fonts/opentype/noto/NotoSansCJK-{style}.ttc", number)


@dataclass(frozen=True, slots=True)
class Subset:
    """A family for reading, cut from Noto: for which language, and where each style comes from."""

    family: str
    code: str
    sources: tuple[tuple[tuple[str, int], Source], ...]


SC, KR = 2, 1
"""Where the fonts for mainland China and Korea stand in a collection of Noto Sans CJK."""

SUBSETS = (
    Subset("Noto Sans", "vi", tuple((style, _noto("NotoSans", style[0])) for style in (REGULAR, SEMIBOLD, BOLD))),
    Subset(
        "Noto Sans Arabic",
        "ar",
        tuple((style, _noto("NotoSansArabic", style[0])) for style in (REGULAR, SEMIBOLD, BOLD)),
    ),
    Subset("Noto Sans SC", "zh-Hans", tuple((style, _cjk(SC, style[0])) for style in (REGULAR, BOLD))),
    Subset("Noto Sans KR", "ko", tuple((style, _cjk(KR, style[0])) for style in (REGULAR, BOLD))),
)


@dataclass(frozen=True, slots=True)
class Tiny:
    """The family "Desk <code>": what the first screen and the closed page say in a language whose fonts are not loaded.

    `own_name` stands in for the name in language.yaml while the content has no such language.
    """

    code: str
    own_name: str
    regular: Source
    bold: Source

    @property
    def family(self) -> str:
        return f"Desk {self.code}"


TINY = (
    Tiny("vi", "Tiếng Việt", _noto("NotoSans", "Regular"), _noto("NotoSans", "Bold")),
    Tiny("zh-Hans", "简体中文", _cjk(SC, "Regular"), _cjk(SC, "Bold")),
    Tiny("ar", "العربية", _noto("NotoSansArabic", "Regular"), _noto("NotoSansArabic", "Bold")),
    Tiny("ko", "한국어", _cjk(KR, "Regular"), _cjk(KR, "Bold")),
)


def file_name(family: str, style: str, kind: str = ".ttf") -> str:
    """`My Font` in the style Bold is `MyFont-Bold.ttf`; the kiosk finds a family's files by this rule."""
    return f"{family.replace(' ', '')}-{style}{kind}"
