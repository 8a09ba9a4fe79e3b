"""The base: a report as it is built now, with everything that a document is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ..blocks import Block, Colophon, Composed, Masthead, Paragraph, Signature, Table
from ..diagnostics import Diagnostic
from ..messages import Severity, message_of
from ..pipeline import Job, compose_job, settle_job
from ..report import Report
from ..write.docx import text_digest
from .files import LINE, Files
from .origins import Origins
from .probe import Probe, Unit, probed
from .slots import Slot, numbered, slots_of
from .trace import Origin, Trace, trace

_SETTLED = (Masthead, Signature, Colophon)
"""Blocks whose lines are known only once pages are laid out."""


@dataclass(frozen=True, slots=True)
class Base:
    """A report's slots, and where their characters come from."""

    report: Report  # as it was read
    composed: Composed  # settled where it holds blocks that need it
    slots: tuple[Slot, ...]
    origins: Origins
    pictures: int
    year: int
    digest: str  # of the text, as a DOCX built from it has it
    author: str  # that such a DOCX names
    header: str  # of the first page, in a letter
    errors: Counter[str]  # codes of the report's own faults


def base_of(
    job: Job, found: list[Diagnostic], change: Callable[[Report], Report] | None = None
) -> Base | None:
    """Compose a report twice, once with marks in its texts; None when it has faults.

    Args:
        job: Which report, year and edition.
        found: Receives the faults.
        change: Applied to the report once it is read.

    Raises:
        Faults: nothing of the report can be read.
    """
    kept: list[Report] = []

    def keep(report: Report) -> Report:
        kept.append(report if change is None else change(report))
        return kept[-1]

    ready = compose_job(job, found, keep)
    if ready is None:
        return None
    content, composed = ready
    report = kept[0]
    traced = _trace(job, report, slots_of(composed))
    slots = slots_of(composed)
    if any(isinstance(block, _SETTLED) for block in composed.blocks):
        composed = settle_job(job, content, composed, found).settled
        settled = slots_of(composed)
        traced, slots = _carried_over(traced, slots, settled), settled
    folder = job.report if job.report.is_dir() else job.report.parent
    traced = _with_lines(traced, slots, Files(folder, file_names(report)))
    slots = tuple(
        numbered(slot, [origin is not None for origin in own])
        for slot, own in zip(slots, traced.origins, strict=True)
    )
    issuers = content.metadata.get("issuers", ())
    return Base(
        report=report,
        composed=composed,
        slots=slots,
        origins=Origins(slots, traced),
        pictures=sum(map(_pictures, composed.blocks)),
        year=content.year,
        digest=text_digest(composed),
        author=issuers if isinstance(issuers, str) else "、".join(issuers),
        header=_header(composed),
        errors=Counter(d.code for d in found if message_of(d).severity is Severity.ERROR),
    )


def file_names(report: Report) -> list[str]:
    """List the text files of a report, by path in its folder."""
    return list(dict.fromkeys([report.text.file, *(each.text.file for each in report.attachments)]))


def _header(composed: Composed) -> str:
    """Give the mark of a letter, which stands in the header of its first page."""
    if composed.template.masthead.form != "letter":
        return ""
    heads = (block for block in composed.blocks if isinstance(block, Masthead))
    return "".join(
        run.text for head in heads for line in head.mark_lines for piece in line.pieces for run in piece.runs
    )


def _pictures(block: Block) -> int:
    """Count what a word processor shows as a picture: pictures, charts and seals."""
    if isinstance(block, Signature):
        return len(block.seals)
    return int(not isinstance(block, (Paragraph, Table, Masthead, Colophon)))


def _trace(job: Job, report: Report, slots: tuple[Slot, ...]) -> Trace:
    marked, probe = probed(report)
    ready = compose_job(job, [], lambda _: marked)
    texts = [slot.text for slot in slots]
    if ready is None:
        return trace(texts, (), Probe(units=probe.units))
    return trace(texts, [slot.text for slot in slots_of(ready[1])], probe)


def _carried_over(traced: Trace, slots: tuple[Slot, ...], settled: tuple[Slot, ...]) -> Trace:
    """Give slots of a settled report the trace they had before; lines made by layout have none yet."""
    at = 0
    origins: list[tuple[Origin | None, ...]] = []
    for slot in settled:
        key = (slot.text, slot.row, slot.column)
        same = next(
            (n for n in range(at, len(slots)) if (slots[n].text, slots[n].row, slots[n].column) == key), None
        )
        if same is None:
            origins.append((None,) * len(slot.text))
        else:
            origins.append(traced.origins[same])
            at = same + 1
    return Trace(traced.units, tuple(origins), traced.repeated)


def _with_lines(traced: Trace, slots: tuple[Slot, ...], files: Files) -> Trace:
    """Trace what carries no marks, such as an attachment's title, to the line it names."""
    units = list(traced.units)
    origins = list(traced.origins)
    for number, slot in enumerate(slots):
        if any(origin is not None for origin in origins[number]):
            continue
        own = list(origins[number])
        at = 0
        for run in slot.runs:
            lines = files.texts.get(run.source.file, ())
            line = run.source.line or 0
            raw = lines[line - 1] if 0 < line <= len(lines) else ""
            if run.text.strip() and raw.count(run.text) == 1:
                units.append(Unit(run.source.file, raw, (line,), LINE))
                start = raw.index(run.text)
                own[at : at + len(run.text)] = [
                    Origin(len(units) - 1, start + n) for n in range(len(run.text))
                ]
            at += len(run.text)
        origins[number] = tuple(own)
    return Trace(tuple(units), tuple(origins), traced.repeated)
