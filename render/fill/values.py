"""Values: what an expression works with, and the characters each becomes in print.

An expression meets figures of a year, texts and dates of the metadata, plain numbers, and text it
captured itself. An absent value has been complained about once it becomes `BLANK`; from there on
it passes through every operation in silence, so one fault is one diagnostic and the run goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Protocol

from ..content import Span, Spans
from ..diagnostics import NOWHERE, Source
from ..noun import Noun
from ..report import Absence, Figure, FigureTable, Value, WorkedOut
from ..wording import Wording
from . import numerals
from .marks import Values, take_marks_off

NOT_SUPPLIED = "〔缺报〕"  # stands where a figure is missing; such a document is never written
NOT_APPLICABLE = "—"


class Blank:
    """The value of an expression that a diagnostic has already been given for."""

    def __bool__(self) -> bool:
        return False


BLANK: Final = Blank()


class FigureYear(Noun, frozen=True):
    """A figure in one year; its value is looked up when it is first asked for."""

    figure: Figure
    year: int
    is_asked: bool = False  # the text names the year itself, as 件数["2018"] or 件数.上年
    base: int | None = None  # the year it is compared with; None: the year before


class Part(Noun, frozen=True):
    """A number worked out of a figure: a difference, a rate, a number in 万.

    It is reckoned with as it is, and printed without its sign, which the word before it carries.
    """

    number: Decimal
    text: str
    unit: str
    figure: str  # key of the figure
    is_change: bool = False  # from one year to another


class Phrase(str):
    """A text whose characters know where they come from."""

    __slots__ = ("spans",)
    spans: Spans

    def __new__(cls, spans: Spans) -> Phrase:
        """Join the text of the spans."""
        phrase = super().__new__(cls, "".join([span.text for span in spans]))
        phrase.spans = spans
        return phrase


class Undated(Phrase):
    """Text where a date should stand; it has been complained about."""

    __slots__ = ()


class Day(date):
    """A date of the metadata that knows where it stands."""

    source: Source = NOWHERE

    @classmethod
    def at(cls, day: date, source: Source) -> Day:
        """Give a date its source."""
        placed = cls(day.year, day.month, day.day)
        placed.source = source
        return placed


@dataclass(frozen=True)
class Captured:
    """Rendered text kept under a name, with its marks; printed, it is text like any other."""

    marked: str
    values: Values  # those its marks stand for

    @cached_property
    def text(self) -> str:
        """The text without marks, its values put in."""
        return self.values.text("\n".join(take_marks_off(self.marked).texts))


class Record(Noun, frozen=True):
    """Things under names that the frame may ask for, such as an attachment's title and text."""

    fields: Mapping[str, object]


class LoopTurn(Noun, frozen=True):
    """What `loop` knows: which turn this is, and of how many."""

    index0: int
    length: int


class Run(Protocol):
    """What the words of the language may ask of the run they are used in."""

    table: FigureTable
    year: int  # the one reported on
    wording: Wording

    @property
    def source(self) -> Source:
        """The expression at work."""

    def step(self, count: int = 1) -> None:
        """Count work that grows with what it is done on."""

    def fault(self, code: str, source: Source | None = None, **values: object) -> Blank:
        """Report a fault in the expression at work, or elsewhere."""


def cell_of(value: FigureYear, run: Run) -> Value | Blank:
    """Look up a figure's cell.

    That the report's own year has no column is said once, of the table; of a year the text names, at
    every line that names it.
    """
    cell = value.figure.values.get(value.year)
    if cell is not None:
        return cell
    years = "、".join(str(year) for year in sorted(run.table.years))
    table = run.table.source
    if value.is_asked:
        return run.fault("figure.no_year", year=value.year, years=years, table=table)
    return run.fault("figures.no_year", table, year=value.year, years=years)


def number_of(value: FigureYear, run: Run) -> Decimal | Blank:
    """Take a figure's number for a calculation, or report why there is none."""
    cell = cell_of(value, run)
    if isinstance(cell, Blank):
        return cell
    if cell.number is Absence.NOT_SUPPLIED:
        return _missing(value, cell, run)
    if cell.number is Absence.UNREADABLE:
        return BLANK
    if isinstance(cell.number, Absence):
        return run.fault("figure.not_applicable", figure=value.figure.name, year=value.year)
    return cell.number


def figure_text(value: FigureYear, run: Run, *, unit: bool = False) -> str:
    """Print a figure: its places (小数位, else the cell's), its form (写法), and the unit if wanted."""
    cell = cell_of(value, run)
    if isinstance(cell, Blank):
        return NOT_SUPPLIED
    figure = value.figure
    if cell.number is Absence.NOT_SUPPLIED:
        _missing(value, cell, run)
    if cell.number in (Absence.NOT_SUPPLIED, Absence.UNREADABLE):
        return NOT_SUPPLIED
    if isinstance(cell.number, Absence):
        return NOT_APPLICABLE
    decimals = cell.decimals if figure.decimals is None else figure.decimals
    try:
        text = numerals.in_form(cell.number, figure.form, decimals)
    except ValueError:
        run.fault("figures.form", figure.source, found=figure.form, fields="、".join(numerals.FIELDS))
        text = numerals.in_form(cell.number, "", decimals)
    return text + (figure.unit if unit else "")


def spans_of(value: object, run: Run) -> Spans:
    """Print any value; what cannot be printed is a fault and prints nothing."""
    match value:
        case Phrase():
            return value.spans
        case FigureYear(figure=figure):
            return (Span(figure_text(value, run), run.source, figure.key),)
        case Part():
            return part_spans(value, run)
        case Blank():
            return ()
        case str():
            return (Span(value, run.source),) if value else ()
        case bool():
            pass
        case int() | Decimal():
            return (Span(numerals.shortest(Decimal(value)), run.source),)
        case date():
            return (Span(official_date(value), source_of(value, run)),)
        case Captured():
            return (Span(value.text, run.source),)
    run.fault("expression.not_printable")
    return ()


def part_spans(part: Part, run: Run, *, unit: bool = False) -> Spans:
    """Print a part; a difference of nothing is a fault, since 增加0件 says 持平 badly."""
    if part.is_change and not part.number:
        run.fault("change.no_difference", None, figure=run.table.figures[part.figure].name)
    return (Span(part.text + (part.unit if unit else ""), run.source, part.figure),)


def source_of(value: object, run: Run) -> Source:
    """Name where a value stands, else the expression at work."""
    if isinstance(value, Phrase) and value.spans:
        return value.spans[0].source
    return value.source if isinstance(value, Day) else run.source


def official_date(day: date) -> str:
    """Write a date as documents do, in Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5)."""
    return f"{day.year}年{day.month}月{day.day}日"


def _missing(value: FigureYear, cell: Value, run: Run) -> Blank:
    """Report a cell to be filled; of a formula's value, those that it lacks."""
    lacks = cell.lacks if isinstance(cell, WorkedOut) else ()
    blanks = [(run.table.figures[key], year) for key, year in lacks] or [(value.figure, value.year)]
    for figure, year in blanks:
        source = figure.values[year].source if year in figure.values else cell.source
        run.fault(
            "figure.missing", figure=figure.name, year=year, cell=source, supplied_by=figure.supplied_by
        )
    return BLANK
