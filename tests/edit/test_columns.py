"""Everything in a workbook that refers to a column moves with it: a book with one of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter
from edit.books import parts

from render.edit import add_year

SHEET = "xl/worksheets/sheet1.xml"


def rich_book(path: Path) -> Path:
    """Write a book with filters, sparklines, data bars, breaks, protection, buttons, a text box and a chart.

    Columns: A 指标 B 单位 C 2019年 D 2020年 E 走势 F 增幅 G 填报单位 H 链接; the new year goes to E.
    """
    book = xlsxwriter.Workbook(str(path))
    sheet, other = book.add_worksheet("指标"), book.add_worksheet("汇 总")
    for column, text in enumerate(("指标", "单位", "2019年", "2020年", "走势", "增幅", "填报单位", "链接")):
        sheet.write(0, column, text)
    for row in range(1, 4):
        sheet.write_row(row, 0, [f"指标{row}", "件", row, row * 2])
        sheet.add_sparkline(row, 4, {"range": f"指标!C{row + 1}:D{row + 1}"})
        sheet.write_formula(row, 5, f"=D{row + 1}/C{row + 1}-1", None, 1)
        sheet.write(row, 6, "区法院")
        sheet.write_url(row, 7, "internal:指标!G2", None, "转")
    sheet.write_array_formula("F5", "{=SUM(C2:C4*D2:D4)}", None, 28)
    sheet.conditional_format("D2:D4", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("F2:F4", {
        "type": "icon_set",
        "icon_style": "3_arrows",
        "icons": [{"criteria": ">=", "type": "formula", "value": "=$G$2"}],
    })  # fmt: skip
    sheet.autofilter("A1:H4")
    sheet.filter_column("G", "x == 区法院")
    sheet.set_column("F:F", 9, None, {"level": 1, "hidden": 1})
    sheet.set_v_pagebreaks([4])
    sheet.ignore_errors({"number_stored_as_text": "D2:D4"})
    sheet.unprotect_range("D2:D4", "录入")
    sheet.write_comment("G2", "每月五日前报")
    sheet.insert_textbox("J5", "", {"textlink": "=指标!$F$2"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=指标!$D$2:$D$4", "name": "=指标!$F$1"})
    sheet.insert_chart("J9", chart)
    other.write_formula("A1", "=SUM(指标!D2:F2)", None, 3)
    other.add_table("C1:D3", {"columns": [{"header": "甲"}, {"header": "乙", "formula": "=指标!$G$2"}]})
    book.define_name("指标!局部", "=指标!$G$2")
    book.close()
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Parts of the book with the year 2021, as text."""
    path = rich_book(tmp_path_factory.mktemp("book") / "figures.xlsx")
    return {name: data.decode("utf-8", "replace") for name, data in parts(add_year(path, 2021)[0]).items()}


@pytest.mark.parametrize(
    "expected",
    [
        '<f t="array" ref="G5">SUM(C2:C4*D2:D4)</f>',
        '<autoFilter ref="A1:I4"><filterColumn colId="7">',
        '<conditionalFormatting sqref="D2:E4">',
        '<conditionalFormatting sqref="G2:G4">',
        '<cfvo type="formula" val="$H$2"/>',
        '<brk id="5" ',
        '<ignoredError sqref="D2:E4"',
        '<protectedRange sqref="D2:E4"',
        "<xm:f>指标!C2:D2</xm:f><xm:sqref>F2</xm:sqref>",
        "<xm:sqref>D2:E4</xm:sqref>",
        '<hyperlink ref="I2" location="指标!H2"',
        '<col min="7" max="7" width="9.7109375" hidden="1" customWidth="1" outlineLevel="1"/>',
    ],
)
def test_what_the_sheet_says_of_its_cells(made: dict[str, str], expected: str) -> None:
    """Filters, rules, breaks, protection, sparklines and links."""
    assert expected in made[SHEET]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("xl/worksheets/sheet2.xml", "<f>SUM(指标!D2:G2)</f>"),
        ("xl/tables/table1.xml", "<calculatedColumnFormula>指标!$H$2</calculatedColumnFormula>"),
        ("xl/workbook.xml", '<definedName name="局部" localSheetId="0">指标!$H$2</definedName>'),
        ("xl/workbook.xml", "指标!$A$1:$I$4</definedName>"),
        ("xl/charts/chart1.xml", "<c:f>指标!$D$2:$D$4</c:f>"),
        ("xl/charts/chart1.xml", "<c:f>指标!$G$1</c:f>"),
        ("xl/drawings/drawing1.xml", 'textlink="指标!$G$2"'),
        ("xl/drawings/vmlDrawing1.vml", "<x:Column>7</x:Column>"),
        ("xl/comments1.xml", '<comment ref="H2"'),
    ],
)
def test_what_other_parts_say_of_them(made: dict[str, str], part: str, expected: str) -> None:
    """Other sheets and their tables, names, charts, text boxes and comments."""
    assert expected in made[part]


def test_pictures_move_with_their_cells(made: dict[str, str]) -> None:
    """Text box and chart hang on column K now."""
    drawing = made["xl/drawings/drawing1.xml"]
    assert re.findall(r"<xdr:from><xdr:col>(\d+)</xdr:col>", drawing) == ["10", "10"]


def test_empty_cells_at_the_edge_of_the_sheet_make_room(tmp_path: Path) -> None:
    """A row formatted to the last column is no reason to refuse."""
    path = tmp_path / "figures.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("指标")
    sheet.write_row(0, 0, ["指标", 2020])
    sheet.write_blank("XFD1", None, book.add_format({"bold": True}))
    book.close()
    assert 'r="XFD1"' not in parts(add_year(path, 2021)[0])[SHEET].decode()


def test_a_full_sheet_is_refused(tmp_path: Path) -> None:
    """As an office program does."""
    from render.diagnostics import Faults

    path = tmp_path / "figures.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("指标")
    sheet.write_row(0, 0, ["指标", 2020])
    sheet.write("XFD1", 1)
    book.close()
    with pytest.raises(Faults) as caught:
        add_year(path, 2021)
    assert [d.code for d in caught.value.diagnostics] == ["edit.full"]
