"""`gongwen batch`: many reports from one manifest."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import pipeline
from ..batch import Batch, Progress, Run, read_manifest, run
from ..batch.drafts import draft, refuse_remote
from ..batch.orders import Limits
from ..batch.report import slowest, write_alike, write_failures
from ..diagnostics import Diagnostic, Faults
from ..mail import FOLDER
from ..messages import describe, exit_of, place_of
from ..messages.phrases import phrase
from ..outputs import Output
from .jobs import JOB_OPTIONS, formats_of, job_of
from .progress import ProgressLine
from .reply import Reply, diagnostic_json
from .usage import Call, Command, Operand, Option

_SHOWN = 10  # failures told one by one; the rest stand in the list


def run_batch(options: Namespace, call: Call) -> Reply:
    """Read the manifest, run its orders and say what became of them."""
    manifest_path = Path(options.manifest)
    out = options.out or str((manifest_path if manifest_path.is_dir() else manifest_path.parent) / "out")
    batch = _batch(options, out, manifest_path)
    job = job_of(options, report="")
    job = replace(
        job, to=formats_of(options.to) or pipeline.FORMATS, force=options.force, plain=options.plain
    )
    manifest = read_manifest(manifest_path, job, state=batch.state, refresh=options.refresh)
    if not manifest.orders:
        return Reply(exit_of(manifest.diagnostics), diagnostics=manifest.diagnostics)
    refuse_remote(manifest.orders, out)
    line = ProgressLine(call.language)

    def said(progress: Progress) -> None:
        ended = progress.done + progress.skipped + progress.failed
        line.show(progress.total, ended, progress.failed, progress.rate, progress.remaining)

    try:
        result = run(manifest.orders, batch, said)
    finally:
        line.clear()
    drafts: Mapping[int, tuple[Path, ...]] = {}
    if any(order.mail for order in manifest.orders) and not result.is_interrupted:
        result, drafts = draft(result, Path(out))
    lists, found = write_failures(result, batch.state, call.language)
    if options.alike:
        more, wrong = write_alike(result, batch.state, call.language)
        lists, found = [*lists, *more], [*found, *wrong]
    diagnostics = (*manifest.diagnostics, *result.diagnostics, *found)
    lines = [*_failures(result, call.language), *_summary(result, lists, call.language)]
    if count := sum(map(len, drafts.values())):
        lines.append(phrase("batch.drafted", call.language, count=count, folder=Path(out) / FOLDER))
    return Reply(
        result.exit,
        tuple(lines),
        diagnostics,
        tuple(lists),
        more=_more(result, drafts, call.language),
    )


def _batch(options: Namespace, out: str, manifest: Path) -> Batch:
    """Read the options that say how to run.

    Raises:
        Faults: every number that is none.
    """
    found: list[Diagnostic] = []
    workers = _number("-j", options.workers, os.cpu_count() or 1, found)
    seconds = _number("--timeout", options.timeout, 120, found)
    memory = _number("--memory", options.memory, 1500, found)
    if found:
        raise Faults(found)
    is_remote = "://" in out
    return Batch(
        out=out,
        state=manifest.parent / f"{manifest.stem}.batch" if is_remote else Path(out),
        workers=max(1, workers),
        scheduler=options.scheduler or "",
        falls_back=options.fallback,
        resume=options.resume,
        force=options.force,
        limits=Limits(seconds or None, memory or None),
        compares=options.alike,
    )


def _number(option: str, text: str | None, default: int, found: list[Diagnostic]) -> int:
    if text is None:
        return default
    if not text.isdecimal():
        found.append(Diagnostic("batch.bad_limit", values={"option": option, "value": text}))
        return default
    return int(text)


def _failures(result: Run, language: str) -> list[str]:
    """Tell the first failures, each in its own words."""
    lines: list[str] = []
    for ended in result.failures[:_SHOWN]:
        row = place_of(ended.order.source, language)
        lines.append(phrase("batch.failed", language, row=row, name=ended.order.slot))
        lines += [f"  {describe(d, language)}".replace("\n", "\n  ") for d in ended.outcome.diagnostics[:3]]
    if len(result.failures) > _SHOWN:
        lines.append(phrase("batch.more_failures", language, count=len(result.failures) - _SHOWN))
    return lines


def _summary(result: Run, lists: list[Output], language: str) -> list[str]:
    progress = result.progress
    counts = {
        "total": progress.total,
        "done": progress.done,
        "skipped": progress.skipped,
        "failed": progress.failed,
        "left": progress.total - len(result.ended),
    }
    lines = [phrase("batch.summary_line", language, **counts, seconds=f"{progress.seconds:.1f}")]
    if result.is_interrupted:
        lines.append(phrase("batch.interrupted", language))
    if slow := slowest(result):
        names = phrase("list.comma", language).join(f"{e.order.slot} {e.outcome.seconds:.2f} s" for e in slow)
        lines.append(phrase("batch.slowest", language, names=names))
    return lines + [str(output.path) for output in lists]


def _more(result: Run, drafts: Mapping[int, tuple[Path, ...]], language: str) -> Mapping[str, Any]:
    progress = result.progress
    return {
        "total": progress.total,
        "done": progress.done,
        "skipped": progress.skipped,
        "failed": progress.failed,
        "seconds": round(progress.seconds, 3),
        "interrupted": result.is_interrupted,
        "jobs": [
            {
                "number": ended.order.number,
                "row": place_of(ended.order.source, language),
                "name": ended.order.slot,
                "report": str(ended.order.job.report),
                "year": ended.order.job.year,
                "exit": int(ended.outcome.exit),
                "skipped": ended.is_remembered,
                "seconds": round(ended.outcome.seconds, 3),
                "peak_mb": round(ended.outcome.peak_mb, 1),
                "pages": ended.outcome.pages,
                "outputs": [
                    {"name": made.name, "sha256": made.sha256, "bytes": made.size}
                    for made in ended.outcome.made
                ],
                "drafts": [str(path) for path in drafts.get(ended.order.number, ())],
                "diagnostics": [diagnostic_json(d, language) for d in ended.outcome.diagnostics],
            }
            for ended in result.ended
        ],
    }


COMMAND = Command(
    run_batch,
    (Operand("manifest"),),
    (
        Option("out", ("-o", "--out"), "place", phrase="batch.out"),
        Option("to", ("--to",), "formats", repeated=True),
        Option("workers", ("-j",), "number"),
        Option("resume", ("--resume",)),
        Option("force", ("--force",), phrase="batch.force"),
        Option("timeout", ("--timeout",), "number"),
        Option("memory", ("--memory",), "number"),
        Option("alike", ("--alike",)),
        Option("refresh", ("--refresh",)),
        Option("scheduler", ("--scheduler",), "address"),
        Option("fallback", ("--fallback",)),
        Option("plain", ("--plain",)),
        *JOB_OPTIONS,
    ),
)
