"""ODS packages: percentages, errors and formulas of cells, which stand beside the values.

OpenDocument 1.3, part 3: `table:formula` (19.642), `office:value-type` (19.387); rows and cells that are
alike are written once, with a count (19.675, 19.681).
"""

from __future__ import annotations

import io
from xml.parsers import expat
from zipfile import ZipFile

from ..diagnostics import Source, fault
from .number_formats import Shown
from .sheet import Marks, column_name

_PERCENT = Shown(0, 15, percent=True)
_MOST_REPEATED = 1000  # filled rows or cells that are alike; more are a made-up file


def read_marks(data: bytes, file: str) -> dict[str, Marks]:
    """Read what stands beside the values of a spreadsheet, by the sheet's name.

    Raises:
        Faults: `figures.damaged`, its content is missing or is not XML.
    """
    try:
        content = ZipFile(io.BytesIO(data)).read("content.xml")
        return _Scan().read(content)
    except (KeyError, ValueError, expat.ExpatError) as err:
        raise fault("figures.damaged", Source(file), reason=f"content.xml: {err}") from err


class _Scan:
    """A document being read, cell by cell."""

    def __init__(self) -> None:
        self.marks: dict[str, Marks] = {}
        self.shown: dict[str, Shown] = {}
        self.errors: dict[str, str] = {}
        self.formulas: set[str] = set()
        self.row = self.column = self.rows = 0

    def read(self, content: bytes) -> dict[str, Marks]:
        """Go through the document."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = _refuse
        parser.Parse(content, True)
        return self.marks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table:table":
                self.shown, self.errors, self.formulas = {}, {}, set()
                self.row = 0
                self.marks[attributes.get("table:name", "")] = Marks(self.shown, self.errors)
                self.name = attributes.get("table:name", "")
            case "table:table-row":
                self.column = 0
                self.rows = int(attributes.get("table:number-rows-repeated", "1"))
            case "table:table-cell" | "table:covered-table-cell":
                repeated = int(attributes.get("table:number-columns-repeated", "1"))
                self._cell(attributes, repeated)
                self.column += repeated

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.rows
        elif name == "table:table":
            self.marks[self.name] = Marks(self.shown, self.errors, formulas=frozenset(self.formulas))

    def _cell(self, attributes: dict[str, str], repeated: int) -> None:
        formula = attributes.get("table:formula")
        kind = attributes.get("office:value-type")
        is_error = attributes.get("calcext:value-type") == "error"
        if not (formula or kind == "percentage" or is_error):
            return
        for row in range(self.row, self.row + min(self.rows, _MOST_REPEATED)):
            for column in range(self.column, self.column + min(repeated, _MOST_REPEATED)):
                cell = f"{column_name(column)}{row + 1}"
                if formula:
                    self.formulas.add(cell)
                if kind == "percentage":
                    self.shown[cell] = _PERCENT
                if is_error:
                    self.errors[cell] = "#VALUE!"


def _refuse(*_: object) -> None:
    raise ValueError("entity")
