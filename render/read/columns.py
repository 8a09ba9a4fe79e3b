"""Columns: what the headings of a figures table mean, wherever they stand.

A year heads that year's values, and may say something of them in brackets, as in 2021（快报数）;
`2019年可比数` or `上年可比数` another value of an earlier year; `2019年单位`
the unit that year was counted in. A heading nobody knows is the office's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ..dates import read_year
from ..noun import Changing, field
from ..pattern import pattern
from .sheet import NAME_HEADINGS

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("代码", "code"),
    "name": NAME_HEADINGS,
    "unit": ("单位", "计量单位", "unit"),
    "kind": ("类型", "kind"),
    "decimals": ("小数位", "小数位数", "decimals"),
    "form": ("写法", "form"),
    "formula": ("公式", "formula"),
    "scope": ("口径", "指标解释", "指标解释（口径）", "scope"),
    "stock": ("时期/时点", "时期／时点", "时期时点", "flow_or_stock"),
    "period": ("统计期间", "统计时期", "period"),
    "verbs": ("增减用词", "verbs"),
    "redefined": ("口径调整", "统计口径调整", "redefined"),
    "supplied_by": ("填报单位", "supplied_by"),
    "department": ("责任科室", "department"),
    "contact": ("联系人", "填报人", "contact"),
    "origin": ("来源", "数据来源", "origin"),
    "evidence": ("佐证材料", "佐证", "evidence"),
    "public": ("是否公开", "public"),
    "group": ("一级指标", "group"),
    "note": ("备注", "note"),
    "listed": ("对比", "列入对比", "compare"),
}
RECKONINGS: Mapping[str, tuple[str, ...]] = {
    "published": ("公布数", "原公布数", "published"),
    "approved": ("核定数", "审定数", "approved"),
    "comparable": ("可比数", "可比口径数", "comparable"),
}
"""Other values of a year that a table may hold, by the field of `Figure` they go into."""

LAST_YEAR = ("上年", "last")

_COLUMNS = {name: column for column, names in HEADINGS.items() for name in names}
_RECKONED = {name: field for field, names in RECKONINGS.items() for name in names}
_OF_YEAR = pattern(rf"(?P<year>{'|'.join(LAST_YEAR)}|[0-9０-９]{{4}})年?度?(?P<what>\D+)")
_REMARK = pattern(r"([^（(]+)[（(]([^（）()]+)[）)]")
_Key = TypeVar("_Key", int, str, tuple[str, int])


class Columns(Changing):
    """Which column holds what, counted from 0."""

    known: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    reckoned: dict[tuple[str, int], int] = field(default_factory=dict)  # by field of `Figure` and year
    units: dict[int, int] = field(default_factory=dict)  # unit of a year of its own
    more: dict[str, int] = field(default_factory=dict)
    remarks: dict[int, str] = field(default_factory=dict)  # what the head says of a year

    @property
    def newest(self) -> int | None:
        """The last year with a column; what 上年 in a heading counts back from."""
        return max(self.years, default=None)


def read_columns(words: Sequence[str], twice: Callable[[int, int], None]) -> Columns:
    """Tell what each heading means.

    Args:
        words: The headings, each on one line without spaces.
        twice: Called for a heading that means the same as an earlier one, with both their places.
    """
    columns = Columns()

    def enter(places: dict[_Key, int], key: _Key, at: int) -> None:
        if key in places:
            twice(at, places[key])
        else:
            places[key] = at

    words = [_without_remark(text, columns.remarks) for text in words]
    for at, text in enumerate(words):
        if (year := read_year(text)) is not None:
            enter(columns.years, year, at)
    for at, text in enumerate(words):
        if not text or read_year(text) is not None:
            continue
        folded = text.casefold()
        if (known := _COLUMNS.get(folded)) is not None:
            enter(columns.known, known, at)
            continue
        match = _OF_YEAR.fullmatch(folded)
        year = _year(match["year"], columns.newest) if match else None
        what = match["what"] if match else ""
        if year is not None and what in _RECKONED:
            enter(columns.reckoned, (_RECKONED[what], year), at)
        elif year is not None and what in HEADINGS["unit"]:
            enter(columns.units, year, at)
        else:
            enter(columns.more, text, at)
    return columns


def _without_remark(text: str, remarks: dict[int, str]) -> str:
    """Take off what a head says of its year, and keep it."""
    match = _REMARK.fullmatch(text)
    year = read_year(match[1]) if match else None
    if match is None or year is None:
        return text
    remarks[year] = match[2]
    return match[1]


def _year(words: str, newest: int | None) -> int | None:
    if words in LAST_YEAR:
        return None if newest is None else newest - 1
    return read_year(words)
