"""`gongwen compare --against`: a report's changes as a DOCX with tracked changes, and what they come to."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..diagnostics import fault
from ..messages.phrases import phrase
from ..noun import replace
from ..revising import Account, revise
from .jobs import formats_of, job_of, output_folder
from .reply import Reply
from .usage import Call

DEFAULT_FORMATS = ("docx",)

_MOST_FIGURES = 20  # lines; all of them stand in the summary
_KINDS = ("changed", "new", "gone", "moved")


def run_revision(options: Namespace, call: Call) -> Reply:
    """Write what was changed, and say what it comes to."""
    for option, is_given in (
        ("--years", options.years),
        ("--match", options.matches),
        (str(options.other), options.other),
    ):
        if is_given:
            raise fault("revision.not_with", option=option)
    job = replace(
        job_of(options),
        to=formats_of(options.to) or DEFAULT_FORMATS,
        out=output_folder(Path(options.report), options.out),
        force=options.force,
    )
    made = revise(job, options.against, (options.author or "").strip())
    result, account = made.result, made.account
    if account is None or not result.ok:
        return Reply(result.exit, diagnostics=result.diagnostics)
    lines = (*(str(output.path) for output in result.outputs), *_summary(account, call.language))
    more: dict[str, Any] = {"revision": asdict(account)}
    return Reply(result.exit, lines, result.diagnostics, result.outputs, more=more)


def _summary(account: Account, language: str) -> Iterator[str]:
    counts = {kind: account.counts.get(kind, 0) for kind in _KINDS}
    rows = account.counts.get("rows", 0)
    if not (any(counts.values()) or rows):
        yield phrase("revision.same", language)
        return
    yield phrase("revision.done", language, rows=rows, percent=account.percent, **counts)
    for each in account.sections:
        yield phrase(f"revision.section.{each.kind}", language, before=each.before, after=each.after)
    for figure in account.figures[:_MOST_FIGURES]:
        yield phrase(
            "revision.figure", language,
            name=figure.name, before=figure.before, after=figure.after, unit=figure.unit,
        )  # fmt: skip
    if (more := len(account.figures) - _MOST_FIGURES) > 0:
        yield phrase("revision.more_figures", language, count=more)
    if account.words:
        yield phrase("revision.words", language, count=len(account.words))
