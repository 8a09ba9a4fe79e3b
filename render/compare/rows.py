"""Rows: the figures of a table, year beside year, with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ..change import Basis, Case, Change, base_of, change_between, is_approximate, printed_decimals, rounded
from ..comparison import ComparedChange, ComparedFigure, ComparedValue
from ..diagnostics import Diagnostic
from ..noun import Changing, replace
from ..report import Absence, Figure, FigureKind, Value
from ..wording import Wording

PART = ("其中：", "其中:")
GROUP_COLUMNS = ("指标类别", "类别", "分类", "板块")  # office columns that gather figures, beside 一级指标
PARENT_COLUMNS = ("上级指标", "所属指标")  # or tell what a figure is a part of
EXACT = "{}"  # the manner of a value that is what it says
SCALES = {"千": 3, "万": 4, "亿": 8}  # powers of ten that a form divides by
MOST_SCALED_DECIMALS = 2  # that a divided number is printed with

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Compared(Changing):
    """A row in the making, and what its notes need to know."""

    row: ComparedFigure
    figure: Figure
    change: Change


def compared(
    figures: Sequence[Figure],
    years: Sequence[int],
    base: int,
    year: int,
    wording: Wording,
    found: list[Diagnostic],
) -> list[Compared]:
    """Compare figures, in their order.

    A figure that applies in none of the years makes no row; one that is not supplied in some year is
    reported and makes none either.
    """
    rows = [
        row for figure in figures if (row := _compare(figure, years, base, year, wording, found)) is not None
    ]
    return _with_shared_decimals(_with_marks(_with_parts(rows), years.index(base)))


def places_of(figure: Figure, values: Iterable[Value]) -> int:
    """Say with how many decimals a figure's values are printed: the finest of them."""
    return max((printed_decimals(figure, value) for value in values), default=0)


def value_of(figure: Figure, value: Value) -> ComparedValue:
    """Print a value; one that only stands for what is 近 or 余 says so."""
    if isinstance(value.number, Absence):
        return ComparedValue(None, source=value.source)
    manner = _manner(figure, value.number) if figure.form else EXACT
    return ComparedValue(value.number, manner, "", value.source)


def is_supplied(figure: Figure, values: Mapping[int, Value], found: list[Diagnostic]) -> bool:
    """Tell whether a figure has a value or a dash in every year; report every cell that is empty."""
    supplied = True
    for year, value in values.items():
        if isinstance(value.number, Decimal) or value.number is Absence.NOT_APPLICABLE:
            continue
        supplied = False
        if value.number is Absence.NOT_SUPPLIED:
            named = {"figure": figure.name, "year": year, "supplied_by": figure.supplied_by}
            found.append(Diagnostic("compare.missing", value.source, named))
    return supplied


def _compare(
    figure: Figure,
    years: Sequence[int],
    base: int,
    year: int,
    wording: Wording,
    found: list[Diagnostic],
) -> Compared | None:
    before, _ = base_of(figure, base, year)
    values = {each: figure.values[each] for each in years} | ({} if before is None else {base: before})
    if not is_supplied(figure, values, found):
        return None
    if not any(isinstance(value.number, Decimal) for value in values.values()):
        return None
    printed = [value_of(figure, values[each]) for each in years]
    stands_in = any(value.manner != EXACT for value in printed)
    change = change_between(figure, base, year, wording, as_printed=stands_in)
    row = ComparedFigure(
        figure=figure.key,
        name=figure.name,
        unit=figure.unit,
        kind=change.kind,
        values=tuple(printed),
        decimals=places_of(figure, values.values()),
        change=changed(change),
        group=figure.group
        or next((figure.more[column] for column in GROUP_COLUMNS if column in figure.more), ""),
        remark="；".join(_remarks(figure, change, year)),
        source=figure.source,
    )
    return Compared(row, figure, change)


def changed(change: Change) -> ComparedChange:
    """Take what a table shows of a change."""
    return ComparedChange(
        change.difference,
        change.rate,
        is_comparable=change.case not in (Case.REDEFINED, Case.APPROXIMATE),
        has_rate=change.kind not in (FigureKind.RATE, FigureKind.RANK),
    )


def _remarks(figure: Figure, change: Change, year: int) -> Iterable[str]:
    """Say what a dash does not, and what the author wants said."""
    match change.case:
        case Case.NEW:
            yield f"{year}年新增指标"
        case Case.DROPPED:
            yield "不再统计"
        case Case.REDEFINED:
            yield "统计口径调整"
        case Case.APPROXIMATE:
            yield "约数"
    if change.kind is FigureKind.RANK and change.difference:
        yield f"{'下降' if change.difference > 0 else '上升'}{abs(change.difference)}位"
    if figure.remark:
        yield figure.remark


def _with_parts(rows: Sequence[Compared]) -> list[Compared]:
    """Give the figures their numbers; parts of a figure follow it and have none.

    Figures of one group stand together, where the first of them stands in the table. A part says whose
    it is in the column 上级指标, or stands below it with a name that begins with 其中：.
    """
    parts: dict[str, list[Compared]] = {}
    whole: list[Compared] = []
    known = {key for each in rows for key in (each.row.figure, each.row.name)}
    for each in rows:
        parent = next((each.figure.more[c] for c in PARENT_COLUMNS if c in each.figure.more), "")
        named = next((mark for mark in PART if each.row.name.startswith(mark)), "")
        if parent in known and parent not in (each.row.figure, each.row.name):
            parts.setdefault(parent, []).append(_named(each, each.row.name.removeprefix(named)))
        elif named and whole:
            parts.setdefault(whole[-1].row.figure, []).append(_named(each, each.row.name.removeprefix(named)))
        else:
            whole.append(each)
    groups = {group: place for place, group in enumerate(dict.fromkeys(each.row.group for each in whole))}
    whole.sort(key=lambda each: groups[each.row.group])
    numbered: list[Compared] = []
    reached: set[str] = set()
    number = 0
    for each in (*whole, *rows):  # figures that are parts of each other stand by themselves
        if each.row.figure not in reached:
            number += 1
            each.row = replace(each.row, number=number)
            _add(each, parts, numbered, reached)
    return numbered


def _add(
    each: Compared, parts: Mapping[str, list[Compared]], rows: list[Compared], reached: set[str]
) -> None:
    """Add a row, and below it its parts, theirs and so on."""
    rows.append(each)
    reached.add(each.row.figure)
    own = [*parts.get(each.row.figure, ())]
    if each.row.name != each.row.figure:
        own += parts.get(each.row.name, ())
    place = 0
    for part in own:
        if part.row.figure not in reached:
            place += 1
            part.row = replace(part.row, part=place, group=each.row.group)
            _add(part, parts, rows, reached)


def _named(each: Compared, name: str) -> Compared:
    if name != each.row.name:
        each.row = replace(each.row, name=name)
    return each


def _with_marks(rows: Sequence[Compared], base: int) -> list[Compared]:
    """Mark comparable values of the year before, ① first."""
    marked: list[Compared] = []
    marks = iter(_MARKS)
    for each in rows:
        if each.change.basis is Basis.COMPARABLE:
            values = list(each.row.values)
            values[base] = replace(values[base], mark=next(marks, "※"))
            each.row = replace(each.row, values=tuple(values))
        marked.append(each)
    return marked


def _with_shared_decimals(rows: Sequence[Compared]) -> list[Compared]:
    """Give rows of one unit the same number of decimals, the finest among them."""
    finest: dict[str, int] = {}
    for each in rows:
        finest[each.row.unit] = max(finest.get(each.row.unit, 0), each.row.decimals)
    shared: list[Compared] = []
    for each in rows:
        decimals = finest[each.row.unit]
        if decimals == each.row.decimals:
            shared.append(each)
            continue
        difference = each.row.change.difference
        if difference is not None:
            change = replace(each.row.change, difference=rounded(difference, decimals))
            each.row = replace(each.row, decimals=decimals, change=change)
        else:
            each.row = replace(each.row, decimals=decimals)
        shared.append(each)
    return shared


def _manner(figure: Figure, number: Decimal) -> str:
    """Say how a value stands in a cell: with the word of its form (写法), where it is no exact one.

    5000 of `{:千}余` only stands for what is more than 5000; 735482 of `{:万}余`, which prints 73.54万余, is
    the number itself, and a table prints it.
    """
    form = figure.form
    if not is_approximate(form):
        return EXACT
    digits = number.normalize().as_tuple()
    power = int(digits.exponent)
    scale = next((scale for word, scale in SCALES.items() if word in form), 0)
    is_cut = power < scale - MOST_SCALED_DECIMALS if scale else False
    if is_cut or ("{" not in form and len(digits.digits) > 1):
        return EXACT
    if "近" in form:
        return "近{}"
    return "{}余" if "余" in form or "多" in form else "约{}"
