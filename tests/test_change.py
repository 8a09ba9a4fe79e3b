"""The arithmetic of two years."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.change import Basis, Case, change_between, change_of, kind_of, rounded
from render.diagnostics import Source
from render.report import Absence, Figure, FigureKind, Value
from render.wording import Wording


def change(before: str, after: str, decimals: int = 0, kind: FigureKind | None = None, **more: bool):
    """Compare two numbers, or — for one that does not apply, or "" for one not supplied."""
    absent = {"": Absence.NOT_SUPPLIED, "—": Absence.NOT_APPLICABLE}
    values = [absent[text] if text in absent else Decimal(text) for text in (before, after)]
    return change_of(values[0], values[1], decimals=decimals, kind=kind, **more)


@pytest.mark.parametrize(
    ("before", "after", "case", "rate"),
    [
        ("8", "9", Case.RISE, "12.5"),
        ("30", "21", Case.FALL, "-30.0"),
        ("6", "6", Case.SAME, "0.0"),
        ("12558", "12560", Case.NEARLY_SAME, "0.0"),
        ("12560", "12558", Case.NEARLY_SAME, "0.0"),
        ("0", "1", Case.FROM_ZERO, None),
        ("10", "0", Case.TO_ZERO, "-100.0"),
        ("0", "0", Case.BOTH_ZERO, None),
        ("—", "3", Case.NEW, None),
        ("3", "—", Case.DROPPED, None),
        ("—", "—", Case.DROPPED, None),
        ("", "3", Case.NOT_SUPPLIED, None),
        ("3", "", Case.NOT_SUPPLIED, None),
        ("-5", "10", Case.NEGATIVE, None),
        ("10", "-5", Case.NEGATIVE, None),
    ],
)
def test_cases(before: str, after: str, case: Case, rate: str | None) -> None:
    """Each case, and whether growth has a rate in it."""
    found = change(before, after)
    assert found.case is case
    assert (None if found.rate is None else str(rounded(found.rate, 1))) == rate


def test_rates_change_by_points() -> None:
    """28.39 % to 100 % is 71.61 points at the finer precision, and has no rate."""
    found = change("28.39", "100", 2, FigureKind.RATE)
    assert (found.difference, found.rate) == (Decimal("71.61"), None)


def test_a_rate_from_zero_is_a_rise() -> None:
    """No quantity came into being: 0 % to 3 % is 3 points."""
    assert change("0", "3", 0, FigureKind.RATE).case is Case.RISE


def test_equal_in_print_is_the_same() -> None:
    """80.14 and 80.11, printed with one decimal, are 持平."""
    assert change("80.14", "80.11", 1).case is Case.SAME


@pytest.mark.parametrize("reason", ["is_approximate", "is_redefined"])
def test_what_cannot_be_compared(reason: str) -> None:
    """An approximate number or another scope gives no difference."""
    assert not change("5000", "6000", **{reason: True}).is_comparable


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("%", FigureKind.RATE), ("万元", FigureKind.AMOUNT), ("个工作日", FigureKind.DURATION), ("件", None)],
)
def test_a_kind_follows_from_the_unit(unit: str, kind: FigureKind | None) -> None:
    """Where the row does not say (类型)."""
    assert kind_of(None, unit) is kind


def test_the_row_knows_better() -> None:
    """A count of days is no duration."""
    assert kind_of(FigureKind.COUNT, "天") is FigureKind.COUNT


@pytest.mark.parametrize(("number", "expected"), [("0.05", "0.1"), ("-0.05", "-0.1"), ("-0.04", "0.0")])
def test_rounding(number: str, expected: str) -> None:
    """Half goes away from zero, and nothing becomes −0."""
    assert str(rounded(Decimal(number), 1)) == expected


@given(st.decimals(1, 10**9, places=2), st.decimals(0, 10**9, places=2))
def test_difference_and_rate_agree(before: Decimal, after: Decimal) -> None:
    """Base, difference and rate fit together to far below the last printed place."""
    found = change_of(before, after, decimals=2, kind=None)
    assert found.difference == after - before
    assert found.rate is not None
    assert abs(found.rate * before / 100 - (after - before)) < Decimal("1e-12") * max(before, after)


CELL = Source("figures.csv", 2)


def figure(
    before: str | Absence = "8", after: str | Absence = "9", *, unit: str = "件", **more: object
) -> Figure:
    """Make a figure of 2019 and 2020."""
    values = {2019: value(before), 2020: value(after)}
    return Figure("件数", "件数", unit, None, values, **more)  # type: ignore[arg-type]


def value(number: str | Absence, decimals: int | None = None) -> Value:
    """Make a value as typed."""
    return Value(number if isinstance(number, Absence) else Decimal(number), decimals, CELL)


def test_a_figure_between_two_years() -> None:
    """Its values, and what kind it is by its unit."""
    found = change_between(figure("28.39", "100", unit="%"), 2019, 2020)

    assert (found.difference, found.kind, found.basis) == (Decimal("71.61"), FigureKind.RATE, Basis.COLUMN)


def test_the_finer_precision_is_that_of_print() -> None:
    """小数位 first, then the cell's."""
    printed = figure("80.14", "80.11", unit="%", decimals=1)

    assert change_between(printed, 2019, 2020).case is Case.SAME
    assert change_between(figure("80.14", "80.1", unit="%"), 2019, 2020).decimals == 2


def test_a_year_without_a_column_is_not_supplied() -> None:
    """There is nothing to compare with."""
    assert change_between(figure(), 2017, 2020).case is Case.NOT_SUPPLIED


@pytest.mark.parametrize("form", ["{}余", "近{}", "{:千}余", "近万", "约{}", "{:万}多", "{}左右"])
def test_an_approximate_number_has_no_change(form: str) -> None:
    """It is not in the text to be reckoned with; a table prints the values themselves."""
    found = figure(form=form)

    assert change_between(found, 2019, 2020).case is Case.APPROXIMATE
    assert change_between(found, 2019, 2020, as_printed=False).case is Case.RISE


@pytest.mark.parametrize("form", ["", "{}", "{:汉}", "{:万}"])
def test_another_way_to_write_it_is_exact(form: str) -> None:
    """三 is 3."""
    assert change_between(figure(form=form), 2019, 2020).case is Case.RISE


def test_a_changed_scope_needs_a_comparable_value() -> None:
    """Which then is what the change is reckoned from."""
    alone = figure(redefined={2020: "含街道"})
    both = figure(redefined={2020: "含街道"}, comparable={2019: value("6")})

    assert change_between(alone, 2019, 2020).case is Case.REDEFINED
    found = change_between(both, 2019, 2020)
    assert (found.before, found.difference, found.basis) == (6, 3, Basis.COMPARABLE)


@pytest.mark.parametrize("changed", [2018, 2019, 2021])
def test_a_scope_that_changed_before_or_after_does_not_matter(changed: int) -> None:
    """Both years are counted the same way."""
    found = change_between(figure(redefined={changed: ""}, comparable={2019: value("6")}), 2019, 2020)

    assert (found.case, found.before) == (Case.RISE, 8)


def test_a_comparable_value_without_a_reason_counts() -> None:
    """Somebody filled it in."""
    assert change_between(figure(comparable={2019: value("6")}), 2019, 2020).basis is Basis.COMPARABLE


def test_an_approved_value_comes_before_the_column() -> None:
    """And what was published is told, so that a note can say it."""
    found = change_between(figure(approved={2019: value("6")}, published={2019: value("8")}), 2019, 2020)

    assert (found.before, found.published, found.basis) == (6, 8, Basis.APPROVED)


def test_what_was_published_and_still_holds_is_not_told() -> None:
    """There is nothing to note."""
    assert change_between(figure(published={2019: value("8")}), 2019, 2020).published is None


def test_a_rate_that_the_print_does_not_give() -> None:
    """1.04 to 1.16 is 11.5 %; printed as 1.0 and 1.2 it looks like 20 %."""
    found = change_between(figure("1.04", "1.16", unit="万元", decimals=1), 2019, 2020)

    assert found.rounds_apart
    assert not change_between(figure("1.04", "1.16", unit="万元"), 2019, 2020).rounds_apart


def test_places_of_rates_decide_what_is_nearly_the_same() -> None:
    """0.02 % is seen with two places."""
    tiny = figure("12558", "12560")

    assert change_between(tiny, 2019, 2020).case is Case.NEARLY_SAME
    assert change_between(tiny, 2019, 2020, Wording(rate_decimals=2)).case is Case.RISE
