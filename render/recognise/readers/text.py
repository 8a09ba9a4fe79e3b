"""Plain text: paragraphs and tables of a `.txt` file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...diagnostics import Diagnostic, Source
from ..found import Found, FoundDocument, FoundParagraph, FoundTable, Look
from .blanks import tidy, untidy
from .decoding import decode
from .wrapped import CENTRED, Line, paragraphs

LONGEST_SPACED = 24  # characters of a cell in a table set with blanks

_RULE = re.compile(r"[\s|:+=—─-]*")
_ROOM = re.compile("[ \u3000]{2,}")  # between the cells of a table that is set with blanks
_NUMBER = re.compile(r"[-−]?[\d,]+(?:\.\d+)?%?|[-—]+")
_MARKED = re.compile("[|│┃┆\t]")
_TABLE_SIGNS = re.compile("[│┃┆]")


def read_text(data: bytes, name: str) -> FoundDocument:
    """Read a text file."""
    remarks: list[Diagnostic] = []
    text, encoding = decode(data, Source(name), remarks)
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    items: list[Found] = []
    joined = 0
    start = 0
    is_open = _is_open(lines)
    for rows in _tables(lines):
        joined += _add_paragraphs(lines[start : rows.start], name, items)
        shown = [lines[at] for at in rows if not lines[at].is_blank and not _RULE.fullmatch(lines[at].text)]
        width = len(_cells(lines[rows.start].text, is_open))
        cells = [_row(line.text, is_open, width) for line in shown]
        items.append(FoundTable(_even(cells), Source(name, lines[rows.start].number)))
        start = rows.stop
    joined += _add_paragraphs(lines[start:], name, items)
    return FoundDocument("text", tuple(items), encoding, remarks=tuple(remarks), joined=joined)


def _add_paragraphs(lines: Sequence[Line], name: str, items: list[Found]) -> int:
    made, joined = paragraphs(lines)
    for line in made:
        if text := tidy(line.text):
            look = Look(is_centred=line.indent >= CENTRED)
            source = Source(name, line.number)
            items.append(FoundParagraph(text, source, look, raw=untidy(line.text, text)))
    return joined


def _tables(lines: Sequence[Line]) -> list[range]:
    """Find runs of lines that are rows of a table: strokes or tabs between as many cells."""
    is_open = _is_open(lines)
    found: list[range] = []
    start = 0
    while start < len(lines):
        count = len(_cells(lines[start].text, is_open))
        end = start + 1
        last = end  # behind the last row; files with a blank line between lines have one between rows
        while (
            count > 1
            and end < len(lines)
            and (
                _is_rule(lines[end].text)
                or (lines[end].is_blank and end < last + 2)
                or len(_row(lines[end].text, is_open, count)) == count
            )
        ):
            end += 1
            last = last if lines[end - 1].is_blank else end
        end = last
        rows = [at for at in range(start, end) if not lines[at].is_blank and not _is_rule(lines[at].text)]
        is_ruled = any(_is_rule(lines[at].text) for at in range(start, end))
        is_table = len(rows) > 1 and (count > 2 or len(rows) > 2 or is_ruled)
        if is_table and not is_ruled and not _MARKED.search(lines[start].text):
            is_table = _holds_numbers([_cells(lines[at].text, is_open) for at in rows])
        if count > 1 and is_table:
            found.append(range(start, end))
        start = end
    return found


def _holds_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell a table set with blanks from names spaced out: its rows below the head hold numbers."""
    with_number = sum(any(_NUMBER.fullmatch(cell) for cell in row[1:]) for row in rows[1:])
    return len(rows) > 2 and with_number >= 0.6 * (len(rows) - 1)


def _is_open(lines: Sequence[Line]) -> bool:
    """Tell whether rows end in a stroke and begin with none, so that one at the start is an empty cell."""
    texts = [line.text.strip() for line in lines if line.text.count("|") > 1]
    ends = sum(text.endswith("|") for text in texts)
    return (
        ends > 0 and ends == len(texts) and sum(not text.startswith("|") for text in texts) > len(texts) / 2
    )


def _is_rule(text: str) -> bool:
    return "|" in text and "-" in text and _RULE.fullmatch(text) is not None


def _cells(text: str, is_open: bool) -> list[str]:
    """Split a line at strokes, or else at tabs."""
    text = _TABLE_SIGNS.sub("|", text.strip(" \u3000"))
    if "|" in text:
        inner = text if is_open else text.removeprefix("|")
        cells = inner.removesuffix("|").split("|")
        return [tidy(cell) for cell in cells]
    if "\t" in text.strip():
        return [tidy(cell) for cell in text.strip("\t").split("\t")]
    spaced = [tidy(cell) for cell in _ROOM.split(text)]
    if len(spaced) > 2 and max(map(len, spaced)) <= LONGEST_SPACED and "。" not in text:
        return spaced
    return [text]


def _row(text: str, is_open: bool, width: int) -> list[str]:
    """Split a row, whose first and last cells may be empty."""
    cells = text.split("\t")
    return [tidy(cell) for cell in cells] if len(cells) == width > 1 else _cells(text, is_open)


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple(tuple([*row, *[""] * width][:width]) for row in rows)
