"""A small content tree, fresh for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.tree import Tree, write_tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Content and assets without a fault."""
    return write_tree(tmp_path)
