"""Texts looked over: a small report, and the codes of what is found in it."""

from __future__ import annotations

from datetime import date

from fill.reports import figure, report, source_text

from render.check import Subject, check
from render.diagnostics import NOWHERE, Diagnostic
from render.fill import fill
from render.layout_file import load
from render.report import Attachment, Figure

__all__ = ["codes", "figure", "found"]


def found(
    text: str,
    *figures: Figure,
    attachments: dict[str, str] | None = None,
    year: int = 2020,
    **entries: object,
) -> list[Diagnostic]:
    """Look over a report of 2020, of an office, issued on 18 February 2021 unless said otherwise."""
    given = report(
        text,
        *figures,
        attachments=tuple(
            Attachment(name, source_text(body, f"附件/{name}.md"), NOWHERE)
            for name, body in (attachments or {}).items()
        ),
        **{"年度": year, "标题": "工作报告", "成文日期": date(year + 1, 2, 18), **entries},
    )
    content, _ = fill(given, load("report").document, year=year)
    return list(check(Subject(given, given.figures, year, content=content)).findings)


def codes(text: str, *figures: Figure, **more: object) -> list[str]:
    """Give the codes of what is found."""
    return [each.code for each in found(text, *figures, **more)]  # type: ignore[arg-type]
