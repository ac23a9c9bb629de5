"""The programs that are measured, all on one offscreen glass, with the software renderer and one cache of their own."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk import paths
from tests.bench.outside import Program
from tests.bench.pyramids import assets_with_pyramid
from tests.bench.trees import more_languages, more_topics
from tests.cli.launch import environment

_SCREEN = '{"screens": [{"name": "glass", "x": 0, "y": 0, "width": 1080, "height": 1920}]}'
_HERE = Path(__file__).parent
_LANGUAGES = ["en", "es", "vi", "zh-Hans", "ar", "ko"]
SMALL, LARGE = (2048, 2560), (16384, 20480)
"""Pixels of the pictures that are opened beside one another."""
_SITE = """
name: Bench
languages: [{languages}]
session: {{idle_seconds: 600, warning_seconds: 120}}
less_motion: {still}
centers:
  - name: Example Center, Denton (not a real place)
    address: ["100 Example Road", "Denton, Texas"]
"""


@dataclass(frozen=True)
class Programs:
    """One of each; `still` ones draw no light on the water, so that they come to rest."""

    floor: Program
    floor_press: Program
    kiosk: Program
    kiosk_still: Program
    inside: Program
    moving_site: str
    still_site: str
    plain: Program
    topics: Program
    languages: Program
    floor_pan: Program
    small_picture: Program
    large_picture: Program
    pan: Program
    six_languages: Program
    one_language: Program
    switch: Program
    mute: Program
    listen: Program
    asked_at_rest: Program
    asked_in_motion: Program


def programs(folder: Path) -> Programs:
    """The programs, with their sites and larger content below `folder`, which is new."""
    folder.mkdir(parents=True)
    more_topics(paths.CONTENT, folder / "topics")
    codes = more_languages(paths.CONTENT, folder / "languages", _LANGUAGES[:2])
    still = _site(folder / "still.yaml", _LANGUAGES, still=True)
    moving = _site(folder / "moving.yaml", _LANGUAGES, still=False)
    one = _site(folder / "one.yaml", _LANGUAGES[:1], still=True)
    two = _site(folder / "two.yaml", _LANGUAGES[:2], still=True)
    many = _site(folder / "many.yaml", codes, still=True)
    screen = folder / "screen.json"
    screen.write_text(_SCREEN, encoding="utf-8")
    glass = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_QUICK_BACKEND": "software"}
    env = environment(folder, glass)
    python = sys.executable
    small = assets_with_pyramid(paths.ASSETS, folder / "small", *SMALL)
    large = assets_with_pyramid(paths.ASSETS, folder / "large", *LARGE)
    at_once = {**env, "QT_QPA_UPDATE_IDLE_TIME": "0"}  # a frame follows a change without the platform's own pause
    run = (python, "-m", "kiosk", "run", "--site")  # as a supervisor starts it: full screen
    inside = (python, "-m", "tests.bench.inside")
    return Programs(
        floor=Program("floor", (python, str(_HERE / "floor.py")), env),
        floor_press=Program("floor", (python, "-m", "tests.bench.floor_press"), env),
        kiosk=Program("kiosk", (*run, moving), env),
        kiosk_still=Program("kiosk", (*run, still), env),
        inside=Program("kiosk", inside, env),
        moving_site=moving,
        still_site=still,
        plain=Program("kiosk", (*inside, "start", two, str(paths.CONTENT)), env),
        topics=Program("ten times the topics", (*inside, "start", two, str(folder / "topics")), env),
        languages=Program("ten times the languages", (*inside, "start", many, str(folder / "languages")), env),
        floor_pan=Program("one grey image", (python, "-m", "tests.bench.floor_pan"), at_once),
        small_picture=Program("{} x {}".format(*SMALL), (*inside, "explore", still, str(small)), env),
        large_picture=Program("{} x {}".format(*LARGE), (*inside, "explore", still, str(large)), env),
        pan=Program("the explorer", (*inside, "pan", still, str(paths.ASSETS)), at_once),
        six_languages=Program("six languages", (*inside, "start", still, str(paths.CONTENT)), env),
        one_language=Program("one language", (*inside, "start", one, str(paths.CONTENT)), env),
        switch=Program("kiosk", (*inside, "switch", still), env),
        mute=Program("the kiosk without speech", (*inside, "mute", still), env),
        listen=Program("kiosk", (*inside, "listen", still), env),
        asked_at_rest=Program("at rest", (*inside, "ask-rest", still), at_once),
        asked_in_motion=Program("while the explorer is panned", (*inside, "ask-pan", still), at_once),
    )


def _site(path: Path, languages: list[str], *, still: bool) -> str:
    text = _SITE.format(languages=", ".join(languages), still=str(still).lower())
    path.write_text(text, encoding="utf-8")
    return str(path)
