"""Names: what the expressions of a text may speak of, beside the names the text itself makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..report import Figure, FigureTable
from .values import BLANK, FigureYear

FIGURES = ("指标", "figures")  # `指标["…"]` looks up a figure whose key or name is no identifier


class Names:
    """Values by name, then figures by key; a figure's value is that of the year reported on."""

    def __init__(self, values: Mapping[str, object], table: FigureTable, year: int) -> None:
        self.table = table
        self.year = year
        self.values = values
        self._by_name: dict[str, list[Figure]] | None = None

    def __contains__(self, name: object) -> bool:
        return name in self.values or name in self.table.figures

    def __getitem__(self, name: str) -> object:
        """Find a value; an unknown name, which has been reported by then, is blank."""
        if name in self.values:
            return self.values[name]
        figure = self.table.figures.get(name)
        return BLANK if figure is None else FigureYear(figure, self.year)

    def figures_called(self, name: str) -> list[Figure]:
        """Find figures by key or, where no key fits, by name."""
        if name in self.table.figures:
            return [self.table.figures[name]]
        if self._by_name is None:
            self._by_name = {}
            for figure in self.table.figures.values():
                self._by_name.setdefault(figure.name, []).append(figure)
        return self._by_name.get(name, [])

    def all(self) -> Iterator[str]:
        """Name everything there is, for suggesting what was meant."""
        yield from self.table.figures
        yield from self.values


class Scope:
    """Names that a text made itself; an inner scope sees the outer one and does not change it."""

    __slots__ = ("_names", "_outer")

    def __init__(self, outer: Scope | None = None) -> None:
        self._outer = outer
        self._names: dict[str, object] = {}

    def set(self, name: str, value: object) -> None:
        """Make a name, or give it another value."""
        self._names[name] = value

    def find(self, name: str, names: Names) -> object:
        """Look a name up from the inside out, and among the report's own names last."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope._names:
                return scope._names[name]
            scope = scope._outer
        return names[name]
