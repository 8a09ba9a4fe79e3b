"""Delimited text: cells of a .csv or .tsv file, changed in place.

Encoding, byte order mark, delimiter, line ends and the quotes of every other cell stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source
from ..read.delimited import delimiter_of, read_delimited
from ..read.sheet import NAME_HEADINGS, column_number
from .heads import next_heading, place_for, read_head, written_out
from .references import row_of
from .text import read_bytes

ENCODINGS = ("utf-8", "gb18030")  # as read; a byte order mark says which one


def set_cells(data: bytes, file: str, values: Mapping[Source, Decimal | str | None]) -> bytes:
    """Put values into cells; None empties one, and a row that is too short gets more cells."""
    whole = read_bytes(data, file, ENCODINGS)
    delimiter = delimiter_of(whole.text, NAME_HEADINGS)
    changes: dict[int, dict[int, str]] = {}
    for place, value in values.items():
        column = column_number(place.cell.rstrip("0123456789"))
        changes.setdefault(row_of(place.cell) - 1, {})[column] = _written(value, delimiter)
    parts: list[str] = []
    at = 0
    for number, cells in enumerate(_rows(whole.text, delimiter)):
        for column, text in sorted(changes.get(number, {}).items()):
            if column < len(cells):
                start, stop = cells[column]
                parts += [whole.text[at:start], text]
                at = stop
            else:
                stop = cells[-1][1]
                missing = column - len(cells) + 1
                parts += [whole.text[at:stop], delimiter * missing, text]
                at = stop
                cells = [*cells, *[(stop, stop)] * missing]
    return whole.encoded("".join([*parts, whole.text[at:]]))


def add_year(path: Path, file: str, year: int, found: list[Diagnostic]) -> bytes:
    """Add a year's column to the figures of a text file."""
    sheet = read_delimited(path, file, found)
    if sheet is None:
        raise Faults(found)
    head = read_head(sheet)
    whole = read_bytes(path.read_bytes(), file, ENCODINGS)
    if year in head.years:
        return whole.encoded(whole.text)
    delimiter = delimiter_of(whole.text, NAME_HEADINGS)
    renamed = written_out(head.words, head.years, year)
    headings = {
        at: _written(renamed[words], delimiter) for at, words in enumerate(head.words) if words in renamed
    }
    rows = list(_rows(whole.text, delimiter))
    place = place_for(head.years, year)
    heading = str(next_heading(sheet.rows[head.row][place.source], year))
    parts: list[str] = []
    at = 0
    for number, cells in enumerate(rows):
        if number == head.row:
            for column, (start, stop) in enumerate(cells):
                if column == place.at:
                    parts += [whole.text[at:start], heading, delimiter]
                    at = start
                if column in headings:
                    parts += [whole.text[at:start], headings[column]]
                    at = stop
            if place.at == len(cells):
                parts += [whole.text[at : cells[-1][1]], delimiter, heading]
                at = cells[-1][1]
        elif place.at < len(cells):  # a shorter row (a title, a blank line) has no cell to move
            parts += [whole.text[at : cells[place.at][0]], delimiter]
            at = cells[place.at][0]
        elif place.at == len(cells) == len(rows[head.row]):
            parts += [whole.text[at : cells[-1][1]], delimiter]
            at = cells[-1][1]
    return whole.encoded("".join([*parts, whole.text[at:]]))


def _rows(text: str, delimiter: str) -> Iterator[list[tuple[int, int]]]:
    """Go through the rows: where each cell begins and ends, its quotes included."""
    cells: list[tuple[int, int]] = []
    start = at = 0
    is_quoted = False
    while at < len(text):
        char = text[at]
        if char == '"' and text[start] == '"':
            is_quoted = not is_quoted  # a quote in a quoted cell is doubled: off and on again
        elif not is_quoted and char == delimiter:
            cells.append((start, at))
            start = at + 1
        elif not is_quoted and char in "\r\n":
            yield [*cells, (start, at)]
            cells = []
            at += text.startswith("\r\n", at)
            start = at + 1
        at += 1
    if start < len(text) or cells:
        yield [*cells, (start, len(text))]


def _written(value: Decimal | str | None, delimiter: str) -> str:
    """Write a cell, in quotes where it needs them."""
    text = f"{value:f}" if isinstance(value, Decimal) else value or ""
    if any(char in text for char in (delimiter, '"', "\n", "\r")) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
