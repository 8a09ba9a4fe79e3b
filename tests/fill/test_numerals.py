"""Numerals: digits, forms and Han numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fill.numerals import han, in_form, plain, rounded, shortest


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
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
    ],
)
def test_a_form_says_how_a_figure_is_printed(number: str, form: str, text: str) -> None:
    """Zeros left by the division are dropped; words without a blank print as they are."""
    assert in_form(Decimal(number), form) == text


def test_a_form_of_an_unknown_kind_is_refused() -> None:
    """There is no {:百}: digits are not followed by 百 (figures and words, row 46)."""
    with pytest.raises(ValueError, match="百"):
        in_form(Decimal(1), "{:百}")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "零"),
        ("2", "二"),
        ("10", "十"),
        ("12", "十二"),
        ("20", "二十"),
        ("105", "一百零五"),
        ("110", "一百一十"),
        ("1010", "一千零一十"),
        ("10010", "一万零一十"),
        ("100000", "十万"),
        ("100010000", "一亿零一万"),
        ("1000000001", "十亿零一"),
        ("3.50", "三点五"),
        ("-7", "负七"),
    ],
)
def test_han_numerals_are_read_as_spoken(number: str, text: str) -> None:
    """One 零 for every gap, 十 without 一 at the front, 二 and never 两."""
    assert han(Decimal(number)) == text


def test_numbers_beyond_twenty_digits_have_no_han_numeral() -> None:
    """Nobody reads them."""
    with pytest.raises(ValueError, match="too large"):
        han(Decimal(10) ** 20)


@given(st.integers(0, 10**20 - 1))
def test_han_numerals_can_be_read_back(number: int) -> None:
    """No two numbers share a numeral."""
    assert value_of(han(Decimal(number))) == number


def value_of(numeral: str) -> int:
    """Read a Han numeral: each 亿 and 万 multiplies the group before it."""
    for unit, value in (("亿亿", 10**16), ("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        above, found, below = numeral.partition(unit)
        if found:
            return value_of(above) * value + value_of(below)
    total, digit = 0, 0
    for char in numeral:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(char)
    return total + digit
