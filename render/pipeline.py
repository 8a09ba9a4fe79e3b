"""Pipeline: one job, from a report folder to files, with all diagnostics gathered.

The stages meet here and nowhere else. Date, year, faces and target come in with the job; nothing
below looks at the clock or the environment, so the same job gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from . import fonts, layout_file
from .blocks import Composed, Properties
from .content import Appendix, Content, Picture
from .diagnostics import NOWHERE, Diagnostic, Faults, Source, fault
from .disclosure import INTERNAL_ROLES, PUBLIC_FORM, is_public_edition
from .messages import Exit, Severity, exit_of, message_of
from .noun import Noun, field, replace
from .office import of_office
from .outputs import Output, file_name, open_elsewhere, write_all
from .pages import Pages, TextRun
from .report import Metadata, Office, Report
from .target import TARGETS, Target
from .template import Template

FORMATS = ("docx", "pdf")
WEB_FORMATS = ("html", "txt")

_UNREAD = ("text.syntax", "metadata.unclosed", "metadata.line")
"""What leaves metadata unread, so that nothing can be said of keys that seem to be missing."""

_CONTRADICTIONS = ("direction.contradicts", "direction.amount", "direction.undefined")
"""What a build says of words of change; the rest is left to `gongwen check`."""

_CHINA = timezone(timedelta(hours=8))


class Job(Noun, frozen=True):
    """What to build, and everything a build depends on besides the folder's files."""

    report: Path
    year: int | None = None  # None: the folder's own
    edition: str | None = None
    to: tuple[str, ...] = FORMATS
    out: Path | None = None  # None: nothing is written
    template: str | None = None  # None: the one the report names
    templates: tuple[Path, ...] = ()  # folders searched before the built-in templates
    settings: Mapping[str, str] = field(default_factory=dict)  # metadata that override the folder's
    faces: str = "auto"  # or "vendored"
    families: tuple[str, ...] = ()  # official family for each role, as another job had them
    target: str | None = None  # None: the report's 排版目标, else portable
    created: datetime | None = None  # None: 成文日期
    compare: tuple[int, ...] | None = None  # None: the report's 比较; (): with nothing
    extras: tuple[str, ...] = ()  # files that go with the report: "核对表"
    strict: bool = False
    force: bool = False
    plain: bool = False
    carry_source: bool = False
    per_addressee: bool = False  # one set of files for each 主送机关
    office: Office | None = None  # what one of many offices puts into the report
    name: str = ""  # of the files, without extension; empty: the title


class LaidOut(Noun, frozen=True):
    """A job after layout, before any file is written."""

    content: Content
    settled: Composed
    pages: Pages
    book: fonts.FontBook
    target: Target
    properties: Properties


class Result(Noun, frozen=True):
    """What a job came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[Output, ...] = ()
    laid_out: LaidOut | None = None

    @property
    def ok(self) -> bool:
        """Whether the job did what it was asked to."""
        return self.exit is Exit.DONE

    @property
    def faces(self) -> dict[str, fonts.Face]:
        """The faces the pages draw with, by name."""
        if self.laid_out is None:
            return {}
        items = (item for page in self.laid_out.pages.pages for item in page.items)
        names = dict.fromkeys(item.face for item in items if isinstance(item, TextRun))
        return {name: self.laid_out.book.face(name) for name in names}


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
        values = {"name": unknown[0], "known": ", ".join((*FORMATS, *WEB_FORMATS))}
        return Result(Exit.USE, (Diagnostic("job.unknown_format", values=values),))
    if job.plain and job.carry_source:
        return Result(Exit.USE, (Diagnostic("carry.plain"),))
    result = lay_out(job)
    if result.laid_out is None:
        return result
    addressees = _names(result.laid_out.content.metadata.get("addressees"))
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


def deliver(
    job: Job, outputs: Sequence[Output], found: Sequence[Diagnostic], laid_out: LaidOut | None
) -> Result:
    """Put finished files where a job wants them, all of them or none."""
    if job.out is None:
        return Result(Exit.DONE, tuple(found), tuple(outputs), laid_out)
    refused = [] if job.force else _refusals(outputs, job.out)
    written, failed = ([], refused) if refused else write_all(outputs, job.out)
    diagnostics = (*found, *failed)
    return Result(exit_for(job, diagnostics), diagnostics, tuple(written), laid_out)


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
    title = _plain(said.get("title")).replace("\n", "")
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
    named = job.target or _plain(content.metadata.get("target")) or "portable"
    if named not in TARGETS:
        raise fault("job.unknown_target", name=named, names="、".join(TARGETS))
    return TARGETS[named]


def _properties(job: Job, content: Content) -> Properties:
    issued_on = content.issued_on or date(content.year, 12, 31)
    created = job.created or datetime(issued_on.year, issued_on.month, issued_on.day, tzinfo=_CHINA)
    return Properties(
        title=content.title,
        author="、".join(_names(content.metadata.get("issuers"))),
        subject=_plain(content.metadata.get("category")),
        keywords=_plain(content.metadata.get("keywords")),
        created=created,
    )


def write_documents(job: Job, laid_out: LaidOut) -> list[Output]:
    """Make the DOCX and the PDF a job asks for, in memory.

    Raises:
        Faults: they should carry the report folder and may not.
    """
    marks = marks_of(job, laid_out.content.metadata)
    source = _source(job, laid_out) if job.carry_source else None
    outputs: list[Output] = []
    for name in job.to:
        if name == "docx":
            from .write.docx import write_docx

            data = write_docx(
                laid_out.settled, laid_out.target, laid_out.properties, plain=job.plain, source=source
            )
        elif name == "pdf":
            from .write.pdf import write_pdf

            data = write_pdf(laid_out.pages, laid_out.book, laid_out.properties, source=source)
        elif name in WEB_FORMATS:
            outputs += _web_files(job, laid_out, name, marks)
            continue
        else:
            continue
        stem = file_name(job.name, name) if job.name else file_name(laid_out.content.title, name, marks=marks)
        outputs.append(Output(name, stem, data))
    return outputs


def _web_files(job: Job, laid_out: LaidOut, form: str, marks: Sequence[str]) -> list[Output]:
    """Make the web form of a report: its text, and apart from it particulars and attachments."""
    from .write.web import write_web

    def name_of(mark: str) -> str:
        return file_name(job.name or laid_out.content.title, form, marks=[*([] if job.name else marks), mark])

    files = write_web(laid_out.settled, form, name_of)
    return [Output(form, name_of(file.mark), file.data) for file in files]


def _source(job: Job, laid_out: LaidOut) -> bytes:
    """Pack the report folder; never for the public.

    Raises:
        Faults: the edition is public, or the folder cannot be packed.
    """
    from . import carry

    if carry.is_public(job.edition, laid_out.content.metadata):
        raise fault("carry.public")
    stamp = carry.stamp_of(laid_out.settled, laid_out.pages, year=laid_out.content.year, edition=job.edition)
    folder = job.report if job.report.is_dir() else job.report.parent
    return carry.bundle(folder, stamp, report=job.report, pictures=laid_out.settled.images)


def marks_of(job: Job, metadata: Mapping[str, str | tuple[str, ...]]) -> list[str]:
    """Say what tells these files from others of the same title."""
    stage = _plain(metadata.get("stage"))
    edition = f"{job.edition}版" if job.edition and not job.edition.endswith("版") else job.edition or ""
    return [mark for mark in (edition, stage) if mark]


def _refusals(outputs: Sequence[Output], folder: Path) -> list[Diagnostic]:
    """List the places that must not be written over: open in a program, or edited by a person."""
    refused: list[Diagnostic] = []
    for output in outputs:
        path = folder / output.name
        source = Source(str(path))
        if open_elsewhere(path):
            refused.append(Diagnostic("output.open", source, {"name": output.name}))
        elif path.is_file() and (state := _state(path, output)) != "ours":
            refused.append(Diagnostic(f"output.{state}", source, {"name": output.name}))
    return refused


def _state(path: Path, output: Output) -> str:
    """Tell whether the file at an output's place may be replaced: "ours", "edited" or "foreign"."""
    try:
        data = path.read_bytes()
    except OSError:
        return "ours"  # what cannot be read will not be written either, and that is said then
    if data == output.data or output.format in WEB_FORMATS:
        return "ours"  # what is pasted elsewhere is made anew
    if output.format == "docx":
        from .write.docx import digest_state
    elif output.format == "pdf":
        from .write.pdf import digest_state
    elif output.format == "xlsx":
        from .write.xlsx import digest_state
    else:
        from .write.comparison_json import digest_state
    return digest_state(data)


def exit_for(job: Job, found: Sequence[Diagnostic]) -> Exit:
    """Sum up a job; warnings count where it is strict."""
    status = exit_of(found)
    warned = any(message_of(d).severity is Severity.WARNING for d in found)
    return Exit.STRICT if status is Exit.DONE and warned and job.strict else status


def _entry(metadata: Metadata, key: str) -> object:
    return metadata[key].value if key in metadata else None


def _plain(value: str | tuple[str, ...] | None) -> str:
    return "、".join(_names(value))


def _names(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value
