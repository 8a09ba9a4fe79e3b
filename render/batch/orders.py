"""Orders: what a batch is asked for, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic, Source
from ..messages import Exit
from ..pipeline import Job


@dataclass(frozen=True, slots=True)
class Order:
    """One row of a manifest for one year: a job, and where its files go."""

    number: int  # from 1, in the order of the manifest
    job: Job  # without a folder to write to
    folder: str  # below the place of the batch, with `/`; empty: the place itself
    name: str  # of the files, without extension
    source: Source  # the row
    mail: Path | None = None  # table of recipients; the report itself: those of its mail.toml; None: no mail
    places: Mapping[str, Source] = field(default_factory=dict)  # of the row's cells, by heading

    @property
    def slot(self) -> str:
        """What the order's files are called wherever they go; no two orders share one."""
        return f"{self.folder}/{self.name}" if self.folder else self.name


@dataclass(frozen=True, slots=True)
class Made:
    """One file of an order."""

    name: str  # below the place of the batch
    sha256: str
    size: int
    data: bytes | None = None  # None: the worker has written it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one order."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...] = ()
    made: tuple[Made, ...] = ()
    seconds: float = 0.0  # of processor time
    peak_mb: float = 0.0  # the most memory the worker held up to then
    pages: int = 0
    sentences: Mapping[str, bool] | None = None  # digests; True: the office's own


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take."""

    seconds: float | None = 120.0  # None: as long as it likes
    memory_mb: int | None = 1500  # beyond what the program itself needs; None: all there is
