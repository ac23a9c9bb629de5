"""The figures, their bounds, and which of them are over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Figure:
    """One measured number that has a bound: a ratio to the floor, or a share of a core."""

    name: str
    value: float
    bound: float
    parts: dict[str, object] = field(default_factory=dict)
    """What it was made from: commands, runs, medians."""

    @property
    def over(self) -> bool:
        return not self.value <= self.bound  # a figure that is no number is over, too

    def __str__(self) -> str:
        return f"{self.name}: {self.value:.4g}, bound {self.bound:g}{', OVER' if self.over else ''}"

    def as_json(self) -> dict[str, object]:
        return asdict(self) | {"over": self.over}


def verdict(figures: Sequence[Figure]) -> tuple[int, list[str]]:
    """The exit code, and one sentence for each figure over its bound."""
    over = [f"{f.name} is {f.value:.4g}, and must be at most {f.bound:g}" for f in figures if f.over]
    return (1 if over or not figures else 0), over or ([] if figures else ["nothing was measured"])
