"""The rows of the standard, measured on produced files; `docs/conformance.md` is their table."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

import render
from conformance import foot_rows, form_rows, line_rows, main_rows, masthead_rows, page_rows, signature_rows
from conformance.ruler import MEASURES, REASONS, Verdict, rows, table, verdicts

DOCUMENT = Path(render.__file__).parent.parent / "docs" / "conformance.md"
MEASURED_BY = (page_rows, masthead_rows, main_rows, signature_rows, foot_rows, form_rows, line_rows)


@cache
def found() -> tuple[Verdict, ...]:
    """Every row with its verdict."""
    return tuple(verdicts())


def test_every_row_is_measured_or_reasoned() -> None:
    """Of those that a file can show; and no row is both."""
    left = [
        row.no for row in rows() if row.is_measurable and row.no not in MEASURES and row.no not in REASONS
    ]
    assert left == []
    assert set(MEASURES) & set(REASONS) == set()


@pytest.mark.parametrize("row", [r for r in rows() if r.no in MEASURES], ids=lambda r: f"{r.no}")
def test_row(row: object) -> None:
    """What the files show is what the row says."""
    verdict = next(v for v in found() if v.row == row)
    assert verdict.word == "pass", (verdict.row, verdict.seen)


def test_most_rows_pass() -> None:
    """At least 220 of the 249 that a file can show."""
    measurable = [v for v in found() if v.row.is_measurable]
    assert len(measurable) == 249
    assert sum(v.word == "pass" for v in measurable) >= 220


def test_the_table_in_the_docs_is_that_of_the_files() -> None:
    """Row number first, verdict last; written anew with GONGWEN_WRITE_CONFORMANCE=1."""
    head, _, _ = DOCUMENT.read_text(encoding="utf-8").partition("| row |")
    written = head + table(found())
    if os.environ.get("GONGWEN_WRITE_CONFORMANCE"):
        DOCUMENT.write_text(written, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == written
