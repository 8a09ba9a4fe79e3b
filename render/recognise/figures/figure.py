"""Figure: a row of the figures table as it was found, and every place that uses it.

A statistics bulletin of a megabyte has five thousand rows, so a row holds what no passage says already:
its sentence, its place and what is printed are read off the passages that use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...diagnostics import Source
from ...sentences import sentences
from ..passages import Passage
from .units import kind_of


@dataclass(frozen=True, slots=True)
class Insertion:
    """An expression in place of some characters of a passage, or of a cell of its table."""

    passage: Passage
    start: int
    stop: int
    key: str
    suffix: str = ""  # |带单位, .上年
    cell: tuple[int, int] | None = None
    sureness: float = 1.0

    @property
    def expression(self) -> str:
        """What goes between the braces."""
        return self.key + self.suffix

    @property
    def printed(self) -> str:
        """The characters it stands for, with the sign of a share behind the number of a cell."""
        if self.cell is None:
            return self.passage.text[self.start : self.stop]
        row, column = self.cell
        text = self.passage.rows[row][column]
        return text[self.start : self.stop + text.startswith("%", self.stop)]


@dataclass(slots=True)
class FoundFigure:
    """A row of the figures table."""

    key: str
    name: str
    unit: str
    form: str
    first: Insertion  # that uses it
    year: int  # of `value`
    value: Decimal
    earlier: dict[int, Decimal] | None = None  # values of other years; None: no other year has one
    again: list[Insertion] | None = None  # further uses; None: there are none
    about: str = ""  # of a cell: its table, row and column

    @property
    def values(self) -> dict[int, Decimal]:
        """Its value in each year that the text tells."""
        return {self.year: self.value, **(self.earlier or {})}

    def value_in(self, year: int) -> Decimal | None:
        """Give its value in a year; None where the text does not tell."""
        return self.value if year == self.year else (self.earlier or {}).get(year)

    def use(self, insertion: Insertion, year: int, value: Decimal) -> None:
        """Note another place that uses it, for a year whose value may be new."""
        if self.again is None:
            self.again = []
        self.again.append(insertion)
        if self.value_in(year) is None:
            self.earlier = {**(self.earlier or {}), year: value}

    @property
    def kind(self) -> str:
        """One of `report.FigureKind`."""
        return kind_of(self.unit)

    @property
    def sureness(self) -> float:
        """How sure it is that this is a figure, from 0 to 1."""
        return round(self.first.sureness, 2)

    @property
    def place(self) -> str:
        """The heading that uses it first, as 一（一）3."""
        return self.first.passage.place

    @property
    def source(self) -> Source:
        """Where the file has the passage that uses it first."""
        return self.first.passage.source

    @property
    def sentence(self) -> str:
        """The sentence that uses it first; of a cell, what the cell is about."""
        if self.about:
            return self.about
        text = self.first.passage.text
        span = next(each for each in sentences(text) if self.first.start < each.stop)
        return text[span.start : span.stop].strip()

    @property
    def printed(self) -> list[str]:
        """What stands wherever the text uses it."""
        return [use.printed for use in (self.first, *(self.again or ()))]
