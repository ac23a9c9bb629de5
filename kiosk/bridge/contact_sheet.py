"""HTML pages that show all pictures of a tour, grouped as they were drawn. They need no network and no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

_STYLE = """
body { margin: 2rem; background: #FBF6EE; color: #1D2B2E; font: 17px/1.5 sans-serif; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.5rem; border-top: 2px solid #E3D6C3; padding-top: 1rem; }
.shots { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; } img { display: block; border: 1px solid #8A7C68; border-radius: 8px; }
figcaption { font-size: .85rem; max-width: 20rem; } .fault { color: #7A3316; font-weight: bold; }
"""
_HEIGHT = 420  # pixels of one picture on the sheet
_TITLE = "Every screen of the kiosk"


@dataclass(frozen=True)
class Shot:
    """One picture: its group, its title, its file beside the page, its size in pixels.

    `faults` is what is wrong on that screen, `notes` what is only worth a look.
    """

    group: str
    title: str
    file: str
    width: int
    height: int
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def write_sheet(out: Path, shots: Sequence[Shot], name: str = "index.html", title: str = _TITLE) -> Path:
    """Write the page `name` with all of `shots` into `out`; returns its path."""
    parts = [f"<p>{_count(len(shots), 'picture')}. Touch one to see it by itself.</p>", *_told(shots)]
    for group, members in groupby(shots, key=lambda s: s.group):
        parts += [f"<h2>{escape(group)}</h2><div class=shots>", *map(_figure, members), "</div>"]
    return _write(out / name, title, parts)


def write_pages(out: Path, shots: Sequence[Shot]) -> Path:
    """Write one page per language and an `index.html` that leads to them; returns its path."""
    lines = []
    for code, members in groupby(shots, key=lambda s: s.group.partition(",")[0]):
        mine = list(members)
        page = write_sheet(out, mine, f"{code}.html", f"{_TITLE}: {code}")
        faulty = sum(bool(shot.faults) for shot in mine)
        told = f", <span class=fault>{_count(faulty, 'screen')} with faults</span>" if faulty else ""
        lines.append(f'<li><a href="{page.name}">{escape(code)}</a>: {_count(len(mine), "picture")}{told}</li>')
    start = (
        "<p>Each language in every text size, upright and wide, light and in high contrast. Pictures at half size.</p>"
    )
    return _write(out / "index.html", _TITLE, [start, "<ul>", *lines, "</ul>", *_told(shots)])


def _told(shots: Sequence[Shot]) -> Iterator[str]:
    """Every fault, with the screen that has it."""
    faulty = [shot for shot in shots if shot.faults]
    if not faulty:
        yield "<p>Every word on every screen can be read.</p>" if shots else ""
        return
    yield f"<p class=fault>{_count(len(faulty), 'screen')} with words that cannot be read:</p><ul>"
    for shot in faulty:
        where = f'<a href="{escape(shot.file)}">{escape(shot.group)}, {escape(shot.title)}</a>'
        yield from (f"<li>{where}: {escape(fault)}</li>" for fault in shot.faults)
    yield "</ul>"


def _figure(shot: Shot) -> str:
    height = _HEIGHT if shot.height > shot.width else _HEIGHT * 2 // 3
    width = shot.width * height // shot.height
    faults = "".join(f"<br><span class=fault>{escape(fault)}</span>" for fault in shot.faults)
    faults += "".join(f"<br>{escape(note)}" for note in shot.notes)
    return (
        f'<figure><a href="{escape(shot.file)}"><img src="{escape(shot.file)}" loading=lazy '
        f'width={width} height={height} alt="{escape(shot.title)}"></a>'
        f"<figcaption>{escape(shot.title)}{faults}</figcaption></figure>"
    )


def _write(page: Path, title: str, body: Sequence[str]) -> Path:
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title>"
    page.write_text("\n".join([head, f"<style>{_STYLE}</style><h1>{escape(title)}</h1>", *body]), encoding="utf-8")
    return page


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
