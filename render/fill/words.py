"""Words: the filters, properties and tests of the language, under their Chinese and English names.

`{{ 件数|带单位 }}` uses a filter, `{{ 件数.上年 }}` a property, `{% if 件数 is 缺报 %}` a test. One
table each: a new word is one function and one row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from ..content import Span
from ..dates import read_date
from ..han import in_han
from ..nearest import nearest
from ..report import Absence
from . import numerals
from .limits import LINES, TEXT, LimitReached
from .values import (
    BLANK,
    Blank,
    Captured,
    FigureYear,
    LoopTurn,
    Phrase,
    Record,
    Run,
    cell_of,
    figure_text,
    number_of,
    official_date,
    source_of,
    spans_of,
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What stands behind a stroke, and how many arguments it takes beside the value before it."""

    function: Callable[..., object]  # of the run, the value and the arguments
    arguments: int = 0


PropertyFunction: TypeAlias = Callable[[Run, Any], object]
TestFunction: TypeAlias = Callable[[Run, object], bool]

_MOST_DECIMALS = 20


def with_unit(run: Run, value: object) -> object:
    """Print a figure with its unit; a figure that does not apply prints a dash alone."""
    if not isinstance(value, FigureYear):
        return run.fault("figure.no_unit")
    return Phrase((Span(figure_text(value, run, unit=True), run.source, value.figure.key),))


def as_official_date(run: Run, value: object) -> object:
    """Write a date, or a text that holds one, as documents do: 2021年2月18日."""
    day = value if isinstance(value, date) else read_date(str(value))
    if day is None:
        return run.fault("date.unreadable", text=str(value))
    return Phrase((Span(official_date(day), source_of(value, run)),))


def as_han(run: Run, value: object) -> object:
    """Write a number in Han numerals: 三, 十二, 一百零五."""
    number = _number(run, value)
    if isinstance(number, Blank):
        return number
    try:
        text = in_han(number)
    except ValueError:
        return run.fault("expression.failed")
    key = value.figure.key if isinstance(value, FigureYear) else None
    return Phrase((Span(text, run.source, key),))


def to_decimals(run: Run, value: object, decimals: object = 0) -> object:
    """Round half away from zero to a number of places."""
    number = _number(run, value)
    if isinstance(number, Blank) or not isinstance(decimals, int) or not 0 <= decimals <= _MOST_DECIMALS:
        return number if isinstance(number, Blank) else run.fault("expression.failed")
    key = value.figure.key if isinstance(value, FigureYear) else None
    return Phrase((Span(numerals.plain(numerals.rounded(number, decimals)), run.source, key),))


def absolute(run: Run, value: object) -> object:
    """Drop a number's sign."""
    number = _number(run, value)
    return number if isinstance(number, Blank) else abs(number)


def join(run: Run, value: object, separator: object = "") -> object:
    """Put the items of a list after one another, each keeping where it comes from.

    Raises:
        LimitReached: the result has too many characters, or too many parts of its own.
    """
    if not isinstance(value, (list, tuple, range)):
        return value if isinstance(value, str) else run.fault("expression.not_a_list")
    between = spans_of(separator, run)
    spans: list[Span] = []
    size = 0
    for number, item in enumerate(value):
        added = (*(between if number else ()), *spans_of(item, run))
        spans += added
        size += sum(len(span.text) for span in added)
        if size > TEXT or len(spans) > LINES:
            raise LimitReached("limit.output", TEXT)
    run.step(len(spans) + size // 1000)
    return Phrase(tuple(spans))


def length(run: Run, value: object) -> object:
    """Count the items of a list or the characters of a text."""
    if isinstance(value, Captured):
        return len(value.text)
    return len(value) if isinstance(value, (list, tuple, range, str)) else run.fault("expression.not_a_list")


def first(run: Run, value: object) -> object:
    """Take the first item of a list; nothing from an empty one."""
    return _item(run, value, 0)


def last(run: Run, value: object) -> object:
    """Take the last item of a list; nothing from an empty one."""
    return _item(run, value, -1)


def _item(run: Run, value: object, index: int) -> object:
    if not isinstance(value, (list, tuple, range)):
        return run.fault("expression.not_a_list")
    return value[index] if value else ""


def _number(run: Run, value: object) -> Decimal | Blank:
    if isinstance(value, FigureYear):
        return number_of(value, run)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return run.fault("expression.not_a_number")


def _last_year(_: Run, value: FigureYear) -> object:
    return FigureYear(value.figure, value.year - 1, is_asked=True)


def _value(run: Run, value: FigureYear) -> object:
    return number_of(value, run)


def _unit(_: Run, value: FigureYear) -> object:
    return value.figure.unit


def _name(_: Run, value: FigureYear) -> object:
    return value.figure.name


def _is_missing(_: Run, value: object) -> bool:
    if not isinstance(value, FigureYear):
        return False
    cell = value.figure.values.get(value.year)
    return cell is None or cell.number in (Absence.NOT_SUPPLIED, Absence.UNREADABLE)


def _is_not_applicable(run: Run, value: object) -> bool:
    cell = cell_of(value, run) if isinstance(value, FigureYear) else BLANK
    return not isinstance(cell, Blank) and cell.number is Absence.NOT_APPLICABLE


def _is_odd(run: Run, value: object) -> bool:
    number = _number(run, value)
    return not isinstance(number, Blank) and number % 2 == 1


def _is_even(run: Run, value: object) -> bool:
    number = _number(run, value)
    return not isinstance(number, Blank) and number % 2 == 0


def _by_name(*rows: tuple[str, str, Any]) -> Mapping[str, Any]:
    return {name: function for *names, function in rows for name in names}


FILTERS: Mapping[str, Filter] = _by_name(
    ("带单位", "with_unit", Filter(with_unit)),
    ("公文日期", "official_date", Filter(as_official_date)),
    ("汉字", "han", Filter(as_han)),
    ("保留", "round", Filter(to_decimals, 1)),
    ("绝对值", "abs", Filter(absolute)),
    ("连接", "join", Filter(join, 1)),
    ("个数", "length", Filter(length)),
    ("首个", "first", Filter(first)),
    ("末个", "last", Filter(last)),
)

PROPERTIES: Mapping[str, PropertyFunction] = _by_name(
    ("上年", "last", _last_year),
    ("数值", "value", _value),
    ("单位", "unit", _unit),
    ("名称", "name", _name),
)
"""Properties of a figure."""

TESTS: Mapping[str, TestFunction] = _by_name(
    ("缺报", "missing", _is_missing),
    ("不适用", "not_applicable", _is_not_applicable),
    ("奇数", "odd", _is_odd),
    ("偶数", "even", _is_even),
)

LOOP_PROPERTIES: Mapping[str, Callable[[LoopTurn], object]] = {
    "index": lambda turn: turn.index0 + 1,
    "index0": lambda turn: turn.index0,
    "revindex": lambda turn: turn.length - turn.index0,
    "first": lambda turn: turn.index0 == 0,
    "last": lambda turn: turn.index0 == turn.length - 1,
    "length": lambda turn: turn.length,
}
"""Properties of `loop`, by their names in Jinja."""

_DATE_PARTS = {"年": "year", "year": "year", "月": "month", "month": "month", "日": "day", "day": "day"}


def property_of(run: Run, value: object, name: str) -> object:
    """Read a property of a figure, a date, a record or a loop; one there is not is a fault."""
    if isinstance(value, FigureYear) and name in PROPERTIES:
        return PROPERTIES[name](run, value)
    if isinstance(value, date) and name in _DATE_PARTS:
        part: int = getattr(value, _DATE_PARTS[name])
        return part
    if isinstance(value, Record) and name in value.fields:
        return value.fields[name]
    if isinstance(value, LoopTurn) and name in LOOP_PROPERTIES:
        return LOOP_PROPERTIES[name](value)
    return run.fault("property.unknown", name=name, near=nearest(name, _properties_of(value)))


def _properties_of(value: object) -> Iterable[str]:
    match value:
        case FigureYear():
            return PROPERTIES
        case Record():
            return value.fields
        case LoopTurn():
            return LOOP_PROPERTIES
    return _DATE_PARTS if isinstance(value, date) else ()
