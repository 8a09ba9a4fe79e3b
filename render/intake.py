"""Intake: a published report comes in, and goes into a report folder of its own.

What was recognised is tried out before it is handed over: the folder is read, filled and composed for its
own year, and must say what the file said.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from . import layout_file
from .blocks import Composed, Paragraph, Signature, Table
from .diagnostics import Diagnostic, Faults, Source, fault
from .messages import Exit, exit_of
from .outputs import Output, write_folder
from .recognise import LEVELS, recognise
from .recognise.account import Account
from .recognise.folder import Part

MOST_BYTES = 200_000_000

__all__ = ["LEVELS", "Request", "Taken", "take_in"]


@dataclass(frozen=True, slots=True)
class Request:
    """What to import, and how."""

    source: Path
    out: Path | None = None  # None: beside the file, under its name without extension
    figures: str = "all"  # one of `LEVELS`
    keeps_marks: bool = False
    force: bool = False  # also what does not look like a report, or carries its folder


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import came to."""

    exit: Exit
    folder: Path
    diagnostics: tuple[Diagnostic, ...] = ()
    outputs: tuple[Output, ...] = ()
    account: Account | None = None


def take_in(request: Request) -> Taken:
    """Import a report: its folder is written whole, or not at all and the diagnostics say why."""
    folder = request.source.with_suffix("") if request.out is None else request.out
    try:
        found = _origin(request)
        _check_place(folder, request.source)
        recognised = recognise(
            bytes_of(request.source),  # nobody else keeps them
            request.source.name,
            patterns=layout_file.load("report").numbering,
            figures=request.figures,
            keeps_marks=request.keeps_marks,
            anything=request.force,
        )
    except Faults as faults:
        return Taken(exit_of(faults.diagnostics), folder, faults.diagnostics)
    found += recognised.diagnostics
    found += _tried(recognised.parts(), request.source.name)
    outputs = [Output(file.name.rpartition(".")[2], file.name, file.data) for file in recognised.files]
    written, failed = write_folder(outputs, folder)
    found += failed
    return Taken(exit_of(found), folder, tuple(found), tuple(written), None if failed else recognised.account)


def built_lines(folder: Path) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Say a report folder for its own year, paragraph by paragraph and cell by cell, as a build prints it.

    Raises:
        Faults: the folder cannot be read.
    """
    from . import compose, fill, read

    report, found = read.read_report(folder)
    entry = report.metadata.get("template")
    look = layout_file.load(str(entry.value) if entry else "report", (folder,))
    year = report.metadata["year"].value
    assert isinstance(year, int)
    content, wrong = fill.fill(report, look.document, year=year)
    if content is None:
        raise Faults((*found, *wrong))
    composed, more = compose.compose(content, look, {})
    return _lines(composed), (*found, *wrong, *more)


def _lines(composed: Composed) -> list[str]:
    """List what is printed from the title down; letterhead and colophon are the metadata's."""
    lines: list[str] = []
    for block in composed.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Signature):
            lines += [paragraph.text for paragraph in block.paragraphs]
        elif isinstance(block, Table) and block.style != "information":
            lines += [cell.text for row in (*block.head, *block.rows) for cell in row]
    return [line for line in lines if line.strip()]


def bytes_of(path: Path) -> bytes:
    """Read a file from anywhere.

    Raises:
        Faults: there is none, or it is too big or cannot be read.
    """
    source = Source(str(path))
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise fault("import.too_big", source, megabytes=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError as err:
        raise fault("import.missing", source) from err
    except OSError as err:
        raise fault("import.unreadable", source, reason=err.strerror or str(err)) from err


def _origin(request: Request) -> list[Diagnostic]:
    """Say of a file of ours that there are better ways; one that carries its folder is not recognised."""
    data = bytes_of(request.source)
    state, carries = "foreign", False
    if data.startswith(b"PK"):
        from .write.docx import carried_by, digest_state

        try:
            state = digest_state(data)
            carries = state != "foreign" and carried_by(data).source is not None
        except (KeyError, ValueError, zipfile.BadZipFile):
            pass
    elif b"%PDF-" in data[:1024]:
        from .write.pdf import digest_state as state_of_pdf
        from .write.pdf.attachment import SOURCE_NAME

        state = state_of_pdf(data)
        carries = state != "foreign" and SOURCE_NAME.encode() in data
    source = Source(request.source.name)
    if carries and not request.force:
        raise fault("import.carries", source)
    return [Diagnostic("import.ours", source)] if state != "foreign" else []


def _check_place(folder: Path, source: Path) -> None:
    place = Source(str(folder))
    if folder.exists() and not folder.is_dir():
        raise fault("output.not_a_folder", place)
    try:
        there = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    except OSError as err:
        raise fault("output.not_writable", place, reason=err.strerror or str(err)) from err
    if there:
        raise fault("import.not_empty", place, name=there[0])
    if folder == source:
        raise fault("output.not_a_folder", place)


def _tried(parts: Iterable[Part], name: str) -> list[Diagnostic]:
    """Build what was recognised, as far as its words, and compare."""
    wrong: list[Diagnostic] = []
    differing: list[str] = []
    for part in parts:
        with TemporaryDirectory(prefix="gongwen-") as place:
            folder = Path(place)
            for file in part.files:
                path = folder / file.name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(file.data)
            try:
                built, found = built_lines(folder)
            except Faults as faults:
                built, found = [], faults.diagnostics
        here = [
            replace(d, source=replace(d.source, file=d.source.file or name)) for d in found if exit_of([d])
        ]
        wrong += here
        differing += () if here else differences(part.lines, built)
    if differing and not wrong:
        text = differing[0][:40]
        wrong = [Diagnostic("import.differs", Source(name), {"count": len(differing), "text": text})]
    return wrong


def differences(wanted: Sequence[str], built: Sequence[str]) -> list[str]:
    """List the paragraphs of a text that a build does not give again, blanks aside."""
    before = ["".join(line.split()) for line in wanted]
    after = ["".join(line.split()) for line in built]
    if before == after:
        return []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (wanted[first] if first < last else built[start])
        for kind, first, last, start, _ in matcher.get_opcodes()
        if kind != "equal"
    ]
