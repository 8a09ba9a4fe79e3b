"""Numerals: digits, forms and Han numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from render.fill.numerals import in_form, plain, rounded, shortest


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("0.5", 0, "1"),
        ("-0.5", 0, "−1"),
        ("2.25", 1, "2.3"),
        ("80.1", 2, "80.10"),
        ("7", 0, "7"),
        ("-0.04", 1, "0.0"),
        ("123456789012345678901234567890.5", 0, "123456789012345678901234567891"),
    ],
)
def test_rounding_goes_half_away_from_zero(number: str, decimals: int, text: str) -> None:
    """Places are kept even when they are zeros, and no minus sign stands before a zero."""
    assert plain(rounded(Decimal(number), decimals)) == text


def test_a_number_is_never_written_in_powers_of_ten() -> None:
    """A decimal may know itself as 1E+5."""
    assert plain(Decimal("1E+5")) == shortest(Decimal("1E+5")) == "100000"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        ("28", "", "28"),
        ("28", "{}", "28"),
        ("5000", "{:千}余", "5千余"),
        ("735000", "{:万}余", "73.5万余"),
        ("120000000", "{:亿}", "1.2亿"),
        ("10", "{:汉}", "十"),
        ("9600", "近万", "近万"),
        ("4", "近{}", "近4"),
        ("5001", "{:千}余", "5千余"),
        ("5999", "{:千}余", "5.99千余"),
        ("5999", "{:千}", "6千"),
        ("12346", "{:万}多", "1.23万多"),
        ("-12346", "超{:万}元", "超−1.23万元"),
        ("-12346", "{:万}余", "−1.23万余"),
        ("0", "{:千}余", "0"),
        ("0", "近{}余", "近0"),
        ("3", "{:万}余", "3"),
        ("3", "{:万}元", "3元"),
        ("1234567.50", "{:,}余", "1,234,567.50余"),
    ],
)
def test_a_form_says_how_a_figure_is_printed(number: str, form: str, text: str) -> None:
    """Zeros left by the division are dropped; words without a blank print as they are."""
    assert in_form(Decimal(number), form) == text


@pytest.mark.parametrize(
    ("number", "form", "decimals", "text"),
    [("28.06", "", 1, "28.1"), ("28.06", "近{}", 1, "近28.1"), ("12349.6", "{:万}", 0, "1.23万")],
)
def test_a_number_is_rounded_once(number: str, form: str, decimals: int, text: str) -> None:
    """小数位 counts the places of the number itself; one that is divided has its own."""
    assert in_form(Decimal(number), form, decimals) == text


def test_a_form_of_an_unknown_kind_is_refused() -> None:
    """There is no {:百}: digits are not followed by 百 (figures and words, row 46)."""
    with pytest.raises(ValueError, match="百"):
        in_form(Decimal(1), "{:百}")
