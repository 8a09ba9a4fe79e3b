"""Sheets out: what an office gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from collect.sheets import GOOD, HEAD, ROWS, fill, write_report

from render.collect import Request, send_out


@pytest.fixture
def page(sheet: Path) -> Any:
    """Open the sheet of 甲局."""
    return openpyxl.load_workbook(sheet)["收数表"]


def test_a_sheet_for_each_office_and_a_list(report: Path, tmp_path: Path) -> None:
    """Named after the office; the list says which file goes to whom."""
    sent = send_out(Request(report), tmp_path / "下发")
    assert [each.name for each in sent.outputs] == ["收数表_甲局.xlsx", "收数表_乙局.xlsx", "收数表清单.xlsx"]
    rows = list(openpyxl.load_workbook(tmp_path / "下发" / "收数表清单.xlsx")["清单"].values)
    assert [row[1:5] for row in rows[1:]] == [
        ("甲局", "收数表_甲局.xlsx", 5, 0),
        ("乙局", "收数表_乙局.xlsx", 2, 0),
    ]


def test_the_office_form(page: Any) -> None:
    """Title, 填报单位（盖章）, year, columns and foot of the office form."""
    cells = {cell.value for row in page.iter_rows() for cell in row}
    assert page["A1"].value == "某某区2020年度指标收数表"
    assert page["A2"].value == "填报单位（盖章）：甲局"
    assert [page.cell(4, at).value for at in range(1, 11)] == [
        "序号", "指标名称", "指标解释（口径）", "计量单位", "上年数\n（2019年）", "本年数\n（2020年）",
        "增减幅度（%）", "增减情况说明", "备注", "代码",
    ]  # fmt: skip
    assert {"单位负责人：", "审核人：", "填表人：", "联系电话：", "填报日期："} <= cells


def test_a_figure_that_is_worked_out_is_not_asked(page: Any) -> None:
    """件数合计 has a 公式."""
    assert [page.cell(at, 2).value for at in range(5, 11)] == [*GOOD, None]


def test_only_what_is_typed_is_unlocked(page: Any) -> None:
    """Value, reason, remark and foot; the sheet is protected without a password."""
    assert page.protection.sheet
    assert not page.protection.password
    unlocked = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    typed = {f"{column}{row}" for column in "FHI" for row in range(5, 10)}
    assert unlocked == typed | {"C11", "E11", "F11", "H11", "C12", "E12", "F12"}


def test_last_year_is_grey(page: Any) -> None:
    """Number and ground."""
    assert page["E5"].value == 20
    assert page["E5"].fill.fgColor.rgb == "FFEDEDED"
    assert page["E5"].font.color.rgb == "FF7F7F7F"


@pytest.mark.parametrize(
    ("cell", "rule", "says"),
    [
        ("F5", 'IF(ISNUMBER(F5),AND(F5>=0,ROUND(F5,0)=F5),F5="—")', "不小于0的整数"),
        ("F7", 'IF(ISNUMBER(F7),AND(F7>=0,F7<=100,ROUND(F7,2)=F7),F7="—")', "0～100之间的数，最多2位小数"),
        ("F8", 'IF(ISNUMBER(F8),AND(F8>=0,ROUND(F8,1)=F8),F8="—")', "不小于0的数，最多1位小数"),
        ("F9", 'IF(ISNUMBER(F9),AND(F9>=0),F9="—")', "不小于0的数"),
    ],
)
def test_cells_are_checked_as_they_are_typed(page: Any, cell: str, rule: str, says: str) -> None:
    """Whole numbers, percentages, decimals; a dash may stand everywhere."""
    found = next(each for each in page.data_validations.dataValidation if cell in each.sqref)
    assert (found.type, found.formula1) == ("custom", rule)
    assert found.errorStyle in (None, "stop")  # which it is unless it says otherwise
    assert found.error == f"应为{says}；不适用的填—。"
    assert says in found.prompt


def test_a_reason_is_asked_for_at_a_large_change(page: Any) -> None:
    """From 30 per cent, as the note above the table says; not of rates."""
    rules = {
        str(area.sqref): rules[0].formula[0] for area, rules in page.conditional_formatting._cf_rules.items()
    }
    assert set(rules) == {"H5", "H6", "H8", "H9"}
    assert ">=30*N($E5)" in rules["H5"]
    assert "增减30%及以上" in page["A3"].value


def test_the_house_sets_the_threshold(tmp_path: Path) -> None:
    """用词: 说明起点."""
    head = HEAD.replace("---\n年度", "---\n用词:\n  说明起点: 20\n年度")
    sent = send_out(Request(write_report(tmp_path / "a", head=head)), tmp_path / "out")
    page = openpyxl.load_workbook(sent.folder / "收数表_甲局.xlsx")["收数表"]
    assert "增减20%及以上" in str(page["A3"].value)


def test_it_prints_on_a4(page: Any) -> None:
    """Landscape, one page wide, the head on every page, page numbers at the foot."""
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$4:$4"
    assert page.print_area == "'收数表'!$A$1:$I$14"
    assert page.oddFooter.center.text == "第&P页，共&N页"


def test_what_is_there_already_stands_in_it(tmp_path: Path) -> None:
    """Sheets are written even when nothing is missing; the value can still be typed over."""
    rows = tuple((*row[:5], 21, *row[6:]) if row[0] == "立案数" else row for row in ROWS)
    send_out(Request(write_report(tmp_path / "a", rows)), tmp_path / "out")
    page = openpyxl.load_workbook(tmp_path / "out" / "收数表_甲局.xlsx", data_only=True)["收数表"]
    assert (page["F5"].value, page["F5"].protection.locked, page["G5"].value) == (21, False, 5)
    prompts = {str(each.sqref): each.prompt for each in page.data_validations.dataValidation}
    assert "已报" in str(prompts["F5"])


def test_the_same_question_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    """Sheets and list."""
    first = send_out(Request(report), tmp_path / "一")
    second = send_out(Request(report), tmp_path / "二")
    assert [each.data for each in first.outputs] == [each.data for each in second.outputs]


def test_a_sheet_that_was_filled_in_is_not_written_over(report: Path, sheet: Path) -> None:
    """Unless --force says so; one that nobody touched is."""
    again = send_out(Request(report), sheet.parent)
    assert not again.exit
    fill(sheet, sheet, {"立案数": 22})
    refused = send_out(Request(report), sheet.parent)
    assert [each.code for each in refused.diagnostics] == ["collect.filled"]
    assert openpyxl.load_workbook(sheet)["收数表"]["F5"].value == 22
    assert not send_out(Request(report), sheet.parent, force=True).exit


@pytest.mark.parametrize(
    ("change", "year", "code"),
    [
        ({}, 2021, "collect.no_column"),
        ({"填报单位": None}, None, "collect.no_offices"),
    ],
)
def test_what_cannot_be_asked(tmp_path: Path, change: dict[str, Any], year: int | None, code: str) -> None:
    """A year without a column, a table without offices."""
    rows = ROWS if not change else tuple((*row[:8], None) for row in ROWS)
    sent = send_out(Request(write_report(tmp_path / "a", rows), year), tmp_path / "out")
    assert [each.code for each in sent.diagnostics] == [code]
    assert sent.exit == 2
    assert not (tmp_path / "out").exists()


def test_a_figure_without_an_office_is_named(tmp_path: Path) -> None:
    """The others are asked all the same."""
    rows = (*ROWS, ("无主数", "件", "计数", 0, 1, None, None, None, None))
    sent = send_out(Request(write_report(tmp_path / "a", rows)), tmp_path / "out")
    assert [(each.code, each.values["figure"]) for each in sent.diagnostics] == [
        ("collect.no_office", "无主数")
    ]
    assert len(sent.outputs) == 3


def test_offices_whose_names_differ_in_barred_characters(tmp_path: Path) -> None:
    """Two sheets never share a file."""
    rows = (
        ("甲", "件", "计数", 0, 1, None, None, None, "一处/科"),
        ("乙", "件", "计数", 0, 1, None, None, None, "一处／科"),
    )
    sent = send_out(Request(write_report(tmp_path / "a", rows)), tmp_path / "out")
    assert [each.code for each in sent.diagnostics] == ["collect.same_name"]


def test_what_the_table_says_of_a_year_is_said(tmp_path: Path) -> None:
    """快报数, or figures that are only an example."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "report.md").write_text(HEAD, encoding="utf-8")
    table = "指标,单位,2019（示例数据）,2020（快报数）,填报单位\n立案数,件,20,,甲局\n"
    (folder / "figures.csv").write_text(table, encoding="utf-8")
    send_out(Request(folder), tmp_path / "out")
    page = openpyxl.load_workbook(tmp_path / "out" / "收数表_甲局.xlsx")["收数表"]
    assert "上年数为示例数据。本年数为快报数。" in str(page["A3"].value)
