"""The comparison as a workbook: real numbers, live formulas, set up for print."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from render.comparison import (
    Column,
    ComparedChange,
    ComparedFigure,
    ComparedOffice,
    ComparedValue,
    Comparison,
    OfficeTable,
)
from render.report import FigureKind
from render.write.xlsx import digest_state, write_xlsx

CREATED = datetime(2021, 2, 18)


def values(*numbers: str | None) -> tuple[ComparedValue, ...]:
    """Values of a row."""
    return tuple(ComparedValue(None if number is None else Decimal(number)) for number in numbers)


def figure(
    name: str, before: str | None, after: str | None, difference: str | None, rate: str | None, **more: object
) -> ComparedFigure:
    """A row; its change is told, not worked out."""
    change = ComparedChange(*(None if n is None else Decimal(n) for n in (difference, rate)))
    plain = {"unit": "件", "kind": None, "decimals": 0, "number": 1, **more}
    return ComparedFigure(figure=name, name=name, values=values(before, after), change=change, **plain)  # type: ignore[arg-type]


def comparison(*figures: ComparedFigure, **more: object) -> Comparison:
    """A comparison of 2019 and 2020."""
    columns = (Column("2019年", 2019), Column("2020年", 2020))
    return Comparison("对比表", 2020, "2020年1月1日至12月31日", columns, 0, 1, figures, **more)  # type: ignore[arg-type]


def sheets(made: Comparison, *, shown: bool = False) -> list[Worksheet]:
    """Read the sheets back: formulas, or what they show."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(made, created=CREATED)), data_only=shown)
    return book.worksheets


def rows(sheet: Worksheet) -> list[list[object]]:
    """The rows below the head."""
    return [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]


def test_changes_are_formulas_beside_their_results() -> None:
    """Programs that do not reckon show them too."""
    made = comparison(figure("甲", "30", "21", "-9", "-30"))
    assert rows(sheets(made)[0]) == [
        [1, "甲", 30, 21, '=IF(COUNT(C4,D4)=2,ROUND(D4-C4,0),"—")',
         '=IF(AND(COUNT(C4,D4)=2,N(C4)>0,N(D4)>=0),ROUND((D4-C4)/C4*100,1),"—")', None],
    ]  # fmt: skip
    assert rows(sheets(made, shown=True)[0])[0][4:6] == [-9, -30]


def test_negative_numbers_are_numbers() -> None:
    """Only their look has the minus sign U+2212."""
    cell = sheets(comparison(figure("损益", "-5", "2", "7", None, decimals=1)))[0]["C4"]
    assert (cell.value, cell.number_format) == (-5, '0.0;"−"0.0')


def test_a_rate_shows_its_points() -> None:
    """And has a dash for its rate, whatever is typed."""
    change = ComparedChange(Decimal("57.67"), None, has_rate=False)
    row = ComparedFigure("率", "率", "%", FigureKind.RATE, values("42.28", "99.95"), 2, change, 1)
    sheet = sheets(comparison(row))[0]
    assert sheet["E4"].number_format == '0.00"个百分点";"−"0.00"个百分点"'
    assert sheet["F4"].value == "—"


def test_a_dash_is_a_text_that_formulas_wait_for() -> None:
    """A value typed over it makes them reckon."""
    made = comparison(figure("新", None, "5", None, None))
    assert rows(sheets(made, shown=True)[0])[0][2:6] == ["—", 5, "—", "—"]
    assert str(rows(sheets(made)[0])[0][4]).startswith("=IF(COUNT(")


def test_what_is_not_comparable_has_no_formula() -> None:
    """A changed scope or an approximate value."""
    change = ComparedChange(None, None, is_comparable=False)
    row = ComparedFigure("甲", "甲", "件", None, values("1", "2"), 0, change, 1)
    assert rows(sheets(comparison(row))[0])[0][4:6] == ["—", "—"]


def test_marks_and_manners_are_looks_of_numbers() -> None:
    """120① and 5000余 can be reckoned with."""
    shown = (ComparedValue(Decimal(120), mark="①"), ComparedValue(Decimal(5000), manner="{}余"))
    row = ComparedFigure("甲", "甲", "件", None, shown, 0, ComparedChange(None, None), 1)
    sheet = sheets(comparison(row))[0]
    assert [(c.value, c.number_format) for c in (sheet["C4"], sheet["D4"])] == [
        (120, '0"①";"−"0"①"'), (5000, '0"余";"−"0"余"'),
    ]  # fmt: skip


def test_the_sheet_is_set_up_for_print() -> None:
    """A4, one page wide, head rows repeated, everything in the print area."""
    made = comparison(figure("甲", "1", "2", "1", "100"), notes=("甲。", "乙。"), origin="区司法局")
    sheet = sheets(made)[0]
    assert sheet.page_setup.paperSize == 9
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'对比表'!$A$1:$G$7"
    assert sheet.freeze_panes == "C4"
    assert [sheet.cell(row, 1).value for row in (1, 2, 5, 6, 7)] == [
        "对比表",
        "统计期间：2020年1月1日至12月31日　　单位：件",
        "注：1.甲。",
        "　　2.乙。",
        "资料来源：区司法局",
    ]


def test_a_table_by_office_adds_up() -> None:
    """合计 and 占比 are formulas; a total of the table is a number."""
    half = ComparedChange(Decimal(5), Decimal(50))
    offices = tuple(
        ComparedOffice(name, values("10", "15"), half, Decimal(50), name) for name in ("甲局", "乙局")
    )
    total = ComparedOffice("合计", values("20", "30"), ComparedChange(Decimal(10), Decimal(50)), Decimal(100))
    table = OfficeTable("受理件数", "件", None, 0, offices, total)
    (sheet,) = sheets(comparison(offices=(table,)))
    assert sheet.title == "受理件数"
    assert rows(sheet)[2][:4] == [
        "合计", "=SUM(B4:B5)", "=SUM(C4:C5)", '=IF(AND(COUNT(C6,C6)=2,C6<>0),ROUND(C6/C6*100,1),"—")',
    ]  # fmt: skip
    (shown,) = sheets(comparison(offices=(table,)), shown=True)
    assert rows(shown)[2] == ["合计", 20, 30, 100, 50]


def test_sheet_names_are_made_to_fit() -> None:
    """No two alike, none longer than 31 characters, none with a barred mark."""
    table = OfficeTable("受理/件数" * 10, "件", None, 0, (), None)
    names = [sheet.title for sheet in sheets(comparison(offices=(table, table)))]
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and "/" not in name for name in names)


def test_text_is_never_a_formula() -> None:
    """A name that begins with = stays one."""
    sheet = sheets(comparison(figure("=1+1", "1", "2", "1", "100")))[0]
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    """The date inside is the job's."""
    made = comparison(figure("甲", "1", "2", "1", "100"))
    data = write_xlsx(made, created=CREATED)
    assert data == write_xlsx(made, created=CREATED)
    with ZipFile(io.BytesIO(data)) as parts:
        assert b"2021-02-18T00:00:00Z" in parts.read("docProps/core.xml")


@pytest.mark.parametrize("state", ["ours", "edited", "foreign"])
def test_an_edited_workbook_is_known(state: str) -> None:
    """By the digest it carries of its sheets; another program's has none."""
    data = write_xlsx(comparison(figure("甲", "1", "2", "1", "100")), created=CREATED)
    if state != "ours":
        book = openpyxl.load_workbook(io.BytesIO(data)) if state == "edited" else openpyxl.Workbook()
        book.worksheets[0]["C4"] = 7
        stream = io.BytesIO()
        book.save(stream)
        data = stream.getvalue()
    assert digest_state(data) == state
