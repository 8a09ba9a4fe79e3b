"""Manifests for tests: small report folders, and lists of them."""

from __future__ import annotations

from pathlib import Path

from folders import HEAD

from render.batch import Batch, Manifest, Run, read_manifest, run
from render.pipeline import Job


def report_folder(path: Path, text: str = "办件{{ 件数 }}件。", title: str = "", figures: str = "") -> Path:
    """Write a report of 2020 with one figure."""
    path.mkdir(parents=True)
    head = HEAD if not title else "\n".join(
        f"标题: {title}" if line.startswith("标题") else line for line in HEAD.split("\n")
    )  # fmt: skip
    (path / "report.md").write_text(f"{head}---\n{text}\n", encoding="utf-8")
    (path / "figures.csv").write_text(figures or "指标,单位,2019,2020\n件数,件,1,2\n", encoding="utf-8")
    return path


def listed(folder: Path, *rows: str, name: str = "任务.csv") -> Path:
    """Write a list beside the reports."""
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def manifest(path: Path, **defaults: object) -> Manifest:
    """Read a manifest for the vendored faces, DOCX alone."""
    job = Job(Path(), faces="vendored", to=("docx",))
    from dataclasses import replace

    return read_manifest(path, replace(job, **defaults), state=path.parent / "out")  # type: ignore[arg-type]


def codes(path: Path) -> list[str]:
    """List what is wrong with a manifest."""
    return [d.code for d in manifest(path).diagnostics]


def batch(folder: Path, **more: object) -> Batch:
    """Say how to run: into `out`, one worker."""
    return Batch(**{"out": str(folder / "out"), "state": folder / "out", "workers": 1, **more})  # type: ignore[arg-type]


def built(path: Path, **more: object) -> Run:
    """Run a manifest without faults."""
    orders = manifest(path).orders
    assert orders
    return run(orders, batch(path.parent, **more))


def names(folder: Path) -> list[str]:
    """List the documents of an output folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.docx"))
