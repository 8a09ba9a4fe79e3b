"""`gongwen compare`: the comparison of years alone; or, with `--against`, what was changed in a report."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import comparing
from ..comparison import Comparison
from ..diagnostics import fault
from ..messages.phrases import phrase
from ..write.comparison_json import as_values
from .jobs import JOB_OPTIONS, REPORT, formats_of, job_of, output_folder, years_of
from .reply import Reply
from .usage import Call, Command, Operand, Option

DEFAULT_FORMATS = ("docx", "pdf")


def run(options: Namespace, call: Call) -> Reply:
    """Compare, write the files, and say what stands in them."""
    if options.against is not None:
        from .revised import run_revision

        return run_revision(options, call)
    if options.author is not None:
        raise fault("revision.needs_other", option="--author")
    report = Path(options.report)
    job = replace(
        job_of(options),
        to=formats_of(options.to) or DEFAULT_FORMATS,
        out=output_folder(report, options.out),
        force=options.force,
    )
    years = years_of("--years", options.years)
    if years is not None:
        if len(years) < 2:
            raise fault("cli.too_few_years", value="、".join(map(str, years)))
        job = replace(job, year=max(years), compare=tuple(sorted(years))[:-1])
    other = None if options.other is None else Path(options.other)
    made = comparing.build_comparison(job, other, _matches(options.matches))
    result, comparison = made.result, made.comparison
    if not result.ok or comparison is None or result.laid_out is None:
        return Reply(result.exit, diagnostics=result.diagnostics)
    pages = len(result.laid_out.pages.pages)
    lines = (*(str(output.path) for output in result.outputs), *_summary(comparison, pages, call))
    more: dict[str, Any] = {"pages": pages, "comparison": as_values(comparison)}
    return Reply(result.exit, lines, result.diagnostics, result.outputs, pages, more)


def _matches(texts: list[str]) -> dict[str, str]:
    matches = {}
    for text in texts:
        one, equals, other = text.replace("＝", "=").partition("=")
        if not (equals and one.strip() and other.strip()):
            raise fault("cli.bad_match", value=text)
        matches[one.strip()] = other.strip()
    return matches


def _summary(comparison: Comparison, pages: int, call: Call) -> list[str]:
    years = phrase("list.comma", call.language).join(column.heading for column in comparison.columns)
    rows = len(comparison.figures) + sum(len(table.rows) for table in comparison.offices)
    lines = [phrase("compare.done", call.language, years=years, rows=rows, pages=pages)]
    comma = phrase("list.comma", call.language)
    for side in comparison.unmatched:
        names = comma.join(side.names)
        lines.append(phrase("compare.left_out", call.language, side=side.heading, names=names))
    return lines


COMMAND = Command(
    run,
    (REPORT, Operand("other", required=False)),
    (
        Option("years", ("--years",), "years", repeated=True),
        Option("to", ("--to",), "formats", repeated=True, phrase="compare.to"),
        Option("out", ("-o", "--out"), "folder", phrase="build.out"),
        Option("matches", ("--match",), "match", repeated=True),
        Option("against", ("--against",), "against"),
        Option("author", ("--author",), "person"),
        *JOB_OPTIONS,
        Option("force", ("--force",)),
    ),
)
