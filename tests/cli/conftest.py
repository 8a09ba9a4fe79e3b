"""A command line that runs in this process, in Chinese, whatever the machine's settings are."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from render.cli import main
from render.starter import write_starter


@dataclass(frozen=True)
class Ran:
    """What one run said."""

    status: int
    out: str
    err: str

    @property
    def envelope(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """Codes of the envelope's diagnostics."""
        return [diagnostic["code"] for diagnostic in self.envelope["diagnostics"]]


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would change a run; vendored faces make it the same everywhere."""
    for name in ("GONGWEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GONGWEN_FACES", "vendored")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line."""

    def run(*words: object) -> Ran:
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Write the starter to a folder of its own."""
    write_starter(tmp_path / "报告", "portable")
    return tmp_path / "报告"
