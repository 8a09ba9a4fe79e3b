"""Listings: rows of texts under their headings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from render.diagnostics import Diagnostic, Faults
from render.read import Listing, read_listing


def listing(path: Path) -> Listing:
    """Read a listing in which nothing is wrong."""
    found: list[Diagnostic] = []
    read = read_listing(path, found, headings=("报告", "report"))
    assert found == []
    return read


def test_a_csv_list(tmp_path: Path) -> None:
    """Whatever separates its cells; blank rows and cells are left out."""
    path = tmp_path / "清单.csv"
    path.write_text("报告;年度\n甲;2020\n;\n乙;\n", encoding="gb18030")
    read = listing(path)
    assert [row.cells for row in read.rows] == [{"报告": "甲", "年度": "2020"}, {"报告": "乙"}]
    assert read.rows[1].source.line == 4
    assert read.rows[1].places["年度"].cell == "B4"


def test_a_workbook_list(tmp_path: Path) -> None:
    """Below a title; numbers and dates as the office sees them."""
    book = openpyxl.Workbook()
    for row in (["任务清单"], ["报 告", "年度", "成文日期"], ["甲", 2020, date(2021, 2, 18)]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "清单.xlsx")
    (row,) = listing(tmp_path / "清单.xlsx").rows
    assert row.cells == {"报告": "甲", "年度": "2020", "成文日期": "2021-02-18"}
    assert row.places["年度"].cell == "B3"


@pytest.mark.parametrize(
    ("text", "code"),
    [("名称,年度\n甲,2020\n", "listing.no_head"), ("报告,年度,年 度\n甲,1,2\n", "listing.column_twice")],
)
def test_lists_that_are_none(tmp_path: Path, text: str, code: str) -> None:
    """No head row, or one that says a thing twice."""
    (tmp_path / "清单.csv").write_text(text, encoding="utf-8")
    with pytest.raises(Faults) as raised:
        listing(tmp_path / "清单.csv")
    assert [d.code for d in raised.value.diagnostics] == [code]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """Says so as any file does."""
    with pytest.raises(Faults) as raised:
        listing(tmp_path / "清单.xlsx")
    assert [d.code for d in raised.value.diagnostics] == ["folder.unreadable"]


def test_a_break_typed_into_a_cell_stays(tmp_path: Path) -> None:
    """Two addresses in one cell are two."""
    (tmp_path / "l.csv").write_text('名称,邮箱\n甲,"a@x.cn\n b@x.cn"\n', encoding="utf-8")
    found: list[Diagnostic] = []
    (row,) = read_listing(tmp_path / "l.csv", found, headings=["名称"]).rows
    assert row.cells["邮箱"] == "a@x.cn\nb@x.cn"
    assert found == []
