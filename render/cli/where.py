"""`gongwen where`: which sentences, tables and formulas use a figure."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from ..messages import place_of
from ..messages.phrases import phrase
from ..report import Absence, Figure
from ..tracing import Traced, Use, trace
from .jobs import JOB_OPTIONS, REPORT, job_of
from .reply import Reply
from .usage import Call, Command, Operand

_LONGEST = 60  # characters of a sentence that a line of the listing shows


def run(options: Namespace, call: Call) -> Reply:
    """List every use of one figure, or of all, and the figures that nothing uses."""
    tracing = trace(job_of(options), options.figure)
    if not tracing.figures:
        return Reply(tracing.exit, diagnostics=tracing.diagnostics)
    lines: list[str] = []
    for traced in tracing.figures:
        lines += _lines(traced, tracing.year, call.language)
    if tracing.unused:
        names = phrase("list.comma", call.language).join(figure.name for figure in tracing.unused)
        lines.append(phrase("where.unused", call.language, names=names))
    more: dict[str, Any] = {
        "year": tracing.year,
        "figures": [_figure(traced, tracing.year) for traced in tracing.figures],
        "unused": [figure.key for figure in tracing.unused],
    }
    return Reply(tracing.exit, tuple(lines), tracing.diagnostics, more=more)


def _lines(traced: Traced, year: int | None, language: str) -> list[str]:
    figure = traced.figure
    value = figure.values.get(year) if year is not None else None
    cell = place_of(value.source if value else figure.source, language)
    head = phrase("where.head", language, name=figure.name, value=_value(figure, year), cell=cell)
    lines = [head]
    for use in traced.uses:
        lines.append("  " + _use(use, language))
    if traced.changes:
        names = phrase("list.comma", language).join(traced.changes)
        lines.append("  " + phrase("where.changes", language, names=names))
    if not traced.uses:
        lines.append("  " + phrase("where.nowhere", language))
    return lines


def _use(use: Use, language: str) -> str:
    parts = [phrase(f"where.{use.kind}", language)]
    if use.page is not None:
        parts.append(phrase("where.place", language, page=use.page, line=use.line))
    if use.row is not None:
        parts.append(phrase("where.row", language, row=use.row))
    parts += [part for part in (use.section, place_of(use.source, language)) if part]
    words = use.words if len(use.words) <= _LONGEST else use.words[:_LONGEST] + "……"
    return "　".join([*parts, words] if words else parts)


def _value(figure: Figure, year: int | None) -> str:
    value = figure.values.get(year) if year is not None else None
    if value is None or value.number in (Absence.NOT_SUPPLIED, Absence.UNREADABLE):
        return "—" if value is None else "未报"
    return "—" if isinstance(value.number, Absence) else f"{value.number:f}{figure.unit}"


def _figure(traced: Traced, year: int | None) -> dict[str, Any]:
    figure = traced.figure
    return {
        "figure": figure.key,
        "name": figure.name,
        "unit": figure.unit,
        "value": _value(figure, year),
        "formula": figure.formula or None,
        "uses": [
            {
                "kind": str(use.kind),
                "file": use.source.file or None,
                "file_line": use.source.line,
                "sheet": use.source.sheet or None,
                "cell": use.source.cell or None,
                "page": use.page,
                "line": use.line,
                "row": use.row,
                "section": use.section or None,
                "words": use.words or None,
            }
            for use in traced.uses
        ],
        "changes": list(traced.changes),
    }


COMMAND = Command(run, (REPORT, Operand("figure", required=False)), JOB_OPTIONS)
