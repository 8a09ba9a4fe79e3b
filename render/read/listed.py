"""Listed figures: the figures table kept as YAML or JSON.

Either a mapping from each figure to its columns (`立案数: {单位: 件, 2020: 28}`) or a list of rows
(`- {指标: 立案数, 单位: 件, 2020: 28}`). Numbers keep the digits they were typed with.
"""

from __future__ import annotations

from ..dates import read_year
from ..diagnostics import Diagnostic, Source, fault
from .nodes import Mapping, Node, Scalar, Sequence
from .sheet import NAME_HEADINGS, Cell, Sheet


def read_listed(node: Node, file: str, found: list[Diagnostic]) -> Sheet:
    """Lay figures out as rows below a head.

    Raises:
        Faults: `figures.shape`, the file holds neither of the two forms.
    """
    rows = _rows(node, file, found)
    columns: dict[str, int] = {NAME_HEADINGS[0]: 0}
    cells: list[list[Cell]] = [[]]
    lines: list[list[int]] = [[]]  # one for each cell
    for name, entries in rows:
        row: list[Cell] = [name.text if name else ""]
        row_lines = [name.line if name else 0]
        for key, value in entries.pairs:
            is_name = name is None and key.text.casefold() in NAME_HEADINGS
            words = str(read_year(key.text) or key.text)  # 2020 in one row and 2020年 in the next are one
            at = 0 if is_name else columns.setdefault(words, len(columns))
            if not isinstance(value, Scalar):
                found.append(Diagnostic("figures.cell_shape", Source(file, value.line), {"key": key.text}))
                continue
            while len(row) <= at:
                row.append("")
                row_lines.append(entries.line)
            if row[at]:
                values = {"key": key.text, "other": key.text}
                found.append(Diagnostic("metadata.twice", Source(file, key.line), values))
            row[at], row_lines[at] = value.text, value.line
        cells.append(row)
        lines.append(row_lines if row_lines[0] else [entries.line, *row_lines[1:]])
    cells[0] = list(columns)

    def place(row: int, column: int) -> Source:
        numbers = lines[row] or [node.line]
        return Source(file, numbers[column] if column < len(numbers) else numbers[0])

    return Sheet(cells, place, Source(file), is_text=True)


def _rows(node: Node, file: str, found: list[Diagnostic]) -> list[tuple[Scalar | None, Mapping]]:
    """Give each figure's name, unless its row holds it, and its columns."""
    rows: list[tuple[Scalar | None, Mapping]] = []
    match node:
        case Scalar(""):
            return []
        case Mapping(pairs):
            candidates: list[tuple[Scalar | None, Node]] = list(pairs)
        case Sequence(items):
            candidates = [(None, item) for item in items]
        case _:
            raise fault("figures.shape", Source(file, node.line))
    for name, entries in candidates:
        if isinstance(entries, Mapping):
            rows.append((name, entries))
        elif name is not None and entries == Scalar("", entries.line):
            rows.append((name, Mapping((), entries.line)))
        else:
            found.append(Diagnostic("figures.shape", Source(file, entries.line)))
    return rows
