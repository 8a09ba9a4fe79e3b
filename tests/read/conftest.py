"""Fixtures of the reading tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.folders import ReportFolder


@pytest.fixture
def folder(tmp_path: Path) -> ReportFolder:
    """Give an empty report folder."""
    return ReportFolder(tmp_path / "report")
