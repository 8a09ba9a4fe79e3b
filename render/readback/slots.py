"""Slots: the places of a composed report where words stand, in reading order.

A paragraph is a slot, a line of a masthead or a sealed signature, and each cell of a table; a blank row
and a picture are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..blocks import Colophon, Composed, Masthead, Paragraph, Run, Signature, Table
from ..blocks import Line as SetLine
from ..diagnostics import NOWHERE, Source
from ..write.docx.paragraph import figure_bookmark

HEADING = "heading-"
"""How the styles of headings begin; their level follows."""

CELL = "cell"
"""The style of a slot that is a cell of a table."""


@dataclass(frozen=True, slots=True)
class FigureRun:
    """Characters of a slot that print a figure."""

    start: int
    stop: int
    key: str
    mark: str  # the bookmark around them in a DOCX
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Slot:
    """One place where words stand."""

    block: int  # index of the block
    text: str
    style: str  # of the paragraph; `CELL` in a table
    source: Source
    runs: tuple[Run, ...] = ()
    figures: tuple[FigureRun, ...] = ()
    level: int | None = None  # of a heading, or of the run-in heading it begins with
    head: int = 0  # characters of a run-in heading, its number included
    number: int = 0  # characters of the number the template set before a heading
    breaks: bool = False  # lines are broken where the layout or the author wants it
    tabs: bool = False  # its parts stand at tab stops, which are no text
    row: int | None = None  # of a table, head rows included
    column: int | None = None


def slots_of(composed: Composed) -> tuple[Slot, ...]:
    """List the slots of a report.

    Figures are named as the DOCX names them: by key, and by how many times each was printed before.
    """
    times: dict[str, int] = {}
    is_letter = composed.template.masthead.form == "letter"
    return tuple(
        replace(slot, figures=_figures(slot.runs, times))
        for index, block in enumerate(composed.blocks)
        for slot in _of_block(index, block, is_letter=is_letter)
    )


def _of_block(index: int, block: object, *, is_letter: bool) -> Iterator[Slot]:
    match block:
        case Paragraph() if block.text:
            yield _paragraph(index, block)
        case Table():
            cells = ([cell.runs for cell in row] for row in (*block.head, *block.rows))
            yield from _cells(index, cells, block.source)
        case Masthead() if is_letter:  # the mark stands in the header of the first page
            yield from (_line(index, line) for line in block.number_lines)
        case Masthead():
            yield from (_line(index, line) for line in block.corner_lines)
            if len(block.mark_lines) > 1:
                row = [[run for line in block.mark_lines for run in _runs(line)]]
                if block.suffix_line is not None:
                    row.append(_runs(block.suffix_line))
                yield from _cells(index, [row], block.source)
            else:
                yield from (_line(index, line) for line in block.mark_lines)
            yield from (_line(index, line) for line in block.number_lines)
        case Signature():
            yield from (_line(index, line) for line in block.lines)
        case Colophon():
            lists = [run for each in block.lists for run in each.runs]
            last = [block.printer.runs if block.printer else (), block.printed.runs if block.printed else ()]
            foot = last if block.printed else last[:1]
            filled: list[Sequence[Sequence[Run]]] = [[lists]] if block.lists else []
            filled += [foot] if any(last) else []
            yield from _cells(index, filled, block.source)


def _cells(index: int, rows: Iterable[Iterable[Sequence[Run]]], source: Source) -> Iterator[Slot]:
    for row, cells in enumerate(rows):
        for column, runs in enumerate(cells):
            text = "".join(run.text for run in runs)
            own = next((run.source for run in runs if run.source is not NOWHERE), source)
            yield Slot(index, text, CELL, own, tuple(runs), row=row, column=column)


def _runs(line: SetLine) -> list[Run]:
    return [run for piece in line.pieces for run in piece.runs]


def _line(index: int, line: SetLine) -> Slot:
    runs = _runs(line)
    return Slot(index, "".join(run.text for run in runs), line.style, line.source, tuple(runs), tabs=True)


def _paragraph(index: int, block: Paragraph) -> Slot:
    head = sum(len(run.text) for run in block.runs[: block.head_runs])
    tag = block.head_tag if block.head_runs else block.tag
    level = int(tag[1:]) if tag[:1] == "H" and tag[1:].isdecimal() else None
    return Slot(
        index,
        block.text,
        block.style,
        block.source,
        block.runs,
        level=level,
        head=head,
        breaks=block.breaks is not None,
    )


def _figures(runs: Sequence[Run], times: dict[str, int]) -> tuple[FigureRun, ...]:
    found: list[FigureRun] = []
    at = 0
    for run in runs:
        if run.figure is not None:
            times[run.figure] = times.get(run.figure, 0) + 1
            mark = figure_bookmark(run.figure, times[run.figure])
            found.append(FigureRun(at, at + len(run.text), run.figure, mark, run.text, run.source))
        at += len(run.text)
    return tuple(found)


def numbered(slot: Slot, typed: Sequence[bool]) -> Slot:
    """Tell the number of a heading by its characters, which nobody typed."""
    if slot.level is None:
        return slot
    return replace(slot, number=next((at for at, is_typed in enumerate(typed) if is_typed), 0))
