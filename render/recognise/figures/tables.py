"""Tables of figures: numbers in cells, named by their row and their column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...dates import read_year
from .naming import identifier

MOST_CELLS = 4_000  # of one table; a longer one is a list, not figures of a report
LONGEST = 36  # characters of a key

_NUMBER = re.compile(
    r"(?:[<>＜＞≤≥约近]\s*)?(?P<sign>−?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<rest>%?)(?:\s*(?:左右|以[上下内])|\*)?"
)
_NO_FIGURES = re.compile("序号|编号|代码|代号|年份|年度|电话|邮编|行次|排名|名次|日期|时间|备注|联系")
_UNIT = re.compile(r"[（(]([^（）()\d]{1,8})[)）]$")
_UNIT_HEADS = ("单位", "计量单位")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A number in a cell."""

    at: tuple[int, int]
    start: int
    stop: int
    key: str
    value: Decimal
    decimals: int
    unit: str
    form: str
    year: int
    about: str  # its table, row and column
    sureness: float


def cell_figures(rows: Sequence[Sequence[str]], title: str, year: int) -> Iterator[CellFigure]:
    """Find the figures of a table whose first row heads its columns."""
    if len(rows) < 2 or sum(map(len, rows)) > MOST_CELLS:
        return
    # A row across the whole table is its title; the first row with more in it heads the columns.
    first = next((n for n, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    rows, skipped = rows[first:], first
    if len(rows) < 2 or sum(bool(_NUMBER.fullmatch(cell)) for cell in rows[0]) > len(rows[0]) / 2:
        return
    head = rows[0]
    labels = _label_columns(rows)
    with_numbers = [row for row in rows[1:] if any(map(_NUMBER.fullmatch, row))]
    if not labels and len(with_numbers) != 1:
        return
    heads = (n for n, cell in enumerate(head) if n not in labels and "".join(cell.split()) in _UNIT_HEADS)
    unit_at = next(heads, None)
    for number, row in enumerate(rows[1:], 1):
        label = "".join(dict.fromkeys(identifier(row[n]) for n in labels if row[n]))
        if sum(map(bool, row)) > 1 and not any(map(_NUMBER.fullmatch, row)):
            head = row  # another head, as forms of several parts have
            continue
        if not label and labels:
            continue
        for column, cell in enumerate(row):
            found = _NUMBER.fullmatch(cell)
            if found is None or column in labels or _NO_FIGURES.search(head[column]):
                continue
            unit = _UNIT.search(head[column])
            of_year = read_year(head[column].strip())
            name = "" if of_year else identifier(_UNIT.sub("", head[column]))
            key = identifier(label + name)[-LONGEST:]
            if not identifier(key):
                continue
            own_unit = row[unit_at] if unit_at is not None else unit[1] if unit else ""
            text = found["number"]
            about = row[labels[0]] if labels else ""
            yield CellFigure(
                (number + skipped, column), found.start("sign"), found.end("number"), identifier(key),
                _value(found),
                len(text.partition(".")[2]), found["rest"] or own_unit, "{:,}" if "," in text else "",
                of_year or year, f"{title}：{about}，{head[column]}".strip("：，"), 0.7,
            )  # fmt: skip


def _value(found: re.Match[str]) -> Decimal:
    value = Decimal(found["number"].replace(",", ""))
    return -value if found["sign"] else value


def _label_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Find the columns that say what a row is about: words from the left, up to the first of numbers."""
    labels: list[int] = []
    with_numbers = [row for row in rows[1:] if any(map(_NUMBER.fullmatch, row))]  # the others head parts
    for column in range(len(rows[0])):
        cells = [row[column] for row in with_numbers or rows[1:] if row[column]]
        numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells)
        head = "".join(rows[0][column].split())
        if _NO_FIGURES.search(head):
            continue
        if cells and numbers > len(cells) / 2:
            break
        is_unit = head in _UNIT_HEADS and column > 0  # the first column tells offices, not units
        if cells and not is_unit and len(labels) < 3:
            labels.append(column)
    return labels
