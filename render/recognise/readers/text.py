"""Plain text: paragraphs and tables of a `.txt` file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...diagnostics import Diagnostic, Source
from ..found import Found, FoundDocument, FoundParagraph, FoundTable, Look
from .blanks import tidy
from .decoding import decode
from .wrapped import Line, paragraphs

CENTRED = 8  # columns of blanks that are no indent any more

_RULE = re.compile(r"[\s|:+=—─-]*")
_TABLE_SIGNS = re.compile("[│┃┆]")


def read_text(data: bytes, name: str) -> FoundDocument:
    """Read a text file."""
    remarks: list[Diagnostic] = []
    text, encoding = decode(data, Source(name), remarks)
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    items: list[Found] = []
    joined = 0
    start = 0
    for rows in _tables(lines):
        joined += _add_paragraphs(lines[start : rows.start], name, items)
        cells = [_cells(lines[at].text) for at in rows if not _RULE.fullmatch(lines[at].text)]
        items.append(FoundTable(_even(cells), Source(name, lines[rows.start].number)))
        start = rows.stop
    joined += _add_paragraphs(lines[start:], name, items)
    return FoundDocument("text", tuple(items), encoding, remarks=tuple(remarks), joined=joined)


def _add_paragraphs(lines: Sequence[Line], name: str, items: list[Found]) -> int:
    made, joined = paragraphs(lines)
    for line in made:
        if text := tidy(line.text):
            look = Look(is_centred=line.indent >= CENTRED)
            items.append(FoundParagraph(text, Source(name, line.number), look))
    return joined


def _tables(lines: Sequence[Line]) -> list[range]:
    """Find runs of lines that are rows of a table: strokes or tabs between as many cells."""
    found: list[range] = []
    start = 0
    while start < len(lines):
        count = len(_cells(lines[start].text))
        end = start + 1
        while (
            count > 1
            and end < len(lines)
            and (_is_rule(lines[end].text) or len(_cells(lines[end].text)) == count)
        ):
            end += 1
        rows = [at for at in range(start, end) if not _is_rule(lines[at].text)]
        is_table = len(rows) > 1 and (
            count > 2 or len(rows) > 2 or any(_is_rule(lines[a].text) for a in range(start, end))
        )
        if count > 1 and is_table:
            found.append(range(start, end))
        start = end
    return found


def _is_rule(text: str) -> bool:
    return "|" in text and "-" in text and _RULE.fullmatch(text) is not None


def _cells(text: str) -> list[str]:
    """Split a line at strokes, or else at tabs."""
    text = _TABLE_SIGNS.sub("|", text.strip(" \u3000"))
    if "|" in text:
        inner = text.removeprefix("|")
        cells = inner.removesuffix("|").split("|")
        return [tidy(cell) for cell in cells]
    if "\t" in text.strip():
        return [tidy(cell) for cell in text.strip("\t").split("\t")]
    return [text]


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple(tuple([*row, *[""] * width][:width]) for row in rows)
