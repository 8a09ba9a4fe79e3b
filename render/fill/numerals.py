"""Numerals: how a number is written in a sentence.

Text takes no thousands separators (GB/T 15835 allows them, offices do not use them) and an ASCII
minus sign. A form (写法) says how a figure is printed where the plain number will not do: `{}余`,
`{:千}余`, `{:万}`, `{:汉}`, or words alone, as in `近万`.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from ..han import in_han

EXACT = Context(prec=60)  # wide enough that shifting or cutting a figure never rounds it
FIELDS = ("{}", "{:千}", "{:万}", "{:亿}", "{:汉}")  # what a form may hold
SCALES = {"千": 3, "万": 4, "亿": 8}  # power of ten a form divides by

_BLANK = re.compile(r"\{(?::(\w*))?\}")


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round once, half away from zero, keeping `decimals` places even when they are zeros."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)


def plain(number: Decimal) -> str:
    """Write a number in digits as it stands, never in powers of ten and never as −0."""
    return f"{number or abs(number):f}"


def shortest(number: Decimal) -> str:
    """Write a number in digits, without zeros at the end of its decimals."""
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_form(number: Decimal, form: str) -> str:
    """Write a number in a form (写法); without one, plainly.

    Raises:
        ValueError: a blank is of a kind there is not, or 汉 meets a number too large.
    """
    return _BLANK.sub(lambda blank: _fill(number, blank[1] or ""), form) if form else plain(number)


def _fill(number: Decimal, kind: str) -> str:
    if not kind:
        return plain(number)
    if kind == "汉":
        return in_han(number)
    if kind not in SCALES:
        raise ValueError(f"no form {{:{kind}}}")
    return shortest(number.scaleb(-SCALES[kind], EXACT)) + kind
