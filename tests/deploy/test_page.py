"""What a page's fences say is understood, or named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.page import Block, PageError, blocks


def _page(folder: Path, fence: str) -> Path:
    page = folder / "page.md"
    page.write_text(f"# Page\n\n```{fence}\nfirst\nsecond\n```\n\nMore.\n", encoding="utf-8")
    return page


def test_a_block_is_its_commands_and_what_the_fence_says_of_them(tmp_path: Path) -> None:
    assert blocks(_page(tmp_path, "sh")) == [Block(4, "first\nsecond\n")]
    assert blocks(_page(tmp_path, "sh asks=pin")) == [Block(4, "first\nsecond\n", asks="pin")]


@pytest.mark.parametrize("fence", ["", "bash", "sh asks=name", "sh exit=1", "sh fast"])
def test_a_fence_that_nobody_understands_is_named(fence: str, tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"^page\.md:3: "):
        blocks(_page(tmp_path, fence))
