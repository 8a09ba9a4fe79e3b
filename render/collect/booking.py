"""Booking: what the offices answered, put into the figures table of the author.

Values go under their year. Where the table has a column of that name, the reason of the change, the
person who filled the sheet in, the telephone, the reviewer and the day go into the figure's row too. An
answer that is empty takes nothing away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from .. import edit
from ..diagnostics import Source
from ..edit.heads import read_head
from ..edit.references import column_of, row_of
from ..read.sheet import Sheet, column_name
from ..report import Absence, FigureTable
from .answers import People
from .settling import OfficeState, Settled, State

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reason": ("增减情况说明", "变动原因"),
    "filler": ("填报人", "填表人"),
    "phone": ("联系电话", "电话"),
    "reviewer": ("审核人",),
    "head": ("单位负责人",),
    "filled_on": ("报送日期", "填报日期"),
}
"""Columns of the table that an answer fills, by what fills them."""

_BOOKS = (".xlsx", ".xlsm")
_DELIMITED = (".csv", ".tsv")


def changes_of(offices: Sequence[OfficeState]) -> list[Settled]:
    """List the figures whose value in the table changes."""
    return [each for one in offices for each in one.figures if each.state in (State.NEW, State.CHANGED)]


def booked(path: Path, table: FigureTable, year: int, offices: Sequence[OfficeState]) -> bytes | None:
    """Give the figures file with all answers in it; None where nothing changes.

    Raises:
        Faults: it cannot be changed; see `edit.set_values`.
    """
    values: dict[tuple[str, int], Decimal | str | None] = {}
    for each in changes_of(offices):
        values[each.asked.key, year] = "—" if each.number is Absence.NOT_APPLICABLE else _decimal(each.number)
    texts = _texts(path, table, year, offices)
    if not values and not texts:
        return None
    if path.suffix.lower() not in (*_BOOKS, *_DELIMITED):
        return edit.set_values(path, table, values)
    cells: dict[Source, Decimal | str | None] = {
        table.figures[key].values[of].source: value for (key, of), value in values.items()
    }
    return edit.set_cells(path, {**cells, **texts})


def _decimal(number: Decimal | Absence | None) -> Decimal:
    assert isinstance(number, Decimal)
    return number


def _texts(
    path: Path, table: FigureTable, year: int, offices: Sequence[OfficeState]
) -> dict[Source, Decimal | str | None]:
    """List the cells of words that change; the columns have no year of their own, so the last one's count."""
    if year != max(table.years):
        return {}
    sheet = _sheet(path)
    if sheet is None:
        return {}
    words = read_head(sheet).words
    columns = {
        part: words.index(name) for part, names in COLUMNS.items() for name in names[::-1] if name in words
    }
    first = column_of(sheet.place(0, 0).cell)
    cells: dict[Source, Decimal | str | None] = {}
    for state in offices:
        people = {one.file: one.people for one in state.taken}
        for each in state.figures:
            if each.row is None or not each.is_fresh or each.state in (State.OPEN, State.MISSING):
                continue
            source = table.figures[each.asked.key].source
            for part, at in columns.items():
                text = each.row.reason if part == "reason" else _of(people[each.file], part)
                name = f"{column_name(first + at)}{row_of(source.cell)}"
                if text and text != _there(sheet, name, first):
                    cells[Source(source.file, source.line, source.sheet, name)] = text
    return cells


def _of(people: People, part: str) -> str:
    text: str = getattr(people, part)
    return text


def _there(sheet: Sheet, name: str, first_column: int) -> str:
    row = sheet.rows[row_of(name) - row_of(sheet.place(0, 0).cell)]
    column = column_of(name) - first_column
    return str(row[column]).strip() if column < len(row) else ""


def _sheet(path: Path) -> Sheet | None:
    suffix = path.suffix.lower()
    if suffix in _BOOKS:
        from ..read.workbook import read_workbook

        return read_workbook(path, path.name, [])
    if suffix in _DELIMITED:
        from ..read.delimited import read_delimited

        return read_delimited(path, path.name, [])
    return None
