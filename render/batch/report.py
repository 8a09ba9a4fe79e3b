"""Report: what a run came to, as lists for people: failures, slowest jobs, offices that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Diagnostic
from ..messages import describe
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
    """Write the list of failures; without any, take away that of an earlier run."""
    if not run.failures:
        (state / FAILURES).unlink(missing_ok=True)
        return [], []
    rows = [
        [
            ended.order.number,
            ended.order.slot,
            str(ended.order.job.report),
            ended.order.job.year,
            int(ended.outcome.exit),
            "\n".join(describe(diagnostic, language) for diagnostic in ended.outcome.diagnostics),
        ]
        for ended in run.failures
    ]
    headings = (
        ("序号", "文件名", "报告", "年度", "退出码", "原因")
        if language == "zh"
        else ("row", "file name", "report", "year", "exit", "reason")
    )
    listing = Listing("失败清单" if language == "zh" else "failures", headings, rows, (8, 40, 40, 8, 8, 90))
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
