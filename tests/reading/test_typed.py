"""From a tree to a struct: what fits is taken, what does not is noted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct

from kiosk.reading import Node, Notes, Scalar
from kiosk.reading.files import read_map
from kiosk.reading.typed import decode


class Circle(Struct, frozen=True, tag="circle", tag_field="kind"):
    radius: float = 1.0


class Square(Struct, frozen=True, tag="square", tag_field="kind"):
    side: int


class Drawing(Struct, frozen=True):
    name: str
    shape: Circle | Square = Circle()
    loud: bool = False
    size: Annotated[int, Meta(ge=10, le=20)] = 15
    tone: Literal["warm", "cold"] = "warm"
    tags: Annotated[tuple[str, ...], Meta(min_length=1, extra={"unique": True})] = ("a",)
    more: dict[str, str] = {}
    state: Literal["none"] | Square = "none"
    maybe: Square | None = None
    turn: Literal[0, 90] = 0
    seen: Annotated[str, Meta(extra={"is": "seen"})] = ""


def read_drawing(text: str, tmp_path: Path) -> tuple[Drawing | None, list[str]]:
    path = tmp_path / "some.yaml"
    path.write_text(text)
    notes = Notes()
    root = read_map(path, notes)
    assert root is not None

    def look(what: str, node: Node, value: object) -> object:
        assert what == "seen"
        assert isinstance(node, Scalar)
        return f"{value}!" if value != "bad" else None

    drawing = decode(root, Drawing, notes.on("f"), look)
    return drawing, [str(problem) for problem in notes.in_order()]


def test_a_fitting_tree_becomes_the_struct(tmp_path: Path) -> None:
    text = """\
name: A
shape: {kind: square, side: 3}
loud: true
size: 20
tone: cold
tags: [x, y]
more: {a: b}
state: {kind: square, side: 4}
maybe: {kind: square, side: 5}
turn: 90
seen: yes
"""
    drawing, problems = read_drawing(text, tmp_path)
    assert problems == []
    assert drawing == Drawing(
        "A", Square(3), True, 20, "cold", ("x", "y"), {"a": "b"}, Square(4), Square(5), 90, "yes!"
    )


@pytest.mark.parametrize(
    ("line", "place", "fragment"),
    [
        ("siez: 12", "2:1", "unknown key 'siez'; did you mean 'size'?"),
        ("size: 21", "2:7", "'size' should be a whole number from 10 to 20"),
        ("size: 12.5", "2:7", "a whole number"),
        ("size: " + "9" * 5000, "2:7", "a whole number"),
        ("size: ١٢", "2:7", "a whole number"),
        ("size: [12]", "2:7", "'size' should be one value"),
        ("loud: yes", "2:7", "true or false"),
        ("tone: hot", "2:7", "one of cold, warm"),
        ("tags: []", "2:7", "a list of at least 1"),
        ("tags: x", "2:7", "'tags' should be a list"),
        ("tags: [x, y, x]", "2:14", "'x' stands twice in 'tags'"),
        ("more: [x]", "2:7", "a group of"),
        ("shape: {kind: star}", "2:15", "'kind' should be one of circle, square"),
        ("shape: {radius: 2}", "2:8", "the key 'kind' is missing"),
        ("shape: {kind: square}", "2:8", "the key 'side' is missing"),
        ("shape: {kind: circle, radius: 1e999}", "2:31", "a number"),
        ("shape: round", "2:8", "a group of"),
        ("state: some", "2:8", "one of none"),
        ("maybe: yes", "2:8", "a group of"),
        ("maybe:", "2:7", "a group of"),
        ("turn: 45", "2:7", "one of 0, 90"),
    ],
)
def test_what_does_not_fit_is_noted_and_the_default_stands(
    line: str, place: str, fragment: str, tmp_path: Path
) -> None:
    drawing, problems = read_drawing(f"name: A\n{line}\n", tmp_path)
    assert len(problems) == 1
    assert problems[0].startswith(f"f:{place}: ")
    assert fragment in problems[0]
    kept = Drawing("A", tags=("x", "y")) if "x, y, x" in line else Drawing("A")
    assert drawing == kept


def test_a_missing_required_field_leaves_nothing(tmp_path: Path) -> None:
    drawing, problems = read_drawing("loud: true\n", tmp_path)
    assert drawing is None
    assert problems == ["f:1:1: the key 'name' is missing; add `name:`"]


def test_a_look_may_refuse_a_value(tmp_path: Path) -> None:
    drawing, _ = read_drawing("name: A\nseen: bad\n", tmp_path)
    assert drawing == Drawing("A")
