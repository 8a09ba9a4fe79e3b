"""Members: the figures that are one figure counted by several offices (汇总).

A figure has members where several rows bear its name, each with a 代码 of its own, or where their names
add the office in brackets: 立案数（区公安局）, 立案数（区司法局）. A pattern says it outright: 立案数（*）.
"""

from __future__ import annotations

import re

from .report import Figure, FigureTable

_BRACKETED = re.compile(r"(?P<name>.+?)\s*[（(](?P<office>[^（）()]+)[）)]")
_FOLD = str.maketrans("()", "（）")


class Members:
    """Finds the members of a table's figures."""

    def __init__(self, table: FigureTable) -> None:
        self._figures = tuple(table.figures.values())
        self._by_name: dict[str, list[Figure]] | None = None
        self._found: dict[tuple[str, str], tuple[Figure, ...]] = {}

    def of(self, name: str, *, but: str = "") -> tuple[Figure, ...]:
        """List the figures that a name or a pattern sums up, in the order of the table.

        Args:
            name: A figure's name, or a name with `*` in it for any characters.
            but: Key of the figure that holds the sum, which is no member of its own.
        """
        if (name, but) not in self._found:
            called = self._like(name) if "*" in name else self._called(name)
            self._found[name, but] = tuple(figure for figure in called if figure.key != but)
        return self._found[name, but]

    def _called(self, name: str) -> list[Figure]:
        if self._by_name is None:
            self._by_name = {}
            for figure in self._figures:
                for each in {figure.name, stem_of(figure)}:
                    self._by_name.setdefault(each, []).append(figure)
        return self._by_name.get(name, [])

    def _like(self, pattern: str) -> list[Figure]:
        parts = map(re.escape, pattern.translate(_FOLD).split("*"))
        matches = re.compile(".+".join(parts)).fullmatch
        return [figure for figure in self._figures if matches(figure.name.translate(_FOLD))]


def stem_of(figure: Figure) -> str:
    """Give a figure's name without the office in brackets behind it."""
    match = _BRACKETED.fullmatch(figure.name)
    return match["name"] if match else figure.name


def office_of(figure: Figure) -> str:
    """Name the office that a figure is counted by: its 填报单位, else the one in brackets behind its name."""
    match = _BRACKETED.fullmatch(figure.name)
    return figure.supplied_by or (match["office"] if match else "")
