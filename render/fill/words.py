"""Words: the filters, properties and tests of the language, under their Chinese and English names.

`{{ 件数|带单位 }}` uses a filter, `{{ 件数.上年 }}` a property, `{% if 件数 is 缺报 %}` a test. One
table each: a new word is one function and one row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from ..content import Span
from ..dates import read_date
from ..han import in_han
from ..nearest import nearest
from ..noun import Noun, field
from ..report import Absence
from . import change_words, comparing, multiples, number_words, numerals
from .limits import LINES, TEXT, LimitReached
from .values import (
    BLANK,
    Blank,
    Captured,
    FigureYear,
    LoopTurn,
    Part,
    Phrase,
    Record,
    Run,
    Undated,
    cell_of,
    figure_text,
    number_of,
    official_date,
    part_spans,
    source_of,
    spans_of,
)


class Filter(Noun, frozen=True):
    """What stands behind a stroke, and how many arguments it takes beside the value before it."""

    function: Callable[..., object]  # of the run, the value and the arguments
    arguments: int = 0
    named: Mapping[str, str] = field(default_factory=dict)  # parameters by the names in use


PropertyFunction: TypeAlias = Callable[[Run, Any], object]
TestFunction: TypeAlias = Callable[[Run, object], bool]

_MOST_DECIMALS = 20


def with_unit(run: Run, value: object) -> object:
    """Print a figure with its unit; a figure that does not apply prints a dash alone."""
    if isinstance(value, Part):
        return Phrase(part_spans(value, run, unit=True))
    if not isinstance(value, FigureYear):
        return run.fault("figure.no_unit")
    return Phrase((Span(figure_text(value, run, unit=True), run.source, value.figure.key),))


def as_official_date(run: Run, value: object) -> object:
    """Write a date, or a text that holds one, as documents do: 2021年2月18日."""
    if isinstance(value, Undated):
        return BLANK
    day = value if isinstance(value, date) else read_date(str(value))
    if day is None:
        return run.fault("date.unreadable", text=str(value))
    return Phrase((Span(official_date(day), source_of(value, run)),))


def as_han(run: Run, value: object) -> object:
    """Write a number in Han numerals: 三, 十二, 一百零五."""
    number = number_words.number_in(run, value)
    if isinstance(number, Blank):
        return number
    try:
        text = in_han(number)
    except ValueError:
        return run.fault("expression.failed")
    return Phrase((Span(text, run.source, _key(value)),))


def to_decimals(run: Run, value: object, decimals: object = 0) -> object:
    """Round half away from zero to a number of places."""
    number = number_words.number_in(run, value)
    if isinstance(number, Blank) or not isinstance(decimals, int) or not 0 <= decimals <= _MOST_DECIMALS:
        return number if isinstance(number, Blank) else run.fault("expression.failed")
    return Phrase((Span(numerals.plain(numerals.rounded(number, decimals)), run.source, _key(value)),))


def absolute(run: Run, value: object) -> object:
    """Drop a number's sign."""
    number = number_words.number_in(run, value)
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


def _key(value: object) -> str | None:
    return (
        value.figure.key
        if isinstance(value, FigureYear)
        else value.figure
        if isinstance(value, Part)
        else None
    )


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
    number = number_words.number_in(run, value)
    return not isinstance(number, Blank) and number % 2 == 1


def _is_even(run: Run, value: object) -> bool:
    number = number_words.number_in(run, value)
    return not isinstance(number, Blank) and number % 2 == 0


def _by_name(*rows: tuple[str, str, Any]) -> Mapping[str, Any]:
    return {name: function for *names, function in rows for name in names}


_COMPARED = {"年": "base", "base": "base", "缺": "missing", "missing": "missing"}


def _compared(telling: change_words.Telling, otherwise: str = "") -> Filter:
    return Filter(change_words.compared(telling, otherwise), 1, _COMPARED)


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
    ("同比", "yoy", _compared(comparing.year_on_year)),
    ("增减", "change", _compared(comparing.increase)),
    ("增减及增幅", "change_and_rate", _compared(comparing.increase_and_rate)),
    ("由到", "from_to", _compared(comparing.from_to)),
    ("两年", "both_years", _compared(comparing.both_years)),
    ("约同比", "about_yoy", Filter(change_words.about, 1, _COMPARED)),
    ("对比", "against", Filter(change_words.against, 1)),
    ("倍数", "multiple", _compared(multiples.multiple, "multiple.not_more")),
    ("增长倍数", "times_more", _compared(comparing.times_more, "multiple.not_twice")),
    ("翻番", "doubled", _compared(multiples.doubled, "multiple.not_doubled")),
    ("减少分数", "fraction_less", _compared(multiples.fraction_less, "multiple.no_fraction")),
    ("降至", "down_to", _compared(multiples.down_to, "multiple.no_fraction")),
    ("年均增长", "annual_growth", _compared(multiples.annual_growth, "change.no_growth")),
    (
        "增速变化",
        "growth_change",
        Filter(change_words.growth_change, 0, {"缺": "missing", "missing": "missing"}),
    ),
    ("占比", "share", Filter(number_words.share, 1)),
    ("占比增减", "share_change", Filter(number_words.share_change, 1)),
    ("完成", "completion", Filter(number_words.completion, 1)),
    ("成", "tenths", Filter(number_words.tenths)),
    ("约", "about", Filter(number_words.about, 1)),
    ("左右", "or_so", Filter(number_words.or_so, 1)),
    ("近", "nearly", Filter(number_words.nearly, 1)),
    ("余", "over", Filter(number_words.over, 1)),
    ("超过", "exceeding", Filter(number_words.limited("超过", "", lambda number, limit: number > limit), 1)),
    ("不足", "short_of", Filter(number_words.limited("不足", "", lambda number, limit: number < limit), 1)),
    ("以上", "at_least", Filter(number_words.limited("", "以上", lambda number, limit: number >= limit), 1)),
    ("以下", "at_most", Filter(number_words.limited("", "以下", lambda number, limit: number <= limit), 1)),
    ("以内", "within", Filter(number_words.limited("", "以内", lambda number, limit: number <= limit), 1)),
    ("万", "wan", Filter(number_words.in_scale("万"))),
    ("亿", "yi", Filter(number_words.in_scale("亿"))),
    ("大写", "capitals", Filter(number_words.capitals)),
    ("分别", "respectively", Filter(number_words.respectively, 1)),
    ("范围", "interval", Filter(number_words.interval, 1)),
)

PROPERTIES: Mapping[str, PropertyFunction] = _by_name(
    ("上年", "last", _last_year),
    ("数值", "value", _value),
    ("单位", "unit", _unit),
    ("名称", "name", _name),
    ("增减量", "difference", change_words.difference),
    ("增减率", "rate", change_words.rate),
    ("方向", "direction", change_words.direction),
    ("增降", "trend", change_words.trend),
    ("幅度名", "rate_noun", change_words.rate_noun),
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
