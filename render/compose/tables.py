"""Tables: a table's title, unit, cells and notes as blocks.

Numbers line up on the decimal point; a column of short words or of dates is centred, one of long text
is set flush left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..blocks import Block, Cell, Paragraph, Run, Table
from ..content import Row, Spans
from ..content import Table as SaidTable
from ..noun import replace
from ..pattern import pattern
from ..template import Template

_NUMBER = pattern(r"[−-]?\d[\d,]*(\.\d+)?[%‰]?")
_NUMBER_OF_COLUMN = pattern(_NUMBER.pattern + r"\D?")  # the mark of a note may follow
_DATE = pattern(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?")
_INDENT = "\u3000"
_DASHES = {"—", "——", ""}
_SHORT = 8  # characters up to which a column of words is centred


def table_blocks(said: SaidTable, template: Template) -> Iterator[Block]:
    """Yield a table's title, unit, body and notes in the order they are printed."""
    if said.title:
        yield Paragraph("table-title", _runs(said.title), said.source)
    if said.unit:
        yield Paragraph("table-unit", _runs(said.unit), said.source)
    information = said.role == "information"
    columns = len(said.alignments)
    aligns = [said.alignments[n] or _by_content(said.rows, n) for n in range(columns)]
    yield Table(
        style=said.role if said.role in template.tables else "table",
        head=() if information else (tuple(_cell(spans, "center", said.head) for spans in said.head.cells),),
        rows=tuple(
            _information_row(row, columns) if information else _cells(row, aligns) for row in said.rows
        ),
        source=said.source,
        alternative="".join(span.text for span in said.title)
        or "".join(s.text for c in said.head.cells for s in c),
    )
    for note in said.notes:
        yield Paragraph("table-note", _runs(note), said.source)


def _cells(row: Row, aligns: Sequence[str]) -> tuple[Cell, ...]:
    if row.across:
        return (Cell(_runs(row.cells[0]), "left", row.source, len(aligns)),)
    return tuple(_cell(spans, align, row) for spans, align in zip(row.cells, aligns, strict=True))


def _information_row(row: Row, columns: int) -> tuple[Cell, ...]:
    """Set pairs of label and value; a row of one pair spreads its value over the other columns."""
    filled = [spans for n, spans in enumerate(row.cells) if n < 2 or any(s.text for s in row.cells[n])]
    cells = [
        Cell(_runs(spans), "center" if n % 2 == 0 else "left", row.source) for n, spans in enumerate(filled)
    ]
    if len(cells) < columns and cells:
        last = cells[-1]
        cells[-1] = Cell(last.runs, last.align, last.source, columns - len(cells) + 1)
    return tuple(cells)


def _by_content(rows: tuple[Row, ...], column: int) -> str:
    texts = ["".join(span.text for span in row.cells[column]) for row in rows]
    if any(text.startswith(_INDENT) for text in texts):
        return "left"
    texts = [text.strip() for text in texts]
    if any(texts) and all(text in _DASHES or _NUMBER.fullmatch(text) for text in texts):
        return "decimal"
    return "center" if all(len(text) <= _SHORT or _DATE.fullmatch(text) for text in texts) else "left"


def _cell(spans: Spans, align: str, row: Row) -> Cell:
    """Make a cell; full-width blanks that begin it are its indent, which its later lines keep.

    In a column of numbers what says more than a number, such as 2.56个百分点, stands in the middle.
    """
    runs = _runs(spans)
    text = "".join(run.text for run in runs)
    indent = len(text) - len(text.lstrip(_INDENT))
    if indent and align == "left":
        runs = (replace(runs[0], text=runs[0].text.lstrip(_INDENT)), *runs[1:])
        return Cell(runs, align, row.source, indent=indent)
    if align == "decimal" and not (text.strip() in _DASHES or _NUMBER_OF_COLUMN.fullmatch(text)):
        align = "center"
    return Cell(runs, align, row.source)


def _runs(spans: Spans) -> tuple[Run, ...]:
    return tuple(
        Run(span.text.replace("\n", ""), span.source, span.emphasis, span.figure)
        for span in spans
        if span.text
    )
