"""A report, and the sheet of one of its offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from collect.sheets import send, write_report


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Write the report."""
    return write_report(tmp_path / "报告")


@pytest.fixture
def sheet(report: Path, tmp_path: Path) -> Path:
    """Write its sheets; give that of 甲局."""
    return send(report, tmp_path / "下发")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Give a place for returned files."""
    return tmp_path / "收回"
