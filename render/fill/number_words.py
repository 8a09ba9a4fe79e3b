"""Number words: shares, goals, rough numbers, amounts and lists of numbers.

`{{ 甲|占比(总数) }}` prints 占35.6%, `{{ 户数|余 }}` 5300余, `{{ [甲, 乙]|分别 }}` the names and values
of both.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ..change import change_of, printed_decimals, rounded
from ..content import Span, Spans
from ..report import FigureKind
from . import numerals, rough
from .capitals import amount_in_capitals
from .comparing import percent
from .numerals import EXACT
from .values import (
    Blank,
    FigureYear,
    Part,
    Phrase,
    Run,
    cell_of,
    figure_text,
    number_of,
    spans_of,
)

Limits = Callable[[Decimal, Decimal], bool]


def number_in(run: Run, value: object) -> Decimal | Blank:
    """Take the number of a figure, of a part, or a plain one."""
    if isinstance(value, FigureYear):
        return number_of(value, run)
    if isinstance(value, Part):
        return value.number
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return run.fault("expression.not_a_number")


def share(run: Run, value: object, whole: object = None) -> object:
    """Say which share of a whole it is: 占35.6% (row 36)."""
    part = _share(run, value, whole)
    return part if isinstance(part, Blank) else _phrase(run, value, f"占{percent(part, run.wording)}")


def share_change(run: Run, value: object, whole: object = None) -> object:
    """Say by how many points a share changed: 比上年提高4.4个百分点 (row 36)."""
    if not isinstance(value, FigureYear) or not isinstance(whole, FigureYear):
        return run.fault("share.of_what")
    base = value.year - 1 if value.base is None else value.base
    now = _share(run, value, whole)
    then = _share(
        run, FigureYear(value.figure, base, is_asked=True), FigureYear(whole.figure, base, is_asked=True)
    )
    if isinstance(now, Blank) or isinstance(then, Blank):
        return now if isinstance(now, Blank) else then
    decimals = run.wording.rate_decimals
    points = change_of(then, now, decimals=decimals, kind=FigureKind.RATE).difference or Decimal(0)
    year = run.wording.last_year if base == run.year - 1 and run.wording.last_year != "年份" else f"{base}年"
    if not points:
        return _phrase(run, value, f"与{year}持平")
    verb = "提高" if points > 0 else "下降"
    return _phrase(run, value, f"比{year}{verb}{numerals.plain(abs(points))}个百分点")


def completion(run: Run, value: object, goal: object = None) -> object:
    """Say how much of a goal is reached: 完成目标的105%，超额5% (row 35)."""
    number, wanted = number_in(run, value), number_in(run, goal)
    if isinstance(number, Blank) or isinstance(wanted, Blank):
        return number if isinstance(number, Blank) else wanted
    if wanted <= 0 or number < 0:
        return run.fault("expression.zero" if not wanted else "expression.failed")
    done = rounded(EXACT.divide(number * 100, wanted), run.wording.rate_decimals)
    more = f"，超额{numerals.shortest(done - 100)}%" if done > 100 else ""
    return _phrase(run, value, f"完成目标的{numerals.shortest(done)}%{more}")


def tenths(run: Run, value: object) -> object:
    """Say a percentage in tenths: 三成, 近三成, 三成多 (row 37)."""
    number = number_in(run, value)
    if isinstance(number, Blank):
        return number
    is_percent = not isinstance(value, FigureYear) or value.figure.unit == "%"
    text = rough.tenths(number, run.wording.near_from) if is_percent else None
    return (
        run.fault("rough.tenths", found=numerals.plain(number)) if text is None else _phrase(run, value, text)
    )


def about(run: Run, value: object, step: object = None) -> object:
    """约5000 (row 38)."""
    return _rough(run, value, step, "约", lambda number, given: "约" + rough.about(number, given))


def or_so(run: Run, value: object, step: object = None) -> object:
    """5000左右, the unit before 左右 (row 38)."""
    unit = value.figure.unit if isinstance(value, FigureYear) else ""
    return _rough(run, value, step, "左右", lambda number, given: f"{rough.about(number, given)}{unit}左右")


def nearly(run: Run, value: object, goal: object = None) -> object:
    """近万 of 9600 (row 39)."""
    near_from = run.wording.near_from

    def told(number: Decimal, given: Decimal | None) -> str | None:
        text = rough.nearly(number, given, near_from)
        return None if text is None else "近" + text

    return _rough(run, value, goal, "近", told)


def over(run: Run, value: object, step: object = None) -> object:
    """5300余 of 5321; a round number stands as it is (row 40)."""

    def told(number: Decimal, given: Decimal | None) -> str | None:
        text = rough.over(number, given)
        if text is not None:
            return text + "余"
        exact = given or rough.step_of(number)
        return rough.scaled(number) if number and number % exact == 0 else None

    return _rough(run, value, step, "余", told)


def limited(before: str, after: str, holds: Limits) -> Callable[..., object]:
    """Make a word that names a limit and checks it: 超过200, 5件以上 (rows 41, 42)."""

    def word(run: Run, value: object, limit: object = None) -> object:
        unit = value.figure.unit if isinstance(value, FigureYear) and after else ""

        def told(number: Decimal, given: Decimal | None) -> str | None:
            if given is None or not holds(number, given):
                return None
            return f"{before}{rough.scaled(given)}{unit}{after}"

        return _rough(run, value, limit, before or after, told)

    return word


def in_scale(scale: str) -> Callable[[Run, object], object]:
    """Make the word that prints a number in 万 or 亿 (row 45)."""

    def word(run: Run, value: object) -> object:
        number = number_in(run, value)
        if isinstance(number, Blank):
            return number
        text = rough.in_scale(number, scale)
        if not isinstance(value, FigureYear):
            return text or number
        unit = value.figure.unit
        if unit[:1] in ("万", "亿", "千", "%", "‰"):
            return run.fault("scale.unit", figure=value.figure.name, unit=unit, scale=scale)
        return Part(number, text or figure_text(value, run), unit, value.figure.key)

    return word


def capitals(run: Run, value: object) -> object:
    """Write an amount as on a voucher: 壹万贰仟叁佰元整."""
    number = number_in(run, value)
    if isinstance(number, Blank):
        return number
    unit = (
        value.figure.unit if isinstance(value, FigureYear) else value.unit if isinstance(value, Part) else ""
    )
    if isinstance(value, FigureYear):
        cell = cell_of(value, run)
        number = number if isinstance(cell, Blank) else rounded(number, printed_decimals(value.figure, cell))
    try:
        return _phrase(run, value, amount_in_capitals(number, unit))
    except ValueError:
        return run.fault("capitals.not_so", found=numerals.plain(number) + unit)


def respectively(run: Run, value: object, names: object = None) -> object:
    """Set names and values beside each other: 甲、乙分别为3件、5件 (row 53)."""
    if not isinstance(value, (list, tuple)) or not value:
        return run.fault("expression.not_a_list")
    if names is not None and (not isinstance(names, (list, tuple)) or len(names) != len(value)):
        count = len(names) if isinstance(names, (list, tuple)) else 1
        return run.fault("list.unequal", names=count, values=len(value))
    if names is None and not all(isinstance(item, FigureYear) for item in value):
        return run.fault("list.no_names")
    spans: list[Span] = []
    for number, item in enumerate(names if isinstance(names, (list, tuple)) else value):
        name = item.figure.name if isinstance(item, FigureYear) else item
        spans += [*(spans_of("、", run) if number else ()), *spans_of(name, run)]
    spans += spans_of("分别为" if len(value) > 1 else "为", run)
    for number, item in enumerate(value):
        spans += [*(spans_of("、", run) if number else ()), *_with_unit(item, run)]
    return Phrase(tuple(spans))


def interval(run: Run, value: object, unit: object = "") -> object:
    """Write a range with its unit or 万 on both ends: 5%～8%, 13万～17万元 (row 48)."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        return run.fault("expression.not_a_list")
    low, high = (number_in(run, item) for item in value)
    if isinstance(low, Blank) or isinstance(high, Blank):
        return low if isinstance(low, Blank) else high
    if low >= high:
        return run.fault("list.interval", low=numerals.plain(low), high=numerals.plain(high))
    units = {item.figure.unit for item in value if isinstance(item, FigureYear)} or {str(unit)}
    if len(units) > 1:
        return run.fault("list.units", units="、".join(sorted(units)))
    (suffix,) = units
    ends = [rough.scaled(low), rough.scaled(high)]
    repeated = suffix if suffix in ("%", "‰") else suffix[:1] if suffix[:1] in ("万", "亿") else ""
    keys = [item.figure.key if isinstance(item, FigureYear) else None for item in value]
    return Phrase(
        (
            Span(ends[0] + repeated, run.source, keys[0]),
            Span("～", run.source),
            Span(ends[1] + suffix, run.source, keys[1]),
        )
    )


def _share(run: Run, value: object, whole: object) -> Decimal | Blank:
    number, total = number_in(run, value), number_in(run, whole)
    if isinstance(number, Blank) or isinstance(total, Blank):
        return number if isinstance(number, Blank) else total
    if (
        isinstance(value, FigureYear)
        and isinstance(whole, FigureYear)
        and value.figure.unit != whole.figure.unit
    ):
        return run.fault("share.units", part=value.figure.unit, whole=whole.figure.unit)
    if not total:
        return run.fault("expression.zero")
    if number < 0 or number > total:
        return run.fault("share.more", part=numerals.plain(number), whole=numerals.plain(total))
    return EXACT.divide(number * 100, total)


def _rough(
    run: Run,
    value: object,
    given: object,
    word: str,
    told: Callable[[Decimal, Decimal | None], str | None],
) -> object:
    number = number_in(run, value)
    limit = None if given is None else number_in(run, given)
    if isinstance(number, Blank) or isinstance(limit, Blank):
        return number if isinstance(number, Blank) else limit
    if limit is not None and limit <= 0:
        return run.fault("expression.failed")
    text = told(number, limit) if number > 0 else None
    if text is None:
        goal = "" if limit is None else numerals.plain(limit)
        return run.fault("rough.not_so", word=word, number=numerals.plain(number), goal=goal)
    if isinstance(value, FigureYear) and not text.endswith(("左右", "以上", "以下", "以内")):
        return Part(number, text, value.figure.unit, value.figure.key)
    return _phrase(run, value, text)


def _with_unit(value: object, run: Run) -> Spans:
    if isinstance(value, FigureYear):
        return (Span(figure_text(value, run, unit=True), run.source, value.figure.key),)
    return spans_of(value, run)


def _phrase(run: Run, value: object, text: str) -> Phrase:
    key = (
        value.figure.key
        if isinstance(value, FigureYear)
        else value.figure
        if isinstance(value, Part)
        else None
    )
    return Phrase((Span(text, run.source, key),))
