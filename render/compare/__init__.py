"""Compare: a table of figures by year becomes a comparison (对比表).

Only figures that are comparable are compared: a base of zero, a changed scope, a figure that is new or
gone gives a dash and a word why, never a number that means nothing. All arithmetic is `change`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..comparison import Column, Comparison, Unmatched
from ..diagnostics import NOWHERE, Diagnostic, Source
from ..messages import Exit, exit_of
from ..nearest import nearest
from ..noun import Noun, replace
from ..report import Figure, FigureTable
from ..wording import DEFAULTS, Wording
from .appendix import appendix_of, nodes_of
from .charts import charts_of
from .notes import notes_of
from .offices import by_office, office_table, total_of
from .pairing import Side, pair
from .rows import compared
from .titles import SUFFIX, comparison_title, titled

__all__ = ["Wanted", "appendix_of", "compare", "compare_reports", "nodes_of", "titled"]

MOST_YEARS = 10  # columns that a landscape page can hold


class Wanted(Noun, frozen=True):
    """How a comparison is to be made."""

    year: int  # that the report is about
    bases: tuple[int, ...]  # years it is compared with; changes are from the latest of them
    title: str = ""  # of the comparison; empty: derived from the report's
    report_title: str = ""  # on one line
    charts: tuple[str, ...] = ()  # 对比表图; (): the largest changes
    origin: str = ""  # 资料来源; empty: the offices that report the figures
    this_year_first: bool = False  # 对比表年序
    is_public: bool = False  # figures that are not public stay out
    wording: Wording = DEFAULTS
    source: Source = NOWHERE  # where the report asks for it


def compare(table: FigureTable, wanted: Wanted) -> tuple[Comparison | None, tuple[Diagnostic, ...]]:
    """Compare a report's year with earlier ones.

    Args:
        table: The figures, formulas worked out.
        wanted: Years, title and what else the report says about its comparison.

    Returns:
        The comparison, or None when there is nothing to compare; and what was found: cells that are
        empty, totals that do not add up, values too far apart to be of one unit.
    """
    found: list[Diagnostic] = []
    bases = tuple(sorted(set(wanted.bases)))
    if not _years_are_there(table, bases, wanted, found):
        return None, tuple(found)
    years = (*bases, wanted.year)[:: -1 if wanted.this_year_first else 1]
    listed = _listed(table, wanted, found)
    if not listed:
        if not found:
            found.append(Diagnostic("compare.nothing", table.source))
        return None, tuple(found)
    groups = by_office(listed)
    base = bases[-1]
    rate_decimals = wanted.wording.rate_decimals
    base_column, last_column = years.index(base), years.index(wanted.year)
    offices = [office_table(name, group, years, base, wanted.year, found) for name, group in groups.items()]
    totals = {figure.key for group in groups.values() if (figure := total_of(group)) is not None}
    members = {figure.key for group in groups.values() for figure in group}
    single = [figure for figure in listed if figure.key not in members or figure.key in totals]
    rows = compared(single, years, base, wanted.year, wanted.wording, found)
    shown = tuple(table for table in offices if table is not None)
    printed = [each.row for each in rows]
    columns = tuple(Column(f"{year}年", year, table.remarks.get(year, "")) for year in years)
    try:
        charts = tuple(charts_of(wanted.charts, printed, columns, base_column, last_column, rate_decimals))
    except KeyError as err:
        names = [row.name for row in printed]
        values = {"name": err.args[0], "near": nearest(str(err.args[0]), names)}
        found.append(Diagnostic("compare.no_such_figure", wanted.source, values))
        charts = ()
    if not printed and not shown:
        if not found:
            found.append(Diagnostic("compare.nothing", table.source))
        return None, tuple(found)
    remarks = {year: remark for year, remark in table.remarks.items() if year in years}
    notes = notes_of(
        rows, shown, base=base, year=wanted.year,
        base_column=base_column, last_column=last_column, remarks=remarks,
        rate_decimals=rate_decimals,
    )  # fmt: skip
    comparison = Comparison(
        title=wanted.title or comparison_title(wanted.report_title, wanted.year),
        year=wanted.year,
        period=_period(listed, wanted.year),
        columns=columns,
        base=base_column,
        last=last_column,
        figures=tuple(printed),
        offices=shown,
        notes=tuple(notes),
        origin=wanted.origin or _origin(listed),
        rate_decimals=rate_decimals,
        charts=charts,
        difference_heading="增减" if len(bases) == 1 else f"比{base}年增减",
        rate_heading="增减幅度（%）" if len(bases) == 1 else f"比{base}年增减幅度（%）",
    )
    return comparison, tuple(found)


def compare_reports(
    first: tuple[FigureTable, int, str],
    second: tuple[FigureTable, int, str],
    wanted: Wanted,
    matches: Mapping[str, str],
) -> tuple[Comparison | None, tuple[Diagnostic, ...]]:
    """Compare two reports, of two years or of two offices.

    Args:
        first: The figures, the year and the heading of the one changes are reckoned from.
        second: And of the one they are reckoned to.
        wanted: What the second says about its comparison; its years are not looked at.
        matches: Names of the first, each with the second's, that are one figure by somebody's word.
    """
    found: list[Diagnostic] = []
    of_years = first[1] != second[1]
    keys = (first[1], second[1]) if of_years else (0, 1)
    sides = [
        Side(table, tuple(_listed(table, wanted, found)), year, heading, key)
        for (table, year, heading), key in zip((first, second), keys, strict=True)
    ]
    for side in sides:
        if side.year not in side.table.years:
            years = "、".join(map(str, side.table.years))
            values = {"year": side.year, "years": years}
            found.append(Diagnostic("compare.no_year", side.table.source, values))
    if found and exit_of(found) is not Exit.DONE:
        return None, tuple(found)
    paired = pair(sides[0], sides[1], matches, found)
    own = replace(wanted, year=keys[1], bases=keys[:1])
    if not of_years:
        own = replace(own, title=wanted.title or f"{first[2]}、{second[2]}{second[1]}年度{SUFFIX}")
    comparison, wrong = compare(paired.table, own)
    found += wrong
    if comparison is None:
        return None, tuple(found)
    unmatched = tuple(
        Unmatched(side.heading, tuple(figure.name for figure in rest))
        for side, rest in zip(sides, paired.left_over, strict=True)
        if rest
    )
    if unmatched:
        said = "；".join(f"{u.heading}{'、'.join(f'“{name}”' for name in u.names)}" for u in unmatched)
        comparison = replace(comparison, notes=(*comparison.notes, f"未列入对比的指标：{said}。"))
    if not of_years:
        headings = {key: side.heading for key, side in zip(keys, sides, strict=True)}
        comparison = replace(
            comparison,
            year=second[1],
            period=_period(list(paired.table.figures.values()), second[1]),
            columns=tuple(replace(c, heading=headings[c.year], year=second[1]) for c in comparison.columns),
            figures=tuple(
                replace(row, remark=paired.table.figures[row.figure].remark) for row in comparison.figures
            ),
            difference_heading="相差",
            rate_heading="相差幅度（%）",
            charts=(),
        )
    return replace(comparison, unmatched=unmatched), tuple(found)


def _years_are_there(
    table: FigureTable, bases: Sequence[int], wanted: Wanted, found: list[Diagnostic]
) -> bool:
    """Check that every year to be compared has a column and comes before the report's own."""
    for year in bases:
        if year >= wanted.year:
            values = {"base": year, "year": wanted.year}
            found.append(Diagnostic("compare.not_earlier", wanted.source, values))
    if len(bases) >= MOST_YEARS:
        values = {"count": len(bases) + 1, "most": MOST_YEARS}
        found.append(Diagnostic("compare.too_many_years", wanted.source, values))
    years = "、".join(map(str, table.years))
    for year in (*bases, wanted.year):
        if year not in table.years:
            found.append(Diagnostic("compare.no_year", table.source, {"year": year, "years": years}))
    return not found


def _listed(table: FigureTable, wanted: Wanted, found: list[Diagnostic]) -> list[Figure]:
    """Choose the figures: those marked in the column 对比, or all that are not marked out of it."""
    figures = table.figures.values()
    marked = any(figure.listed for figure in figures)
    chosen = [figure for figure in figures if (figure.listed if marked else figure.listed is not False)]
    hidden = [figure for figure in chosen if wanted.is_public and figure.is_public is False]
    if hidden:
        names = tuple(figure.name for figure in hidden)
        found.append(Diagnostic("compare.not_public", table.source, {"names": names}))
    return [figure for figure in chosen if figure not in hidden] if hidden else chosen


def _period(figures: Sequence[Figure], year: int) -> str:
    """Say what time the figures are of: what most of their rows say, else the whole year."""
    periods = {figure.period for figure in figures}
    if len(periods) == 1 and (period := periods.pop()):
        return period
    if all(figure.is_stock for figure in figures):
        return f"截至{year}年12月31日"
    return f"{year}年1月1日至12月31日"


def _origin(figures: Sequence[Figure]) -> str:
    """Name the offices that report the figures, each once."""
    return "、".join(dict.fromkeys(figure.supplied_by for figure in figures if figure.supplied_by))
