"""Numbers: how a comparison prints them."""

from __future__ import annotations

from decimal import Decimal

from ..change import rounded

DASH = "—"  # not applicable, or nothing to compare with


def in_cell(number: Decimal | None, decimals: int) -> str:
    """Print a number with so many decimals and the minus sign U+2212, never as −0; a dash for none."""
    return DASH if number is None else f"{rounded(number, decimals):f}".replace("-", "\N{MINUS SIGN}")
