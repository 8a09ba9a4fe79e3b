"""Pipeline: one job, from a report folder to files, with all diagnostics gathered.

The stages meet here and nowhere else. What a job is stands in `job`, how its files are made and put in
their place in `writing`; both can be had from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from . import fonts, layout_file
from .blocks import Composed, Properties
from .content import Appendix, Content, Picture
from .diagnostics import NOWHERE, Diagnostic, Faults, Source, fault
from .disclosure import INTERNAL_ROLES, PUBLIC_FORM, is_public_edition
from .job import FORMATS, WEB_FORMATS, Job, LaidOut, Result, exit_for, names, plain
from .messages import Exit, exit_of
from .noun import replace
from .office import of_office
from .outputs import Output, file_name
from .report import Metadata, Report
from .target import TARGETS, Target
from .template import Template
from .writing import deliver, marks_of, write_documents

__all__ = [
    "FORMATS",
    "WEB_FORMATS",
    "Job",
    "LaidOut",
    "Result",
    "build",
    "compose_content",
    "compose_job",
    "deliver",
    "derived",
    "exit_for",
    "lay_out",
    "marks_of",
    "named",
    "read_job",
    "settle_job",
    "template_of",
    "wants_comparison",
    "write_documents",
]

_UNREAD = ("text.syntax", "metadata.unclosed", "metadata.line")
"""What leaves metadata unread, so that nothing can be said of keys that seem to be missing."""

_CONTRADICTIONS = ("direction.contradicts", "direction.amount", "direction.undefined")
"""What a build says of words of change; the rest is left to `gongwen check`."""

_CHINA = timezone(timedelta(hours=8))


def lay_out(job: Job) -> Result:
    """Take a job as far as settled blocks and pages."""
    found: list[Diagnostic] = []
    try:
        laid_out = _lay_out(job, found)
    except Faults as faults:
        found += faults.diagnostics
        laid_out = None
    status = exit_for(job, found)
    return Result(status, tuple(found), laid_out=laid_out if status is Exit.DONE else None)


def build(job: Job) -> Result:
    """Run a job: all its files are written, or none and the diagnostics say why."""
    if unknown := [name for name in job.to if name not in (*FORMATS, *WEB_FORMATS)]:
        values = {"name": unknown[0], "known": "、".join((*FORMATS, *WEB_FORMATS))}
        return Result(Exit.USE, (Diagnostic("job.unknown_format", values=values),))
    if job.plain and job.carry_source:
        return Result(Exit.USE, (Diagnostic("carry.plain"),))
    result = lay_out(job)
    if result.laid_out is None:
        return result
    addressees = names(result.laid_out.content.metadata.get("addressees"))
    if job.per_addressee and len(addressees) > 1:
        return _build_each(job, addressees)
    found = list(result.diagnostics)
    try:
        outputs = write_documents(job, result.laid_out)
        if job.extras:
            from . import signing

            outputs += signing.sign_off(job, result.laid_out, found)
    except Faults as faults:
        found += faults.diagnostics
    status = exit_for(job, found)
    if status is not Exit.DONE:
        return Result(status, tuple(found))
    return deliver(job, outputs, found, result.laid_out)


def _build_each(job: Job, addressees: Sequence[str]) -> Result:
    """Build the files once for each addressee; they are all written, or none."""
    outputs: list[Output] = []
    found: list[Diagnostic] = []
    last: LaidOut | None = None
    for addressee in addressees:
        one = replace(job, settings={**job.settings, "主送机关": addressee}, out=None, per_addressee=False)
        result = build(one)
        found += (d for d in result.diagnostics if d not in found)
        if result.laid_out is None:
            return Result(result.exit, tuple(found))
        last = last or result.laid_out
        for output in result.outputs:
            stem, _, suffix = output.name.rpartition(".")
            outputs.append(Output(output.format, file_name(stem, suffix, marks=[addressee]), output.data))
    return deliver(job, outputs, found, last)


def named(job: Job, report: Report) -> str:
    """Say what a job's files will be called, without extension, from its metadata alone.

    Args:
        job: What is asked for.
        report: Its report as it was read, before an office's own words are put in.

    Returns:
        The name; empty when the title cannot be said, which the build will report.
    """
    from . import fill

    if job.name:
        return file_name(job.name, "").rstrip(".")
    report = report if job.office is None else of_office(report, job.office)
    year = job.year or _entry(report.metadata, "year")
    if not isinstance(year, int):
        return ""
    said = fill.metadata_in_words(report, year=year, edition=job.edition, overrides=job.settings)
    title = plain(said.get("title")).replace("\n", "")
    return file_name(title, "", marks=marks_of(job, said)).rstrip(".") if title else ""


def compose_job(
    job: Job, found: list[Diagnostic], change: Callable[[Report], Report] | None = None
) -> tuple[Content, Composed] | None:
    """Take a job as far as blocks, adding what the stages find; None when an error makes blocks pointless.

    Args:
        job: The job.
        found: Receives the diagnostics.
        change: Applied to the report once it is read.

    Raises:
        Faults: nothing sensible remains.
    """
    from . import fill

    report = read_job(job, found, change)
    look = template_of(job, report, found)
    year = job.year or _entry(report.metadata, "year")
    unread = any(d.code in _UNREAD for d in found)
    if not isinstance(year, int):
        raise Faults([] if unread else [Diagnostic("job.no_year", Source(report.text.file))])
    report = derived(report, year, found)
    appendices = _appendices(job, report, year, found)
    content, wrong = fill.fill(
        report, look.document, year=year, edition=job.edition, overrides=job.settings, appendices=appendices
    )
    found += (d for d in wrong if not (unread and d.code == "metadata.no_title"))
    if content is None:
        return None
    found += _contradictions(report, content, year)
    composed = compose_content(content, look, report.folder, found)
    return None if composed is None else (content, composed)


def read_job(job: Job, found: list[Diagnostic], change: Callable[[Report], Report] | None = None) -> Report:
    """Read a job's report and put in what its office has of its own, adding what is wrong with it.

    Raises:
        Faults: nothing sensible remains of it.
    """
    from . import read

    report, wrong = read.read_report(job.report)
    if change is not None:
        report = change(report)
    found += wrong
    return report if job.office is None else of_office(report, job.office)


def derived(report: Report, year: int, found: list[Diagnostic]) -> Report:
    """Work out the formulas of a report's figures and check its relations, adding what is wrong."""
    from . import derive

    figures, wrong = derive.derive(report.figures, report.relations, wording=report.wording, year=year)
    found += wrong
    return replace(report, figures=figures)


def compose_content(
    content: Content, look: Template, folder: Path, found: list[Diagnostic]
) -> Composed | None:
    """Take content as far as blocks, its pictures from a folder; None when an error makes them pointless."""
    from . import compose, read

    wanted = [(node.path, node.source) for node in content.nodes if isinstance(node, Picture)]
    images, wrong = read.read_pictures(folder, wanted)
    found += wrong
    composed, wrong = compose.compose(content, look, images)
    found += wrong
    # What compose refuses, layout could only drown in.
    return composed if exit_of(wrong) is Exit.DONE else None


def settle_job(job: Job, content: Content, composed: Composed, found: list[Diagnostic]) -> LaidOut:
    """Lay a composed job out.

    Raises:
        Faults: there is no such layout target.
    """
    from . import layout

    book = fonts.font_book(job.faces, job.families, latin=fonts.LATIN in composed.template.faces)
    target = _target(job, content)
    settled, pages, wrong = layout.lay_out(composed, book, target)
    found += wrong
    return LaidOut(content, settled, pages, book, target, _properties(job, content))


def _lay_out(job: Job, found: list[Diagnostic]) -> LaidOut | None:
    """Run the stages, adding what they find; None when an error makes pages pointless."""
    ready = compose_job(job, found)
    return None if ready is None else settle_job(job, *ready, found)


def wants_comparison(job: Job, report: Report) -> bool:
    """Tell whether a job asks for a comparison, or its report may have one, for some year or edition."""
    groups: tuple[Metadata, ...] = (report.metadata, *report.by_year.values(), *report.editions.values())
    is_set = not {"compare", "比较"}.isdisjoint(job.settings)
    return job.compare is not None or is_set or any("compare" in group for group in groups)


def _appendices(job: Job, report: Report, year: int, found: list[Diagnostic]) -> tuple[Appendix, ...]:
    """Make the attachments that come from the figures; most reports have none, and load nothing for it."""
    if not wants_comparison(job, report):
        return ()
    from . import comparing

    comparison, wrong = comparing.compare_report(
        report, year=year, bases=job.compare, edition=job.edition, settings=job.settings
    )
    found += wrong
    if comparison is None:
        return ()
    from . import compare

    return (compare.appendix_of(comparison),)


def _contradictions(report: Report, content: Content, year: int) -> list[Diagnostic]:
    """Warn of typed words of change that the figures contradict; figures of one year can contradict none."""
    if len(report.figures.years) < 2:
        return []
    from .directions import contradictions

    told = contradictions(content, report.figures, report.wording, year=year)
    waived = {code for code, entry in report.waived.items() if entry.value}
    accepted = {(each.code, each.words) for each in report.accepted if each.reason}
    return [
        each
        for each in told
        if each.code in _CONTRADICTIONS
        and each.code not in waived
        and not any(code == each.code and str(each.values["words"]) in words for code, words in accepted)
    ]


def template_of(job: Job, report: Report, found: list[Diagnostic]) -> Template:
    """Load the template a job names, or its settings, or the report.

    In place of one that cannot be used comes `report`, so that the same run finds the text's faults too.
    """
    own = report.editions.get(job.edition or "", {}).get("template")
    entry = own or report.metadata.get("template")
    named = job.template or job.settings.get("版式") or job.settings.get("template")
    folders = (*job.templates, report.folder)
    try:
        look = layout_file.load(named or str(entry.value if entry else "report"), folders)
        if is_public_edition(job.edition) and INTERNAL_ROLES.search(look.document):
            if named or own:
                raise fault("edition.internal_form", name=look.name, clause="31")
            return layout_file.load(PUBLIC_FORM, folders)
        return look
    except Faults as faults:
        source = entry.source if entry and not named else NOWHERE
        found += (replace(d, source=source) if d.source is NOWHERE else d for d in faults.diagnostics)
        return layout_file.load("report")


def _target(job: Job, content: Content) -> Target:
    named = job.target or plain(content.metadata.get("target")) or "portable"
    if named not in TARGETS:
        raise fault("job.unknown_target", name=named, names="、".join(TARGETS))
    return TARGETS[named]


def _properties(job: Job, content: Content) -> Properties:
    issued_on = content.issued_on or date(content.year, 12, 31)
    created = job.created or datetime(issued_on.year, issued_on.month, issued_on.day, tzinfo=_CHINA)
    return Properties(
        title=content.title,
        author="、".join(names(content.metadata.get("issuers"))),
        subject=plain(content.metadata.get("category")),
        keywords=plain(content.metadata.get("keywords")),
        created=created,
    )


def _entry(metadata: Metadata, key: str) -> object:
    return metadata[key].value if key in metadata else None
