"""What is said of a spot can be read beside its picture, in the largest letters too."""

from __future__ import annotations

import pytest

from tests.ui import named
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import drawn, explorer

LINES = 2


def lines_free(driver: Driver, words: str) -> float:
    """How many lines of these words stand clear of the sign of "More below" and of what follows."""
    scene = driver.look()
    said = driver.text(words)
    page = scene.scrolling(said)
    assert page is not None
    (label,) = (i for i in named.items(driver.window.contentItem()) if i.property("text") == words and i.isVisible())
    foot = min([page.box.bottom(), *(sign.box.top() for sign in scene.of_kind("MoreBelow"))])
    line = float(label.property("lineHeight"))
    leading = (line - said.font[1]) / 2  # below the letters of the last one
    return (foot + leading - said.box.top()) / line


@pytest.mark.parametrize("language", ["ar", "en", "vi"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.standard("C5")
def test_each_spot_is_explained_where_it_is_opened(open_kiosk: OpenKiosk, orientation: str, language: str) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    driver.start(language)
    driver.large_text(200)
    driver.kiosk.openExplorer()
    at = explorer(driver)
    for _ in range(at.spotTotal):
        at.nextSpot()
        drawn(driver)
        assert lines_free(driver, at.spotText) >= LINES, at.spotTitle
