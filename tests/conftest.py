"""What all tests share: how the few that need other programs are skipped, or made to run."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says something of the machine, not of the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

REQUIRED = os.environ.get("GONGWEN_HEAVY") == "required"
"""Set in CI: a program that is missing is then a failure, not a reason to skip."""


def need(*programs: str) -> None:
    """Skip the test at hand unless these programs are installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and REQUIRED:
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}, which this machine lacks")


@pytest.fixture
def soffice() -> None:
    """Ask for LibreOffice."""
    need("soffice")


@pytest.fixture
def poppler() -> None:
    """Ask for poppler's pdftoppm."""
    need("pdftoppm")


@pytest.fixture
def qpdf() -> None:
    """Ask for qpdf."""
    need("qpdf")
