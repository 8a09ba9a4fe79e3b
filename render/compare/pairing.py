"""Pairing: the figures of two reports, each with its counterpart in the other, or without one.

Two figures are one when somebody says so, when both bear the same 代码, or when their names are the same
and so is their place: 一级指标 and 上级指标 where both have one, and the office where a name stands for
several. Anything less is no match: it is listed with the nearest name, and left to the author.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ..change import kind_of
from ..diagnostics import Diagnostic
from ..nearest import nearest
from ..noun import Noun, replace
from ..report import Figure, FigureKind, FigureTable, Value
from .rows import PARENT_COLUMNS, PART

JUMP = 100  # two orders of magnitude between two reports


class Side(Noun, frozen=True):
    """One of two reports."""

    table: FigureTable
    figures: tuple[Figure, ...]  # those that are to be compared
    year: int
    heading: str  # of its column
    key: int  # year under which the paired table keeps its values


class Paired(Noun, frozen=True):
    """The figures of two reports in one table, and those left over."""

    table: FigureTable
    left_over: tuple[tuple[Figure, ...], tuple[Figure, ...]]  # of the first side, of the second


def pair(first: Side, second: Side, matches: Mapping[str, str], found: list[Diagnostic]) -> Paired:
    """Pair the figures of two reports.

    Args:
        first: The one that changes are reckoned from.
        second: The one they are reckoned to, whose rows and order the table takes.
        matches: Names or codes of the first, each with the second's, that are one figure by somebody's word.
        found: Receives what has no counterpart, what differs in unit, and names that match nothing.
    """
    partners = _Partners(first, second, matches, found)
    figures: dict[str, Figure] = {}
    used: set[str] = set()
    alone: list[Figure] = []
    for figure in second.figures:
        partner = partners.of(figure)
        if partner is not None and partner.key not in used and _agree(partner, figure, found):
            used.add(partner.key)
            figures[figure.key] = _joined(partner, first, figure, second, found)
        else:
            alone.append(figure)
    rest = [figure for figure in first.figures if figure.key not in used]
    for figures_of, others, side in ((rest, second, first), (alone, first, second)):
        names = [other.name for other in others.figures]
        for figure in figures_of:
            values = {"figure": figure.name, "side": side.heading, "near": nearest(figure.name, names)}
            found.append(Diagnostic("compare.unmatched", figure.source, values))
    table = FigureTable(figures, (first.key, second.key), second.table.source)
    return Paired(table, (tuple(rest), tuple(alone)))


class _Partners:
    """Finds the first side's figure for one of the second's."""

    def __init__(
        self, first: Side, second: Side, matches: Mapping[str, str], found: list[Diagnostic]
    ) -> None:
        self.told: dict[str, Figure] = {}
        self.by_code = {f.key: f for f in first.figures if f.key != f.name}
        self.by_name: dict[str, list[Figure]] = {}
        for figure in first.figures:
            self.by_name.setdefault(_folded(figure.name), []).append(figure)
        for ours, theirs in matches.items():
            one, other = _called(first.figures, ours), _called(second.figures, theirs)
            for name, called, side in ((ours, one, first), (theirs, other, second)):
                if called is None:
                    names = [each.name for each in side.figures]
                    values = {"name": name, "side": side.heading, "near": nearest(name, names)}
                    found.append(Diagnostic("compare.no_such_match", side.table.source, values))
            if one is not None and other is not None:
                self.told[other.key] = one

    def of(self, figure: Figure) -> Figure | None:
        if figure.key in self.told:
            return self.told[figure.key]
        told = {each.key for each in self.told.values()}
        if figure.key != figure.name and figure.key in self.by_code:
            return self.by_code[figure.key]
        alike = [
            each
            for each in self.by_name.get(_folded(figure.name), ())
            if each.key not in told and _same_place(each, figure)
        ]
        if len(alike) > 1:
            alike = [each for each in alike if each.supplied_by == figure.supplied_by]
        return alike[0] if len(alike) == 1 else None


def _called(figures: Sequence[Figure], name: str) -> Figure | None:
    called = [figure for figure in figures if name == figure.key] or [
        figure for figure in figures if name == figure.name
    ]
    return called[0] if len(called) == 1 else None


def _same_place(one: Figure, other: Figure) -> bool:
    for first, second in ((one.group, other.group), (_parent(one), _parent(other))):
        if first and second and _folded(first) != _folded(second):
            return False
    return True


def _parent(figure: Figure) -> str:
    return next((figure.more[column] for column in PARENT_COLUMNS if column in figure.more), "")


def _folded(name: str) -> str:
    """Write a name so that full-width marks and blanks make no difference."""
    for mark in PART:
        name = name.removeprefix(mark)
    return "".join(unicodedata.normalize("NFKC", name).split())


def _agree(one: Figure, other: Figure, found: list[Diagnostic]) -> bool:
    if one.unit == other.unit:
        return True
    values = {"figure": other.name, "unit": other.unit, "other": one.unit, "cell": one.source}
    found.append(Diagnostic("compare.units_differ", other.source, values))
    return False


def _joined(one: Figure, first: Side, other: Figure, second: Side, found: list[Diagnostic]) -> Figure:
    """Put the values of two figures into one row.

    Where the later report's own book has the earlier year, its value is the newer one, and what the
    earlier report says is what was once published.
    """
    before, after = one.values[first.year], other.values[second.year]
    if first.key != first.year:  # two offices: nothing of their other years counts
        plain = replace(other, published={}, approved={}, comparable={}, redefined={}, formula="")
        joined = replace(plain, values={first.key: before, second.key: after})
    else:
        kept = other.values.get(first.year)
        published = dict(other.published)
        if kept is not None and isinstance(kept.number, Decimal):
            if isinstance(before.number, Decimal) and before.number != kept.number:
                published.setdefault(first.year, before)
                found.append(
                    Diagnostic(
                        "compare.revised", kept.source,
                        {"figure": other.name, "year": first.year, "now": f"{kept.number:f}",
                         "then": f"{before.number:f}", "unit": other.unit},
                    )
                )  # fmt: skip
            before = kept
        joined = replace(other, values={first.key: before, second.key: after}, published=published)
    _check_jump(joined, before, after, first, second, found)
    return joined


def _check_jump(
    figure: Figure, before: Value, after: Value, first: Side, second: Side, found: list[Diagnostic]
) -> None:
    """Warn when two values are too far apart to be of one unit."""
    if not isinstance(before.number, Decimal) or not isinstance(after.number, Decimal):
        return
    small, large = sorted((abs(before.number), abs(after.number)))
    is_fraction = kind_of(figure.kind, figure.unit) is FigureKind.RATE and 0 < small <= 1 < large / 30
    if small and (is_fraction or large >= small * JUMP):
        values = {
            "figure": figure.name, "unit": figure.unit, "first": first.heading, "second": second.heading,
            "before": f"{before.number:f}", "after": f"{after.number:f}",
        }  # fmt: skip
        found.append(Diagnostic("compare.jump", after.source, values))
