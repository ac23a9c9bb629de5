"""A small content tree of its own for tests, in English and Spanish, and a way to plant faults in it.

Long because: a whole content in two languages stands here, as its writers write it.
"""

# ruff: noqa: E501 - content as its writers write it

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from kiosk.catalog.interface import INTERFACE
from kiosk.reading import Problem

FILES: dict[str, str] = {
    "facts.yaml": """\
sources:
  atlas: {publisher: Atlas House, title: "Spots", where: example.org/spots, read: "2026-01-02"}
  survey: {publisher: Survey Group, title: "Numbers", where: example.org/numbers, read: "2026-01-02"}
facts:
  tiny: {value: "0.5", unit: mm, says: "Tiny spots are smaller", sources: [atlas]}
  tiny_inch: {value: "1/50", unit: inch, says: "The same in inches", sources: [atlas]}
  pea: {value: "8", unit: mm, says: "A pea", sources: [atlas]}
  rare: {value: "2", says: "Of a hundred", sources: [survey]}
  usual: {value: "98", says: "The others", sources: [survey]}
  soon: {value: "1", unit: month, says: "First visit", sources: [survey]}
  later: {value: "6", unit: month, says: "Next visit", sources: [survey]}
  crowd: {value: "12000", says: "People asked", sources: [survey]}
""",
    "choices.yaml": """\
settings:
  follow_up: {options: [two_years, one_year], default: two_years}
  screening: {options: [neutral, yearly], default: neutral}
phrases:
  visit: screening
""",
    "topics/order.yaml": "- plain\n- spots\n- faq\n",
    "topics/plain.yaml": """\
scene: hill
tint: peach
sources: [atlas]
review: none
blocks:
  - {id: intro, kind: text}
""",
    "topics/spots.yaml": """\
scene: hill
tint: tide
sources: [atlas, survey]
review: {by: "Ann Example, MD", on: "2026-01-31", next: "2027-01-31"}
blocks:
  - {id: lines, kind: list, mark: check}
  - {id: way, kind: steps, icons: [eye, lens], layout: stack}
  - {id: pair, kind: comparison, cards: [{id: big, picture: big, mark: check}, {id: small, picture: small}]}
  - {id: odds, kind: pebbles, groups: [{count: usual, stone: sage}, {count: rare, stone: hollow}]}
  - {id: ruler, kind: scale, band: tiny, marks: [{id: grain, at: tiny, symbol: salt}, {id: pea, at: pea, symbol: pea}]}
  - {id: view, kind: picture, picture: big}
  - {id: calm, kind: callout, tone: reassure}
  - {id: more, kind: expander}
  - {id: words, kind: table}
  - id: cases
    kind: tabs
    tabs:
      - {id: first, stone: sage, icon: eye, blocks: [{id: in_first, kind: text}]}
      - {id: second, stone: iris, blocks: [{id: in_second, kind: text, when: {follow_up: two_years}}]}
  - {id: plan, kind: text, when: {follow_up: one_year}}
""",
    "topics/faq.yaml": """\
scene: hill
tint: sand
sources: [atlas]
review: none
blocks:
  - {id: all, kind: questions}
""",
    "explorer.yaml": """\
sources: [atlas]
review: {by: "Ann Example, MD", on: "2026-01-31", next: "2027-01-31"}
pictures:
  - id: big
    spots:
      - {id: lump, least: 8, most: 8, measure: whole}
      - {id: fine-dots, least: 0.5, most: 0.9}
  - {id: small, alone: false, pixel_mm: 0.05, spots: [{id: dust, least: 0.2, most: 0.40, words: fine-dots}]}
pairs:
  - {id: size, left: big, right: small, wipe: true}
sizes:
  left: {picture: big, spot: lump}
  right: {picture: small, spot: dust}
  marks: [{id: round, at: pea, symbol: pea}]
guide:
  - {id: one, picture: big}
  - {id: two, picture: big, rings: true}
  - {id: three, picture: small, spot: dust, show: lens}
  - {id: four, picture: big, spot: lump, show: near}
  - {id: five, picture: big, spot: lump, show: spot}
  - {id: six, picture: big, spot: fine-dots, show: spot}
  - {id: seven, picture: big}
""",
    "en/language.yaml": """\
code: en
name: English
direction: ltr
script: Latn
date: "2026-01-02"
status: draft
number: {decimal: ".", group: ","}
units:
  mm: {other: "{n} mm"}
  inch: {other: "{n} inch"}
  month: {one: "{n} month", other: "{n} months"}
""",
    "en/choices.yaml": "visit: {neutral: your usual visit, yearly: your yearly visit}\n",
    "en/questions.yaml": """\
danger:
  ask: Are they dangerous?
  short: No.
  text: [Most are not.]
  callout: Ask us.
  sources: [survey]
come_back:
  ask: Will they come back?
  short: Some do.
  text: ["We look again after {later}."]
  sources: [atlas]
""",
    "en/plain.yaml": """\
title: About spots
card: About spots
says: Spots are common.
ask: Ask about spots.
intro:
  title: What they are
  text:
    - Spots are small.
    - Come to {site.visit}.
""",
    "en/spots.yaml": """\
title: Kinds of spots
card: Kinds of spots
says: There are kinds.
ask: Ask which kind.
lines:
  lead: Some lines
  items: [One line, Another line]
way:
  items:
    - {title: Look, text: We look.}
    - {title: Look closer, text: "We look closer after {soon}."}
pair:
  big: {title: Big, term: Macro, text: Big ones., alt: A big spot.}
  small: {title: Small, text: Small ones., alt: A small spot.}
odds:
  over: Out of a hundred
  big: "{rare} in a hundred"
  text: Few of {crowd} people.
  other: The other {usual} are fine.
  legend: [Fine, To check]
  alt: Pebbles.
ruler: {title: How small, band: Tiny spots, note: "Under {tiny}, that is {tiny_inch}, or {tiny.value} of a mm", grain: Grain, pea: Pea}
view: {caption: A drawing, alt: A drawn spot.}
calm: {text: Take your time.}
more: {title: More, short: In short, text: [At length.]}
words:
  rows:
    - {head: Benign, text: Not harmful.}
cases: {title: Cases, first: Case one, second: Case two}
in_first: {text: [About the first.]}
in_second: {text: [About the second.]}
plan: {text: [The plan is short.]}
""",
    "en/faq.yaml": "title: Questions\ncard: Questions\nsays: Short answers.\nask: Ask more.\n",
    "en/explorer.yaml": """\
title: Explore
lead: Touch a spot.
measures: {specks: "Each is {least.value} to {most} wide.", whole: "It is {most} wide."}
pictures:
  big: {title: Big ones, view: From above, alt: A drawn picture.}
  small: {title: Small ones, view: From the side, alt: Another picture.}
spots:
  lump: {title: A lump, text: It is big., alt: A white lump.}
  fine-dots: {title: Dots, text: They are small., size: "Each dot is {least.value} to {most} wide.", alt: White dots.}
pairs:
  size: {title: Two sizes, text: One and the other., left: Large, right: Little}
sizes:
  title: Side by side
  lead: To one scale.
  left: A large one
  right: A little one
  marks: {round: {label: Pea, amount: "about {pea}"}}
  text_title: How small
  text: Very small.
  true_title: True size
  true_text: As it is.
guide:
  one: {title: Look, text: Look at all.}
  two: {title: Find, text: Find the white.}
  three: {title: Closer, text: Go closer.}
  four: {title: Size, text: See the size.}
  five: {title: Shape, text: See the shape.}
  six: {title: Pattern, text: See the pattern.}
  seven: {title: Next, text: See what is next.}
""",
    "es/language.yaml": """\
code: es
name: Español
direction: ltr
script: Latn
date: "2026-01-02"
status: draft
number: {decimal: ",", group: "."}
units:
  mm: {other: "{n} mm"}
  inch: {other: "{n} pulgadas", fraction: "{n} de pulgada"}
  month: {one: "{n} mes", other: "{n} meses"}
same_as_english: [interface]
""",
    "es/choices.yaml": "visit: {neutral: su visita habitual, yearly: su visita anual}\n",
    "es/questions.yaml": """\
danger:
  ask: ¿Son un peligro?
  short: Casi nunca.
  text: [La mayor parte no.]
  callout: Pregunte.
come_back:
  ask: ¿Vuelven?
  short: Algunas sí.
  text: ["Miramos otra vez en {later}."]
""",
    "es/plain.yaml": """\
title: Sobre las manchas
card: Sobre las manchas
says: Son comunes.
ask: Pregunte.
intro:
  title: Qué son
  text:
    - Son chicas.
    - Venga a {site.visit}.
""",
    "es/spots.yaml": """\
title: Tipos de manchas
card: Tipos de manchas
says: Hay tipos.
ask: Pregunte el tipo.
lines:
  lead: Unas frases
  items: [Una frase, Otra frase]
way:
  items:
    - {title: Mirar, text: Miramos.}
    - {title: Mirar de cerca, text: "Miramos de cerca en {soon}."}
pair:
  big: {title: Grande, term: Macros, text: Las grandes., alt: Una mancha grande.}
  small: {title: Chica, text: Las chicas., alt: Una mancha chica.}
odds:
  over: De cien
  big: "{rare} de cien"
  text: Pocas de {crowd} personas.
  other: Las otras {usual} están bien.
  legend: [Bien, Por revisar]
  alt: Piedras.
ruler: {title: Lo chicas, band: Chicas, note: "Menos de {tiny}, o sea {tiny_inch}, {tiny.value}", grain: Grano, pea: Guisante}
view: {caption: Un dibujo, alt: Una mancha dibujada.}
calm: {text: Sin prisa.}
more: {title: Algo de fondo, short: En breve, text: [A fondo.]}
words:
  rows:
    - {head: Benigno, text: No hace daño.}
cases: {title: Casos, first: Caso primero, second: Caso segundo}
in_first: {text: [Del primero.]}
in_second: {text: [Del segundo.]}
plan: {text: [El plan es corto.]}
""",
    "es/faq.yaml": "title: Preguntas\ncard: Preguntas\nsays: Respuestas cortas.\nask: Pregunte algo.\n",
    "es/explorer.yaml": """\
title: Explorar
lead: Toque una mancha.
measures: {specks: "Mide de {least.value} a {most}.", whole: "Mide {most}."}
pictures:
  big: {title: Las grandes, view: Desde arriba, alt: Una imagen dibujada.}
  small: {title: Las chicas, view: De lado, alt: Otra imagen.}
spots:
  lump: {title: Un bulto, text: Es grande., alt: Un bulto blanco.}
  fine-dots: {title: Puntos, text: Son chicos., size: "Cada punto mide de {least.value} a {most}.", alt: Puntos blancos.}
pairs:
  size: {title: Dos medidas, text: Una y otra., left: Mayor, right: Menor}
sizes:
  title: Lado a lado
  lead: A una escala.
  left: Una mayor
  right: Una menor
  marks: {round: {label: Guisante, amount: "cerca de {pea}"}}
  text_title: Lo chico
  text: Muy chico.
  true_title: De verdad
  true_text: Tal cual.
guide:
  one: {title: Mire, text: Mire todo.}
  two: {title: Busque, text: Busque lo blanco.}
  three: {title: Cerca, text: De cerca.}
  four: {title: Medida, text: Vea la medida.}
  five: {title: Forma, text: Vea la forma.}
  six: {title: Dibujo, text: Vea el dibujo.}
  seven: {title: Luego, text: Vea lo que sigue.}
""",
    "sites/demo.yaml": "name: Demo\nlanguages: [en, es]\nchoices: {follow_up: one_year}\n",
}
CHOICES = {"follow_up": "two_years", "screening": "neutral"}


class Place(NamedTuple):
    """Where a planted fault stands."""

    file: str
    line: int
    column: int


def interface() -> str:
    """An interface.yaml with a word for every id."""
    groups: dict[str, list[str]] = {}
    for word, values in INTERFACE.items():
        group, _, name = word.partition(".")
        text = " ".join(["word", *(f"{{{value}}}" for value in sorted(values))])
        groups.setdefault(group, []).append(f'  {name}: "{text}"\n')
    return "".join(f"{group}:\n{''.join(lines)}" for group, lines in groups.items())


class Tree(NamedTuple):
    """Where the content and the assets are."""

    content: Path
    assets: Path


def write_tree(root: Path) -> Tree:
    """Write the tree."""
    content, assets = root / "content", root / "assets"
    for name, text in {**FILES, "en/interface.yaml": interface(), "es/interface.yaml": interface()}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in (
        "mammograms/big/image.dzi",
        "mammograms/small/image.dzi",
        "art/scenes/hill.svg",
        "art/icons/eye.svg",
        "art/icons/lens.svg",
    ):
        path = assets / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for name, spots in (("big", ("lump", "fine-dots")), ("small", ("dust",))):
        write_truth(assets, name, *spots)
    return Tree(content, assets)


def write_truth(assets: Path, picture: str, *spots: str) -> None:
    """Say that these spots are drawn in the picture, each with a magnified view."""
    rows = [{"id": spot, "magnified": {"file": f"{spot}.png"}} for spot in spots]
    (assets / "mammograms" / picture / "truth.json").write_text(json.dumps({"spots": rows}), encoding="utf-8")


def plant(content: Path, file: str, old: str, new: str, at: str = "") -> Place:
    """Replace `old` by `new`; the fault's place is that of `§` in `new`, or of the text `at` in the changed file."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    text = text.replace(old, new)
    offset = text.index(at or "§")
    path.write_text(text.replace("§", ""), encoding="utf-8")
    before = text[:offset]
    return Place(str(path), before.count("\n") + 1, offset - before.rfind("\n"))


def place(problem: Problem) -> Place:
    """Where a problem is said to be."""
    return Place(problem.file, problem.line, problem.column)
