"""Lists: 待核改语句 as a workbook to mark, a checklist to read, and the record both are made from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from ..messages import place_of
from ..outputs import Output
from ..read.review import HEADINGS, REVIEW
from ..review import Held, Mark, Review, ReviewItem, Sentence
from ..typed import Outcome, Settled, quoted
from ..write.listing import Listing, write_listing

_WIDTHS = (6, 20, 24, 72, 28, 10, 10, 24)
_HOW_TO = (
    "本表由{base}年度文稿转为{year}年度时列出，共{count}条：每条含手工录入的数字、年份、年度用语、序数或增减用词，可能已不准确。",
    "改正文用report.md。改写后不再含“待核改之处”的，不必标记；仍含而准确的，“处理”填“保留”；也可填“已改”。",
    "“现状”由程序填写，标记后重新列表：gongwen rollover 文件夹 --list。逐条核对：gongwen check 文件夹。",
    "标记以本表为准。排序、筛选、调整列宽都可以；“编号”一列不要改。不用Excel的，删去本表，在待核改语句.md方括号内标记。",
    "待核改语句.json是程序的底账，不要改动。",
)


def list_name(suffix: str) -> str:
    """Name a file of the list."""
    return f"{REVIEW}.{suffix}"


def list_files(review: Review, settled: Sequence[Settled] = ()) -> list[Output]:
    """Make the three files of a list.

    Args:
        review: The list and its marks.
        settled: What became of each item; empty for a new list, of which nothing has changed.
    """
    now = {each.item.number: each for each in settled}
    return [
        Output("json", list_name("json"), _record(review, now)),
        Output("md", list_name("md"), _checklist(review, now)),
        Output("xlsx", list_name("xlsx"), _workbook(review, now)),
    ]


def _record(review: Review, now: Mapping[int, Settled]) -> bytes:
    items = [
        {
            "number": item.number,
            "file": place.source.file,
            "line": place.source.line,
            "sheet": place.source.sheet,
            "cell": place.source.cell,
            "section": place.section,
            "sentence": item.sentence.text,
            "found": [{"reason": held.reason.value, "text": held.text} for held in item.held],
            "state": _outcome(item, now).value,
            "mark": item.mark,
            "note": item.note,
        }
        for item in review.items
        for place in [_place(item, now)]
    ]
    record = {
        "from": review.base,
        "to": review.year,
        "emptied": list(review.emptied),
        "items": items,
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _checklist(review: Review, now: Mapping[int, Settled]) -> bytes:
    values = {"base": review.base, "year": review.year, "count": len(review.items)}
    lines = [
        f"# {REVIEW}",
        "",
        _HOW_TO[0].format(**values).replace("本表", "本清单"),
        "",
        "标记写在待核改语句.xlsx的“处理”一栏，以该表为准。不用Excel的，删去该表，在下面的方括号内填写：",
        "`[已改]`、`[保留]`，或`[保留：理由]`。改写后不再含所列内容的，不必标记。",
    ]
    for file, items in groupby(review.items, key=lambda item: item.sentence.source.file):
        lines += ["", f"## {file}", ""]
        for item in items:
            place = _place(item, now)
            outcome = _outcome(item, now)
            state = "" if outcome is Outcome.UNCHANGED else f"（{outcome.value}）"
            mark = item.mark + (f"：{item.note}" if item.note and item.mark else "")
            where = place_of(place.source, "zh").removeprefix(file)
            words = f"{where}，{_held(item.held)}{state}：{place.text}"
            lines.append(f"- [{mark or ' '}] {item.number}. {words}")
    return ("\n".join(lines) + "\n").encode()


def _workbook(review: Review, now: Mapping[int, Settled]) -> bytes:
    rows = []
    for item in review.items:
        place = _place(item, now)
        rows.append(
            (
                item.number,
                place_of(place.source, "zh"),
                place.section,
                place.text,
                _held(item.held),
                _outcome(item, now).value,
                item.mark or None,
                item.note or None,
            )
        )
    values = {"base": review.base, "year": review.year, "count": len(review.items)}
    marks = {HEADINGS.index("处理"): tuple(mark.value for mark in Mark)}
    return write_listing(
        [
            Listing(REVIEW, HEADINGS, rows, _WIDTHS, choices=marks),
            Listing("说明", ("说明",), [(line.format(**values),) for line in _HOW_TO], (110,)),
        ],
        title=f"{REVIEW}（{review.year}年度）",
    )


def _place(item: ReviewItem, now: Mapping[int, Settled]) -> Sentence:
    """Give the sentence as it is today; one that is gone, as it was."""
    found = now.get(item.number)
    return found.now if found and found.now else item.sentence


def _outcome(item: ReviewItem, now: Mapping[int, Settled]) -> Outcome:
    return now[item.number].outcome if item.number in now else Outcome.UNCHANGED


def _held(held: Sequence[Held]) -> str:
    """Write what a sentence holds: 年份日期“2020年”、数字“28件”."""
    reasons = dict.fromkeys(each.reason for each in held)
    return "、".join(
        reason.value + "".join(quoted(each) for each in held if each.reason is reason) for reason in reasons
    )
