"""Books that came back from someone: every sheet, in every format, whatever the file is called."""

from __future__ import annotations

import io
import random
import struct
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
import xlwt

from render.diagnostics import Faults
from render.read.books import Area, format_of, read_book


def xls() -> bytes:
    """Write a book of two sheets with a percentage, a formula and merged cells."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "满意率")
    sheet.write(0, 1, 0.9606, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(1, 1, xlwt.Formula("20+2"))
    sheet.write_merge(2, 3, 1, 1, 7)
    for column in range(3):
        sheet.write(4, column, column + 1, xlwt.easyxf(num_format_str="0%"))
    hidden = book.add_sheet("藏")
    hidden.visibility = 1
    hidden.write(0, 0, "x")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx() -> bytes:
    """Write a book of one sheet."""
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


def test_an_old_book_says_what_calamine_does_not() -> None:
    """Per cent formats, alone and in a run of cells, formulas, merged cells, hidden sheets."""
    book = read_book(xls(), "a.xls")
    sheet, hidden = book.sheets
    marks = sheet.cells.marks
    assert {cell for cell, look in marks.shown.items() if look.percent} == {"B1", "A5", "B5", "C5"}
    assert marks.formulas == {"B2"}
    assert sheet.merged == (Area(2, 1, 3, 1),)
    assert (hidden.name, hidden.is_visible) == ("藏", False)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (xls(), "xls"),
        (xlsx(), "xlsx"),
        (xlsx()[:2000], "xlsx"),
        (b"", ""),
        (b"%PDF-1.4", ""),
        (b"PK\x05\x06" + bytes(18), ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ""),
    ],
)
def test_a_format_is_told_by_its_bytes(data: bytes, kind: str) -> None:
    """Not by a name."""
    assert format_of(data) == kind


def test_a_cell_far_off_does_not_fill_the_memory() -> None:
    """A column that an .xls cannot have: a hundred gigabytes, were it believed."""
    data = xls()
    cell = data.index(struct.pack("<HHHH", 0x00FD, 10, 0, 0))
    broken = data[: cell + 4] + b"\xff\xff\xff\xff" + data[cell + 8 :]
    with pytest.raises(Faults) as raised:
        read_book(broken, "a.xls")
    assert [each.code for each in raised.value.diagnostics] == ["figures.damaged"]


@pytest.mark.parametrize("seed", range(40))
def test_damage_is_a_fault_and_nothing_worse(seed: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Bytes turned over at random: the book is read, or the fault said, and the console stays clean."""
    chance = random.Random(seed)
    data = bytearray(xls())
    for _ in range(10):
        data[chance.randrange(512, len(data))] = chance.randrange(256)
    with suppress(Faults):
        read_book(bytes(data), "a.xls")
    assert capfd.readouterr().err == ""


def test_a_formula_of_a_new_book(tmp_path: Path) -> None:
    """With its place."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["C3"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_book((tmp_path / "a.xlsx").read_bytes(), "a.xlsx").sheets
    assert sheet.cells.marks.formulas == {"C3"}
