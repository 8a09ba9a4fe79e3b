"""Years: rules about the figures of this year beside those of last year, and beside what the text types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..diagnostics import Diagnostic
from ..report import Figure, FigureKind, Value
from .once import sentences
from .quantities import written
from .rule import Level, Rule, Subject

_LEAPS = 10  # times as much, or as little, that ask for a second look
_SMALL = 100  # counts below it leap easily
_ENDS = re.compile("结转下(?:一)?年度?|(?:年末|期末)(?:未结|未审结|未办结|结存|余额)?")
_BEGINS = re.compile("上(?:一)?年度?结转|(?:年初|期初)(?:未结|未审结|未办结|结存|余额)?")
_SUFFIX = re.compile("(?:件数|人数|家数|次数|户数|个数|项数|条数|场次|金额|数量|数)$")
_SHORTEST = 4


def leaps(subject: Subject) -> Iterator[Diagnostic]:
    """Find a figure that is ten times last year's or more, or a tenth: 万 may have been lost."""
    for figure, before, after in _pairs(subject):
        low, high = sorted((abs(before), abs(after)))
        is_count = figure.kind not in (FigureKind.RATE, FigureKind.RANK) and figure.unit not in ("%", "‰")
        is_leap = low > 0 and high >= low * _LEAPS
        was_share = figure.unit == "%" and low <= 1 < high and low > 0 and Decimal(50) <= high / low
        if is_leap and (was_share or (is_count and high >= _SMALL)):
            assert subject.year is not None
            values = {"figure": figure.name, "before": written(before), "after": written(after)}
            yield Diagnostic("figure.leap", figure.values[subject.year].source, values)


def chains(subject: Subject) -> Iterator[Diagnostic]:
    """Find 上年结转 that is not what last year's table carried over."""
    if subject.figures is None or subject.year is None:
        return
    ends: dict[tuple[str, str], Figure] = {}
    for figure in subject.figures.figures.values():
        if _ENDS.search(figure.name):
            ends[_ENDS.sub("", figure.name), figure.unit] = figure
    for figure in subject.figures.figures.values():
        end = ends.get((_BEGINS.sub("", figure.name), figure.unit)) if _BEGINS.search(figure.name) else None
        left = _number(end.values.get(subject.year - 1)) if end else None
        begun = _number(figure.values.get(subject.year))
        if end is not None and left is not None and begun is not None and left != begun:
            values = {
                "figure": figure.name,
                "found": written(begun),
                "other": end.name,
                "expected": written(left),
                "year": subject.year - 1,
            }
            yield Diagnostic("figure.chain", figure.values[subject.year].source, values)


def unlike_published(subject: Subject) -> Iterator[Diagnostic]:
    """Find last year's value that is not what last year's report printed, with no word of why."""
    if subject.figures is None or subject.year is None:
        return
    base = subject.year - 1
    for figure in subject.figures.figures.values():
        printed, now = _number(figure.published.get(base)), _number(figure.values.get(base))
        if printed is not None and now is not None and printed != now and not _is_explained(figure, base):
            values = {
                "figure": figure.name,
                "year": base,
                "found": written(now),
                "printed": written(printed),
            }
            yield Diagnostic("figure.published", figure.values[base].source, values)


def unlike_earlier(subject: Subject) -> Iterator[Diagnostic]:
    """Find last year's value that is not what last year's report has, with no word of why."""
    if subject.figures is None or subject.year is None or subject.earlier is None:
        return
    base = subject.year - 1
    for key, figure in subject.figures.figures.items():
        then = subject.earlier.figures.figures.get(key)
        printed = _number(then.values.get(base)) if then else None
        now = _number(figure.values.get(base))
        if printed is None or now is None or printed == now or _is_explained(figure, base):
            continue
        values = {
            "figure": figure.name,
            "year": base,
            "found": written(now),
            "printed": written(printed),
            "name": subject.earlier.name,
        }
        yield Diagnostic("figure.earlier", figure.values[base].source, values)


def _is_explained(figure: Figure, base: int) -> bool:
    is_revised = base in figure.approved or base in figure.redefined or base + 1 in figure.redefined
    return is_revised or bool(figure.note)


def typed_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """Find a number typed beside the name of a figure that has another value."""
    if subject.figures is None or subject.year is None or subject.content is None:
        return
    named: dict[tuple[str, str], Figure] = {}
    for figure in subject.figures.figures.values():
        name = _SUFFIX.sub("", figure.name)
        if len(name) >= _SHORTEST and figure.unit:
            named[name, figure.unit] = figure
    for sentence in sentences(subject):
        for each in sentence.quantities:
            match = named.get((_SUFFIX.sub("", each.label), each.unit))
            number = _number(match.values.get(subject.year)) if match else None
            clause = re.split("[，。；]", sentence.prose.text[: each.start])[-1]
            if each.figure or each.is_rough or match is None or number is None or match.form:
                continue
            if number != each.number and not re.search("上年|去年|[0-9]{4}年|增|减|季度|半年", clause):
                values = {"found": each.label + each.text, "figure": match.name, "number": written(number)}
                yield Diagnostic("figure.typed", sentence.source_of(each), values)


RULES = (
    Rule("figure.typed", Level.RECOMMENDED, typed_otherwise),
    Rule("figure.leap", Level.CUSTOMARY, leaps),
    Rule("figure.chain", Level.REQUIRED, chains),
    Rule("figure.published", Level.CUSTOMARY, unlike_published),
    Rule("figure.earlier", Level.RECOMMENDED, unlike_earlier),
)


def _pairs(subject: Subject) -> Iterator[tuple[Figure, Decimal, Decimal]]:
    """List the figures that have a number in both years."""
    if subject.figures is None or subject.year is None:
        return
    for figure in subject.figures.figures.values():
        before, after = _number(figure.values.get(subject.year - 1)), _number(figure.values.get(subject.year))
        if before is not None and after is not None and not figure.redefined.get(subject.year):
            yield figure, before, after


def _number(value: Value | None) -> Decimal | None:
    return value.number if value is not None and isinstance(value.number, Decimal) else None
