"""A small report with two offices, its sheets, and answers typed into them as offices do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from render.collect import Request, TakenIn, send_out, take_in

HEADS = (
    "指标",
    "单位",
    "类型",
    "小数位",
    2019,
    2020,
    "公式",
    "口径",
    "填报单位",
    "填报人",
    "联系电话",
    "增减情况说明",
)
ROWS: tuple[tuple[Any, ...], ...] = (
    ("立案数", "件", "计数", 0, 20, None, None, "全年新立", "甲局"),
    ("办结数", "件", "计数", 0, 18, None, None, None, "甲局"),
    ("满意率", "%", "比率", 2, 95.99, None, None, None, "甲局"),
    ("经费", "万元", "金额", 1, 120.5, None, None, None, "甲局"),
    ("平均用时", "天", "时长", None, 10, None, None, None, "甲局"),
    ("走访户数", "户", "计数", 0, 1850, None, None, None, "乙局"),
    ("新增点位", "个", "计数", 0, 0, None, None, None, "乙局"),
    ("件数合计", "件", "计数", 0, None, None, "立案数+办结数", None, "甲局"),
)
GOOD: Mapping[str, Any] = {"立案数": 22, "办结数": 19, "满意率": 96.06, "经费": 118.5, "平均用时": 9.5}
"""Answers of 甲局 that nothing is wrong with."""

PEOPLE = {"C11": "王五", "E11": "李四", "H11": "张三", "C12": "027-12345678", "E12": "2021年1月18日"}

HEAD = (
    "---\n年度: 2020\n标题: 某某区{{ 年度 }}年度工作报告\n发文机关: 某某区办公室\n成文日期: 2021-02-18\n---\n"
)
TEXT = "立案{{ 立案数|带单位 }}。\n"

Edit = Callable[[Any], None]


def write_report(folder: Path, rows: tuple[tuple[Any, ...], ...] = ROWS, head: str = HEAD) -> Path:
    """Write a report folder whose year is still without figures."""
    folder.mkdir(parents=True)
    (folder / "report.md").write_text(head + TEXT, encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "指标"
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    book.save(folder / "figures.xlsx")
    return folder


def send(report: Path, folder: Path) -> Path:
    """Write the sheets; give that of 甲局."""
    sent = send_out(Request(report), folder)
    assert not sent.exit, sent.diagnostics
    return folder / "收数表_甲局.xlsx"


def fill(path: Path, to: Path, values: Mapping[str, Any], *edits: Edit, people: bool = True) -> Path:
    """Type answers into a sheet, and do to it what else an office does; give the returned file."""
    book = openpyxl.load_workbook(path)
    sheet = book["收数表"]
    for row in sheet.iter_rows(min_row=5):
        if row[1].value in values:
            row[5].value = values[row[1].value]
    if people:
        for cell, text in PEOPLE.items():
            sheet[cell] = text
    for edit in edits:
        edit(sheet)
    to.parent.mkdir(parents=True, exist_ok=True)
    book.save(to)
    return to


def take(report: Path, answers: Path, **more: Any) -> TakenIn:
    """Take a folder in."""
    return take_in(Request(report), answers, **more)


def codes(taken: TakenIn) -> list[str]:
    """What is said of the files, without what is still missing."""
    missing = ("collect.missing", "collect.not_returned")
    return sorted(each.code for each in taken.diagnostics if each.code not in missing)


def values_of(taken: TakenIn) -> dict[str, str]:
    """What would go into the table."""
    return {each.asked.key: str(each.number) for each in taken.changes}


def table(report: Path) -> dict[str, Any]:
    """Give this year's column of the figures table, as it is stored."""
    sheet = openpyxl.load_workbook(report / "figures.xlsx")["指标"]
    return {str(row[0].value): row[5].value for row in sheet.iter_rows(min_row=2)}
