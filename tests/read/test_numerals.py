"""Numerals typed as text: what is a number, and what is words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.read.numerals import Manner, Numeral, read_numeral


@pytest.mark.parametrize(
    ("text", "unit", "number", "decimals", "manner"),
    [
        ("80.10", "%", "80.10", 2, Manner.PLAIN),
        ("-5", "", "-5", 0, Manner.PLAIN),
        ("007", "", "7", 0, Manner.PLAIN),
        ("１２３．５", "", "123.5", 1, Manner.FOLDED),
        ("−5", "", "-5", 0, Manner.FOLDED),
        ("1,234.50", "", "1234.50", 2, Manner.FOLDED),
        ("1，234，567", "", "1234567", 0, Manner.FOLDED),
        ("1\u2009234", "", "1234", 0, Manner.FOLDED),
        ("1 234", "", "1234", 0, Manner.FOLDED),
        ("80.1%", "%", "80.1", 1, Manner.FOLDED),
        ("80％", "%", "80", 0, Manner.FOLDED),
        ("12 件", "件", "12", 0, Manner.FOLDED),
        ("73.5万元", "万元", "73.5", 1, Manner.FOLDED),
        ("1.2万", "件", "12000", 0, Manner.SCALED),
        ("1.23456万件", "件", "12345.6", 1, Manner.SCALED),
        ("0.5亿", "", "50000000", 0, Manner.SCALED),
    ],
)
def test_numbers(text: str, unit: str, number: str, decimals: int, manner: Manner) -> None:
    """Digits, separators, 万 and 亿 and the row's unit make a number, with the decimals as typed."""
    assert read_numeral(text, unit) == Numeral(Decimal(number), decimals, manner)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("约5000", "家"),
        ("5千余", "家"),
        ("三十", "件"),
        ("12人", "件"),
        ("12件", ""),
        ("80%", ""),
        ("1.2万", "万元"),
        ("1.2万", "%"),
        ("12,34", ""),
        ("1,2345", ""),
        ("0,123", ""),
        ("1.234,5", ""),
        ("1.2.3", ""),
        ("1e5", ""),
        ("5²", "件"),
        ("①", ""),
        ("٣", ""),
        ("nan", ""),
        ("1" * 25, ""),
        ("5件6", "件6"),
    ],
)
def test_words(text: str, unit: str) -> None:
    """Anything that could be read in two ways, or in none, is not a number."""
    assert read_numeral(text, unit) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_thousands_separators_change_nothing(number: Decimal) -> None:
    """A number reads the same with and without separators."""
    grouped, plain = read_numeral(f"{number:,f}", ""), read_numeral(f"{number:f}", "")

    assert grouped is not None
    assert plain is not None
    assert (grouped.number, grouped.decimals) == (plain.number, plain.decimals) == (number, 3)
