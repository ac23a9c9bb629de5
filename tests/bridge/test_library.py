"""What the bridge asks of the catalog."""

from __future__ import annotations

import pytest

from kiosk import paths
from kiosk.bridge.library import Library
from kiosk.catalog import Catalog, load
from kiosk.session.step import EXPLORER
from kiosk.settings import load_site


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    site, _ = load_site(paths.DEMO_SITE)
    return load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)


def test_a_list_of_spots_is_as_long_to_read_in_every_language(catalog: Catalog) -> None:
    """Chinese has no spaces between its words."""
    library = Library(catalog, "demonstration")
    counts = {info.code: library.words_on(info.code, EXPLORER) for info in catalog.languages}
    assert len(counts) == 6
    assert all(count > counts["en"] / 2 for count in counts.values()), counts


@pytest.mark.standard("F2")
def test_a_draft_that_a_production_site_asks_for_is_told_to_staff(
    catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    library = Library(catalog, "production")
    assert [info.code for info in library.languages] == ["en"]
    assert sum("is a draft that nobody has signed" in line for line in caplog.messages) == 5
