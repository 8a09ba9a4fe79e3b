"""An added year in a workbook: what is new, what moved, and that nothing else is touched."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from edit.books import office_book, opened, parts, table_book, with_part
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from render.diagnostics import Faults, Source
from render.edit import add_year, set_cells

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book as an office keeps it."""
    return office_book(tmp_path / "figures.xlsx")


def small_book(path: Path, rows: list[list[object]], **cells: object) -> Path:
    """Write a small book."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "指标"
    for row in rows:
        sheet.append(row)
    for place, value in cells.items():
        sheet[place] = value
    made.save(path)
    return path


def test_the_new_column_stands_right_after_the_last_year(book: Path) -> None:
    """Its heading is the year, its figures are empty, its sums and rates are there."""
    data, _ = add_year(book, 2021)
    sheet = opened(data)["指标"]

    assert [cell.value for cell in sheet["F"]] == [None, 2021, None, None, "=F4/F3", "=SUM(F3:F4)", None]
    assert [cell.value for cell in sheet[2]] == [
        "序号", "指标", "单位", 2019, 2020, 2021, "增减", "填报单位", "备注",
    ]  # fmt: skip


def test_every_other_cell_reads_the_same(book: Path) -> None:
    """Values, formulas that do not cross the new column, and stored results."""
    before, after = (
        opened(book.read_bytes(), data_only=True)["指标"],
        opened(add_year(book, 2021)[0], data_only=True)["指标"],
    )

    for row in before.iter_rows():
        for cell in row:
            moved_to = after.cell(cell.row, cell.column + (cell.column > 5))
            assert moved_to.value == cell.value, cell.coordinate
            assert moved_to.number_format == cell.number_format
            assert moved_to.border.left.style == cell.border.left.style


def test_formulas_follow_their_cells(book: Path) -> None:
    """On the sheet, on another one, in names, rules and charts."""
    made = opened(add_year(book, 2021)[0])
    sheet = made["指标"]

    assert sheet["G3"].value == "=E3-D3"
    assert made["汇总"]["B1"].value == "=指标!G3"
    assert made["汇总"]["B2"].value == "=SUM(指标!$E$3:$E$4)+SUM(B1:F1)"
    assert made.defined_names["本年收案"].attr_text == "指标!$E$3"
    assert made.defined_names["填报单位"].attr_text == "指标!$H$3:$H$6"
    assert sheet.print_area == "'指标'!$A$1:$I$7"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.auto_filter.ref == "A2:I6"


def test_rules_take_the_new_column_in(book: Path) -> None:
    """A conditional format and a validation on 2020 hold for 2021 too; others move."""
    sheet = opened(add_year(book, 2021)[0])["指标"]

    formats = {str(rule.sqref): rule.rules[0].formula for rule in sheet.conditional_formatting}
    assert formats == {"E3:F6": ["0"], "G3:G6": ["G3>E3*0.3"]}
    assert {str(rule.sqref) for rule in sheet.data_validations.dataValidation} == {"D3:F6", "H3:H6"}


def test_the_title_spans_the_new_column(book: Path) -> None:
    """Merged cells above and below the figures are as wide as the table."""
    sheet = opened(add_year(book, 2021)[0])["指标"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:I1", "C7:F7"}


def test_the_new_column_looks_like_the_last_year(book: Path) -> None:
    """Width, number format, border and protection; the last year's own values are grey."""
    sheet = opened(add_year(book, 2021)[0])["指标"]

    assert (sheet.column_dimensions["E"].width, sheet.column_dimensions["E"].max) == (12.5, 6)
    assert sheet["F5"].number_format == sheet["E5"].number_format == "0.00%"
    assert sheet["F3"].number_format == "#,##0"
    assert sheet["F3"].border.left.style == "thin"
    assert not sheet["F3"].protection.locked
    assert [sheet[f"E{row}"].font.color.rgb for row in (3, 4, 5, 6)] == ["FF808080"] * 4
    assert sheet["E3"].font.name == "宋体"
    assert sheet["E3"].border.left.style == "thin"
    assert sheet["F3"].font.color is None or sheet["F3"].font.color.rgb != "FF808080"
    assert sheet["E2"].font.color is None or sheet["E2"].font.color.rgb != "FF808080"


def test_widths_and_hidden_columns_move(book: Path) -> None:
    """The hidden column stays hidden, one further on."""
    columns = opened(add_year(book, 2021)[0])["指标"].column_dimensions
    assert columns["H"].hidden
    assert columns["G"].width == 9
    assert columns["I"].width == 20


def test_comments_stay_with_their_cells(book: Path) -> None:
    """The last year's comment is not copied."""
    sheet = opened(add_year(book, 2021)[0])["指标"]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"E3", "H3"}


def test_a_chart_moves_with_its_cells_and_reads_the_same(book: Path) -> None:
    """Its series follow the columns they show."""
    made = parts(add_year(book, 2021)[0])
    assert b"'\xe6\x8c\x87\xe6\xa0\x87'!$E$3:$E$4" in made["xl/charts/chart1.xml"]
    assert b"'\xe6\x8c\x87\xe6\xa0\x87'!$G$3:$G$4" in made["xl/charts/chart1.xml"]
    assert b"<xdr:col>10</xdr:col>" in made["xl/drawings/drawing1.xml"].replace(
        b"<col>", b"<xdr:col>"
    ).replace(b"</col>", b"</xdr:col>")


def test_untouched_parts_keep_their_bytes(book: Path) -> None:
    """Theme, relationships, properties and types, in the order of the file."""
    before, after = parts(book), parts(add_year(book, 2021)[0])

    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        SHEET,
        "xl/worksheets/sheet2.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/drawings/drawing1.xml",
        "xl/charts/chart1.xml",
    }


def test_styles_are_only_added_to(book: Path) -> None:
    """Every cell elsewhere keeps the style its number says."""
    before, after = opened(book.read_bytes()), opened(add_year(book, 2021)[0])
    assert after["汇总"]["A1"].style_id == before["汇总"]["A1"].style_id
    assert after._cell_styles[: len(before._cell_styles)] == list(before._cell_styles)


def test_a_formula_waits_for_its_figures(book: Path) -> None:
    """Its stored result is an empty text, which counts as not yet supplied, until the book is reckoned."""
    from render.read.workbook import read_workbook

    data, _ = add_year(book, 2021)
    book.write_bytes(data)
    sheet = read_workbook(book, "figures.xlsx", [])

    assert sheet is not None
    assert not sheet.marks.uncomputed & {"F5", "F6"}
    assert [row[5] for row in sheet.rows[2:6]] == [""] * 4
    assert b'fullCalcOnLoad="1"' in parts(data)["xl/workbook.xml"]


def test_formulas_that_go_on_reading_last_year_are_named(book: Path) -> None:
    """The column 增减 is not changed, and the clerk is told."""
    _, found = add_year(book, 2021)
    assert [(d.code, d.values["cells"]) for d in found] == [("edit.formula_before", ("G3", "G4", "G5", "G6"))]


def test_a_typed_sum_is_not_carried_over(tmp_path: Path) -> None:
    """=20+8 is last year's number."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", 2020], ["甲", "件", "=20+8"]])
    assert opened(add_year(path, 2021)[0])["指标"]["D2"].value is None


def test_fixed_references_are_not_carried_over(tmp_path: Path) -> None:
    """They would give last year's number again; the clerk is told."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", 2020], ["甲", "件", "=$A$9*2"]], A9=3)
    data, found = add_year(path, 2021)
    assert opened(data)["指标"]["D2"].value is None
    assert [d.code for d in found] == ["edit.formula_fixed"]


def test_formulas_that_read_other_sheets_are_named(tmp_path: Path) -> None:
    """They are carried over as the office would, and to be checked."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", 2020], ["甲", "件", "=明细!C5"]])
    data, found = add_year(path, 2021)
    assert opened(data)["指标"]["D2"].value == "=明细!D5"
    assert [d.code for d in found] == ["edit.formula_elsewhere"]


@pytest.mark.parametrize(
    ("heading", "expected"), [("2020年", "2021年"), ("２０２０年度", "２０２１年度"), (2020, 2021)]
)
def test_the_heading_is_written_as_before(tmp_path: Path, heading: object, expected: object) -> None:
    """A number, a text, full-width digits."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", heading], ["甲", "件", 1]])
    assert opened(add_year(path, 2021)[0])["指标"]["D1"].value == expected


def test_a_date_in_the_head_becomes_next_years(tmp_path: Path) -> None:
    """Shown as a year by its format, which the new cell has too."""
    from datetime import datetime

    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", datetime(2020, 12, 31)], ["甲", "件", 1]])
    assert opened(add_year(path, 2021)[0])["指标"]["D1"].value == datetime(2021, 12, 31)


def test_years_from_right_to_left_get_the_new_one_in_front(tmp_path: Path) -> None:
    """Where the newest year stands first, the next one does."""
    rows = [["指标", 2020, 2019, "增减"], ["甲", 2, 1, "=B2-C2"], ["计", "=SUM(B2:B2)", 1, None]]
    path = small_book(tmp_path / "figures.xlsx", rows)
    sheet = opened(add_year(path, 2021)[0])["指标"]

    assert [cell.value for cell in sheet[1]] == ["指标", 2021, 2020, 2019, "增减"]
    assert [sheet[cell].value for cell in ("B3", "C3", "E2")] == ["=SUM(B2:B2)", "=SUM(C2:C2)", "=C2-D2"]


def test_years_below_a_spanning_head(tmp_path: Path) -> None:
    """A head of two rows: the cell above spans the new year too, merged rows are merged again."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "指标"
    for row in (["指标", "数据", None, "备注"], [None, 2019, 2020, None], ["甲", 1, 2, "无"]):
        sheet.append(row)
    for area in ("A1:A2", "B1:C1", "D1:D2"):
        sheet.merge_cells(area)
    made.save(tmp_path / "figures.xlsx")
    sheet = opened(add_year(tmp_path / "figures.xlsx", 2021)[0])["指标"]

    assert [cell.value for cell in sheet[2]] == [None, 2019, 2020, 2021, None]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:D1", "E1:E2"}


def test_a_year_between_two_stands_between_them(tmp_path: Path) -> None:
    """The base is the last year before it."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", 2019, 2022], ["甲", 1, 2]])
    assert [cell.value for cell in opened(add_year(path, 2021)[0])["指标"][1]] == ["指标", 2019, 2021, 2022]


def test_a_year_that_is_there_gets_no_second_column(tmp_path: Path) -> None:
    """Only the year before turns grey."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", 2020, 2021], ["甲", 1, 2]])
    sheet = opened(add_year(path, 2021)[0])["指标"]
    assert [cell.value for cell in sheet[1]] == ["指标", 2020, 2021]
    assert sheet["B2"].font.color.rgb == "FF808080"


def test_last_years_other_values_get_their_year(tmp_path: Path) -> None:
    """上年可比数 would come to mean the year after."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", 2020, "上年可比数"], ["甲", 1, 2]])
    data, _ = add_year(path, 2021)
    assert [cell.value for cell in opened(data)["指标"][1]] == ["指标", 2020, 2021, "2019年可比数"]


def test_a_table_gets_a_column(tmp_path: Path) -> None:
    """With the heading as its name, and its row of totals."""
    made = opened(add_year(table_book(tmp_path / "figures.xlsx"), 2021)[0])
    table = made["指标"].tables["台账"]

    assert table.ref == "A1:F4"
    assert [column.name for column in table.tableColumns] == ["指标", "单位", "2019", "2020", "2021", "备注"]
    assert len({column.id for column in table.tableColumns}) == 6
    assert made["指标"]["E1"].value == "2021"
    assert made["指标"]["E4"].value == "=SUBTOTAL(109,台账[2021])"


def test_shared_formulas_are_written_out(tmp_path: Path) -> None:
    """Members of a group keep what they say, though their distances change."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", 2020, "甲", "乙"], ["丙", 1, "=B2", "=C2"]])
    shared = with_part(
        with_part(path.read_bytes(), SHEET, b"<f>B2</f>", b'<f t="shared" ref="C2:D2" si="0">B2</f>'),
        SHEET,
        b"<f>C2</f>",
        b'<f t="shared" si="0"/>',
    )
    path.write_bytes(shared)
    sheet = opened(add_year(path, 2021)[0])["指标"]
    assert (sheet["D2"].value, sheet["E2"].value) == ("=B2", "=D2")


def test_the_order_of_calculation_is_left_to_the_program(book: Path) -> None:
    """It names cells that moved; the part, its type and its relationship go."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    chain = b'<calcChain xmlns="%s"><c r="F3" i="1"/></calcChain>' % space
    data = with_part(
        book.read_bytes(),
        "[Content_Types].xml",
        b"</Types>",
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'spreadsheetml.calcChain+xml"/></Types>',
    )
    data = with_part(
        data,
        "xl/_rels/workbook.xml.rels",
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"'
        b' Target="calcChain.xml"/></Relationships>',
    )
    import io
    import zipfile

    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/calcChain.xml", chain)
    book.write_bytes(file.getvalue())
    made = parts(add_year(book, 2021)[0])

    assert "xl/calcChain.xml" not in made
    assert b"calcChain" not in made["[Content_Types].xml"] + made["xl/_rels/workbook.xml.rels"]


def test_an_array_across_the_place_is_refused(tmp_path: Path) -> None:
    """No office program puts a column into an array either."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", 2020, "甲"], ["丙", 1, None]])
    path.write_bytes(
        with_part(
            path.read_bytes(),
            SHEET,
            b'<c r="B2" t="n"><v>1</v></c>',
            b'<c r="B2"><f t="array" ref="B2:C2">A5:B5</f><v>1</v></c>',
        )
    )
    with pytest.raises(Faults) as caught:
        add_year(path, 2021)
    assert caught.value.diagnostics[0].code == "edit.array"
    assert caught.value.diagnostics[0].source == Source("figures.xlsx", sheet="指标", cell="B2")


def test_the_same_book_gives_the_same_bytes(book: Path) -> None:
    """Nothing comes from the clock."""
    assert add_year(book, 2021)[0] == add_year(book, 2021)[0]


def test_two_years_one_after_the_other(book: Path) -> None:
    """The second step is made after the first one's new column."""
    book.write_bytes(add_year(book, 2021)[0])
    sheet = opened(add_year(book, 2022)[0])["指标"]
    assert [cell.value for cell in sheet[2]][3:7] == [2019, 2020, 2021, 2022]
    assert sheet["G6"].value == "=SUM(G3:G4)"


def test_a_cell_is_set_and_nothing_else(book: Path) -> None:
    """Its style stays; so do the bytes of every other part but the workbook's, which asks to be reckoned."""
    before = parts(book)
    data = set_cells(book, {Source("figures.xlsx", sheet="指标", cell="E3"): Decimal("31")})
    after = parts(data)

    assert opened(data)["指标"]["E3"].value == 31
    assert opened(data)["指标"]["E3"].number_format == "#,##0"
    assert {name for name in before if before[name] != after[name]} == {SHEET, "xl/workbook.xml"}


def test_a_percentage_is_stored_as_its_cell_shows_it(tmp_path: Path) -> None:
    """80 % is 0.8 in a cell of that format."""
    path = small_book(tmp_path / "figures.xlsx", [["指标", "单位", 2020], ["甲", "%", 0.5]])
    made = openpyxl.load_workbook(path)
    made["指标"]["C2"].number_format = "0.0%"
    made.save(path)
    data = set_cells(path, {Source("figures.xlsx", sheet="指标", cell="C2"): Decimal("80.5")})
    assert opened(data)["指标"]["C2"].value == 0.805


def test_texts_and_blanks_can_be_set(book: Path) -> None:
    """A text stands in the sheet, so the shared ones stay; None empties."""
    place = Source("figures.xlsx", sheet="指标", cell="E4")
    assert opened(set_cells(book, {place: "—"}))["指标"]["E4"].value == "—"
    assert opened(set_cells(book, {place: None}))["指标"]["E4"].value is None


def test_a_cell_that_is_not_there_is_made_in_its_place(book: Path) -> None:
    """In the order that the format asks for."""
    data = set_cells(book, {Source("figures.xlsx", sheet="指标", cell="B9"): Decimal("1")})
    assert opened(data)["指标"]["B9"].value == 1


def test_a_formula_is_not_written_over(book: Path) -> None:
    """Its result would come back."""
    with pytest.raises(Faults) as caught:
        set_cells(book, {Source("figures.xlsx", sheet="指标", cell="E6"): Decimal("1")})
    assert caught.value.diagnostics[0].code == "edit.formula"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(
        st.lists(
            st.one_of(
                st.none(), st.integers(-999, 999), st.sampled_from(["文字", "=B2", "=SUM(B2:C2)", "=D3*2"])
            ),
            min_size=6,
            max_size=6,
        ),
        min_size=1,
        max_size=4,
    ),
    year_column=st.integers(1, 5),
)
def test_whatever_the_table_every_other_cell_reads_the_same(
    tmp_path: Path, rows: list[list[object]], year_column: int
) -> None:
    """Values and styles stay; a formula reads the same cells, wherever they are now."""
    from render.edit.references import Insertion, moved

    head: list[object] = ["指标", "甲", "乙", "丙", "丁", "戊"]
    head[year_column] = 2020
    path = small_book(
        tmp_path / "figures.xlsx", [head, *([f"指标{n}", *row[1:]] for n, row in enumerate(rows))]
    )
    before, after = opened(path.read_bytes())["指标"], opened(add_year(path, 2021)[0])["指标"]
    insertion = Insertion("指标", year_column + 1, year_column)
    for row in before.iter_rows():
        for cell in row:
            expected = cell.value
            if isinstance(expected, str) and expected.startswith("="):
                expected = "=" + moved(expected[1:], insertion, on_sheet=True)
            there = after.cell(cell.row, cell.column + (cell.column > year_column + 1))
            assert there.value == expected
    new = [after.cell(row, year_column + 2).value for row in range(2, after.max_row + 1)]
    assert all(value is None or str(value).startswith("=") for value in new)
