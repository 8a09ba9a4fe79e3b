"""Edit: changes to the files an author keeps; everything else in them stays byte for byte.

`set_values` and `set_cells` put numbers into the figures table, `add_year` gives it one more year,
`set_metadata` changes what stands at the head of a report, and `replace_spans` places of a text. All of
them give bytes and write nothing. They stand above the readers because a place to be changed is the
place a reader named.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from ..diagnostics import Diagnostic, Source, fault
from ..outputs import open_elsewhere
from ..report import FigureTable
from .metadata import set_metadata
from .text import Replacement, replace_spans

__all__ = ["Replacement", "add_year", "replace_spans", "set_cells", "set_metadata", "set_values"]

_BOOKS = (".xlsx", ".xlsm")
_DELIMITED = (".csv", ".tsv")
_LISTED = (".yaml", ".yml", ".json")


def set_values(
    path: Path, figures: FigureTable, values: Mapping[tuple[str, int], Decimal | str | None]
) -> bytes:
    """Put values into the figures table.

    Args:
        path: The figures file.
        figures: What it was read as.
        values: By the figure's key and the year, as `—`, a number or, to empty a cell, None.

    Returns:
        The file with these values, and every other byte that it had.

    Raises:
        Faults: the file is open in another program or of a format that cannot be changed, the cell
            holds a formula, or the file cannot be read.
        KeyError: there is no such figure, or no such year.
    """
    places = {key: figures.figures[key[0]].values[key[1]].source for key in values}
    if path.suffix.lower() not in _LISTED:
        return set_cells(path, {places[key]: value for key, value in values.items()})
    from . import listed

    by_line = {(figures.figures[key].source.line or 0, year): v for (key, year), v in values.items()}
    return listed.set_values(_bytes_of(path), path.name, by_line)


def set_cells(path: Path, values: Mapping[Source, Decimal | str | None]) -> bytes:
    """Put values into cells of a workbook or a delimited text file, by the places a reader named.

    Raises:
        Faults: as `set_values`.
    """
    suffix = path.suffix.lower()
    data = _bytes_of(path)
    if suffix in _BOOKS:
        from . import workbook

        return workbook.set_cells(data, path.name, values)
    if suffix in _DELIMITED:
        from . import delimited

        return delimited.set_cells(data, path.name, values)
    raise fault("edit.format", Source(path.name), suffix=suffix)


def add_year(path: Path, year: int) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Give the figures table one more year, beside the last one before it and formatted like it.

    In a workbook the formulas of the year before are carried over as if copied to the right, and its
    values turn grey; a year that is there already gets no second column. A heading such as 上年可比数 is
    written out as 2019年可比数, since it would come to mean another year.

    Args:
        path: The figures file.
        year: The new year.

    Returns:
        The file with an empty column, and what the author should look at in it.

    Raises:
        Faults: as `set_values`; or the table has no head or no year (`figures.no_head`,
            `figures.no_years`), no column left (`edit.full`), or an array formula lies across the
            place (`edit.array`).
    """
    suffix = path.suffix.lower()
    data = _bytes_of(path)
    found: list[Diagnostic] = []
    if suffix in _BOOKS:
        from . import workbook

        data = workbook.add_year(path, path.name, year, found)
    elif suffix in _DELIMITED:
        from . import delimited

        data = delimited.add_year(path, path.name, year, found)
    elif suffix in _LISTED:
        from . import listed

        data = listed.add_year(data, path.name, year)
    else:
        raise fault("edit.format", Source(path.name), suffix=suffix)
    return data, tuple(found)


def _bytes_of(path: Path) -> bytes:
    """Read a file that no office program holds open: it would write its own state over ours."""
    if open_elsewhere(path):
        raise fault("edit.open", Source(path.name), name=path.name)
    try:
        return path.read_bytes()
    except OSError as err:
        raise fault("folder.unreadable", Source(path.name), reason=err.strerror or str(err)) from err
