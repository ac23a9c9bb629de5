"""What deploy tests stand on fails with a word, and leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.deploy.machine import Machine
from tests.deploy.namespaces import RootError, wait_for_end
from tests.deploy.root import Root
from tests.rig.touch_rig import TouchRig


def test_a_process_that_does_not_go_is_named() -> None:
    with pytest.raises(RootError, match=f"process {os.getpid()}, "):
        wait_for_end(os.getpid(), seconds=0)


@pytest.mark.deploy
def test_a_root_without_its_layers_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    root = Root([tmp_path / "none"], tmp_path / "work")
    with pytest.raises(RootError, match="no root could be mounted: mount:"), root:
        pass
    assert root._holder is None


@pytest.mark.deploy
def test_a_machine_without_its_layers_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    machine = Machine([tmp_path / "none"], tmp_path / "work", cast(TouchRig, SimpleNamespace(display=":1")))
    with pytest.raises(RootError, match="mount:"), machine:
        pass
    assert machine._holder is None
