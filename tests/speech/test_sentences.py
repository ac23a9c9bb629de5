"""Where a sentence ends, in six languages, and what of a text an engine is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTextBoundaryFinder

from kiosk.speech.sentences import heard, joined


def sentences(text: str) -> list[str]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    ends = []
    while (at := finder.toNextBoundary()) >= 0:
        ends.append(at)
    return [heard(text[start:end]) for start, end in joined(text, ends)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Most are harmless.", "The word is “benign.”", "Ask."],
        ["About 0.5 mm.", "It is small."],
        ["In the U.S. many people have them.", "Ask Dr. Smith today."],
        ["Is it 3.5 cm wide?", "Yes!", "No.", "Good."],
        ["Ask your team: does it show?", "Then wait."],
        ["2 of 8"],
        ["La palabra es “benigno”.", "¿Es cáncer?", "No.", "En EE. UU. es común.", "La Sra. Díaz viene."],
        ["Cada una mide 0,5 mm.", "Pregunte a su equipo: ¿qué es?"],
        ["Hầu hết vô hại.", "Có phải ung thư không?", "Hỏi BS. Lan nhé.", "Khoảng 0,5 mm."],
        ["大多数是无害的。", "医学上叫“良性”。", "要问什么？", "请问医生！", "约 0.5 毫米。"],
        ["معظمها غير ضار.", "هل هو سرطان؟", "لا، ليس كذلك.", "حجمها 0.5 مم."],
        ["대부분은 해롭지 않습니다.", "암인가요?", "아니요.", "약 0.5mm입니다."],
    ],
    ids=lambda parts: parts[0],
)
def test_sentences_end_where_they_end(parts: list[str]) -> None:
    joint = "" if "。" in parts[0] else " "
    assert sentences(joint.join(parts)) == parts


def test_lines_are_said_one_by_one() -> None:
    assert sentences("Hours:\n\u2068Monday to Friday, 8 am to 5 pm\u2069\n\u2068Saturday\u2069") == [
        "Hours:",
        "Monday to Friday, 8 am to 5 pm",
        "Saturday",
    ]


def test_nothing_is_said_of_nothing() -> None:
    assert sentences("") == []
    assert sentences(" \u2068\u2069 ") == []


def test_signs_for_the_layout_are_not_said() -> None:
    assert heard("Phone: \u2066940-555-0101\u2069") == "Phone: 940-555-0101"
    assert heard("a\u00a0b\n c\u200f") == "a b c"
