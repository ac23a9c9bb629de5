"""The site's file: what is wrong is named with its place, and the kiosk starts all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs

from kiosk.settings import Center, LanguageHelp, NoticePicture, Screen, Site, Times, load_site, loader
from kiosk.settings.layers import NO_MODE

WHOLE = """\
name: Some Site
mode: production
languages: [es, en]
choices: {screening: yearly}
screen: {diagonal_inch: 31.5}
session: {idle_seconds: 90, warning_seconds: 60}
less_motion: true
centers:
  - {name: One, address: [1 Street, Town], phone: "555-0100", hours: [always]}
  - {name: Two}
language_help: {notice: {es: Ayuda}, pictures: [{file: a.png, letter_px: 40, alt: A}, {file: /b/c.jpg, letter_px: 4.5}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "site.yaml"
    path.write_text(WHOLE)
    return path


@pytest.mark.standard("E4")
def test_a_whole_file_is_read(file: Path) -> None:
    site, problems = load_site(file)
    assert problems == ()
    assert site == Site(
        name="Some Site",
        mode="production",
        languages=("es", "en"),
        choices={"screening": "yearly"},
        screen=Screen(31.5),
        session=Times(90, 60),
        less_motion=True,
        centers=(Center("One", ("1 Street", "Town"), "555-0100", ("always",)), Center("Two")),
        language_help=LanguageHelp(
            {"es": "Ayuda"},
            (NoticePicture(str(file.with_name("a.png")), 40, "A"), NoticePicture("/b/c.jpg", 4.5)),
        ),
    )


@pytest.mark.parametrize(
    ("line", "fault", "place", "fragment", "change"),
    [
        ("name: Some Site", "nam: Some Site", "1:1", "unknown key 'nam'; did you mean 'name'?", {"name": ""}),
        ("mode: production", "mode: live", "2:7", "one of demonstration, production", {"mode": "production"}),
        ("[es, en]", "[]", "3:12", "at least 1", {"languages": ("en", "es")}),
        ("[es, en]", "es", "3:12", "'languages' should be a list", {"languages": ("en", "es")}),
        ("[es, en]", "[es, es]", "3:17", "'es' stands twice", {"languages": ("es",)}),
        ("{screening: yearly}", "yearly", "4:10", "a group of", {"choices": {}}),
        ("31.5", "9", "5:25", "a number from 10 to 100", {"screen": Screen()}),
        ("31.5", "100.5", "5:25", "a number from 10 to 100", {"screen": Screen()}),
        ("31.5", "wide", "5:25", "a number from 10 to 100", {"screen": Screen()}),
        ("diagonal_inch", "diagonal", "5:10", "did you mean 'diagonal_inch'?", {"screen": Screen()}),
        ("90", "59", "6:25", "a whole number from 60 to 600", {"session": Times(60, 60)}),
        ("90", "601", "6:25", "a whole number from 60 to 600", {"session": Times(60, 60)}),
        ("90", "90.5", "6:25", "a whole number from 60 to 600", {"session": Times(60, 60)}),
        ("warning_seconds: 60", "warning_seconds: 20", "6:46", "from 30 to 120", {"session": Times(90, 45)}),
        ("warning_seconds: 60", "warning_seconds: 121", "6:46", "from 30 to 120", {"session": Times(90, 45)}),
        ("less_motion: true", "less_motion: yes", "7:14", "true or false", {"less_motion": False}),
        ("{name: Two}", "{phone: x}", "10:5", "the key 'name' is missing", {}),
    ],
)
def test_a_wrong_value_is_named_and_the_default_stands(
    line: str, fault: str, place: str, *, fragment: str, change: dict[str, object], file: Path
) -> None:
    whole, _ = load_site(file)
    file.write_text(WHOLE.replace(line, fault, 1))
    site, problems = load_site(file)
    (problem,) = (one for one in problems if one.what != NO_MODE)
    assert str(problem).startswith(f"{file}:{place}: ")
    assert fragment in str(problem)
    expected = structs.replace(whole, **change) if change else structs.replace(whole, centers=whole.centers[:1])
    assert site == expected


@pytest.mark.parametrize("text", ["", "- a\n", "name: [\n", "a: 1\na: 2\n", "name: &x y\n"])
def test_an_unusable_file_gives_the_defaults(text: str, file: Path) -> None:
    file.write_text(text)
    site, problems = load_site(file)
    assert site == Site(mode="production")
    assert problems


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    site, problems = load_site(tmp_path / "none.yaml")
    assert site == Site(mode="production")
    assert str(problems[-1]) == f"{tmp_path / 'none.yaml'}:1:1: there is no such file; create it, or correct the name"


def test_the_compiled_twin_is_used_until_the_file_changes(file: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    file.write_text(WHOLE.replace("90", "59"))
    first = load_site(file, cache=cache)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(loader, "_read")
        assert load_site(file, cache=cache) == first
    file.write_text(WHOLE)
    assert load_site(file, cache=cache)[0].session.idle_seconds == 90
    [twin] = cache.iterdir()
    for damaged in (b"", twin.read_bytes()[:-3], b"x" * 100):
        twin.write_bytes(damaged)
        assert load_site(file, cache=cache)[0].session.idle_seconds == 90


def test_no_yaml_is_read_on_a_second_start(file: Path, tmp_path: Path) -> None:
    """Nor is anything imported that only a reading needs, with all layers and a variable."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom kiosk.settings import Place, load_settings\n"
        "found = load_settings(Place(Path(sys.argv[1]), is_folder=True), cache=Path(sys.argv[2]))\n"
        "print(found.site.name, found.site.less_motion,"
        " *(name in sys.modules for name in ('yaml', 'json', 'difflib', 'kiosk.settings.layers', 'kiosk.keeping')))"
    )
    (file.parent / "site.d").mkdir()
    (file.parent / "site.d" / "a.yaml").write_text("name: Layered")
    (file.parent / "kiosk.yaml").write_text("less_motion: false")
    cache = tmp_path / "cache"
    cache.mkdir()
    command = [sys.executable, "-c", code, str(file.parent), str(cache)]
    env = os.environ | {"KIOSK_LESS_MOTION": "true"}
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=env).stdout.split()
        for _ in range(2)
    )
    assert first == ["Layered", "True", "True", "False", "True", "True", "False"]
    assert second == ["Layered", "True", *["False"] * 5]


def test_a_cache_that_cannot_be_written_does_not_matter(file: Path, tmp_path: Path) -> None:
    assert load_site(file, cache=tmp_path / "missing")[0].name == "Some Site"


@pytest.mark.parametrize("text", ["mode: producton\n", "mode: [demonstration]\n", "name: [\n", "- en\n"])
@pytest.mark.standard("F2")
def test_where_the_mode_cannot_be_read_the_strict_one_holds(tmp_path: Path, text: str) -> None:
    """A slip must not show words to patients that nobody has signed."""
    path = tmp_path / "site.yaml"
    path.write_text(text, encoding="utf-8")
    site, problems = load_site(path)
    assert site.mode == "production"
    assert problems
