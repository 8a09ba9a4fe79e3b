"""Fill: what a report says for one year and one edition.

`fill` renders the metadata, then the author's text and attachments, then the template's document
around them, and gives content. Jinja and Markdown live here alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..content import Appendix, Content, Span
from ..diagnostics import Diagnostic, Source
from ..disclosure import is_public_edition
from ..report import Report
from .covering import CoveringTexts
from .elements import check_disclosure, check_elements, check_requests, host_first
from .frame import FILE as DOCUMENT
from .frame import attachment_records, frame_values, unprinted
from .marks import Passage
from .metadata import KEYS, Said, entries_of, in_words, one_line, say
from .names import Names
from .passages import Job, names_in
from .uses import mentions_in
from .values import Phrase

__all__ = ["DOCUMENT", "CoveringTexts", "fill", "mentioned", "mentions_in", "metadata_in_words"]

_NO_OVERRIDES: Mapping[str, str] = {}


def fill(
    report: Report,
    document: str,
    *,
    year: int,
    edition: str | None = None,
    overrides: Mapping[str, str] = _NO_OVERRIDES,
    appendices: Sequence[Appendix] = (),
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Say a report for one year and one edition.

    Args:
        report: The report as it was read.
        document: Text of the template's `document.md.j2`.
        year: The year reported on; figures without a year of their own are this year's.
        edition: Which of the report's editions (版本), if any.
        overrides: Metadata set by hand, by Chinese or English key.
        appendices: Attachments that were made from the figures; they follow the author's own.

    Returns:
        The content, or None when the text or the document cannot be rendered at all; and every
        fault found. Content with faults among them is fit to look at, not to issue.
    """
    job = Job(wording=report.wording)
    entries = entries_of(report, year, edition, overrides, job.findings)
    said = say(entries, Names(_own_words(report), report.figures, year), job)
    if not said.get("title"):
        job.findings.add(Diagnostic("metadata.no_title", Source(report.text.file)))
    printed = names_in(document, DOCUMENT)
    check_elements(said, entries, printed, job.findings)
    issuers = said.get("issuers")
    if isinstance(issuers, tuple) and said.get("host"):
        said["issuers"] = host_first(issuers, said["host"])
    spoken = _author_values(said, report)
    own = _own_passages(report, Names(spoken, report.figures, year), job)
    names = Names({**spoken, **own}, report.figures, year)
    before = job.findings.all()
    text = job.passage(report.text, names)
    if not text and job.findings.all() == before:  # a fault explains why nothing is left
        job.findings.add(Diagnostic("content.no_text", Source(report.text.file)))
    listed = said.get("attachments", ())
    attachments = attachment_records(
        report.attachments, names, listed if isinstance(listed, tuple) else (), appendices, job
    )
    values = frame_values(said, Passage(text or ()), attachments)
    nodes = job.frame(document, DOCUMENT, Names(values, report.figures, year))
    if text is None or nodes is None:
        return None, job.findings.all()
    if text and set(map(id, text)).isdisjoint(map(id, nodes)):
        job.findings.add(Diagnostic("frame.no_text", Source(DOCUMENT)))
    if values["issuers"] and not {"成文日期", "issued_on"}.isdisjoint(printed) and "issued_on" not in entries:
        values = {"like": f"{year + 1}-01-20"}
        job.findings.add(Diagnostic("metadata.no_date", entries["issuers"].source, values))
    check_requests(said, entries, text, job.findings)
    if is_public_edition(edition):
        check_disclosure(report, mentioned(report), nodes, job.findings)
    for key in unprinted(said, printed):
        job.findings.add(Diagnostic("metadata.not_printed", entries[key].source, {"key": KEYS[key].chinese}))
    title, issued_on = said.get("title"), said.get("issued_on")
    content = Content(
        title=one_line(title) if isinstance(title, Phrase) else "",
        year=year,
        issued_on=date.fromordinal(issued_on.toordinal()) if isinstance(issued_on, date) else None,
        edition=edition,
        metadata=in_words(said),
        nodes=nodes,
    )
    return content, job.findings.all()


def mentioned(report: Report) -> frozenset[str]:
    """List the names that a report's expressions mention, in text, attachments and metadata."""
    groups = (report.metadata, *report.by_year.values(), *report.editions.values())
    values = [entry.value for group in groups for entry in group.values()]
    texts = [
        report.text.text,
        *(a.text.text for a in report.attachments),
        *(a.title for a in report.attachments),
    ]
    for value in values:
        texts += [text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str)]
    return frozenset().union(*(names_in(text, "") for text in texts if "{" in text))


def _own_words(report: Report) -> dict[str, object]:
    """List the words that an office puts into a common text; they hold no expressions."""
    return {name: Phrase((Span(str(entry.value), entry.source),)) for name, entry in report.names.items()}


def _own_passages(report: Report, names: Names, job: Job) -> dict[str, object]:
    """Make nodes of the paragraphs that an office puts into a common text."""
    return {name: Passage(job.passage(text, names) or ()) for name, text in report.passages.items()}


def metadata_in_words(
    report: Report, *, year: int, edition: str | None = None, overrides: Mapping[str, str] = _NO_OVERRIDES
) -> Mapping[str, str | tuple[str, ...]]:
    """Say a report's metadata for one year and edition, for what is made before its text is filled.

    Faults are left for `fill` to report.
    """
    job = Job(wording=report.wording)
    entries = entries_of(report, year, edition, overrides, job.findings)
    return in_words(say(entries, Names(_own_words(report), report.figures, year), job))


def _author_values(said: Mapping[str, Said], report: Report) -> dict[str, object]:
    """List the metadata an author's text may use; a figure of the same key comes first."""
    values = _own_words(report)
    for name, value in said.items():
        for spelling in (KEYS[name].chinese, name):
            if name == "year" or spelling not in report.figures.figures:
                values[spelling] = value
    return values
