"""Words that no layout was drawn for: three times as long as they should be."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.bridge.eye import faults
from kiosk.catalog import Catalog, load
from kiosk.settings.model import Site
from tests.ui.conftest import ORIENTATIONS, OpenKiosk, sampled
from tests.ui.places import places

_WORD = re.compile(r"(?<![{\w])[^\W\d_]{5,}(?![\w}])")
_LINE = re.compile(r"^( *(?:title|card|says|label|short|ask|lead|[a-z_]+): )(.*)$", re.MULTILINE)


def thrice(match: re.Match[str]) -> str:
    return match[1] + _WORD.sub(lambda word: word[0] * 3, match[2])


@pytest.fixture
def long_words(tmp_path: Path, site: Site) -> Catalog:
    """Spanish with every longer word of a single line said three times in one word: no hyphen, no space to break at."""
    content = tmp_path / "content"
    shutil.copytree(paths.CONTENT, content)
    for name in ("interface", "what", "types", "report", "care"):
        file = content / "es" / f"{name}.yaml"
        file.write_text(_LINE.sub(thrice, file.read_text(encoding="utf-8")), encoding="utf-8")
    made = load(content, paths.ASSETS, choices=site.choices, languages=("es",), cache=None)
    assert len(made.book("es").topics) == 8
    assert made.book("es").interface["bar.language"] == "IdiomaIdiomaIdioma"
    return made


@pytest.mark.parametrize(
    ("orientation", "percent"), sampled(product(ORIENTATIONS, (100, 200)), {("portrait", 200), ("landscape", 100)})
)
@pytest.mark.standard("C5")
def test_words_three_times_as_long_are_neither_cut_nor_covered(
    open_kiosk: OpenKiosk, long_words: Catalog, orientation: str, percent: int
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation], long_words)
    told: dict[str, str] = {}
    for place in places(driver, "es", percent):
        for fault in faults(driver.lay_out()):
            told.setdefault(fault, place)
    assert not told, "\n".join(f"{fault} ({place})" for fault, place in told.items())
