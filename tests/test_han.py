"""Han numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.han import from_han, in_han


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
    assert in_han(Decimal(number)) == text


def test_numbers_beyond_twenty_digits_have_no_han_numeral() -> None:
    """Nobody reads them."""
    with pytest.raises(ValueError, match="too large"):
        in_han(Decimal(10) ** 20)


@given(st.integers(0, 10**20 - 1))
def test_han_numerals_can_be_read_back(number: int) -> None:
    """No two numbers share a numeral."""
    assert value_of(in_han(Decimal(number))) == number


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


@given(st.integers(1, 9999))
def test_reading_and_writing_are_inverse(number: int) -> None:
    """As far as headings count."""
    assert from_han(in_han(number)) == number
