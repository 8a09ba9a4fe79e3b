"""Numerals: numbers typed as text, by hand, in a cell.

Accepted beyond plain digits: full-width digits, thousands separators, 万 and 亿, and the row's own
unit behind the number (`１,２３４件`, `1.2万`, `80%`). Anything else (约5000, 三十, 5千余) is words, and
belongs into 写法.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from ..noun import Noun
from ..pattern import pattern

_DIGITS = 24  # Decimal's default context computes with 28; 万 and % need some of them
_PLAIN = pattern(r"[+-]?(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]+))?")
_TYPED = pattern(r"(?P<number>[+-]?[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>\D*)")
_GROUPED = pattern(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SCALES = {"万": 4, "亿": 8}  # powers of ten

# Full-width ASCII has a fixed offset. Compatibility folding (NFKC) would be too much: it makes 52 of 5².
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("\N{MINUS SIGN}"): "-"}
_LONGEST_UNIT = 4
_APPROXIMATE = pattern("[余多几约左右来近上下超不足]")
_SPACES = pattern(r"\s")
_GROUP_SPACES = pattern(r"(?<=[0-9])\s(?=[0-9])")


class Manner(Enum):
    """How far the text was from a plain number."""

    PLAIN = "plain"  # digits, a point, a sign
    FOLDED = "folded"  # full-width forms, separators or the unit
    SCALED = "scaled"  # 万 or 亿 multiplied out


class Numeral(Noun, frozen=True):
    """A number read from text."""

    number: Decimal
    decimals: int
    manner: Manner


def fold(text: str) -> str:
    """Make full-width ASCII half-width and U+2212 a hyphen-minus."""
    return text.translate(_FOLD)


def read_numeral(text: str, unit: str) -> Numeral | None:
    """Read a number typed as text.

    Args:
        text: What the cell holds, not empty.
        unit: The unit of its row; the text may repeat it, and may use no other.

    Returns:
        The number, or None when the text is not a number in that unit.
    """
    if plain := _PLAIN.fullmatch(text):
        return _numeral(text, plain, Manner.PLAIN)
    # A space between digits separates thousands; any other space separates nothing.
    folded = _SPACES.sub("", _GROUP_SPACES.sub(",", fold(text).strip()))
    match = _TYPED.fullmatch(folded)
    if match is None:
        return None
    number = match["number"]
    if "," in number:
        if not _GROUPED.fullmatch(number):
            return None
        number = number.replace(",", "")
    plain = _PLAIN.fullmatch(number)
    scale = _scale(match["unit"], _SPACES.sub("", fold(unit)))
    if plain is None or scale is None:
        return None
    if scale == 0:
        return _numeral(number, plain, Manner.FOLDED)
    read = _numeral(number, plain, Manner.SCALED)
    if read is None:
        return None
    whole = Decimal(f"{(read.number * 10**scale).normalize():f}")
    return Numeral(whole, max(0, read.decimals - scale), Manner.SCALED)


def other_unit(text: str, unit: str) -> str:
    """Name the unit that a number is typed with, if it is not its row's; "" when there is none.

    Words that make a number approximate are no unit.
    """
    match = _TYPED.fullmatch(_SPACES.sub("", fold(text)))
    typed = match["unit"].lstrip("千万亿") if match else ""
    if not typed or typed == unit or len(typed) > _LONGEST_UNIT or _APPROXIMATE.search(typed):
        return ""
    return typed if typed.isalpha() or typed in ("%", "‰") else ""


def _numeral(text: str, plain: re.Match[str], manner: Manner) -> Numeral | None:
    part = plain["part"] or ""
    if len(plain["whole"].lstrip("0")) + len(part) > _DIGITS:
        return None
    return Numeral(Decimal(text), len(part), manner)


def _scale(typed: str, unit: str) -> int | None:
    """Give the power of ten that what stands behind a number asks for; None if the row forbids it."""
    if typed in ("", unit):
        return 0
    if typed[0] in _SCALES and typed[1:] in ("", unit) and unit[:1] not in ("千", "万", "亿", "%", "‰"):
        return _SCALES[typed[0]]
    return None
