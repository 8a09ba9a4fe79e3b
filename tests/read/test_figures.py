"""Figures: columns by heading, rows by name, and cells that cannot be read."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.folders import ReportFolder

from render.dates import read_year
from render.diagnostics import Source
from render.read.figures import read_table
from render.read.sheet import Sheet, place_in
from render.report import Absence, FigureKind


def table(folder: ReportFolder, *lines: str) -> None:
    """Write a figures.csv."""
    folder.write("figures.csv", "\n".join(lines) + "\n")


def test_every_column(folder: ReportFolder) -> None:
    """Each known heading fills its field; others are kept under their own heading."""
    table(
        folder,
        "代码,指标,单位,类型,2019,2020,小数位,写法,公式,口径,填报单位,来源,备注,责任科室",
        "L1,立案数,件,计数,21,28,0,{}余,甲+乙,全区,区司法局,台账,一,法制科",
    )
    figure = folder.figure("L1")

    assert (figure.key, figure.name, figure.unit, figure.kind) == ("L1", "立案数", "件", FigureKind.COUNT)
    assert {year: value.number for year, value in figure.values.items()} == {2019: 21, 2020: 28}
    assert (figure.decimals, figure.form, figure.formula, figure.scope) == (0, "{}余", "甲+乙", "全区")
    assert (figure.supplied_by, figure.origin, figure.note) == ("区司法局", "台账", "一")
    assert figure.more == {"责任科室": "法制科"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("code", "key"), ("单位", "unit"), ("计量单位", "unit"), ("unit", "unit"), ("公式", "formula"),
        ("formula", "formula"), ("指标解释", "scope"), ("指标解释（口径）", "scope"), ("scope", "scope"),
        ("填报单位", "supplied_by"), ("supplied_by", "supplied_by"), ("数据来源", "origin"),
        ("Origin", "origin"), ("note", "note"),
    ],
)  # fmt: skip
def test_other_names_of_columns(folder: ReportFolder, heading: str, field: str) -> None:
    """Chinese and English headings mean the same column."""
    table(folder, f"指标名称,{heading},2020", "立案数,甲,1")
    (figure,) = folder.report().figures.figures.values()

    assert getattr(figure, field) == "甲"


@pytest.mark.parametrize("heading", ["指标", "指标名称", "figure", "name", "Name", " 指标 "])
def test_names_of_the_name_column(folder: ReportFolder, heading: str) -> None:
    """The column of names makes a row the head."""
    table(folder, f"{heading},2020", "立案数,1")

    assert folder.figure().values[2020].number == 1


@pytest.mark.parametrize("heading", ["2020", "2020年", "2020年度", "２０２０年"])
def test_year_headings(folder: ReportFolder, heading: str) -> None:
    """All of these head the same year."""
    table(folder, f"指标,{heading}", "立案数,1")

    assert folder.report().figures.years == (2020,)


def test_figures_of_other_kinds_are_the_offices_own(folder: ReportFolder) -> None:
    """A heading that only contains a year is no year."""
    table(folder, "指标,2020,2019年可比数,上年数", "立案数,1,2,3")

    assert folder.report().figures.years == (2020,)
    assert folder.figure().more == {"2019年可比数": "2", "上年数": "3"}


def test_titles_above_and_blank_rows(folder: ReportFolder) -> None:
    """Rows above the head, blank rows and a foot without values are passed over."""
    table(folder, "指标台账,,", ",,", "序号,指标,2020", "1,立案数,1", ",,", "2,收案数,", "填表人：,,")
    figures = folder.report().figures.figures

    assert list(figures) == ["立案数", "收案数"]
    assert figures["立案数"].source == Source("figures.csv", 4, cell="A4")


def test_head_of_two_rows(folder: ReportFolder) -> None:
    """Years may stand below a heading that spans them."""
    table(folder, "指标,单位,数值,", ",,2019年,2020年", "立案数,件,21,28")

    assert folder.report().figures.years == (2019, 2020)
    assert folder.figure().unit == "件"


def test_name_without_code_is_the_key(folder: ReportFolder) -> None:
    """Two figures may share a name if they have codes."""
    table(folder, "代码,指标,2020", "A,合计,1", "B,合计,2", ",立案数,3")

    assert list(folder.report().figures.figures) == ["A", "B", "立案数"]


def test_full_width_percent_sign_of_a_unit(folder: ReportFolder) -> None:
    """Print has 95.99%, with a half-width sign."""
    table(folder, "指标,单位,2020", "立案数,％,1")

    assert folder.figure().unit == "%"


@pytest.mark.parametrize("words", ["", " ", "\u3000", "未报", "待报", "缺报"])
def test_not_supplied(folder: ReportFolder, words: str) -> None:
    """An empty cell has no value yet."""
    table(folder, "指标,2020", f"立案数,{words}")

    assert folder.figure().values[2020].number is Absence.NOT_SUPPLIED


@pytest.mark.parametrize("words", ["—", "——", "–", "-", "/", "不适用", " — "])
def test_not_applicable(folder: ReportFolder, words: str) -> None:
    """A dash is a value of its own."""
    table(folder, "指标,2020", f"立案数,{words}")

    assert folder.figure().values[2020].number is Absence.NOT_APPLICABLE


def test_year_that_a_short_row_does_not_reach(folder: ReportFolder) -> None:
    """A year of the table is always there."""
    table(folder, "指标,2019,2020", "立案数")

    assert [value.number for value in folder.figure().values.values()] == [Absence.NOT_SUPPLIED] * 2


@pytest.mark.parametrize("form", ["{}", "{}余", "近{:千}", "{:万}多", "{:亿}", "{:汉}", "数十"])
def test_forms(folder: ReportFolder, form: str) -> None:
    """A form has a place for the number, or is what is printed."""
    table(folder, "指标,2020,写法", f"立案数,1,{form}")

    assert folder.figure().form == form


@pytest.mark.parametrize(
    ("lines", "code", "cell", "values"),
    [
        (("甲,2020", "乙,1"), "figures.no_head", "", {}),
        (("指标,单位", "立案数,件"), "figures.no_years", "A1", {}),
        (("指标,2020,2020年", "立案数,1,1"), "figures.column_twice", "C1", {"first": "2020"}),
        (("指标,单位,计量单位,2020", "立案数,件,件,1"), "figures.column_twice", "C1", {"first": "单位"}),
        (("指标,科室,科室,2020", "立案数,甲,乙,1"), "figures.column_twice", "C1", {"found": "科室"}),
        (("指标,2020", "立案数,1", "立案数,2"), "figures.twice", "A3", {"key": "立案数", "first": "A2"}),
        (("代码,指标,2020", "甲,立案数,1", ",甲,2"), "figures.twice", "A3", {"key": "甲", "first": "A2"}),
        (("单位,指标,2020", "件,,1"), "figures.no_name", "B2", {}),
        (("代码,指标,2020", "甲,,"), "figures.no_name", "B2", {}),
        (("指标,类型,2020", "立案数,记数,1"), "figures.kind", "B2", {"found": "记数", "near": "计数"}),
        (("指标,小数位,2020", "立案数,二,1"), "figures.decimals", "B2", {"found": "二", "most": 9}),
        (("指标,小数位,2020", "立案数,10,1"), "figures.decimals", "B2", {"found": "10"}),
        (("指标,小数位,2020", "立案数,-1,1"), "figures.decimals", "B2", {"found": "-1"}),
        (("指标,写法,2020", "立案数,{:百}余,1"), "figures.form", "B2", {"found": "{:百}余"}),
        (("指标,写法,2020", "立案数,{余,1"), "figures.form", "B2", {"found": "{余"}),
        (("指标,单位,2020", "立案数,件,约5"), "figures.words", "C2", {"found": "约5", "unit": "件"}),
        (("指标,单位,2020", "立案数,件,５件"), "figures.folded", "C2", {"found": "５件", "number": "5"}),
        (("指标,单位,2020", "立案数,件,1.2万"), "figures.scaled", "C2", {"number": "12000", "unit": "件"}),
        (("指标,单位,2020", "立案\x01数,件,1"), "text.character", "A2", {"character": "U+0001"}),
    ],
)  # fmt: skip
def test_findings(
    folder: ReportFolder, lines: tuple[str, ...], code: str, cell: str, values: dict[str, object]
) -> None:
    """Each names its cell, what was found, and what was expected."""
    table(folder, *lines)

    assert [(d.code, d.source.cell) for d in folder.found()] == [(code, cell)]
    assert values.items() <= dict(folder.found()[0].values).items()


def test_all_faulty_cells_in_one_run(folder: ReportFolder) -> None:
    """One fault does not hide another."""
    table(folder, "指标,类型,2019,2020", "甲,乙,三,四", ",,,1")

    assert folder.codes() == ["figures.kind", "figures.words", "figures.words", "figures.no_name"]


def test_plain_digits_in_a_text_file_are_not_remarkable(folder: ReportFolder) -> None:
    """Every number of a CSV file is text; its decimals are as typed."""
    table(folder, "指标,2020", "立案数,80.10")
    value = folder.figure().values[2020]

    assert (value.number, value.decimals) == (Decimal("80.10"), 2)


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**18), max_value=10**18)


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), max_size=5))
def test_decimals_come_back_from_csv(rows: list[list[Decimal]]) -> None:
    """Whatever the numbers, they are read as they were written."""
    stream = io.StringIO()
    csv.writer(stream).writerows(
        [["指标", 2018, 2019, 2020], *([f"甲{at}", *row] for at, row in enumerate(rows))]
    )
    cells = list(csv.reader(io.StringIO(stream.getvalue())))
    found: list[object] = []
    figures = read_table(Sheet(cells, place_in("figures.csv"), Source(), is_text=True), found).figures  # type: ignore[arg-type]

    assert found == []
    assert [[value.number for value in figure.values.values()] for figure in figures.values()] == rows


@given(st.integers(1900, 2199))
def test_any_year(year: int) -> None:
    """Years are four digits."""
    assert read_year(f"{year}年") == year


def test_a_cell_of_an_unknown_kind_is_a_mistake_of_ours() -> None:
    """It must not pass for a value that has been reported."""
    sheet = Sheet([["指标", "2020"], ["立案数", object()]], place_in("figures.xlsx"), Source("figures.xlsx"))  # type: ignore[list-item]

    with pytest.raises(TypeError, match=r"object at .*B2"):
        read_table(sheet, [])
