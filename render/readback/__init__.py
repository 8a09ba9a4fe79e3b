"""Readback: what people changed in a report's DOCX since it was built, and how it comes back.

The document is compared with the report as it is built now. Every change is listed by itself, with who
made it where Word tracked that, and can be chosen by itself; what is chosen is written into the author's
own files, figures into the figures table, and checked by composing the report anew before anything is
replaced.

`reading` and `body` read the DOCX (`document`), `probe` and `trace` find where the characters of the report
come from, `comparing` finds what was changed (`changes`), `merging` brings several readers
together, `planning`, `checking` and `applying` write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..messages import Exit, exit_of
from ..pipeline import Job
from .applying import Applied, Writer
from .base import Base, base_of, file_names
from .changes import Change, Kind, Remark
from .comparing import LEAST_COMMON, Compared, compare
from .document import Aside, Document, accepted, lines_of
from .earlier import carried_base, carried_over, frozen_base
from .files import Files
from .merging import Choice, chosen_of, merged
from .planning import Planner
from .reading import read_document

__all__ = ["Applied", "Change", "Kind", "Read", "Readback", "Remark", "read_back"]


@dataclass(frozen=True, slots=True)
class Read:
    """One document, as far as it is not a change: what stands elsewhere, and what it lost."""

    file: str
    saved_by: str
    saved_on: str
    changes: int
    remarks: int
    asides: tuple[Aside, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readback:
    """What reading back came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...] = ()
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    documents: tuple[Read, ...] = ()
    base: Base | None = None
    applied: Applied | None = None
    chosen: tuple[int, ...] = ()  # numbers of the changes that were to be written


def read_back(
    job: Job, documents: Sequence[Path], *, apply: bool = False, only: str | None = None
) -> Readback:
    """Read documents back that were built from a report.

    Args:
        job: The report, and the year and edition the documents were built for.
        documents: DOCX files of one or several readers.
        apply: Write the changes into the report's files: all that clash with no other and can be
            written safely, or those that are named.
        only: What to write: numbers of the list, ranges, names of files and of authors.

    Returns:
        The changes, numbered in the order of the report. Nothing is written unless every change named
        by `only` can be written.
    """
    found: list[Diagnostic] = []
    try:
        choice = Choice.of(only)
        base = base_of(job, found)
    except Faults as faults:
        return Readback(Exit.USE, faults.diagnostics)
    read: list[tuple[Path, Document]] = []
    for path in documents:
        try:
            read.append((path, read_document(path)))
        except Faults as faults:
            found += faults.diagnostics
    if base is None or len(read) < len(documents):
        return Readback(exit_of(found) or Exit.CONTENT, tuple(found))
    compared: list[Compared] = []
    names = _names([path for path, _ in read])
    for name, (path, document) in zip(names, read, strict=True):
        compared.append(_compare(job, path, name, document, base, found))
    if any(each.common < LEAST_COMMON for each in compared):
        return Readback(Exit.USE, tuple(found))
    files = Files(base.report.folder, file_names(base.report))
    planner = Planner(base, files, base.year)
    changes = merged([change for each in compared for change in each.changes], planner)
    remarks = tuple(remark for each in compared for remark in each.remarks)
    reads = tuple(_read(name, d, c, base) for name, (_, d), c in zip(names, read, compared, strict=True))
    result = Readback(Exit.DONE, tuple(found), changes, remarks, reads, base)
    return _apply(job, result, planner, choice) if apply else result


def _compare(
    job: Job, path: Path, name: str, document: Document, base: Base, found: list[Diagnostic]
) -> Compared:
    """Compare a document with the report it was built from, as far as that is known."""
    source = Source(name)
    result = compare(base.composed, base.slots, base.origins, document, name)
    if result.common < LEAST_COMMON:
        values = {"name": name, "percent": round(result.common * 100)}
        found.append(Diagnostic("readback.other_report", source, values))
        return result
    if document.revision:
        found.append(Diagnostic("readback.revision", source, {"other": document.revision}))
    has_figures = any(slot.figures for slot in base.slots)
    lost = (part for part in document.lost if part != "marks" or has_figures)
    found += [Diagnostic(f"readback.lost_{part}", source) for part in lost]
    if document.digest in ("", base.digest):
        return result
    if document.is_all_tracked:
        found.append(Diagnostic("readback.tracked_only", source))
        return replace(result, changes=tuple(change for change in result.changes if change.by))
    if (earlier := carried_base(job, path, document)) is not None:
        found.append(Diagnostic("readback.by_carried", source))
        then = compare(earlier.composed, earlier.slots, earlier.origins, document, name)
        return replace(result, changes=tuple(carried_over(then.changes, earlier, base)))
    if (frozen := frozen_base(job, document)) is not None:
        state, earlier = frozen
        found.append(Diagnostic("readback.by_frozen", source, {"state": state}))
        then = compare(earlier.composed, earlier.slots, earlier.origins, document, name)
        return replace(result, changes=tuple(carried_over(then.changes, earlier, base)))
    found.append(Diagnostic("readback.report_changed", source))
    return result


def _apply(job: Job, result: Readback, planner: Planner, choice: Choice) -> Readback:
    """Write what was chosen."""
    assert result.base is not None
    try:
        if not choice.is_given and any(d.code == "readback.report_changed" for d in result.diagnostics):
            raise fault("readback.choose")
        chosen = chosen_of(result.changes, choice)
    except Faults as faults:
        return replace(
            result, exit=exit_of(faults.diagnostics), diagnostics=(*result.diagnostics, *faults.diagnostics)
        )
    writer = Writer(job, result.base, planner)
    applied = writer.write(chosen, all_or_none=choice.is_given) if chosen else Applied()
    found = [*result.diagnostics, *applied.diagnostics]
    reasons = {change.number: reason for change, reason in applied.left}
    changes = tuple(
        replace(change, refused=reasons[change.number]) if change.number in reasons else change
        for change in result.changes
    )
    done = {change.number for change in chosen} - set(reasons) if applied.files else set()
    if applied.diagnostics:
        status = exit_of(applied.diagnostics)
    elif choice.is_given and applied.left:
        found.append(Diagnostic("readback.nothing_written", values={"count": len(applied.left)}))
        status = Exit.CONTENT
    else:
        status = Exit.DONE if len(done) == len(changes) else Exit.PARTLY
    return replace(
        result,
        exit=status,
        diagnostics=tuple(found),
        changes=changes,
        applied=applied,
        chosen=tuple(sorted(done)),
    )


def _names(paths: Sequence[Path]) -> list[str]:
    """Name documents by their file names, and by their folders where two have one name."""
    names = [path.name for path in paths]
    return [str(path) if names.count(path.name) > 1 else path.name for path in paths]


def _read(name: str, document: Document, compared: Compared, base: Base) -> Read:
    asides = [each for each in document.asides if each.kind != "header" or each.text != base.header]
    pictures = sum(line.pictures for item in accepted(document.items) for line in lines_of(item))
    if pictures != base.pictures:
        asides.append(Aside("picture", f"{base.pictures} → {pictures}"))
    is_ours = document.saved_by in ("", base.author)  # as it was built
    return Read(
        name,
        "" if is_ours else document.saved_by,
        "" if is_ours else document.saved_on,
        len(compared.changes),
        len(compared.remarks),
        tuple(asides),
        document.lost,
    )
