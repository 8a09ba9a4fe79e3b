"""Sheets filled in in unhelpful ways: read rightly, or listed with their cell, and never silently wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from collect.sheets import GOOD, Edit, codes, fill, take, values_of
from openpyxl.styles import Font


def put(**cells: Any) -> Edit:
    """Type into cells."""

    def edit(sheet: Any) -> None:
        for cell, value in cells.items():
            sheet[cell] = value

    return edit


def look(cell: str, number_format: str) -> Edit:
    """Give a cell another number format."""

    def edit(sheet: Any) -> None:
        sheet[cell].number_format = number_format

    return edit


def does(name: str, *arguments: Any, **more: Any) -> Edit:
    """Call a method of the sheet."""

    def edit(sheet: Any) -> None:
        getattr(sheet, name)(*arguments, **more)

    return edit


def unprotected(sheet: Any) -> None:
    """Take the protection off."""
    sheet.protection.sheet = False


def without_code(sheet: Any) -> None:
    """Delete the line of the code and the sheet nobody sees."""
    sheet["A14"] = None
    del sheet.parent["gongwen"]


def retitled(sheet: Any) -> None:
    """Another name of the sheet, blanks in the headings, another font."""
    sheet.title = "Sheet1"
    sheet["B4"] = "指 标 名 称"
    sheet["F4"] = "本年数 \n (2020 年)"
    sheet["F5"].font = Font(name="Arial", size=20)


def cover(sheet: Any) -> None:
    """Put a sheet before it, with words and a number."""
    first = sheet.parent.create_sheet("说明", 0)
    first["A1"], first["B2"] = "报送说明：数据已核", 22
    sheet.parent.active = 0


def moved_columns(sheet: Any) -> None:
    """Put this year's column before the names."""
    sheet.insert_cols(2)
    for row in range(4, 10):
        sheet.cell(row, 2).value = sheet.cell(row, 7).value
        sheet.cell(row, 2).number_format = sheet.cell(row, 7).number_format
    sheet.delete_cols(7)


def sorted_backwards(sheet: Any) -> None:
    """Sort the figures the other way round."""
    rows = [[sheet.cell(row, at).value for at in range(1, 11)] for row in range(5, 10)]
    for row, values in enumerate(reversed(rows), 5):
        for at, value in enumerate(values, 1):
            sheet.cell(row, at).value = value


def extra_column(sheet: Any) -> None:
    """Put a column of remarks in the middle."""
    sheet.insert_cols(4)
    sheet["D4"] = "科室意见"
    sheet["D5"] = "已核 20 件"


def extra_rows(sheet: Any) -> None:
    """Put blank rows above the head and between figures, and a note below."""
    sheet.insert_rows(7, 2)
    sheet.insert_rows(1, 3)
    sheet["B30"] = "注：以上数据截至12月31日"


RIGHT: dict[str, tuple[Edit, dict[str, str], list[str]]] = {
    "as it was sent": (put(), {}, []),
    "unit behind the number": (put(F5="22件"), {}, ["collect.folded"]),
    "full-width digits": (put(F5="２２"), {}, ["collect.folded"]),
    "blanks and unit": (put(F5=" 22 件 "), {}, ["collect.folded"]),
    "number as text": (put(F5="22"), {}, []),
    "a dash of the wrong kind for nothing": (put(F9="—", H9="不再统计"), {}, ["collect.dash"]),
    "full-width per cent sign": (put(F7="９６．０６％"), {}, ["collect.folded"]),
    "per cent as text": (put(F7="96.06%"), {}, ["collect.folded"]),
    "per cent by its format": (lambda s: [put(F7=0.9606)(s), look("F7", "0.00%")(s)], {}, []),
    "zero": (put(F6=0, H6="全部办结前移"), {"办结数": "0"}, []),
    "a note in another cell": (put(K5="这个数是22左右", I6="含上年结转"), {}, []),
    "another name and other headings": (retitled, {}, []),
    "a sheet before it": (cover, {}, []),
    "columns moved": (moved_columns, {}, []),
    "rows sorted": (sorted_backwards, {}, []),
    "a column inserted": (extra_column, {}, []),
    "rows inserted": (extra_rows, {}, []),
    "protection off": (unprotected, {}, []),
    "marks lost": (without_code, {}, ["collect.unmarked"]),
    "head merged with the row above": (does("merge_cells", "B2:C3"), {}, []),
    "a row hidden": (lambda s: setattr(s.row_dimensions[6], "hidden", True), {}, []),
    "其中 before the name": (put(B6="其中：办结数"), {}, []),
    "line break in a name": (put(B6="办结\n数"), {}, []),
    "a sum below": (put(B10="合计", F10=999), {}, []),
}
"""What an office did, what is read otherwise than as `GOOD`, and what is said of it."""


@pytest.mark.parametrize("name", RIGHT)
def test_it_is_read_as_it_is_meant(name: str, report: Path, sheet: Path, answers: Path) -> None:
    """Whatever was done to the sheet, the five figures come out, or the doubtful one is listed."""
    edit, otherwise, said = RIGHT[name]
    fill(sheet, answers / "新建 Microsoft Excel 工作表.xlsx", GOOD, edit)
    taken = take(report, answers)
    blocked = {"collect.dash": "平均用时"}
    expected = {key: str(value) for key, value in {**GOOD, **otherwise}.items()}
    for code in said:
        expected.pop(blocked.get(code, ""), None)
    assert values_of(taken) == expected
    assert codes(taken) == said
    assert taken.returned[0].office == "甲局"


DOUBTFUL: dict[str, tuple[str, Any, str]] = {
    "roughly": ("F5", "约22件", "collect.rough"),
    "more than": ("F5", "20余", "collect.rough"),
    "about, behind": ("F5", "22左右", "collect.rough"),
    "无": ("F5", "无", "collect.none"),
    "a slash": ("F5", "/", "collect.dash"),
    "a long dash": ("F5", "——", "collect.dash"),
    "not applicable": ("F5", "不适用", "collect.dash"),
    "words": ("F5", "见附件", "collect.words"),
    "Chinese digits": ("F5", "二十二", "collect.words"),
    "two numbers": ("F5", "22/19", "collect.words"),
    "a number and words": ("F5", "22（含结转2）", "collect.words"),
    "another unit": ("F5", "22人", "collect.other_unit"),
    "a date": ("F5", datetime.datetime(2020, 2, 2), "collect.date"),
    "true": ("F5", True, "collect.words"),
    "an error": ("F5", "#DIV/0!", "collect.error"),
    "a formula never worked out": ("F5", "=10+5", "collect.no_result"),
    "below nothing": ("F5", -3, "collect.too_small"),
    "half a case": ("F5", 22.5, "collect.decimals"),
    "more than all": ("F7", 101, "collect.too_large"),
    "a share": ("F7", 0.9606, "collect.share"),
    "a share as text": ("F7", "0.96", "collect.share"),
    "too many decimals": ("F7", 96.066, "collect.decimals"),
    "yuan for ten thousand yuan": ("F8", 1185000, "collect.jump"),
    "yuan written out": ("F8", "118.5亿元", "collect.other_unit"),
    "a sum of money in other words": ("F8", "118.5元", "collect.other_unit"),
    "last year's value changed": ("E5", 21, "collect.base_changed"),
    "last year's value deleted": ("E5", None, "collect.base_changed"),
    "the unit changed": ("D5", "起", "collect.unit_changed"),
    "the name changed": ("B5", "立案件数", "collect.name_changed"),
    "the name deleted": ("B5", None, "collect.name_changed"),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_it_is_listed_with_its_cell(name: str, report: Path, sheet: Path, answers: Path) -> None:
    """The figure is left out, its cell named; the others are read."""
    cell, value, code = DOUBTFUL[name]
    fill(sheet, answers / "甲.xlsx", GOOD, put(**{cell: value}))
    taken = take(report, answers)
    found = [each for each in taken.findings if each.diagnostic.code == code]
    assert [each.diagnostic.source.cell for each in found] == [cell]
    assert codes(taken) == [code]
    assert taken.exit == 1
    assert len(values_of(taken)) == 4
    assert found[0].key not in values_of(taken)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (put(B16="信访件数", F16=12), "collect.unknown_row"),
        (put(F10=12), "collect.nameless_row"),
        (does("merge_cells", "F5:F6"), "collect.merged"),
        (put(G4="本年数"), "collect.column_twice"),
        (put(F4="本年数（2021年）"), "collect.other_year"),
        (put(A2="填报单位（盖章）：乙局"), "collect.other_office"),
        (put(B4="项目名", F4="数量"), "collect.no_table"),
    ],
)
def test_what_concerns_more_than_a_cell_is_listed(
    edit: Edit, code: str, report: Path, sheet: Path, answers: Path
) -> None:
    """Rows nobody asked for, merged cells, sheets of something else."""
    fill(sheet, answers / "甲.xlsx", GOOD, edit, people=False)
    assert code in codes(take(report, answers))


def test_a_formula_with_its_result(report: Path, sheet: Path, answers: Path) -> None:
    """The result is taken, and told."""
    from zipfile import ZipFile

    fill(sheet, answers / "a.xlsx", GOOD, put(F5="=20+2"))
    path = answers / "a.xlsx"
    with ZipFile(path) as parts:
        kept = {name: parts.read(name) for name in parts.namelist()}
    with ZipFile(path, "w") as parts:
        for name, data in kept.items():
            parts.writestr(
                name,
                data.replace(b"<f>20+2</f><v></v>", b"<f>20+2</f><v>22</v>").replace(
                    b"<f>20+2</f><v/>", b"<f>20+2</f><v>22</v>"
                ),
            )
    taken = take(report, answers)
    assert values_of(taken)["立案数"] == "22"
    assert codes(taken) == ["collect.formula"]


def test_a_large_change_without_a_reason(report: Path, sheet: Path, answers: Path) -> None:
    """The value is taken; the office is asked for the reason."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": 26})
    taken = take(report, answers)
    assert codes(taken) == ["collect.no_reason"]
    assert values_of(taken)["立案数"] == "26"
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": 26}, put(H5="专项行动"))
    assert codes(take(report, answers)) == []


def test_just_below_the_threshold(report: Path, sheet: Path, answers: Path) -> None:
    """25.9 of 20 is 29.5 per cent."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": 25})
    assert codes(take(report, answers)) == []


def test_ten_thousands_where_they_are_not_meant(report: Path, sheet: Path, answers: Path) -> None:
    """22万 is read as 220000, and that is a hundred times last year's."""
    fill(sheet, answers / "a.xlsx", GOOD, put(F5="22万"))
    taken = take(report, answers)
    assert codes(taken) == ["collect.jump", "collect.scaled"]
    assert "立案数" not in values_of(taken)


@pytest.mark.parametrize("word", ["暂无", "未报", "待报", " ", None])
def test_what_is_still_to_come_is_missing(word: str | None, report: Path, sheet: Path, answers: Path) -> None:
    """Not zero, and not a doubt."""
    fill(sheet, answers / "a.xlsx", GOOD, put(F5=word))
    taken = take(report, answers)
    assert [each.asked.key for each in taken.offices[0].missing] == ["立案数"]
    assert codes(taken) == []
    assert taken.exit == 3


def test_who_filled_it_in(report: Path, sheet: Path, answers: Path) -> None:
    """The foot of the sheet."""
    fill(sheet, answers / "a.xlsx", GOOD)
    people = take(report, answers).returned[0].people
    assert (people.head, people.reviewer, people.filler) == ("王五", "李四", "张三")
    assert (people.phone, people.filled_on) == ("027-12345678", "2021-01-18")


@pytest.mark.parametrize(
    "edit",
    [
        put(E12=datetime.datetime(2021, 1, 18)),
        put(E12="2021.1.18"),
        put(D12="填报日期：2021年1月18日", E12=None),
        put(A11="单位负责人：王五　审核人：李四  填表人：张三  电话：027-12345678 填报日期：2021年1月18日",
            C11=None, D11=None, E11=None, G11=None, H11=None, A12=None, C12=None, D12=None, E12=None),
    ],
)  # fmt: skip
def test_the_foot_written_otherwise(
    edit: Callable[[Any], None], report: Path, sheet: Path, answers: Path
) -> None:
    """A date as such, with points, and everything in one cell."""
    fill(sheet, answers / "a.xlsx", GOOD, edit)
    people = take(report, answers).returned[0].people
    assert (people.filled_on, people.filler, people.phone) == ("2021-01-18", "张三", "027-12345678")


def test_the_sheet_twice_in_one_book(report: Path, sheet: Path, answers: Path) -> None:
    """A copy that says something else is a second answer."""

    def copied(page: Any) -> None:
        copy = page.parent.copy_worksheet(page)
        copy["F5"] = 23

    fill(sheet, answers / "a.xlsx", GOOD, copied)
    assert "collect.two_answers" in codes(take(report, answers))


def test_a_sheet_that_is_not_filled_in(report: Path, sheet: Path) -> None:
    """Pointed at the sheets as they were sent: nobody has answered."""
    taken = take(report, sheet.parent)
    assert codes(taken) == ["collect.unfilled", "collect.unfilled"]
    assert [len(each.files) for each in taken.offices] == [0, 0]
    assert openpyxl.load_workbook(sheet)["收数表"]["F5"].value is None
