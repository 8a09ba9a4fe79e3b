"""Comparing: what a report says about its comparison, and the comparison as files of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import pipeline
from .comparison import Comparison
from .content import Content, Node, Paragraph, SheetStart, Span
from .dates import read_date, read_years
from .diagnostics import NOWHERE, Diagnostic, Faults, Source, fault
from .disclosure import is_public
from .messages import Exit
from .noun import Noun, replace
from .outputs import Output, file_name
from .report import Report

if TYPE_CHECKING:
    from .compare import Wanted

FORMATS = ("docx", "pdf", "xlsx", "json")

_NO_SETTINGS: Mapping[str, str] = {}


class ComparisonResult(Noun, frozen=True):
    """What a job for a comparison came to."""

    result: pipeline.Result
    comparison: Comparison | None = None


def compare_report(
    report: Report,
    *,
    year: int,
    bases: tuple[int, ...] | None = None,
    edition: str | None = None,
    settings: Mapping[str, str] = _NO_SETTINGS,
) -> tuple[Comparison | None, tuple[Diagnostic, ...]]:
    """Compare a report's year with the years asked for, or else those its metadata name (比较).

    Returns:
        The comparison, and what was found; None and nothing where none is wanted.
    """
    from . import compare, fill

    said = fill.metadata_in_words(report, year=year, edition=edition, overrides=settings)
    if bases is None:
        bases = read_years(_text(said, "compare"))
    if not bases:
        return None, ()
    return compare.compare(report.figures, _wanted(report, said, year, bases, edition))


def _wanted(
    report: Report,
    said: Mapping[str, str | tuple[str, ...]],
    year: int,
    bases: tuple[int, ...],
    edition: str | None,
) -> Wanted:
    from . import compare

    charts = said.get("compare_charts", ())
    entry = report.metadata.get("compare")
    return compare.Wanted(
        year=year,
        bases=bases,
        title=_text(said, "compare_title").replace("\n", ""),
        report_title=_text(said, "title").replace("\n", ""),
        charts=charts if isinstance(charts, tuple) else (charts,),
        origin=_text(said, "compare_origin"),
        this_year_first=said.get("compare_order") == "降序",
        is_public=is_public(edition, said),
        wording=report.wording,
        source=entry.source if entry else Source(report.text.file),
    )


def build_comparison(
    job: pipeline.Job, other: Path | None = None, matches: Mapping[str, str] = _NO_SETTINGS
) -> ComparisonResult:
    """Make a comparison alone: all its files are written, or none and the diagnostics say why.

    The job's `year` is the one that is compared, its `compare` the earlier ones; without them the
    report's own year and 比较, or else the last two years of the table.

    Args:
        job: The report, and what to make of it.
        other: Another report to compare it with, of another year or another office.
        matches: Figures of the two that are one, by name or code, the first report's first.
    """
    if unknown := [name for name in job.to if name not in FORMATS]:
        values = {"name": unknown[0], "known": "、".join(FORMATS)}
        return ComparisonResult(pipeline.Result(Exit.USE, (Diagnostic("job.unknown_format", values=values),)))
    found: list[Diagnostic] = []
    comparison: Comparison | None = None
    laid_out: pipeline.LaidOut | None = None
    outputs: list[Output] = []
    try:
        report = pipeline.read_job(job, found)
        look = pipeline.template_of(job, report, found)
        year, bases = _years(job, report)
        if year is None:
            found.append(Diagnostic("job.no_year", Source(report.text.file)))
        else:
            report = pipeline.derived(report, year, found)
            if other is None:
                comparison, wrong = compare_report(
                    report, year=year, bases=bases, edition=job.edition, settings=job.settings
                )
                found += wrong
            else:
                comparison, report, year = _with_other(job, report, year, other, matches, found)
        if comparison is not None and year is not None:
            content = _content(report, comparison, replace(job, year=year))
            composed = pipeline.compose_content(content, look, report.folder, found)
            if composed is not None:
                laid_out = pipeline.settle_job(job, content, composed, found)
            status = pipeline.exit_for(job, found)
            if laid_out is not None and status is Exit.DONE:
                outputs = _outputs(job, comparison, laid_out)
    except Faults as faults:
        found += faults.diagnostics
    status = pipeline.exit_for(job, found)
    if status is not Exit.DONE or laid_out is None:
        return ComparisonResult(pipeline.Result(status, tuple(found)), comparison)
    return ComparisonResult(pipeline.deliver(job, outputs, found, laid_out), comparison)


def _with_other(
    job: pipeline.Job,
    report: Report,
    year: int,
    other: Path,
    matches: Mapping[str, str],
    found: list[Diagnostic],
) -> tuple[Comparison | None, Report, int]:
    """Compare a report with another; the later of the two, or the other office's, is what it comes to.

    Raises:
        Faults: the other report cannot be read, or is the same.
    """
    from . import compare, fill

    if other.resolve() == job.report.resolve():
        raise fault("compare.same_report", Source(str(other)))
    alone = replace(job, report=other, year=None, settings={})
    second = pipeline.read_job(alone, found)
    entry = second.metadata.get("year")
    if not (entry and isinstance(entry.value, int)):
        raise fault("job.no_year", Source(str(other)))
    second_year = entry.value
    second = pipeline.derived(second, second_year, found)
    sides = [(report, year), (second, second_year)]
    if year > second_year:
        sides.reverse()
        matches = {theirs: ours for ours, theirs in matches.items()}
    tables = []
    for each, its_year in sides:
        said = fill.metadata_in_words(each, year=its_year)
        heading = f"{its_year}年" if year != second_year else _text(said, "issuers") or each.folder.name
        tables.append((each.figures, its_year, heading))
    last, last_year = sides[1]
    said = fill.metadata_in_words(last, year=last_year, edition=job.edition, overrides=job.settings)
    wanted = _wanted(last, said, last_year, (), job.edition)
    comparison, wrong = compare.compare_reports(tables[0], tables[1], wanted, matches)
    found += wrong
    return comparison, last, last_year


def _years(job: pipeline.Job, report: Report) -> tuple[int | None, tuple[int, ...] | None]:
    """Choose the year and the ones before it: those asked for, else those the report names."""
    entry = report.metadata.get("year")
    year = job.year or (entry.value if entry and isinstance(entry.value, int) else None)
    if pipeline.wants_comparison(job, report) or year is None:
        return year, job.compare
    return year, tuple(each for each in report.figures.years if each < year)[-1:] or (year - 1,)


def _content(report: Report, comparison: Comparison, job: pipeline.Job) -> Content:
    """Set a comparison as a document of its own, under its title."""
    from . import compare, fill

    assert job.year is not None
    said = fill.metadata_in_words(report, year=job.year, edition=job.edition, overrides=job.settings)
    title: Node = Paragraph("title", (Span(comparison.title, NOWHERE),), NOWHERE)
    nodes = tuple(compare.nodes_of(comparison))
    turned = nodes[:1] if isinstance(nodes[0], SheetStart) else ()
    nodes = (*turned, title, *nodes[len(turned) :])
    issued_on = read_date(_text(said, "issued_on"))
    return Content(comparison.title, job.year, issued_on, job.edition, said, nodes)


def _outputs(job: pipeline.Job, comparison: Comparison, laid_out: pipeline.LaidOut) -> list[Output]:
    outputs = pipeline.write_documents(job, laid_out)
    for name in job.to:
        if name == "xlsx":
            from .write.xlsx import write_xlsx

            properties = laid_out.properties
            data = write_xlsx(comparison, created=properties.created, author=properties.author)
        elif name == "json":
            from .write.comparison_json import write_comparison_json

            data = write_comparison_json(comparison)
        else:
            continue
        outputs.append(Output(name, file_name(comparison.title, name), data))
    return sorted(outputs, key=lambda output: job.to.index(output.format))


def _text(said: Mapping[str, str | tuple[str, ...]], key: str) -> str:
    value: str | Sequence[str] = said.get(key, "")
    return value if isinstance(value, str) else "、".join(value)
