"""Rules: what may stand in a cell of a sheet, as a formula for the program and in words for the person.

Excel's own kinds of rules (whole number, decimal) would refuse the dash, so every rule is a formula.
"""

from __future__ import annotations

from decimal import Decimal

from ..change import rounded
from .asking import Asked, number_of

DASH = "—"
PRECISION = 2  # decimals of a difference where the figure has none of its own

_POINTS = {"%": "个百分点", "‰": "个千分点"}


def test_of(asked: Asked, cell: str) -> str:
    """Write the formula that a value must meet."""
    limits = asked.limits
    tests = []
    if limits.least is not None:
        tests.append(f"{cell}>={limits.least}")
    if limits.most is not None:
        tests.append(f"{cell}<={limits.most}")
    if limits.decimals is not None:
        tests.append(f"ROUND({cell},{limits.decimals})={cell}")
    # AND works all its parts out, so a comparison with a text may fail in it: IF does not.
    return f'=IF(ISNUMBER({cell}),AND({",".join(tests or ["TRUE"])}),{cell}="{DASH}")'


def rule_of(asked: Asked) -> str:
    """Say what a value may be."""
    limits = asked.limits
    if limits.least is not None and limits.most is not None:
        words = f"{limits.least}～{limits.most}之间的"
    elif limits.most is not None:
        words = f"不大于{limits.most}的"
    else:
        words = "" if limits.least is None else f"不小于{limits.least}的"
    if limits.decimals == 0:
        return words + "整数"
    return words + ("数" if limits.decimals is None else f"数，最多{limits.decimals}位小数")


def hint_of(asked: Asked) -> str:
    """Say how to fill a cell in."""
    said = f"填{rule_of(asked)}，只填数字，不写单位。没有发生填0，不适用填{DASH}。"
    if asked.is_rate and asked.unit == "%":
        said += "95.9%填95.9。"
    if number_of(asked.value) is not None:
        said += "已报，有变化的请改。"
    return said


def rate_of(asked: Asked, before: str, after: str, decimals: int) -> tuple[str, float | str]:
    """Write the formula of a figure's change between two cells, and what it comes to now."""
    base, number = asked.base_number, number_of(asked.value)
    both = f"AND(ISNUMBER({before}),ISNUMBER({after}))"
    if asked.has_rate:
        rate = f"ROUND(({after}-{before})/{before}*100,{decimals})"
        known: float | str = ""
        if base is not None and number is not None:
            known = float(rounded((number - base) * 100 / base, decimals)) if base > 0 else DASH
        return f'=IF({both},IF({before}>0,{rate},"{DASH}"),"")', known
    places = PRECISION if asked.limits.decimals is None else asked.limits.decimals
    unit = _POINTS.get(asked.unit, "个百分点") if asked.is_rate else ""
    digits = "0" + (f".{'0' * places}" if places else "")
    text = f'TEXT({after}-{before},"{digits};−{digits}")&"{unit}"'
    known = "" if base is None or number is None else _minus(number - base, places) + unit
    return f'=IF({both},{text},"")', known


def reason_missing(before: str, after: str, reason: str, least: Decimal) -> str:
    """Write the formula that tells a large change without its reason."""
    return (
        f"=AND(ISNUMBER({before}),ISNUMBER({after}),N({before})>0,"
        f"ABS(N({after})-N({before}))*100>={least}*N({before}),LEN(TRIM({reason}))=0)"
    )


def _minus(number: Decimal, places: int) -> str:
    return f"{rounded(number, places):f}".replace("-", "−")
