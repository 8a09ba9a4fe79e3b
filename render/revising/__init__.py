"""Revising: a report against another text, as a document with tracked changes and a summary of them.

`against` finds what the report is compared with, the writer marks what differs, `account` sums it up and
`sheet` sets the summary as a document of its own: a page before the text would be part of what accepting
all changes leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import layout_file, pipeline
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..disclosure import is_public, is_public_edition
from ..messages import Exit
from ..noun import Noun, replace
from ..outputs import Output, file_name
from .account import Account, account_of
from .against import Other, other_of
from .sheet import content_of

__all__ = ["Account", "Revision", "revise"]

FORMATS = ("docx", "pdf")
REVISION, SUMMARY = "修订稿", "修订说明"
LEAST_COMMON = 0.2
"""Share of words below which two texts are hardly drafts of one."""

_TEMPLATE = "report"  # what the summary is set with, whatever the report's own form


class Revision(Noun, frozen=True):
    """What a job for a revision came to."""

    result: pipeline.Result
    account: Account | None = None


def revise(job: pipeline.Job, against: str, author: str = "") -> Revision:
    """Write a report's changes against another text: all files, or none and the diagnostics say why.

    Args:
        job: The report, and what to make of it: "docx" is the document with tracked changes and the
            summary, "pdf" the summary.
        against: Another report's folder, a year of this report, a frozen state of it, or a file.
        author: Who is named as the author of the changes; empty: the issuers.
    """
    if unknown := [name for name in job.to if name not in FORMATS]:
        values = {"name": unknown[0], "known": "、".join(FORMATS)}
        return _failed(job, [Diagnostic("job.unknown_format", values=values)])
    found: list[Diagnostic] = []
    try:
        if is_public_edition(job.edition):
            raise fault("revision.public")
        result = pipeline.lay_out(job)
        found += result.diagnostics
        if result.laid_out is None:
            return Revision(pipeline.Result(result.exit, tuple(found)))
        other = other_of(job, result.laid_out, against, found)
        return _revision(job, result.laid_out, other, author, found)
    except Faults as faults:
        return _failed(job, [*found, *faults.diagnostics])


def _failed(job: pipeline.Job, found: Sequence[Diagnostic]) -> Revision:
    return Revision(pipeline.Result(pipeline.exit_for(job, found) or Exit.USE, tuple(found)))


def _revision(
    job: pipeline.Job, laid_out: pipeline.LaidOut, other: Other, author: str, found: list[Diagnostic]
) -> Revision:
    from ..write.docx.revision import write_revision

    revised = write_revision(
        laid_out.settled,
        laid_out.target,
        laid_out.properties,
        other.body,
        author=author or laid_out.properties.author or "gongwen",
        name=other.name,
    )
    report = pipeline.derived(pipeline.read_job(job, []), laid_out.content.year, [])
    account = account_of(revised.passages, laid_out, report.figures, other)
    values = {"other": other.name, "percent": account.percent}
    if account.common < LEAST_COMMON and not job.force:
        raise fault("revision.little_in_common", Source(other.place), **values)
    found.append(Diagnostic("revision.compared", values=values))
    if is_public(job.edition, laid_out.content.metadata):
        found.append(Diagnostic("revision.internal"))
    stem = job.name or laid_out.content.title
    marks = [] if job.name else pipeline.marks_of(job, laid_out.content.metadata)
    marks.append(f"对照{other.mark}")
    outputs = [
        Output("docx", file_name(stem, "docx", marks=[*marks, REVISION]), revised.data)
    ] if "docx" in job.to else []  # fmt: skip
    summary = _summary(job, laid_out, account, file_name(stem, "", marks=[*marks, SUMMARY]), found)
    status = pipeline.exit_for(job, found)
    if status is not Exit.DONE or summary is None:
        return Revision(pipeline.Result(status, tuple(found)), account)
    outputs += pipeline.write_documents(replace(job, name=summary[1]), summary[0])
    return Revision(pipeline.deliver(job, outputs, found, laid_out), account)


def _summary(
    job: pipeline.Job, laid_out: pipeline.LaidOut, account: Account, name: str, found: list[Diagnostic]
) -> tuple[pipeline.LaidOut, str] | None:
    """Set the summary as a document; its name goes without the extension."""
    content = content_of(account, laid_out.content)
    look = layout_file.load(_TEMPLATE)
    composed = pipeline.compose_content(content, look, job.report, found)
    if composed is None:
        return None
    return pipeline.settle_job(job, content, composed, found), name.rstrip(".")
