"""Numerals: how a number is written in a sentence.

Text takes no thousands separators (GB/T 15835 allows them, offices do not use them), and the minus
sign U+2212, which stays with its number (UAX #14) where a line may end after a hyphen. A form (写法) says
how a figure is printed where the plain number will not do: `{}余`, `{:千}余`, `{:万}`, `{:汉}`, `{:,}` for an
office that does separate thousands, or words alone, as in `近万`.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from ..han import in_han
from ..pattern import pattern

EXACT = Context(prec=60)  # wide enough that shifting or cutting a figure never rounds it
FIELDS = ("{}", "{:千}", "{:万}", "{:亿}", "{:汉}", "{:,}")  # what a form may hold
SCALES = {"千": 3, "万": 4, "亿": 8}  # power of ten a form divides by

MOST_SCALED_DECIMALS = 2  # 5001 of {:千} is 5, not 5.001, which would be longer than the number itself
MINUS = "\N{MINUS SIGN}"

_BLANK = pattern(r"\{(?::(\w*|,))?\}([余多]?)")


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round once, half away from zero, keeping `decimals` places even when they are zeros."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)


def plain(number: Decimal) -> str:
    """Write a number in digits as it stands, never in powers of ten and never as −0."""
    return f"{number or abs(number):f}".replace("-", MINUS)


def shortest(number: Decimal) -> str:
    """Write a number in digits, without zeros at the end of its decimals."""
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_tenths(number: int) -> str:
    """Write tenths: 一成, 两成, 三成."""
    return ("两" if number == 2 else in_han(number)) + "成"


def in_form(number: Decimal, form: str, decimals: int | None = None) -> str:
    """Write a number in a form (写法); without one, plainly.

    A number divided by 千, 万 or 亿 keeps two decimals at most, cut off before 余 and 多, which promise
    that there is more, and rounded elsewhere. One that comes to nothing so is written plainly, without
    the scale: 0, not 0千余.

    Args:
        number: As the cell holds it, so that it is rounded only once.
        form: Words with blanks for the number.
        decimals: Places of a number that is not divided (小数位); None leaves it as it is.

    Raises:
        ValueError: a blank is of a kind there is not, or 汉 meets a number too large.
    """
    exact = number
    number = number if decimals is None else rounded(number, decimals)

    def fill(blank: re.Match[str]) -> str:
        kind, more = blank[1] or "", blank[2]
        if not kind:
            return plain(number) + (more if number else "")
        if kind == "汉":
            return in_han(number) + more
        if kind == ",":
            return f"{number or abs(number):,f}".replace("-", MINUS) + (more if number else "")
        if kind not in SCALES:
            raise ValueError(f"no form {{:{kind}}}")
        scaled = exact.scaleb(-SCALES[kind], EXACT)
        last = Decimal(1).scaleb(-MOST_SCALED_DECIMALS)
        scaled = scaled.quantize(last, ROUND_DOWN if more else ROUND_HALF_UP, EXACT)
        return shortest(scaled) + kind + more if scaled else plain(number)

    return _BLANK.sub(fill, form) if form else plain(number)
