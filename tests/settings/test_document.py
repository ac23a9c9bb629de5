"""docs/settings.md says what the types say, and its examples hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import document, load_site
from kiosk.settings.fields import Field, fields
from kiosk.settings.model import Site


def stale(text: str) -> list[str]:
    """The lines that the document should have and lacks, and those that it should not have."""
    there, wanted = text.splitlines(), document.document().splitlines()
    return [line for line in wanted if line not in there] + [line for line in there if line not in wanted]


def test_the_document_is_current() -> None:
    """Write it anew with: make settings-doc."""
    text = document.FILE.read_text(encoding="utf-8")
    assert stale(text) == []
    assert text == document.document()


def test_a_stale_document_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    text = document.FILE.read_text(encoding="utf-8")
    assert len(stale(text.replace("10 to 100 inches", "10 to 99 inches"))) == 2
    changed = [
        Field("screen.shine", "text", "", "", '""', "New.") if f.key == "screen.reach_mm" else f for f in fields()
    ]
    monkeypatch.setattr(document, "fields", lambda: changed)
    assert [line.split("|")[1].strip() for line in stale(text)] == ["`screen.shine`", "`screen.reach_mm`"]


def test_every_setting_has_its_row() -> None:
    text = document.document()
    assert [field.key for field in fields() if not field.is_section and f"| `{field.key}` |" not in text] == []
    assert set(document.EXAMPLES) - {document.FIRST} <= set(Site.__struct_fields__)


@pytest.mark.parametrize("name", document.EXAMPLES)
def test_an_example_can_be_copied(name: str, tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(document.EXAMPLES[name], encoding="utf-8")
    site, problems = load_site(file)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert site != Site()
