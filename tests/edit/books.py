"""Workbooks made by hand for tests: one with all that must survive an added column."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

THIN = Side(style="thin")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def office_book(path: Path) -> Path:
    """Write a book as an office keeps it: title, two years, notes, sums, rules, names, a chart.

    Columns: A 序号 B 指标 C 单位 D 2019 E 2020 F 增减 G 填报单位 H 备注.
    Rows: 1 title, 2 head, 3 to 6 figures, 7 foot.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "指标"
    rows = [
        ["全区法治建设指标台账"],
        ["序号", "指标", "单位", 2019, 2020, "增减", "填报单位", "备注"],
        [1, "收案数", "件", 20, 28, "=E3-D3", "区法院", "含上年结转"],
        [2, "结案数", "件", 18, 25, "=E4-D4", "区法院", None],
        [3, "结案率", "%", "=D4/D3", "=E4/E3", "=E5-D5", "区司法局", "=汇总!B1"],
        [4, "合计", "件", "=SUM(D3:D4)", "=SUM(E3:E4)", "=E6-D6", "区司法局", None],
        ["填表人：", None, None, None, "填报日期：", None, None, None],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("C7:E7")
    sheet["A1"].font = Font(name="黑体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for row in sheet["A2:H6"]:
        for cell in row:
            cell.border = FRAME
            cell.font = Font(name="宋体", size=11)
    for cell in sheet[2]:
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
    for column in "DE":
        sheet[f"{column}5"].number_format = "0.00%"
        sheet[f"{column}3"].number_format = "#,##0"
        sheet[f"{column}3"].protection = Protection(locked=False)
    for column, width in zip("ABCDEFGH", (6, 24, 8, 10.5, 12.5, 9, 16, 20), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["G"].hidden = True
    sheet.row_dimensions[2].height = 24
    sheet.freeze_panes = "C3"
    sheet.auto_filter.ref = "A2:H6"
    sheet.print_area = "A1:H7"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    red = PatternFill("solid", bgColor="FFC7CE")
    sheet.conditional_formatting.add("E3:E6", CellIsRule(operator="lessThan", formula=["0"], fill=red))
    sheet.conditional_formatting.add("F3:F6", FormulaRule(formula=["F3>E3*0.3"], fill=red))
    whole = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    listed = DataValidation(type="list", formula1="汇总!$A$1:$A$3")
    whole.add("D3:E6")
    listed.add("G3:G6")
    sheet.add_data_validation(whole)
    sheet.add_data_validation(listed)
    sheet["E3"].comment = Comment("据审判系统", "某某")
    sheet["G3"].comment = Comment("每月五日前报", "某某")
    other = book.create_sheet("汇总")
    other["A1"], other["B1"], other["B2"] = "区法院", "=指标!F3", "=SUM(指标!$E$3:$E$4)+SUM(B1:F1)"
    book.defined_names["本年收案"] = DefinedName("本年收案", attr_text="指标!$E$3")
    book.defined_names["填报单位"] = DefinedName("填报单位", attr_text="指标!$G$3:$G$6")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=2, max_row=4), titles_from_data=True)
    chart.add_data(Reference(sheet, min_col=6, min_row=2, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "J2")
    book.save(path)
    _store(
        path,
        {"F3": 8, "F4": 7, "D5": 0.9, "E5": 0.8929, "F5": -0.0071, "H5": 8, "D6": 38, "E6": 53, "F6": 15},
    )
    return path


def table_book(path: Path) -> Path:
    """Write a book whose figures are an Excel table with a row of totals."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "指标"
    for row in (["指标", "单位", "2019", "2020", "备注"], ["甲", "件", 1, 2, None], ["乙", "件", 3, 4, None]):
        sheet.append(row)
    sheet.append(["合计", "件", "=SUBTOTAL(109,台账[2019])", "=SUBTOTAL(109,台账[2020])", None])
    table = Table(displayName="台账", ref="A1:E4", totalsRowCount=1)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
    sheet.add_table(table)
    book.save(path)
    return path


def parts(data: bytes | Path) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as package:
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes, **options: bool) -> openpyxl.Workbook:
    """Open a workbook that was made."""
    return openpyxl.load_workbook(io.BytesIO(data), **options)


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Change a part of a workbook by hand."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part, content in parts(data).items():
            assert part != name or old in content
            package.writestr(part, content.replace(old, new) if part == name else content)
    return file.getvalue()


def _store(path: Path, values: dict[str, float]) -> None:
    """Store results behind formulas, as a program that reckons does."""
    data = path.read_bytes()
    sheet = parts(data)["xl/worksheets/sheet1.xml"].decode()
    for cell, value in values.items():
        at = sheet.index("<v", sheet.index(f'r="{cell}"'))
        end = sheet.index(">", at) + 1
        if sheet[at:end] == "<v>":
            end = sheet.index("</v>", at) + 4
        sheet = f"{sheet[:at]}<v>{value}</v>{sheet[end:]}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts(data).items():
            package.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else content)
    path.write_bytes(file.getvalue())
