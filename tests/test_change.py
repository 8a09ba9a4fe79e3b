"""The arithmetic of two years."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.change import Case, change_of, kind_of, rounded
from render.report import Absence, FigureKind


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
