"""Quantity: a number with its unit, as it was found in a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a paragraph."""

    start: int  # of what prints it, words of approximation included
    stop: int
    value: Decimal
    unit: str
    decimals: int
    form: str  # 写法; "" where the plain number is printed
    has_unit: bool  # the expression prints the unit behind the number
    number_at: int  # where the number itself begins
    sureness: float  # 0 to 1
    end: str = ""  # "low" or "high" of a range
