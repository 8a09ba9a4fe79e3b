"""Proofread: a report folder read, said for one year, and looked over.

Faults that keep a report from being read or said come first, as a build would report them. Figures not
yet supplied are counted in one line, since a build names each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import check
from .check import Checked, Level
from .diagnostics import Diagnostic, Faults, Source
from .messages import Exit, exit_of
from .pipeline import Job, derived, read_job

__all__ = ["Level", "Proof", "proofread"]

_NOTHING = Checked(())


@dataclass(frozen=True, slots=True)
class Proof:
    """What looking a report over came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]  # faults first, then the findings
    checked: Checked = _NOTHING


def proofread(job: Job, fail_on: Level = Level.RECOMMENDED) -> Proof:
    """Look a report over.

    Args:
        job: Which report, year and edition; what a build makes of it does not matter.
        fail_on: Findings of rules as binding as this, or more, give exit status 1.
    """
    found: list[Diagnostic] = []
    try:
        subject = _subject(job, found)
    except Faults as faults:
        found += faults.diagnostics
        subject = None
    if subject is None:
        return Proof(exit_of(found), tuple(found))
    checked = check.check(subject)
    status = exit_of(found)
    if status is Exit.DONE and checked.reaching(fail_on):
        status = Exit.CONTENT
    return Proof(status, (*found, *checked.findings), checked)


def _subject(job: Job, found: list[Diagnostic]) -> check.Subject:
    """Read and say a report; what is wrong goes to `found`, figures still missing as one count."""
    from . import fill, layout_file, read

    report = read_job(job, found)
    entry = report.metadata.get("year")
    year = job.year or (entry.value if entry else None)
    if not isinstance(year, int):
        raise Faults([Diagnostic("job.no_year", Source(report.text.file))])
    report = derived(report, year, found)
    review, wrong = read.read_review(report.folder)
    found += wrong
    document = layout_file.load("report").document
    content, wrong = fill.fill(report, document, year=year, edition=job.edition, overrides=job.settings)
    missing = [d for d in wrong if exit_of([d]) is Exit.PENDING]
    found += (d for d in wrong if d not in missing and d.code != "metadata.not_printed")
    if missing:
        found.append(
            Diagnostic("check.missing", report.figures.source, {"count": len(missing), "year": year})
        )
    return check.Subject(report, report.figures, year, review, content)
