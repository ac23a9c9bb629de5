"""One HTML page that shows all pictures of a tour, grouped as they were drawn. Needs no network and no script."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

_STYLE = """
body { margin: 2rem; background: #FBF6EE; color: #1D2B2E; font: 17px/1.5 sans-serif; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.5rem; border-top: 2px solid #E3D6C3; padding-top: 1rem; }
.shots { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; } img { display: block; border: 1px solid #8A7C68; border-radius: 8px; }
figcaption { font-size: .85rem; max-width: 20rem; }
"""
_HEIGHT = 420  # pixels of one picture on the sheet


@dataclass(frozen=True)
class Shot:
    """One picture: its group, its title, its file beside the page, its size in pixels."""

    group: str
    title: str
    file: str
    width: int
    height: int


def write_sheet(out: Path, shots: list[Shot]) -> Path:
    """Write `index.html` into `out`; returns its path."""
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Every screen of the kiosk</title>",
        f"<style>{_STYLE}</style><h1>Every screen of the kiosk</h1>",
        f"<p>{len(shots)} pictures. Touch one to see it at full size.</p>",
    ]
    for group, members in groupby(shots, key=lambda s: s.group):
        parts.append(f"<h2>{escape(group)}</h2><div class=shots>")
        for shot in members:
            height = _HEIGHT if shot.height > shot.width else _HEIGHT * 2 // 3
            width = shot.width * height // shot.height
            parts.append(
                f'<figure><a href="{escape(shot.file)}"><img src="{escape(shot.file)}" loading=lazy '
                f'width={width} height={height} alt="{escape(shot.title)}"></a>'
                f"<figcaption>{escape(shot.title)}</figcaption></figure>"
            )
        parts.append("</div>")
    page = out / "index.html"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page
