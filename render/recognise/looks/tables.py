"""Looks of tables in a DOCX: how wide they are, whether their head comes again, the lines around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...diagnostics import Source
from ...looks import TableLook
from ...units import TWIPS_PER_PT
from ..readers.docx import Elements
from ..readers.docx_looks import W
from ..readers.docx_tables import cells_of, rows_of
from .edges import edges_of, written
from .values import number_of

_DEEPEST = 20  # styles based on styles; a circle ends here
_OFF = ("0", "false", "off")


def tables_of(elements: Elements, source_of: Callable[[int], Source], styles: Any) -> Iterator[TableLook]:
    """Look at the tables of the body, but for those within others.

    Args:
        elements: As the reader left them.
        source_of: Names a place by its line.
        styles: The part with the styles; None: there is none.
    """
    if elements.body is None:
        return
    lines = {placed.element: placed.line for placed in elements.placed}
    section = 0
    for element in elements.body.iter(f"{W}tbl", f"{W}sectPr"):
        if element.tag == f"{W}sectPr":
            section += 1
            continue
        if any(each.tag == f"{W}tbl" for each in element.iterancestors()):
            continue
        rows = list(rows_of(element))
        line = next((lines[each] for each in element.iter(f"{W}p") if each in lines), None)
        if line is None or not rows:
            continue
        text = next((words for each in element.iter(f"{W}p") if (words := _words(each))), "")
        head = rows[0].find(f"{W}trPr/{W}tblHeader")
        yield TableLook(
            source_of(line),
            text,
            _width(element),
            len(rows),
            head is not None and head.get(f"{W}val") not in _OFF,
            edges_of(_borders(element, rows, styles)),
            section,
        )


def _words(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t")).strip()


def _width(table: Any) -> float:
    """Give the width a table says it has, else that of its columns; 0 of one that fits itself to the text."""
    said = table.find(f"{W}tblPr/{W}tblW")
    if said is not None and said.get(f"{W}type") == "dxa" and (width := number_of(said.get(f"{W}w"))):
        return width / TWIPS_PER_PT
    if said is not None and said.get(f"{W}type") == "pct":
        return 0.0
    columns = (number_of(each.get(f"{W}w")) or 0.0 for each in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    return sum(columns) / TWIPS_PER_PT


def _borders(table: Any, rows: list[Any], styles: Any) -> str:
    """Write the lines a table has: its own, else those of its style; and those of its cells."""
    properties = table.find(f"{W}tblPr")
    own = properties.find(f"{W}tblBorders") if properties is not None else None
    if own is not None:
        said = [written(own)]
    else:
        named = properties.find(f"{W}tblStyle") if properties is not None else None
        said = [_of_style(named.get(f"{W}val") if named is not None else None, styles)]
    for number, row in enumerate(rows):
        for cell in cells_of(row):
            borders = cell.find(f"{W}tcPr/{W}tcBorders")
            for each in written(borders).split("|") if borders is not None else ():
                side, _, rest = each.partition(" ")
                is_outer = (side, number) in (("above", 0), ("below", len(rows) - 1))
                said.append(f"{side if is_outer else 'between'} {rest}" if rest else "")
    return "|".join(dict.fromkeys(filter(None, said)))


def _of_style(key: str | None, styles: Any) -> str:
    for _ in range(_DEEPEST):
        style = None
        for each in styles.iterfind(f"{W}style") if styles is not None and key else ():
            style = each if each.get(f"{W}styleId") == key else style
        if style is None:
            return ""
        borders = style.find(f"{W}tblPr/{W}tblBorders")
        if borders is not None:
            return written(borders)
        based = style.find(f"{W}basedOn")
        key = based.get(f"{W}val") if based is not None else None
    return ""
