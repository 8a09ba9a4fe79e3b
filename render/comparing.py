"""Comparing: what a report says about its comparison, and the comparison."""

from __future__ import annotations

from collections.abc import Mapping

from .carry import is_public
from .comparison import Comparison
from .dates import read_years
from .diagnostics import Diagnostic, Source
from .report import Metadata, Report

_NO_SETTINGS: Mapping[str, str] = {}


def wants_comparison(report: Report, settings: Mapping[str, str] = _NO_SETTINGS) -> bool:
    """Tell whether a report may have a comparison, for some year or edition."""
    groups: tuple[Metadata, ...] = (report.metadata, *report.by_year.values(), *report.editions.values())
    return any("compare" in group for group in groups) or not {"compare", "比较"}.isdisjoint(settings)


def compare_report(
    report: Report,
    *,
    year: int,
    bases: tuple[int, ...] | None = None,
    edition: str | None = None,
    settings: Mapping[str, str] = _NO_SETTINGS,
) -> tuple[Comparison | None, tuple[Diagnostic, ...]]:
    """Compare a report's year with the years asked for, or else those its metadata name (比较).

    Returns:
        The comparison, and what was found; None and nothing where none is wanted.
    """
    from . import compare, fill

    said = fill.metadata_in_words(report, year=year, edition=edition, overrides=settings)
    if bases is None:
        bases = read_years(_text(said, "compare"))
    if not bases:
        return None, ()
    charts = said.get("compare_charts", ())
    entry = report.metadata.get("compare")
    wanted = compare.Wanted(
        year=year,
        bases=bases,
        title=_text(said, "compare_title").replace("\n", ""),
        report_title=_text(said, "title").replace("\n", ""),
        charts=charts if isinstance(charts, tuple) else (charts,),
        origin=_text(said, "compare_origin"),
        this_year_first=said.get("compare_order") == "降序",
        is_public=is_public(edition, said),
        wording=report.wording,
        source=entry.source if entry else Source(report.text.file),
    )
    return compare.compare(report.figures, wanted)


def _text(said: Mapping[str, str | tuple[str, ...]], key: str) -> str:
    value = said.get(key, "")
    return value if isinstance(value, str) else "、".join(value)
