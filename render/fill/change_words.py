"""Change words: the filters and properties that compare a figure with an earlier year.

`{{ 件数|同比 }}` prints 比上年增长12.5%, `{{ 件数|同比("2018") }}` the change since 2018, and
`{{ 件数|同比(缺="…") }}` its own words where nothing can be compared. What there is to say is decided in
`comparing` and `multiples`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ..change import Case, change_of, kind_of, rounded
from ..content import Span
from ..noun import replace
from ..report import Absence
from . import comparing, multiples, numerals
from .comparing import Pair, pair_of
from .values import BLANK, Blank, FigureYear, Part, Phrase, Run, cell_of, number_of, spans_of

Telling = Callable[[Pair], str | None]

_UNDEFINED = {
    Case.FROM_ZERO: "change.from_zero",
    Case.BOTH_ZERO: "change.both_zero",
    Case.NEW: "change.new",
    Case.DROPPED: "change.dropped",
    Case.NEGATIVE: "change.negative",
    Case.APPROXIMATE: "change.approximate",
    Case.REDEFINED: "change.redefined",
}


def compared(telling: Telling, otherwise: str = "") -> Callable[..., object]:
    """Make a filter of a telling; `otherwise` is the code for numbers that it cannot be said of."""

    def word(run: Run, value: object, base: object = None, missing: object = None) -> object:
        pair = pair_for(run, value, base, missing)
        return pair if not isinstance(pair, Pair) else tell(run, pair, telling(pair), missing, otherwise)

    return word


def pair_for(run: Run, value: object, base: object, missing: object) -> Pair | object:
    """Take the two values a word compares; else the author's words, or a fault."""
    if not isinstance(value, FigureYear):
        return run.fault("change.not_a_figure")
    year = value.base if base is None else _year(base)
    if base is not None and year is None:
        return run.fault("change.base", found=str(base))
    year = value.year - 1 if year is None else year
    if year >= value.year:
        return run.fault("change.not_earlier", base=year, year=value.year)
    now = cell_of(value, run)
    if isinstance(now, Blank) or now.number in (Absence.NOT_SUPPLIED, Absence.UNREADABLE):
        return number_of(value, run)  # what is to be said this year is never left to words
    pair = pair_of(value.figure, year, value.year, run.wording, run.year)
    if pair.change.case is Case.NOT_SUPPLIED:
        if missing is not None:
            return _own_words(run, value, missing)
        then = number_of(FigureYear(value.figure, year, is_asked=True), run)
        return then if isinstance(then, Blank) else BLANK
    return pair


def tell(run: Run, pair: Pair, text: str | None, missing: object, otherwise: str = "") -> object:
    """Print what is to be told; else the author's words, or why there is nothing to tell."""
    key = pair.figure.key
    if text is not None:
        _note_rounding(run, pair, text)
        return Phrase((Span(text, run.source, key),))
    if missing is not None:
        return _own_words(run, FigureYear(pair.figure, pair.year), missing)
    code = _UNDEFINED.get(pair.change.case)
    if code is not None and not (otherwise and pair.change.is_comparable):
        values: dict[str, object] = {"figure": pair.figure.name, "year": pair.year, "base": pair.base_year}
        reasons = {
            year: why for year, why in pair.figure.redefined.items() if pair.base_year < year <= pair.year
        }
        values["reason"] = "；".join(why for why in reasons.values() if why)
        return run.fault(code, None, **values)
    return run.fault(
        otherwise or "change.from_zero",
        None,
        figure=pair.figure.name,
        year=pair.year,
        base=pair.base_year,
        before=pair.before,
        after=pair.after,
    )


def growth_change(run: Run, value: object, missing: object = None) -> object:
    """Say whether growth gained or lost speed, beside the growth of the year before."""
    now = pair_for(run, value, None, missing)
    if not isinstance(now, Pair) or not isinstance(value, FigureYear):
        return now
    then = pair_for(run, FigureYear(value.figure, value.year - 1, is_asked=True), None, missing)
    if not isinstance(then, Pair):
        return then
    text = multiples.growth_of_growth(now, then)
    undefined = then if now.change.rate is not None else now
    return tell(run, now if text is not None else undefined, text, missing, "change.no_growth")


def about(run: Run, value: object, base: object = None, missing: object = None) -> object:
    """Say about how much a figure grew that is printed as an approximate number."""
    pair = pair_for(run, value, base, missing)
    if not isinstance(pair, Pair):
        return pair
    change = pair.change
    if change.case is Case.APPROXIMATE and change.before is not None and change.after is not None:
        kind = kind_of(pair.figure.kind, pair.figure.unit)
        change = change_of(change.before, change.after, decimals=change.decimals, kind=kind)
        pair = replace(pair, change=replace(change, kind=kind))
    return tell(run, pair, comparing.about(pair, change.rate), missing, "change.no_growth")


def against(run: Run, value: object, base: object = None) -> object:
    """Compare with another year than the one before, in all words and properties that follow."""
    year = _year(base)
    if not isinstance(value, FigureYear):
        return run.fault("change.not_a_figure")
    if year is None:
        return run.fault("change.base", found=str(base))
    return replace(value, base=year)


def difference(run: Run, value: FigureYear) -> object:
    """Give the difference, printed without its sign."""
    pair = pair_for(run, value, None, None)
    if not isinstance(pair, Pair):
        return pair
    if pair.change.difference is None:
        return tell(run, pair, None, None)
    number = pair.change.difference
    return Part(number, numerals.plain(abs(number)), pair.unit, value.figure.key, is_change=True)


def rate(run: Run, value: FigureYear) -> object:
    """Give the rate of growth, printed without its sign."""
    pair = pair_for(run, value, None, None)
    if not isinstance(pair, Pair):
        return pair
    if pair.change.rate is None:
        return tell(run, pair, None, None, "change.no_growth")
    number = rounded(pair.change.rate, run.wording.rate_decimals)
    return Part(number, numerals.plain(abs(number)), "%", value.figure.key, is_change=True)


def direction(run: Run, value: FigureYear) -> object:
    """Give the verb before the difference: 增加, 减少, 提高, 缩短; 持平 where there is none."""
    return _verb(run, value, lambda pair: pair.quantity_verb)


def trend(run: Run, value: FigureYear) -> object:
    """Give the verb before the rate: 增长, 下降; 持平 where there is no difference."""
    return _verb(run, value, lambda pair: pair.growth_verb)


def rate_noun(run: Run, value: FigureYear) -> object:
    """Give the noun before the rate: 增幅 or 降幅."""
    return _verb(run, value, lambda pair: "增幅" if pair.is_up else "降幅")


def _verb(run: Run, value: FigureYear, verb: Callable[[Pair], str]) -> object:
    pair = pair_for(run, value, None, None)
    if not isinstance(pair, Pair):
        return pair
    if pair.change.difference is None or pair.change.case is Case.BOTH_ZERO:
        return tell(run, pair, None, None)
    return Phrase((Span(verb(pair) if pair.change.difference else "持平", run.source, value.figure.key),))


def _own_words(run: Run, value: FigureYear, words: object) -> object:
    """Print the author's words in the figure's place."""
    text = "".join(span.text for span in spans_of(words, run))
    return Phrase((Span(text, run.source, value.figure.key),)) if text else ""


def _year(given: object) -> int | None:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    text = str(given).removesuffix("年")
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _note_rounding(run: Run, pair: Pair, text: str) -> None:
    """Tell the author where the printed values would give another rate (row 47)."""
    if pair.change.rounds_apart and pair.rate in text:
        before, after = (
            Decimal(each.removesuffix(pair.figure.unit).replace("−", "-"))
            for each in (pair.before, pair.after)
        )
        printed = comparing.percent(abs((after - before) * 100 / before), run.wording) if before else "—"
        run.fault("change.rounded_apart", None, figure=pair.figure.name, rate=pair.rate, printed=printed)
