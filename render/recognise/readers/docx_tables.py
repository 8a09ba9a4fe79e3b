"""Tables of a DOCX: their rows and cells, wherever content controls and changes put them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..lexicon import is_organ

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_COLUMNS = 60

SKIPPED = frozenset(
    f"{W}{name}"
    for name in """
    del moveFrom delText delInstrText instrText pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr
    proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak permStart permEnd annotationRef softHyphen
    rt
""".split()
)
"""Elements that show nothing of their own."""


def rows_of(table: Any) -> Iterator[Any]:
    """Go through the rows of a table, but for those that were deleted."""
    for element in table:
        if element.tag == f"{W}tr":
            if element.find(f"{W}trPr/{W}del") is None:  # a deleted row
                yield element
        elif isinstance(element.tag, str) and element.tag not in SKIPPED:
            yield from (row for row in element.iter(f"{W}tr"))


def cells_of(row: Any) -> Iterator[Any]:
    """Go through the cells of a row, those in content controls too."""
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif isinstance(element.tag, str) and element.tag not in SKIPPED:
            yield from element.iter(f"{W}tc")


def span_of(cell: Any) -> int:
    """Say how many columns a cell spans."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    text = span.get(f"{W}val") if span is not None else None
    return min(max(int(text), 1), MOST_COLUMNS) if text and text.isdecimal() else 1


def left_out(row: Any) -> int:
    """Say how many columns a row leaves out before its first cell."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    text = before.get(f"{W}val") if before is not None else None
    return min(int(text), MOST_COLUMNS) if text and text.isdecimal() else 0


def is_letterhead(rows: Sequence[Any]) -> bool:
    """Tell rows that set names beside 文件, as joint issuers do, from those of a table."""
    rows_of_texts = [
        ["".join("".join(t.text or "" for t in cell.iter(f"{W}t")).split()) for cell in cells_of(row)]
        for row in rows
    ]
    texts = [text for row in rows_of_texts for text in row if text]
    if texts.count("文件") != 1:
        return False
    return len(rows) == 1 or all(text == "文件" or is_organ(text) for text in texts)
