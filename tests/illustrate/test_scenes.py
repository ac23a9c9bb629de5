"""The shipped scenes: complete, readable, with spots far enough apart to touch."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from kiosk.illustrate import command, drawing
from kiosk.illustrate.scene import Distribution, SceneError, Shape, View, fingerprint, load, load_all, parse

SCENES = {scene.id: scene for scene in load_all()}
OUT = command.OUT
PAIRS = [("pair-size-big", "pair-size-tiny"), ("pair-look-benign", "pair-look-closer"), ("milk-side-b", "milk-top-b")]
TEXT = "{id: x, seed: 1, view: MLO, side: L, density: b, spots: [{id: a, shape: rim, at: [20, 30]}]}"


def test_there_are_whole_breasts_of_both_views_and_all_classes() -> None:
    assert len(SCENES) >= 6
    assert {(scene.view, scene.density) for scene in SCENES.values()} >= {
        (view, density) for view in (View.CC, View.MLO) for density in "bc"
    }
    assert {scene.density for scene in SCENES.values()} == set("abcd")
    assert all(scene.canvas[0] >= 200 and scene.canvas[1] >= 250 for scene in SCENES.values())


def test_every_shape_and_every_distribution_is_shown() -> None:
    spots = [spot for scene in SCENES.values() for spot in scene.spots]
    assert {spot.shape for spot in spots} == set(Shape)
    assert {spot.distribution for spot in spots} == set(Distribution)


@pytest.mark.parametrize(("one", "other"), PAIRS[:2])
def test_a_pair_differs_in_its_spots_alone(one: str, other: str) -> None:
    first, second = (msgspec.structs.replace(SCENES[name], id="x", spots=()) for name in (one, other))
    assert first == second
    assert SCENES[one].spots != SCENES[other].spots


def test_six_months_change_nothing_but_the_exposure() -> None:
    before, after = SCENES["pair-time-before"], SCENES["pair-time-after"]
    assert msgspec.structs.replace(after, id=before.id, exposure=before.exposure) == before
    assert before.exposure != after.exposure


def test_milk_of_calcium_is_the_same_breast_and_the_same_cysts_from_two_sides() -> None:
    side, top = SCENES["milk-side-b"], SCENES["milk-top-b"]
    assert (side.seed, side.side, side.view, top.view) == (top.seed, top.side, View.ML, View.CC)
    (cups, *_), (smudges, *_) = drawing.specks(side), drawing.specks(top)
    assert cups.spot.shape is smudges.spot.shape is Shape.MILK
    from_middle = [np.array([[p.x, p.y] for p in made.pieces]) - np.array(made.spot.at) for made in (cups, smudges)]
    assert np.abs(from_middle[0] - from_middle[1]).max() < 1.0
    # A cup lies low in its cyst and is wider than high; a smudge is round.
    assert np.median([p.wide / p.long for p in cups.pieces]) < 0.6
    assert np.median([p.wide / p.long for p in smudges.pieces]) > 0.8


def misplaced(described: dict[str, Any]) -> list[str]:
    """Spots of a truth list that a finger could mistake for another (15 mm apart), or that lie in the air."""
    spots = described["spots"]
    told = [
        f"{one['id']} is too near {other['id']}"
        for one, other in itertools.combinations(spots, 2)
        if np.hypot(one["x_mm"] - other["x_mm"], one["y_mm"] - other["y_mm"]) < 15
    ]
    edge = np.array(described["outline_mm"])
    wall = described["width_mm"] if described["side"] == "R" else 0.0
    for spot in spots:
        at = np.argsort(np.abs(edge[:, 1] - spot["y_mm"]))[:2]
        reach = np.abs(edge[at, 0] - wall).max()
        if abs(spot["x_mm"] - wall) > reach:
            told.append(f"{spot['id']} lies outside the breast")
    return told


@pytest.mark.parametrize("name", SCENES)
def test_spots_are_apart_and_inside_the_breast(name: str) -> None:
    assert misplaced(json.loads((OUT / name / "truth.json").read_text(encoding="utf-8"))) == []


def test_a_planted_spot_in_the_air_and_one_too_near_are_told() -> None:
    described = json.loads((OUT / "milk-top-b" / "truth.json").read_text(encoding="utf-8"))
    first, second = described["spots"]
    second["x_mm"], second["y_mm"] = first["x_mm"] + 9, first["y_mm"]
    assert misplaced(described) == [f"{first['id']} is too near {second['id']}"]
    second["x_mm"] = 130.0
    assert misplaced(described) == [f"{second['id']} lies outside the breast"]


def test_a_fingerprint_is_of_the_meaning() -> None:
    scene = parse(TEXT, "x.yaml")
    assert fingerprint(scene) == fingerprint(
        parse("# words\n" + TEXT.replace("seed: 1, view: MLO", "view: MLO, seed: 1"), "x.yaml")
    )
    assert fingerprint(scene) != fingerprint(parse(TEXT.replace("30", "31"), "x.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("rim", "rimm", "x.yaml:1:73: 'rimm' is no shape; did you mean 'rim'?"),
        ("MLO", "LMO", "x.yaml:1:24: 'LMO' is no view; did you mean 'MLO'?"),
        ("density: b", "density: e", "x.yaml:1:47: 'e' is no density; known here: a, b, c, d"),
        ("at: [20, 30]", "at: [20]", "x.yaml:1:82: expected `array` of length 2"),
        ("at: [20, 30]", "at: [20, 300]", "x.yaml:1:82: 20, 300 is not on the canvas; keep to 200 x 260 mm"),
        ("at: [20, 30]", "at: [nan, 30]", "is not on the canvas"),
        ("side: L", "sides: L", "x.yaml:1:29: unknown key 'sides'; did you mean 'side'?"),
        ("seed: 1, ", "", "the key 'seed' is missing; add `seed:`"),
        ("seed: 1", "seed: 1, canvas: [100.03, 50]", "not a whole number of tenths"),
        ("seed: 1", "seed: 1, canvas: [9000, 50]", "<= 300"),
        ("rim,", "rim, turn: inf,", "this is no angle"),
        ("id: x", "id: [x", "x.yaml:1:"),
        ("id: x", "id: ../x", "use small letters"),
        (TEXT, "", "the file is empty"),
    ],
)
def test_a_wrong_scene_says_where(old: str, new: str, told: str) -> None:
    with pytest.raises(SceneError, match=re.escape(told)):
        parse(TEXT.replace(old, new), "x.yaml")


def test_a_scene_is_named_like_its_file(tmp_path: Path) -> None:
    (tmp_path / "y.yaml").write_text(TEXT, encoding="utf-8")
    with pytest.raises(SceneError, match="should be the file's name"):
        load(tmp_path / "y.yaml")
