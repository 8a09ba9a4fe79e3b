"""Heads: where the columns of a returned sheet stand, wherever they were moved to, and its foot.

A heading is known by its words, whatever blanks, line breaks and brackets are in it. A year beside 本年数
says which year the sheet is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..dates import read_date
from ..noun import Changing, field
from ..read.numerals import fold
from ..read.sheet import Cell
from .answers import People

_HEADINGS = {
    "number": ("序号",),
    "name": ("指标名称", "指标", "项目", "指标项目"),
    "scope": ("指标解释", "口径", "指标口径"),
    "unit": ("计量单位", "单位"),
    "base": ("上年数", "上年", "上年实际", "上年度数", "去年数"),
    "this": ("本年数", "本年", "本年实际", "本年度数", "今年数"),
    "rate": ("增减幅度", "增减", "增幅"),
    "reason": ("增减情况说明", "变动原因", "增减原因", "情况说明"),
    "note": ("备注", "说明"),
    "key": ("代码",),
}
_KNOWN = {name: column for column, names in _HEADINGS.items() for name in names}
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_LABELS = re.compile(
    "(?P<head>单位负责人|负责人)|(?P<reviewer>审核人|审核)|(?P<filler>填表人|填报人|经办人)"
    "|(?P<phone>联系电话|电话)|(?P<filled_on>填报日期|填表日期|报送日期)"
)
_COLON = re.compile(r"\s*(?:\([^()]*\))?:")
_BEHIND = re.compile(r"(?:[（(][^（）()]*[）)])?[:：\s_＿]*")
_OFFICE = re.compile(
    r"填报单位(?:[（(][^（）()]*[）)])?[:：](?P<office>.*?)(?=\s*(?:报告年度|统计|填报日期)|$)"
)
_REPORT_YEAR = re.compile(r"(?:报告|统计)年度[:：](?P<year>(?:19|20|21)[0-9]{2})")


class Head(Changing):
    """The head of one table."""

    row: int
    columns: dict[str, int] = field(default_factory=dict)
    this_year: int | None = None
    base_year: int | None = None
    again: dict[str, int] = field(default_factory=dict)  # columns headed as another one is


def find_heads(rows: Sequence[Sequence[Cell]]) -> list[Head]:
    """Find every row that heads a table: it names the figure and this year's value."""
    found = []
    for at, row in enumerate(rows):
        head = _head(at, [row])
        if head is None and "name" in _columns(row) and at + 1 < len(rows):
            head = _head(at + 1, [row, rows[at + 1]])  # a head of two rows
        if head is not None:
            found.append(head)
    return found


def people_of(rows: Sequence[Sequence[Cell]]) -> People:
    """Read the foot: each label with what stands behind it, in its cell or in the next ones."""
    said: dict[str, str] = {}
    for row in rows:
        waiting = ""
        for cell in row:
            text = fold(cell).strip() if isinstance(cell, str) else cell
            if isinstance(text, str):
                labels = list(_LABELS.finditer(text))
                labels = [each for each in labels if _is_label(text, each)]
                if not labels:
                    if waiting and text:
                        said.setdefault(waiting, text.strip("_ "))
                        waiting = ""
                    continue
                for label, following in zip(labels, [*labels[1:], None], strict=True):
                    end = following.start() if following else len(text)
                    words = _BEHIND.sub("", text[label.end() : end], count=1).strip("_ ,;")
                    waiting = label.lastgroup or ""
                    if words and not re.fullmatch(r"[\s年月日_]*", words):
                        said.setdefault(waiting, words)
                        waiting = ""
            elif waiting:
                said.setdefault(waiting, _plain(text))
                waiting = ""
    day = read_date(said.get("filled_on", ""))
    if day:
        said["filled_on"] = day.isoformat()
    return People(**said)


def office_of(rows: Sequence[Sequence[Cell]]) -> str:
    """Read the office that the sheet's head names; "" for none."""
    for row in rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str) and (match := _OFFICE.search(cell.replace("\n", " "))):
                words = match["office"].strip(" \u3000_")
                if words:
                    return words
                following = (each for each in row[at + 1 :] if isinstance(each, str) and each.strip())
                return next((words for words in following if "年度" not in words), "").strip()
    return ""


def year_of(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Read the year that the sheet's head says it is of."""
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and (match := _REPORT_YEAR.search("".join(fold(cell).split()))):
                return int(match["year"])
    return None


def _is_label(text: str, label: re.Match[str]) -> bool:
    """Tell a label from the same word in a name: it is all the cell holds, or a colon follows."""
    return label[0] == text or bool(_COLON.match(text, label.end()))


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        if isinstance(cell, str) and (column := _column(cell)):
            columns.setdefault(column, at)
    return columns


def _head(at: int, rows: Sequence[Sequence[Cell]]) -> Head | None:
    head = Head(at)
    bare_years: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row):
            text = "".join(fold(str(cell)).split()) if isinstance(cell, str | int | float) else ""
            column = _column(text) if isinstance(cell, str) else ""
            year = _YEAR.search(text)
            if column:
                if head.columns.setdefault(column, place) != place:
                    head.again.setdefault(column, place)
                elif column == "this" and year:
                    head.this_year = int(year[0])
                elif column == "base" and year:
                    head.base_year = int(year[0])
            elif year and re.fullmatch(r"(?:19|20|21)[0-9]{2}(?:\.0)?年?度?数?(?:\([^()]*\))?", text):
                bare_years[int(year[0])] = place
    if "this" not in head.columns and bare_years and "name" in head.columns:
        newest = max(bare_years)
        head.columns["this"], head.this_year = bare_years[newest], newest
        earlier = [year for year in bare_years if year < newest]
        if earlier and "base" not in head.columns:
            head.columns["base"], head.base_year = bare_years[max(earlier)], max(earlier)
    return head if {"name", "this"} <= set(head.columns) else None


def _column(text: str) -> str:
    text = "".join(fold(text).split())
    return _KNOWN.get(_BRACKETS.sub("", text), "")


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
