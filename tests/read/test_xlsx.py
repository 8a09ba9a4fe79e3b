"""XLSX: numbers as the office sees them, number formats, formulas, and files that are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from xml.parsers import expat

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read.folders import ReportFolder

from render.diagnostics import Source
from render.read import xlsx
from render.read.workbook import read_workbook
from render.report import Absence, Value

HEAD = ["指标", "单位", 2020]


def one(folder: ReportFolder, cell: object, number_format: str = "General", unit: str = "件") -> Value:
    """Write one value into cell C2 and read it back."""
    folder.sheet(HEAD, ["立案数", unit, cell], formats={"C2": number_format})
    return folder.figure().values[2020]


def rewrite(folder: ReportFolder, part: str, change: Callable[[str], str]) -> None:
    """Change one part of figures.xlsx."""
    path = folder.path / "figures.xlsx"
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                changed = change(text)
                assert changed != text
                text = changed
            new.writestr(name, text)
    path.write_bytes(stream.getvalue())


SHEET = "xl/worksheets/sheet1.xml"


def test_place_of_a_value(folder: ReportFolder) -> None:
    """A value names its file, sheet and cell, with titles above and columns before the table."""
    folder.sheet([], [None, "台账"], [None, None, *HEAD], [None, None, "立案数", "件", 28])
    figure = folder.figure()

    assert figure.values[2020] == Value(Decimal(28), 0, Source("figures.xlsx", sheet="指标", cell="E4"))
    assert figure.unit == "件"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (80.1, "80.1"),
        (0.1 + 0.2, "0.3"),
        (28, "28"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (1e15, "1000000000000000"),
        (123456.789, "123456.789"),
    ],
)
def test_numbers_without_binary_noise(folder: ReportFolder, cell: float, number: str) -> None:
    """Fifteen significant digits are what the sheet shows."""
    assert one(folder, cell).number == Decimal(number)


@pytest.mark.parametrize(
    ("cell", "number_format", "decimals"),
    [
        (80, "0", 0),
        (80.1, "0.00", 2),
        (80.126, "0.0", 1),
        (80, "#,##0.00", 2),
        (80.1, "0.##", 1),
        (80.1, "General", 1),
        (1 / 3, "General", None),
        (80.1, '0.00"件"', 2),
    ],
)
def test_decimals_follow_the_format(
    folder: ReportFolder, cell: float, number_format: str, decimals: int | None
) -> None:
    """The number format says how many decimals are meant; General says it only while all are shown."""
    assert one(folder, cell, number_format).decimals == decimals


def test_number_keeps_what_the_format_hides(folder: ReportFolder) -> None:
    """Rates are computed from unrounded values."""
    assert one(folder, 80.126, "0.0").number == Decimal("80.126")


@pytest.mark.parametrize(
    ("cell", "number_format", "number", "decimals"),
    [(0.8, "0%", "80", 0), (0.95987, "0.00%", "95.987", 2), (1, "0%", "100", 0)],
)
def test_percent_format(
    folder: ReportFolder, cell: float, number_format: str, number: str, decimals: int
) -> None:
    """0.8 shown as 80% is 80 in the unit %."""
    value = one(folder, cell, number_format, unit="%")

    assert (value.number, value.decimals) == (Decimal(number), decimals)


def test_date_heads_its_year(folder: ReportFolder) -> None:
    """A head cell may be a date formatted as a year."""
    folder.sheet(["指标", date(2020, 1, 1)], ["立案数", 28])

    assert folder.report().figures.years == (2020,)


def test_numbers_in_text_columns(folder: ReportFolder) -> None:
    """A code or telephone number typed as a number has no point and zero."""
    folder.sheet(["代码", *HEAD, "电话"], [101, "立案数", "件", 28, 87654321.0])

    assert folder.figure("101").more == {"电话": "87654321"}


@pytest.mark.parametrize(
    ("cell", "code", "values"),
    [
        (True, "figures.boolean", {"found": "TRUE"}),
        (date(2020, 5, 1), "figures.date", {"found": "2020-05-01"}),
        (time(8, 30), "figures.date", {"found": "08:30:00"}),
        ("#DIV/0!", "figures.cell_error", {"found": "#DIV/0!"}),
        ("=1+1", "figures.uncomputed", {}),
        ("三十", "figures.words", {"found": "三十", "unit": "件"}),
        ("28", "figures.text", {"number": "28"}),
        ("２８件", "figures.folded", {"found": "２８件", "number": "28"}),
        ("1.2万", "figures.scaled", {"number": "12000"}),
    ],
)
def test_cells_that_are_no_plain_number(
    folder: ReportFolder, cell: object, code: str, values: dict[str, str]
) -> None:
    """The finding names the cell, what it holds, and how it was read."""
    folder.sheet(HEAD, ["立案数", "件", cell])

    assert [(d.code, d.source) for d in folder.found()] == [
        (code, Source("figures.xlsx", sheet="指标", cell="C2"))
    ]
    assert values.items() <= dict(folder.found()[0].values).items()


@pytest.mark.parametrize("unit", ["件", "", "‰"])
def test_percentage_under_another_unit(folder: ReportFolder, unit: str) -> None:
    """A cell that shows 80% cannot hold 80 of something else."""
    folder.sheet(HEAD, ["立案数", unit, 0.8], formats={"C2": "0%"})

    assert [(d.code, d.values["found"], d.values["unit"]) for d in folder.found()] == [
        ("figures.percent", "80%", unit)
    ]


def test_formula_in_a_text_column(folder: ReportFolder) -> None:
    """A name that is not computed is no blank row."""
    folder.sheet(HEAD, ["立案数", '="件"', 28])

    assert [(d.code, d.source.cell) for d in folder.found()] == [("figures.uncomputed", "B2")]


def test_formula_in_the_head(folder: ReportFolder) -> None:
    """A year that is not computed is no missing column."""
    folder.sheet([*HEAD[:2], "=2019+1"], ["立案数", "件", 28])

    assert ("figures.uncomputed", "C1") in [(d.code, d.source.cell) for d in folder.found()]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("<c r='C2'><f>1+1</f><v>2</v></c>", Decimal(2)),
        ('<c r="C2" t="str"><f>""</f><v></v></c>', Absence.NOT_SUPPLIED),
        ("<c><v>2</v></c>", Decimal(2)),
        ('<c r="C2"/>', Absence.NOT_SUPPLIED),
    ],
)
def test_cells_as_other_programs_write_them(folder: ReportFolder, cell: str, number: object) -> None:
    """A stored result, a stored empty text, a cell without its place, a cell without anything."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    rewrite(folder, SHEET, lambda text: text.replace('<c r="C2" t="n"><v>28</v></c>', cell))

    assert folder.figure().values[2020].number == number


def test_prefixed_elements(folder: ReportFolder) -> None:
    """The Open XML SDK writes x:c for c."""
    folder.sheet(HEAD, ["立案数", "%", 0.8], formats={"C2": "0%"})
    rewrite(
        folder,
        SHEET,
        lambda text: (
            text.replace("</", "</\0")
            .replace("<", "<x:")
            .replace("<x:/\0", "</x:")
            .replace("xmlns=", "xmlns:x=")
        ),
    )

    assert folder.figure().values[2020].number == 80


def test_sheet_named_for_figures_wins(folder: ReportFolder) -> None:
    """The sheet 指标 is taken wherever it stands."""
    book = openpyxl.Workbook()
    for title, number in (("别的", 1), ("指标", 2)):
        sheet = book.create_sheet(title)
        sheet.append(HEAD)
        sheet.append(["立案数", "件", number])
    folder.book(book)

    assert folder.figure().values[2020].number == 2


def test_first_sheet_with_a_head(folder: ReportFolder) -> None:
    """Without a sheet 指标 the first visible one that has a head row is taken."""
    book = openpyxl.Workbook()
    hidden = book.create_sheet("隐藏")
    hidden.append(HEAD)
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("台账")
    sheet.append(HEAD)
    sheet.append(["立案数", "件", 28])
    folder.book(book)

    assert folder.figure().values[2020].source.sheet == "台账"


def test_no_sheet_has_a_head(folder: ReportFolder) -> None:
    """The complaint names the first sheet."""
    folder.sheet(["甲", 2020], title="表")

    assert [(d.code, d.source.sheet) for d in folder.found()] == [("figures.no_head", "表")]


def test_merged_and_formatted_blank_rows(folder: ReportFolder) -> None:
    """Merged titles and empty formatted rows are no figures."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["台账"], HEAD, ["立案数", "件", 28]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A9:C9")
    sheet["C8"].number_format = "0.0"
    folder.book(book)

    assert list(folder.report().figures.figures) == ["立案数"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "figures.misnamed"),
        (b"\xef\xbb\xbf<html><table></table></html>", "figures.misnamed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook", "figures.misnamed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "figures.protected"),
        (b"PK\x03\x04 cut short", "figures.damaged"),
    ],
)
def test_files_that_are_no_workbook(folder: ReportFolder, data: bytes, code: str) -> None:
    """Renamed, protected and damaged files are told apart."""
    folder.write("figures.xlsx", data)

    assert folder.codes() == [code]


def test_package_of_another_kind(folder: ReportFolder) -> None:
    """A ZIP file that is no workbook is damaged as far as we can tell."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("a.txt", "a")
    folder.write("figures.xlsx", stream.getvalue())

    assert folder.codes() == ["figures.damaged"]


def test_flipped_byte(folder: ReportFolder) -> None:
    """A part whose checksum is wrong is not read."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    path = folder.path / "figures.xlsx"
    data = bytearray(path.read_bytes())
    start = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[start] ^= 0xFF
    path.write_bytes(data)

    assert folder.codes() == ["figures.damaged"]


def test_entities_are_refused(folder: ReportFolder) -> None:
    """Entities that double each other can fill any memory."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    rewrite(folder, SHEET, lambda text: '<!DOCTYPE worksheet [<!ENTITY a "a">]>' + text)

    assert folder.codes() == ["figures.damaged"]


def test_part_that_unpacks_out_of_proportion(folder: ReportFolder) -> None:
    """A bomb is refused before it is unpacked."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    rewrite(folder, "docProps/app.xml", lambda text: text + " " * (xlsx.RATIO_FROM + 1))

    assert folder.codes() == ["figures.too_large"]


def test_parts_that_unpack_to_too_much(folder: ReportFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts together have a limit."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    monkeypatch.setattr(xlsx, "MOST_BYTES", 1000)

    assert folder.codes() == ["figures.too_large"]


def test_cells_too_far_apart(folder: ReportFolder) -> None:
    """One cell in the last corner would make a grid of seventeen billion."""
    folder.sheet(HEAD, ["立案数", "件", 28])
    rewrite(
        folder,
        SHEET,
        lambda text: text.replace(
            "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )

    assert folder.codes() == ["figures.too_large"]


@given(
    st.lists(
        st.tuples(st.integers(-(10**14), 10**14), st.integers(0, 6)),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_decimals_come_back(tmp_path: Path, digits: list[tuple[int, int]]) -> None:
    """Whatever the numbers of up to fifteen digits, they are read as they were written."""
    numbers = [Decimal(whole).scaleb(-places) for whole, places in digits]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", 2020])
    for at, number in enumerate(numbers):
        sheet.append([f"甲{at}", number])
    book.save(tmp_path / "figures.xlsx")
    read = read_workbook(tmp_path / "figures.xlsx", "figures.xlsx", [])
    assert read is not None

    from render.read.figures import read_table

    figures = read_table(read, []).figures.values()
    assert [figure.values[2020].number for figure in figures] == numbers


def test_the_quick_look_sees_what_the_parser_sees(folder: ReportFolder) -> None:
    """Formats and the filled area of a sheet of plain values; of one with formulas it sees nothing."""
    folder.sheet(HEAD, ["甲", "件", 1.5], ["乙", "件", None], formats={"C2": "0.00"})
    with zipfile.ZipFile(folder.path / "figures.xlsx") as book:
        content = book.read(SHEET)
    quick, thorough = xlsx._Scan(), xlsx._Scan()
    wanted = set(map(str, range(9)))
    assert quick.read_plainly(content, wanted)
    parser = expat.ParserCreate()
    parser.StartElementHandler = thorough.listener(parser)
    parser.Parse(content, True)
    assert quick.styles == thorough.styles
    assert not xlsx._Scan().read_plainly(content.replace(b"<v>1.5</v>", b"<f>1+0.5</f>"), wanted)
    assert not xlsx._Scan().read_plainly(content.replace(b"<v>1.5</v>", b"<!-- 1.5 -->"), wanted)
    assert not xlsx._Scan().read_plainly(content.replace(b'r="C2"', b't="e" r="C2"'), wanted)
    assert xlsx._Scan().read_plainly(content.replace(b"</worksheet>", b"<formula1/></worksheet>"), wanted)
    far = content.replace(b'r="C2"', b'r="C20000"')
    assert quick.read_plainly(far, wanted)
    assert quick.area() == 3 * 20000
