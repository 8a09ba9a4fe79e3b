"""Annotating: a DOCX with a comment at everything that a check found in it.

A file from anywhere is annotated itself, a report folder in the DOCX built of it. The sources of findings
are paragraphs there and lines of the text here; either is looked up among the paragraphs of the DOCX.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .check import Rule
from .content import Content, Heading, Paragraph, Table
from .diagnostics import Diagnostic, Faults, Source, fault
from .looks import Looks, ParagraphLook
from .messages import wording
from .outputs import Output, write_all
from .pipeline import Job, build
from .proofread import Proof, subject_of

AUTHOR = "gongwen"
_TELLING = 24  # characters that tell a paragraph from others


def annotate_file(source: Path, proof: Proof, target: Path, language: str) -> Output:
    """Write a file again with a comment at each finding.

    Raises:
        Faults: it is no DOCX, the target is the file itself, or it cannot be written.
    """
    from .intake import bytes_of

    examined = proof.examined
    if examined is None or examined.kind != "DOCX" or examined.looks is None:
        raise fault("annotate.not_docx", Source(source.name))
    if target.exists() and target.samefile(source):
        raise fault("annotate.itself", Source(str(target)))
    at_line: dict[int | None, list[ParagraphLook]] = {}  # cells of a table share a line
    for paragraph in examined.looks.paragraphs:
        if paragraph.text.strip() or paragraph.place != "table":
            at_line.setdefault(paragraph.source.line, []).append(paragraph)
    places = [_order(finding, at_line.get(finding.source.line, [])) for finding in proof.checked.findings]
    return _written(bytes_of(source), proof, places, target, language)


def annotate_report(job: Job, proof: Proof, target: Path, language: str) -> Output:
    """Write the DOCX of a report folder with a comment at each finding.

    Raises:
        Faults: the report cannot be built, or the file cannot be written.
    """
    from .recognise.foreign import examine

    result = build(Job(job.report, year=job.year, edition=job.edition, settings=job.settings, to=("docx",)))
    if not result.outputs:
        raise Faults(result.diagnostics)
    data = result.outputs[0].data
    subject = subject_of(job, [])
    looks = examine(data, result.outputs[0].name).looks
    assert looks is not None
    places = [
        _place(finding.source, subject.content, looks) if subject is not None and subject.content else 0
        for finding in proof.checked.findings
    ]
    return _written(data, proof, places, target, language)


def _written(data: bytes, proof: Proof, places: Sequence[int], target: Path, language: str) -> Output:
    from .write.docx.remarks import Remark, with_remarks

    if target.suffix.lower() != ".docx":
        raise fault("annotate.suffix", Source(str(target)))
    rules = {rule.code: rule for rule in proof.checked.rules}
    remarks = [
        Remark(place, tuple(_lines(finding, rules[finding.code], language)), _words(finding))
        for finding, place in zip(proof.checked.findings, places, strict=True)
    ]
    outputs = [Output("docx", target.name, with_remarks(data, remarks, AUTHOR))]
    written, failed = write_all(outputs, target.parent)
    if failed:
        raise Faults(failed)
    return written[0]


def _lines(finding: Diagnostic, rule: Rule, language: str) -> Iterator[str]:
    message, hint = wording(finding, language)
    yield f"{rule.level}：{message}［{finding.code}］"
    if hint:
        yield hint
    if rule.clause:
        yield rule.clause


def _words(finding: Diagnostic) -> str:
    """Give what a finding quotes; empty when it is about more than a few words."""
    quoted = finding.values.get("found")
    return quoted if isinstance(quoted, str) else ""


def _order(finding: Diagnostic, paragraphs: Sequence[ParagraphLook]) -> int:
    """Pick the paragraph that says what a finding quotes; the first of its line for any other."""
    words = _words(finding)
    saying = [each.order for each in paragraphs if words and words in each.text]
    return next(iter([*saying, *(each.order for each in paragraphs)]), 0)


def _place(source: Source, content: Content, looks: Looks) -> int:
    """Find the paragraph of a DOCX that prints what stands at a line of the text; the first for any other."""
    for text in _texts(source, content):
        wanted = "".join(text.split())[:_TELLING]
        for paragraph in looks.paragraphs if wanted else ():
            if wanted in "".join((paragraph.number + paragraph.text).split()):
                return paragraph.order
    return 0


def _texts(source: Source, content: Content) -> Iterator[str]:
    """Give what stands at a place: paragraphs, headings, cells."""
    for node in content.nodes:
        if isinstance(node, Heading | Paragraph):
            parts = [node.spans]
        elif isinstance(node, Table):
            parts = [node.title, *(cell for row in (node.head, *node.rows) for cell in row.cells)]
        else:
            continue
        for spans in parts:
            places = {(span.source.file, span.source.line, span.source.cell) for span in spans}
            if (source.file, source.line, source.cell) in places:
                yield "".join(span.text for span in spans)
