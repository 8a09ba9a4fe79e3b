"""Cells: one worksheet's rows and cells as XML, and what is put into them.

ISO/IEC 29500-1, 18.3.1.4 (`c`): `s` is the style, `t` the type; `f` a formula, `v` its stored value, `is`
a text that stands in the sheet itself, so that the table of shared texts stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import Any

from lxml import etree

from ..read.sheet import column_name
from .references import column_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cells:
    """The cells of one worksheet."""

    def __init__(self, root: Any) -> None:
        """Read the rows; a cell that does not say where it stands is told so."""
        self.space = root.tag[: root.tag.rfind("}") + 1]
        self.body = root.find(self.tag("sheetData"))
        if self.body is None:
            self.body = etree.SubElement(root, self.tag("sheetData"))
        self.rows: dict[int, Any] = {}
        number = 0
        for row in self.body.iterchildren(self.tag("row")):
            number = int(row.get("r", number + 1))
            self.rows[number] = row
            column = 0
            for cell in row.iterchildren(self.tag("c")):
                name = cell.get("r")
                if name is None:
                    cell.set("r", f"{column_name(column)}{number}")
                else:
                    column = column_of(name)
                column += 1

    def tag(self, name: str) -> str:
        """Give an element's name with the worksheet's namespace."""
        return f"{self.space}{name}"

    def find(self, row: int, column: int) -> Any | None:
        """Find a cell; None when the row has none there."""
        name = f"{column_name(column)}{row}"
        if row not in self.rows:
            return None
        return next((cell for cell in self.rows[row] if cell.get("r") == name), None)

    def make(self, row: int, column: int) -> Any:
        """Find a cell, or put an empty one in its place."""
        cell = self.find(row, column)
        if cell is not None:
            return cell
        line = self.rows.get(row)
        if line is None:
            line = etree.Element(self.tag("row"), {"r": str(row)})
            following = bisect_left(sorted(self.rows), row)
            self.body.insert(following, line)
            self.rows[row] = line
        cell = etree.Element(self.tag("c"), {"r": f"{column_name(column)}{row}"})
        at = sum(column_of(each.get("r") or "") < column for each in line.iterchildren(self.tag("c")))
        line.insert(at, cell)
        return cell

    def formula(self, cell: Any) -> Any | None:
        """Give a cell's formula element, None when it has none."""
        found: Any | None = cell.find(self.tag("f"))
        return found

    def put(self, cell: Any, value: Decimal | int | str | None) -> None:
        """Put a number or a text into a cell, or empty it; its style stays."""
        self.empty(cell)
        if value is None:
            return
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, self.tag("is")), self.tag("t"))
            text.text = value
            if value != value.strip():
                text.set(_SPACE, "preserve")
        else:
            etree.SubElement(cell, self.tag("v")).text = (
                f"{value:f}" if isinstance(value, Decimal) else str(value)
            )

    def empty(self, cell: Any) -> None:
        """Take a cell's value and formula away."""
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):  # its type, and what belonged to the formula or value
            cell.attrib.pop(name, None)


def spread_shared_formulas(cells: Cells) -> None:
    """Write every formula that a group of cells shares into each of them (18.3.1.40, t="shared").

    The members of a group are reckoned from their distance to its first, which moving changes.
    """
    from .references import copied, row_of

    masters: dict[str, tuple[str, int, int]] = {}
    for cell in cells.body.iter(cells.tag("c")):
        formula = cells.formula(cell)
        if formula is None or formula.get("t") != "shared":
            continue
        place, group = cell.get("r"), formula.get("si", "")
        column, row = column_of(place), row_of(place)
        if formula.text:
            masters[group] = formula.text, column, row
        elif group in masters:
            text, first_column, first_row = masters[group]
            formula.text = copied(text, column - first_column, row - first_row)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)
