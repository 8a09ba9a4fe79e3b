"""Office: a report that many offices share, as one of them says it."""

from __future__ import annotations

from .noun import replace
from .report import Office, Report


def of_office(report: Report, office: Office) -> Report:
    """Put an office's own words, paragraphs and figures into a report.

    A figure takes the office's value in the years that it gives one for, and its own elsewhere; a year
    that the table has no column for is added to it.

    Args:
        report: The common text.
        office: Its figures are the table's, by key.

    Raises:
        KeyError: it has a figure that the table has not.
    """
    figures = dict(report.figures.figures)
    years = set(report.figures.years)
    for key, values in office.values.items():
        figures[key] = replace(figures[key], values={**figures[key].values, **values})
        years.update(values)
    table = replace(report.figures, figures=figures, years=tuple(sorted(years)))
    return replace(
        report,
        figures=table,
        names={**report.names, **office.names},
        passages={**report.passages, **office.passages},
    )
