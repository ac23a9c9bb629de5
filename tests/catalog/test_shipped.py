"""The content that is shipped keeps every rule."""

from __future__ import annotations

import itertools

import pytest

from kiosk import paths
from kiosk.catalog import check, load
from kiosk.catalog.choices import read_choices
from kiosk.reading import Notes, Severity
from kiosk.settings import load_site


@pytest.mark.standard("F6")
def test_check_finds_no_error() -> None:
    errors = [problem for problem in check(paths.CONTENT, paths.ASSETS) if problem.severity is Severity.ERROR]
    assert not errors, "\n".join(map(str, errors))


def test_every_combination_of_a_site_s_choices_gives_every_page() -> None:
    settings = read_choices(paths.CONTENT, {}, Notes()).settings
    pages = None
    for options in itertools.product(*(setting.options for setting in settings.values())):
        chosen = dict(zip(settings, options, strict=True))
        catalog = load(paths.CONTENT, paths.ASSETS, choices=chosen, languages=("en",), cache=None)
        topics = [topic.id for topic in catalog.book("en").topics]
        assert topics == (pages or topics)
        pages = topics


@pytest.mark.parametrize("path", sorted((paths.CONTENT / "sites").glob("*.yaml")), ids=lambda path: str(path.stem))
@pytest.mark.standard("F1")
def test_a_shipped_site_starts_with_all_its_languages(path: object) -> None:
    site, problems = load_site(paths.CONTENT / "sites" / str(path))
    assert problems == ()
    catalog = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)
    assert tuple(info.code for info in catalog.languages) == site.languages


def test_the_demonstration_site_says_that_it_is_invented() -> None:
    site, _ = load_site(paths.DEMO_SITE)
    assert site.mode == "demonstration"
    assert "Example" in site.name
    for center in site.centers:
        assert "not a real place" in center.name
        assert "-555-01" in center.phone
