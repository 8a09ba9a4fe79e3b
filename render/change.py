"""Change: what became of a figure from one year to another.

The one place for this arithmetic: sentences, comparison tables, sign-off sheets and checks all ask it,
so that no two of them can disagree. Numbers are exact decimals; a rate is kept unrounded and rounded
once, half away from zero, where it is printed. Which words a case takes is not decided here.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

from .noun import Noun, replace
from .pattern import pattern
from .report import Absence, Figure, FigureKind, Value
from .wording import DEFAULTS, Wording

RATE_DECIMALS = 1
"""Decimals of growth rates and shares, the same everywhere in a document, unless its 用词 says two."""

_ABSENCES = frozenset(Absence)
_EXACT = Context(prec=60)  # wide enough that a difference of two figures never rounds
_DIVISION = Context(prec=40, rounding=ROUND_HALF_UP)
_DURATIONS = ("天", "日", "工作日", "个工作日", "小时", "分钟", "秒", "个月")
_APPROXIMATE = pattern(r"[余近约]|多|左右|上下|超|不足|不到|不满|以上|以下|以内")
_MONEY = ("元", "万元", "亿元", "千元", "百万元", "美元", "万美元", "亿美元")


class Case(Enum):
    """What kind of change it is; the words and whether there is a rate follow from it."""

    RISE = "rise"
    FALL = "fall"
    SAME = "same"  # 持平: no difference at the printed precision
    NEARLY_SAME = "nearly same"  # 基本持平: a difference whose rate rounds to nothing
    FROM_ZERO = "from zero"
    TO_ZERO = "to zero"
    BOTH_ZERO = "both zero"
    NEW = "new"  # does not apply in the year before
    DROPPED = "dropped"  # does not apply any more
    NOT_SUPPLIED = "not supplied"  # in one of the years
    NEGATIVE = "negative"  # a loss in one of the years: a difference, but no rate
    APPROXIMATE = "approximate"  # printed as 近 or 余: no change may be reckoned from it
    REDEFINED = "redefined"  # 口径 changed, and no comparable value is given


class Basis(Enum):
    """Which of an earlier year's values a comparison starts from."""

    COLUMN = "column"  # the one in the year's own column
    APPROVED = "approved"  # 核定数: the one that was put right after it was published
    COMPARABLE = "comparable"  # 可比数: by the later year's scope; words then say 按可比口径


class Change(Noun, frozen=True):
    """A figure in two years, compared."""

    case: Case
    before: Decimal | None  # None: no number
    after: Decimal | None
    decimals: int  # of the difference: the finer of the two values' own
    difference: Decimal | None  # after − before at that precision; None: not to be had
    rate: Decimal | None  # of growth, in per cent of `before`, unrounded; None: not defined
    kind: FigureKind | None = None
    basis: Basis = Basis.COLUMN
    published: Decimal | None = None  # what was once printed for the earlier year, if it is not `before`
    rounds_apart: bool = False  # the two values as printed would give another rate (按未取整数计算)

    @property
    def is_comparable(self) -> bool:
        """Whether there are two numbers with a difference between them."""
        return self.difference is not None


def change_of(
    before: Decimal | Absence,
    after: Decimal | Absence,
    *,
    decimals: int,
    kind: FigureKind | None,
    is_approximate: bool = False,
    is_redefined: bool = False,
    rate_decimals: int = RATE_DECIMALS,
) -> Change:
    """Compare a figure's values of two years.

    Args:
        before: The earlier value, or why there is none.
        after: The later one.
        decimals: The finer of the two precisions in print.
        kind: Rates and ranks have differences only, whatever their numbers.
        is_approximate: One of the two is printed as an approximate number.
        is_redefined: The scope changed between them and `before` is not the comparable value.
        rate_decimals: Places that rates are printed with; decides what is 基本持平.
    """
    numbers = [None if isinstance(value, Absence) else value for value in (before, after)]
    earlier, later = numbers
    absent = {before, after} & _ABSENCES
    if absent - {Absence.NOT_APPLICABLE}:
        return Change(Case.NOT_SUPPLIED, earlier, later, decimals, None, None)
    if earlier is None or later is None:
        case = Case.NEW if earlier is None and later is not None else Case.DROPPED
        return Change(case, earlier, later, decimals, None, None)
    if is_redefined or is_approximate:
        case = Case.REDEFINED if is_redefined else Case.APPROXIMATE
        return Change(case, earlier, later, decimals, None, None)
    difference = rounded(_EXACT.subtract(later, earlier), decimals)
    has_rate = kind not in (FigureKind.RATE, FigureKind.RANK) and earlier > 0 and later >= 0
    rate = _rate(earlier, later) if has_rate else None
    case = _case(earlier, later, difference, rate, rate_decimals, kind)
    return Change(case, earlier, later, decimals, difference, rate)


def change_between(
    figure: Figure, base_year: int, year: int, wording: Wording = DEFAULTS, *, as_printed: bool = True
) -> Change:
    """Compare a figure's values of two years as its row has them.

    The earlier value is the comparable one (可比数) where the scope changed since, else the approved one
    (核定数), else that of its year's column; a year without a column counts as not supplied.

    Args:
        figure: The figure.
        base_year: The earlier year.
        year: The later one.
        wording: The report's number words; decides the places of rates.
        as_printed: Whether a form (写法) that prints an approximate number rules a change out. A table
            that prints the values themselves says no.
    """
    before, basis = base_of(figure, base_year, year)
    after = figure.values.get(year)
    decimals = max(printed_decimals(figure, value) for value in (before, after))
    is_redefined = basis is not Basis.COMPARABLE and any(base_year < at <= year for at in figure.redefined)
    kind = kind_of(figure.kind, figure.unit)
    change = change_of(
        Absence.NOT_SUPPLIED if before is None else before.number,
        Absence.NOT_SUPPLIED if after is None else after.number,
        decimals=decimals,
        kind=kind,
        is_approximate=as_printed and is_approximate(figure.form),
        is_redefined=is_redefined,
        rate_decimals=wording.rate_decimals,
    )
    published = figure.published.get(base_year)
    once = published.number if published and isinstance(published.number, Decimal) else None
    return replace(
        change,
        kind=kind,
        basis=basis,
        published=None if once == change.before else once,
        rounds_apart=_rounds_apart(change, figure, before, after, wording.rate_decimals),
    )


def base_of(figure: Figure, base_year: int, year: int) -> tuple[Value | None, Basis]:
    """Find the earlier value of a comparison; None when its year has no column."""
    changes = [at for at in figure.redefined if base_year < at <= year]
    comparable = figure.comparable.get(base_year)
    if comparable is not None and (changes or not figure.redefined):
        return comparable, Basis.COMPARABLE
    approved = figure.approved.get(base_year)
    if approved is not None:
        return approved, Basis.APPROVED
    return figure.values.get(base_year), Basis.COLUMN


def printed_decimals(figure: Figure, value: Value | None) -> int:
    """Count the decimals a value is printed with: 小数位, else the cell's, else those it has."""
    if figure.decimals is not None:
        return figure.decimals
    if value is None or isinstance(value.number, Absence):
        return 0
    return max(0, -exponent_of(value.number)) if value.decimals is None else value.decimals


def exponent_of(number: Decimal) -> int:
    """Give the power of ten of a number's last digit."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def is_approximate(form: str) -> bool:
    """Tell whether a form (写法) prints a number as 近 or 余."""
    return bool(_APPROXIMATE.search(form))


def kind_of(kind: FigureKind | None, unit: str) -> FigureKind | None:
    """Tell what a figure measures: as its row says (类型), else by its unit; None: nothing special."""
    if kind is not None:
        return kind
    if unit.rstrip() in ("%", "‰", "％", "百分点", "个百分点"):
        return FigureKind.RATE
    if unit in _MONEY:
        return FigureKind.AMOUNT
    return FigureKind.DURATION if unit in _DURATIONS else None


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round once, half away from zero, keeping `decimals` places even when they are zeros; never −0."""
    number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return number if number else abs(number)


def _rate(before: Decimal, after: Decimal) -> Decimal:
    return _DIVISION.divide(_EXACT.subtract(after, before) * 100, before)


def _rounds_apart(
    change: Change, figure: Figure, before: Value | None, after: Value | None, rate_decimals: int
) -> bool:
    """Tell whether the rate of the printed values, which a reader can redo, rounds to another one."""
    if change.rate is None or change.before is None or change.after is None:
        return False
    earlier = rounded(change.before, printed_decimals(figure, before))
    later = rounded(change.after, printed_decimals(figure, after))
    if (earlier, later) == (change.before, change.after):
        return False
    return not earlier or rounded(_rate(earlier, later), rate_decimals) != rounded(change.rate, rate_decimals)


def _case(
    before: Decimal,
    after: Decimal,
    difference: Decimal,
    rate: Decimal | None,
    rate_decimals: int,
    kind: FigureKind | None,
) -> Case:
    if before < 0 or after < 0:
        return Case.NEGATIVE if difference else Case.SAME
    if kind not in (FigureKind.RATE, FigureKind.RANK):
        if not before:
            return Case.FROM_ZERO if after else Case.BOTH_ZERO
        if not after:
            return Case.TO_ZERO
    if not difference:
        return Case.SAME
    if rate is not None and not rounded(rate, rate_decimals):
        return Case.NEARLY_SAME
    return Case.RISE if difference > 0 else Case.FALL
