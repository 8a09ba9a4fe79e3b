"""Older workbooks: .xls and .ods give values without formats."""

from __future__ import annotations

import io
import struct
from decimal import Decimal

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from read.folders import ReportFolder

from render.diagnostics import Source

ROWS: list[list[object]] = [["指标", "单位", "2020"], ["立案数", "件", 80.1]]


def xls(rows: list[list[object]] = ROWS) -> bytes:
    """Make an .xls workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("指标")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods() -> bytes:
    """Make an .ods workbook."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="指标")
    for cells in ROWS:
        row = TableRow()
        for cell in cells:
            is_number = isinstance(cell, float)
            made = TableCell(valuetype="float", value=cell) if is_number else TableCell(valuetype="string")
            made.addElement(P(text=str(cell)))
            row.addElement(made)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    stream = io.BytesIO()
    book.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("suffix", "data"), [(".xls", xls()), (".ods", ods())])
def test_values_are_read(folder: ReportFolder, suffix: str, data: bytes) -> None:
    """Values come exactly, and the author learns that formats do not."""
    folder.write(f"figures{suffix}", data)
    report, found = folder.read()

    assert report is not None
    assert report.figures.figures["立案数"].values[2020].number == Decimal("80.1")
    assert [(d.code, d.source) for d in found] == [
        ("figures.no_formats", Source(f"figures{suffix}", sheet="指标"))
    ]


def test_whole_numbers_of_an_xls(folder: ReportFolder) -> None:
    """An .xls keeps them as whole numbers; a year as a head and 小数位 are such numbers too."""
    rows: list[list[object]] = [
        ["指标", "单位", "小数位", 2020, 2021],
        ["立案数", "件", 0, 28, 28.0],
        ["金额", "万元", 2, -7, 7.25],
        ["开通", "", "", True, 0],
    ]
    folder.write("figures.xls", xls(rows))
    report, found = folder.read()

    assert report is not None
    figures = report.figures.figures
    assert [figures["立案数"].values[year].number for year in (2020, 2021)] == [28, 28]
    assert [figures["金额"].values[year].number for year in (2020, 2021)] == [-7, Decimal("7.25")]
    assert [figures[key].decimals for key in figures] == [0, 2, None]
    assert figures["开通"].values[2021].number == 0
    assert [d.code for d in found] == ["figures.no_formats", "figures.boolean"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("figures.xls", b"a", "figures.damaged"),
        ("figures.ods", b"PK\x03\x04", "figures.damaged"),
        ("figures.ods", b"a", "figures.misnamed"),
    ],
)
def test_files_that_cannot_be_opened(folder: ReportFolder, name: str, data: bytes, code: str) -> None:
    """What cannot be opened is reported."""
    folder.write(name, data)

    assert folder.codes() == [code]


def test_a_cell_far_off_is_a_fault(folder: ReportFolder) -> None:
    """Believed, it would fill a hundred gigabytes and end the process."""
    data = xls()
    cell = data.index(struct.pack("<HHHH", 0x00FD, 10, 0, 0))
    folder.write("figures.xls", data[: cell + 4] + b"\xff\xff\xff\xff" + data[cell + 8 :])
    _, found = folder.read()
    assert [each.code for each in found] == ["figures.damaged"]
