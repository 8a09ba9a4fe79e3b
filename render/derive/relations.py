"""Relations: equations that a report declares (关系), checked for every year.

    上年结转 + 受理 = 审结 + 结转下年
    审结 ≤ 受理 + 上年结转

A year in which a figure of the relation is not supplied or does not apply is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from ..change import printed_decimals
from ..diagnostics import Diagnostic
from ..report import Relation
from .evaluation import Evaluation, Formulas, Missing, written
from .formula import Node, references
from .quantity import Exact, UnitsDiffer, added

_SIGNS = re.compile("<=|>=|[=＝≤≥<>＜＞≦≧]")
_MEANINGS = {"＝": "=", "<=": "≤", ">=": "≥", "≦": "≤", "≧": "≥", "＜": "<", "＞": ">"}


def check(
    relation: Relation, evaluation: Evaluation, year: int | None, report: Callable[[Diagnostic], None]
) -> None:
    """Check a relation in every year of the table.

    Args:
        relation: What must hold.
        evaluation: The table's formulas.
        year: The year reported on, in which a broken relation is an error; None: every year is.
        report: Receives what is wrong.
    """
    sides = sides_of(relation, evaluation.formulas, report)
    if sides is None:
        return
    left, sign, right = sides
    left_text, right_text = (part.strip() for part in _SIGNS.split(relation.text))
    for at in evaluation.table.years:
        try:
            sums = _sums(evaluation, left, right, at)
        except UnitsDiffer as err:
            units = {"formula": relation.text, "left": err.left, "right": err.right}
            report(Diagnostic("relation.units", relation.source, units))
            return
        except (ZeroDivisionError, OverflowError):
            continue
        if sums is not None and not _holds(sums[0], sign, sums[1], _tolerance(evaluation, left, right, at)):
            values: dict[str, object] = {
                "year": at,
                "left": left_text,
                "right": right_text,
                "left_sum": written(sums[0]),
                "right_sum": written(sums[1]),
                "sign": sign,
                "difference": written(max(sums) - min(sums)),
            }
            code = "relation.broken" if year in (None, at) else "relation.broken_before"
            report(Diagnostic(code, relation.source, values))


def sides_of(
    relation: Relation, formulas: Formulas, report: Callable[[Diagnostic], None]
) -> tuple[Node, str, Node] | None:
    """Read a relation's left side, its sign and its right side; None when it cannot be read."""
    parts = _SIGNS.split(relation.text)
    if len(parts) != 2 or not all(part.strip() for part in parts):
        report(Diagnostic("relation.syntax", relation.source, {"found": relation.text}))
        return None
    found = _SIGNS.findall(relation.text)[0]
    left = formulas.read(parts[0].strip(), relation.source)
    right = formulas.read(parts[1].strip(), relation.source, may_be_number=True)
    return None if left is None or right is None else (left, _MEANINGS.get(found, found), right)


def _sums(evaluation: Evaluation, left: Node, right: Node, year: int) -> tuple[Exact, Exact] | None:
    """Work out both sides, counted as the left one is; None when one has no number."""
    for node in (left, right):
        evaluation.settle(node, year)
    first, second = evaluation.of(left, year), evaluation.of(right, year)
    if isinstance(first, Missing) or isinstance(second, Missing):
        return None
    difference = added(first, second, -1)
    return first.number, first.number - difference.number


def _tolerance(evaluation: Evaluation, left: Node, right: Node, year: int) -> Fraction:
    """Give what rounding may come to: half a unit of the last place for each rounded figure."""
    total = Fraction(0)
    for node in (left, right):
        for used in references(node):
            figure = evaluation.table.figures[used.name]
            decimals = printed_decimals(figure, figure.values.get(used.year_for(year)))
            if decimals:
                total += Fraction(1, 2 * 10**decimals)
    return total


def _holds(left: Exact, sign: str, right: Exact, tolerance: Fraction) -> bool:
    match sign:
        case "=":
            return -tolerance <= left - right <= tolerance
        case "≤":
            return left <= right + tolerance
        case "≥":
            return left >= right - tolerance
        case "<":
            return left < right
    return left > right
