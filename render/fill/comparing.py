"""Comparing: what a sentence says of a figure in two years (比上年增长12.5%).

The rows of numbers are those of docs/number-words.md. A word chooses its verbs by the numbers, so that a
fall never reads 增长, and what did not change reads 持平. Where a word is not defined (no base, another
scope, an approximate number) there is no phrase, and the case says why.
"""

from __future__ import annotations

from decimal import Decimal

from ..change import Basis, Case, Change, change_between, printed_decimals, rounded
from ..noun import Noun
from ..pattern import pattern
from ..report import Figure, FigureKind, Verbs
from ..wording import Wording
from . import numerals

_VERBS = {
    FigureKind.RATE: Verbs("提高", "下降"),
    FigureKind.DURATION: Verbs("延长", "缩短"),
    FigureKind.RANK: Verbs("上升", "下降"),
}
_QUANTITY, _GROWTH = Verbs("增加", "减少"), Verbs("增长", "下降")
_POINTS = {"‰": "个千分点", "千分点": "个千分点", "个千分点": "个千分点"}
_INTO = ("增加", "减少", "增长")  # 增加到, 减少到; the rest take 至
_PART_OF_YEAR = pattern("月|季度|上半年|下半年|旬|周")
_WHOLE_YEAR = pattern("全年|年度|1月(?:1日)?.{0,3}?(?:[0-9]{4}年)?12月")
_TIMES_DECIMALS = 1


class Pair(Noun, frozen=True):
    """A figure in two years, and how the document speaks of them."""

    figure: Figure
    change: Change
    base_year: int
    year: int
    wording: Wording
    is_this_years: bool  # the later year is the one reported on, so that 上年 means the one before

    @property
    def base(self) -> str:
        """Name the earlier year: 上年, 上年末, 上年同期, 2018年."""
        if self.is_this_years and self.base_year == self.year - 1 and self.wording.last_year != "年份":
            year = self.wording.last_year
        else:
            year = f"{self.base_year}年"
        return year + ("末" if self.figure.is_stock else "同期" if self.is_of_part else "")

    @property
    def is_of_part(self) -> bool:
        """Whether the figure is of a month or a quarter."""
        period = self.figure.period
        return bool(_PART_OF_YEAR.search(period)) and not _WHOLE_YEAR.search(period)

    @property
    def than(self) -> str:
        """Say what is compared with: 比上年, 同比, 按可比口径比上年."""
        scope = "按可比口径" if self.change.basis is Basis.COMPARABLE else ""
        return scope + ("同比" if self.is_of_part and self.base == "上年同期" else f"比{self.base}")

    @property
    def like(self) -> str:
        """Say what is equalled: 与上年."""
        return f"{'按可比口径' if self.change.basis is Basis.COMPARABLE else ''}与{self.base}"

    @property
    def is_up(self) -> bool:
        """Whether it goes up: a rank does when its number falls."""
        difference = self.change.difference or Decimal(0)
        return (difference < 0) if self.change.kind is FigureKind.RANK else difference > 0

    @property
    def quantity_verb(self) -> str:
        """The verb before a quantity: 增加842件."""
        return self._verb(_QUANTITY)

    @property
    def growth_verb(self) -> str:
        """The verb before a rate of growth: 增长18.4%."""
        return self._verb(_GROWTH)

    def _verb(self, usual: Verbs) -> str:
        own = self.figure.verbs
        if own is None or (own in (_QUANTITY, _GROWTH) and self.change.kind not in _VERBS):
            own = _VERBS.get(self.change.kind, usual) if self.change.kind else usual
        return own.up if self.is_up else own.down

    @property
    def amount(self) -> str:
        """The difference with its unit and without its sign."""
        return numerals.plain(abs(self.change.difference or Decimal(0))) + self.unit

    @property
    def unit(self) -> str:
        """The unit of the difference: 个百分点 of a rate in %."""
        if self.change.kind is FigureKind.RATE and self.figure.unit != "倍":
            return _POINTS.get(self.figure.unit, "个百分点")
        return self.figure.unit or ("位" if self.change.kind is FigureKind.RANK else "")

    @property
    def rate(self) -> str:
        """The rate of growth without its sign: 18.4%."""
        return percent(abs(self.change.rate or Decimal(0)), self.wording)

    @property
    def before(self) -> str:
        """The earlier value with its unit."""
        return self._printed(self.change.before, self.base_year)

    @property
    def after(self) -> str:
        """The later value with its unit."""
        return self._printed(self.change.after, self.year)

    def _printed(self, number: Decimal | None, year: int) -> str:
        number = number or Decimal(0)
        text = numerals.plain(rounded(number, printed_decimals(self.figure, self.figure.values.get(year))))
        if self.change.kind is FigureKind.RANK:
            return f"第{text}{self.unit}"
        return text + (self.figure.unit if number or self.change.kind is FigureKind.RATE else "")


def pair_of(figure: Figure, base_year: int, year: int, wording: Wording, reported: int) -> Pair:
    """Compare a figure's values of two years, for the report of a year."""
    change = change_between(figure, base_year, year, wording)
    return Pair(figure, change, base_year, year, wording, year == reported)


def percent(rate: Decimal, wording: Wording) -> str:
    """Write a rate in per cent, with the document's decimals."""
    return numerals.plain(rounded(rate, wording.rate_decimals)) + "%"


def year_on_year(pair: Pair) -> str | None:
    """Say by how much a figure grew or fell: 比上年增长12.5% (rows 1 to 9, 13, 16, 20, 25, 31 to 33)."""
    match pair.change.case:
        case Case.SAME:
            return pair.like + "持平"
        case Case.NEARLY_SAME:
            return pair.like + "基本持平"
        case Case.TO_ZERO:
            return f"由{pair.base}的{pair.before}降为0"
        case Case.RISE | Case.FALL:
            if pair.change.rate is None:
                return pair.than + pair.quantity_verb + pair.amount
            return _speaks_of_both(pair) or pair.than + _growth(pair)
    return None


def increase(pair: Pair) -> str | None:
    """Say by which quantity a figure rose or fell: 比上年增加842件 (rows 2, 20, 24, 25, 30)."""
    match pair.change.case:
        case Case.SAME:
            return pair.like + "持平"
        case Case.NEGATIVE if pair.change.kind is FigureKind.AMOUNT:
            return _profit(pair)
        case Case.RISE | Case.FALL | Case.NEARLY_SAME | Case.FROM_ZERO | Case.TO_ZERO | Case.NEGATIVE:
            return pair.than + pair.quantity_verb + pair.amount
    return None


def increase_and_rate(pair: Pair) -> str | None:
    """Say both: 比上年增加842件，增长18.4%; of a duration 比上年缩短25天（55.6%） (rows 2, 24)."""
    change = pair.change
    if change.rate is None or change.case not in (Case.RISE, Case.FALL):
        return year_on_year(pair)
    if both := _speaks_of_both(pair):
        return both
    quantity = pair.than + pair.quantity_verb + pair.amount
    return (
        f"{quantity}（{pair.rate}）" if change.kind is FigureKind.DURATION else f"{quantity}，{_growth(pair)}"
    )


def from_to(pair: Pair) -> str | None:
    """Say both ends: 由42.28%提升至99.95%, 由1件增加到3件, 由10件降为0 (rows 13, 16, 17, 19, 25, 31)."""
    match pair.change.case:
        case Case.SAME:
            return f"仍为{pair.after}"
        case Case.TO_ZERO:
            return f"由{pair.before}降为0"
        case Case.RISE | Case.FALL | Case.NEARLY_SAME | Case.FROM_ZERO | Case.NEGATIVE:
            return f"由{pair.before}{_into(pair.quantity_verb)}{pair.after}"
    return None


def both_years(pair: Pair) -> str | None:
    """Name both values: 2019年未发生，2020年1件; 两年均未发生 (rows 26, 27)."""
    if pair.change.before is None or pair.change.after is None:
        return None
    if pair.change.case is Case.BOTH_ZERO:
        return "两年均未发生"
    told = [
        f"{year}年{text if number or pair.change.kind is FigureKind.RATE else '未发生'}"
        for year, number, text in (
            (pair.base_year, pair.change.before, pair.before),
            (pair.year, pair.change.after, pair.after),
        )
    ]
    return "，".join(told)


def about(pair: Pair, rate: Decimal | None) -> str | None:
    """Say about how much an approximate number grew: 比上年约增长两成, 比上年约下降12% (row 44)."""
    if rate is None:
        return None
    whole = rounded(abs(rate), 0)
    if not whole:
        return pair.like + "基本持平"
    verb = _GROWTH.up if rate > 0 else _GROWTH.down
    if whole % 10 == 0 and whole < 100:
        return f"{pair.than}约{verb}{numerals.in_tenths(int(whole) // 10)}"
    return f"{pair.than}约{verb}{numerals.plain(whole)}%"


def times_more(pair: Pair) -> str | None:
    """Say a growth of 100 % and more in multiples: 比上年增长1.2倍, 增长1倍 (rows 7 to 9)."""
    rate = pair.change.rate
    return None if rate is None or rate < 100 else pair.than + pair.growth_verb + times(rate / 100)


def times(number: Decimal) -> str:
    """Write a multiple with one decimal, or as a whole number where it is one exactly."""
    whole = number.to_integral_value()
    return (
        numerals.plain(whole) if number == whole else numerals.plain(rounded(number, _TIMES_DECIMALS))
    ) + "倍"


def _growth(pair: Pair) -> str:
    rate = pair.change.rate or Decimal(0)
    if rate >= 100 and pair.wording.growth_in == "倍":
        return pair.growth_verb + times(rate / 100)
    return pair.growth_verb + pair.rate


def _speaks_of_both(pair: Pair) -> str:
    """Give both values where a rate would mislead: a small base, or ten times as much."""
    before, after = pair.change.before or Decimal(0), pair.change.after or Decimal(0)
    if before >= pair.wording.small_base and after < before * pair.wording.large_multiple:
        return ""
    scope = "按可比口径" if pair.change.basis is Basis.COMPARABLE else ""
    return f"{scope}由{pair.base}的{pair.before}{_into(pair.quantity_verb)}{pair.after}"


def _into(verb: str) -> str:
    return verb + ("到" if verb in _INTO else "至")


def _profit(pair: Pair) -> str:
    """Say what became of a loss (row 30); for money alone."""
    before, after = pair.change.before or Decimal(0), pair.change.after or Decimal(0)
    if before < 0 < after:
        return "扭亏为盈"
    if after < 0 < before:
        return "由盈转亏"
    return pair.than + ("减亏" if after > before else "增亏") + pair.amount
