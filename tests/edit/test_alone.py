"""One program at a time in a report folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from render.diagnostics import Faults
from render.edit.alone import LOCK, alone

HOLDING = """
import sys, pathlib
from render.edit.alone import alone
with alone(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    input()
"""


def test_the_second_is_refused(tmp_path: Path) -> None:
    """Until the first has ended, killed or not; nothing is left of the lock then."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    with pytest.raises(Faults) as raised, alone(tmp_path):
        pass
    assert [d.code for d in raised.value.diagnostics] == ["edit.busy"]
    holder.kill()
    holder.communicate()
    with alone(tmp_path):
        assert (tmp_path / LOCK).exists()
    assert list(tmp_path.iterdir()) == []


def test_a_fault_inside_lets_go(tmp_path: Path) -> None:
    """Of the lock and its file."""
    with pytest.raises(ValueError, match="x"), alone(tmp_path):
        raise ValueError("x")
    with alone(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Is not guarded: who reads it says what is wrong."""
    with alone(tmp_path / "none"):
        pass
    assert list(tmp_path.iterdir()) == []
