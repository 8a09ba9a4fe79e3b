"""Capitals: amounts as they stand on vouchers: 壹万贰仟叁佰元整.

《会计基础工作规范》 art. 52: 零 for zeros between digits, one for several; 整 after 元 or 角, none after 分.
"""

from __future__ import annotations

from decimal import Decimal

from ..change import rounded

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
_MONEY = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}  # powers of ten
_MOST = 16  # digits before the point


def amount_in_capitals(number: Decimal, unit: str) -> str:
    """Write an amount in 元, 角 and 分; another number without them.

    Raises:
        ValueError: it is negative without being money, too large, or has more than 分.
    """
    if unit not in _MONEY:
        if number < 0 or number != number.to_integral_value():
            raise ValueError(f"{number} has no capitals")
        return _whole(f"{number:f}".partition(".")[0])
    exact = abs(number).scaleb(_MONEY[unit])
    in_fen = rounded(exact, 2)
    if in_fen != exact:
        raise ValueError(f"{number}{unit} has parts below 分")
    yuan, _, rest = f"{in_fen:f}".partition(".")
    jiao, fen = (int(digit) for digit in rest)
    text = "负" if number < 0 else ""
    if int(yuan) or not (jiao or fen):
        text += _whole(yuan) + "元"
    if not jiao and not fen:
        return text + "整"
    if jiao:
        text += _DIGITS[jiao] + "角"
    elif int(yuan):
        text += _DIGITS[0]
    return text + (_DIGITS[fen] + "分" if fen else "整")


def _whole(digits: str) -> str:
    digits = digits.lstrip("0") or "0"
    if len(digits) > _MOST:
        raise ValueError(f"{digits} is too large")
    if digits == "0":
        return _DIGITS[0]
    text, skipped = "", False
    groups = [digits[max(end - 4, 0) : end] for end in range(len(digits), 0, -4)]
    for group in range(len(groups) - 1, -1, -1):
        said = False
        for place, digit in enumerate(groups[group]):
            if digit == "0":
                skipped = bool(text)
                continue
            text += (_DIGITS[0] if skipped else "") + _DIGITS[int(digit)]
            text += _PLACES[len(groups[group]) - 1 - place]
            skipped, said = False, True
        if said:
            text += _GROUPS[group]
    return text
