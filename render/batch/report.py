"""Report: what a run came to, as lists for people: failures, slowest jobs, offices that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Diagnostic
from ..messages import place_of, severity_word, wording
from ..outputs import Output, write_all
from ..write.listing import Listing, write_listing
from .alike import MOST_OFFICES, Likeness, likenesses
from .run import Ended, Run

FAILURES = "failures.xlsx"
ALIKE = "alike.xlsx"
SLOWEST = 5


def slowest(run: Run) -> list[Ended]:
    """List the jobs of this run that took most processor time, the slowest first."""
    built = [each for each in run.ended if not each.is_remembered and each.outcome.seconds]
    return sorted(built, key=lambda each: -each.outcome.seconds)[:SLOWEST]


def write_failures(run: Run, state: Path, language: str) -> tuple[list[Output], list[Diagnostic]]:
    """Write the list of failures, a row for each finding; without any, take away that of an earlier run."""
    if not run.failures:
        (state / FAILURES).unlink(missing_ok=True)
        return [], []
    rows = [
        [
            place_of(ended.order.source, language),
            ended.order.slot,
            ended.order.job.year,
            severity_word(diagnostic, language),
            place_of(diagnostic.source, language),
            *wording(diagnostic, language),
            diagnostic.code,
        ]
        for ended in run.failures
        for diagnostic in ended.outcome.diagnostics
    ]
    headings = (
        ("清单位置", "文件名", "年度", "级别", "问题位置", "问题", "解决办法", "代码")
        if language == "zh"
        else ("in the manifest", "file name", "year", "severity", "place", "problem", "way out", "code")
    )
    widths = (18, 34, 7, 7, 26, 46, 40, 20)
    listing = Listing("失败清单" if language == "zh" else "failures", headings, rows, widths)
    data = write_listing([listing], title=listing.name)
    return write_all([Output("xlsx", FAILURES, data)], state)


def write_alike(run: Run, state: Path, language: str) -> tuple[list[Output], list[Diagnostic]]:
    """Write, for each report, which other one shares most of its sentences (雷同)."""
    compared = [each for each in run.ended if each.outcome.sentences is not None]
    if len(compared) > MOST_OFFICES:
        return [], [Diagnostic("batch.too_many_alike", values={"count": len(compared), "most": MOST_OFFICES})]
    found = likenesses([each.outcome.sentences or {} for each in compared])
    rows = [_alike_row(likeness, compared) for likeness in sorted(found, key=lambda each: -each.share)]
    headings = (
        (
            "报告",
            "最相近的报告",
            "雷同比例（%）",
            "全文句数",
            "全文相同句数",
            "自有段落句数",
            "自有段落相同句数",
        )
        if language == "zh"
        else (
            "report",
            "most alike",
            "share (%)",
            "sentences",
            "the same",
            "own sentences",
            "the same of them",
        )
    )
    widths = (40, 40, 14, 12, 14, 14, 18)
    listing = Listing("雷同" if language == "zh" else "alike", headings, rows, widths)
    return write_all([Output("xlsx", ALIKE, write_listing([listing], title=listing.name))], state)


def _alike_row(likeness: Likeness, compared: Sequence[Ended]) -> list[str | int | float | None]:
    other = None if likeness.other is None else compared[likeness.other].order.slot
    return [
        compared[likeness.office].order.slot,
        other,
        round(100 * likeness.share, 1),
        likeness.sentences,
        likeness.shared,
        likeness.own,
        likeness.own_shared,
    ]
