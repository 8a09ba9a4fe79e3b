"""Frozen states made for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from render.freeze import making, record
from render.freeze.states import RECORD
from render.pipeline import Job

ON = datetime(2021, 2, 1, 9, 30, tzinfo=UTC)


def job(report: Path, **more: object) -> Job:
    """A job with the faces that are the same everywhere."""
    return Job(report, **{"faces": "vendored", **more})  # type: ignore[arg-type]


def frozen(report: Path, name: str = "送审稿", at: datetime = ON, **more: object) -> making.Frozen:
    """Freeze a report."""
    return making.freeze(job(report, **more), name, at=at)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def codes(found: object) -> list[str]:
    """The codes of what was found."""
    return [d.code for d in found.diagnostics]  # type: ignore[attr-defined]


def rewritten(state: Path, **changes: object) -> None:
    """Change a record and seal it again, as a program would that writes such records."""
    from dataclasses import replace

    from render.diagnostics import NOWHERE

    path = state / RECORD
    path.chmod(0o644)
    was = record.read(path.read_bytes(), NOWHERE)
    path.write_bytes(record.written(replace(was, **changes)))  # type: ignore[arg-type]
