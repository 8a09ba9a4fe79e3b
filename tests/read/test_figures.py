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
from render.diagnostics import Diagnostic, Source
from render.read.figures import read_table
from render.read.sheet import Sheet, place_in
from render.report import Absence, FigureKind, Verbs


def table(folder: ReportFolder, *lines: str) -> None:
    """Write a figures.csv."""
    folder.write("figures.csv", "\n".join(lines) + "\n")


def test_every_column(folder: ReportFolder) -> None:
    """Each known heading fills its field; others are kept under their own heading."""
    table(
        folder,
        "代码,指标,单位,类型,2019,2020,小数位,写法,公式,口径,填报单位,来源,备注,联系电话",
        "L1,立案数,件,计数,21,28,0,{}余,甲+乙,全区,区司法局,台账,一,12345",
    )
    figure = folder.figure("L1")

    assert (figure.key, figure.name, figure.unit, figure.kind) == ("L1", "立案数", "件", FigureKind.COUNT)
    assert {year: value.number for year, value in figure.values.items()} == {2019: 21, 2020: 28}
    assert (figure.decimals, figure.form, figure.formula, figure.scope) == (0, "{}余", "甲+乙", "全区")
    assert (figure.supplied_by, figure.origin, figure.note) == ("区司法局", "台账", "一")
    assert figure.more == {"联系电话": "12345"}
    assert (figure.source.cell, figure.formula_source.cell) == ("A2", "I2")


def test_the_columns_of_an_office(folder: ReportFolder) -> None:
    """What a 台账 says of a figure beside its values."""
    table(
        folder,
        "一级指标,指标,时期/时点,统计期间,增减用词,2020,责任科室,填报人,佐证材料,是否公开",
        "依法决策,有效文件数,时点,截至12月31日,上升/下降,47,法制科,张某,目录,否",
    )
    figure = folder.figure("有效文件数")

    assert (figure.group, figure.is_stock, figure.period) == ("依法决策", True, "截至12月31日")
    assert figure.verbs == Verbs("上升", "下降")
    assert (figure.department, figure.contact, figure.evidence) == ("法制科", "张某", "目录")
    assert figure.is_public is False


def test_what_an_office_leaves_empty(folder: ReportFolder) -> None:
    """A figure is of the whole year, and whether it is public is not known."""
    table(folder, "指标,时期/时点,增减用词,口径调整,是否公开,2020", "立案数,,,,,1")
    figure = folder.figure()

    assert (figure.is_stock, figure.verbs, figure.redefined, figure.is_public) == (False, None, {}, None)


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("增长/下降", Verbs("增长", "下降")),
        ("下降／上升", Verbs("上升", "下降")),
        ("延长、压缩", Verbs("延长", "压缩")),
        ("压减", Verbs("增加", "压减")),
        ("提高", Verbs("提高", "下降")),
    ],
)
def test_words_for_rise_and_fall(folder: ReportFolder, words: str, verbs: Verbs) -> None:
    """A pair in either order, or one of the two."""
    table(folder, "指标,增减用词,2020", f"立案数,{words},1")

    assert folder.figure().verbs == verbs


@pytest.mark.parametrize(
    ("heading", "field", "year"),
    [
        ("上年公布数", "published", 2019),
        ("上年核定数", "approved", 2019),
        ("上年可比数", "comparable", 2019),
        ("2018年可比数", "comparable", 2018),
        ("2018 comparable", "comparable", 2018),
    ],
)
def test_other_values_of_an_earlier_year(folder: ReportFolder, heading: str, field: str, year: int) -> None:
    """上年 counts back from the newest year that has a column."""
    table(folder, f"指标,2018,{heading},2020", "立案数,5,6,7", "结案数,5,,7")
    figures = folder.report().figures.figures

    assert {at: value.number for at, value in getattr(figures["立案数"], field).items()} == {year: 6}
    assert getattr(figures["结案数"], field) == {}


@pytest.mark.parametrize(
    ("words", "redefined"),
    [
        ("统计范围扩大到街道", {2020: "统计范围扩大到街道"}),
        ("2019年：含街道", {2019: "含街道"}),
        ("自2019年起，含街道；2020年含社区", {2019: "含街道", 2020: "含社区"}),
        ('"2019年：含街道\n2020年：含社区"', {2019: "含街道", 2020: "含社区"}),
        ("2019、2020年：口径两次调整", {2019: "口径两次调整", 2020: "口径两次调整"}),
        ("2020", {2020: ""}),
        ("无", {}),
        ("—", {}),
    ],
)
def test_changes_of_scope(folder: ReportFolder, words: str, redefined: dict[int, str]) -> None:
    """Years and reasons; without a year it is the newest."""
    table(folder, "指标,2019,2020,口径调整", f"立案数,1,2,{words}")

    assert folder.figure().redefined == redefined


def test_a_unit_of_a_year_of_its_own(folder: ReportFolder) -> None:
    """Counted otherwise then, a value can only be compared once it is converted."""
    table(folder, "指标,单位,2019,2019年单位,2020", "立案数,件,21,起,28", "结案数,件,21,件,28")
    (found,) = folder.found()

    assert (found.code, found.source.cell) == ("figures.unit_changed", "D2")


def test_a_converted_value_makes_up_for_a_changed_unit(folder: ReportFolder) -> None:
    """The change of unit is then one of scope."""
    table(folder, "指标,单位,2019,2019年单位,2019年可比数,2020", "立案数,件,21,起,30,28")

    assert folder.figure().redefined == {2020: "计量单位由起改为件"}


@pytest.mark.parametrize(
    ("unit", "before", "after", "code", "cell"),
    [
        ("件", "28", "2800", "figures.jump", "D2"),
        ("件", "2800", "28", "figures.jump", "D2"),
        ("万元", "73.5", "735000", "figures.jump", "D2"),
        ("%", "0.8", "80", "figures.rate_jump", "C2"),
        ("%", "95.99", "0.9765", "figures.rate_jump", "D2"),
    ],
)
def test_a_jump_of_two_orders_of_magnitude(
    folder: ReportFolder, unit: str, before: str, after: str, code: str, cell: str
) -> None:
    """A slip of the unit, mostly; of a rate it is the smaller value that is doubted."""
    table(folder, "指标,单位,2019,2020", f"立案数,{unit},{before},{after}")
    (found,) = folder.found()

    assert (found.code, found.source.cell) == (code, cell)


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [("件", "28", "2799"), ("件", "0", "2800"), ("%", "2", "98"), ("%", "0.8", "2"), ("件", "—", "2800")],
)
def test_no_jump(folder: ReportFolder, unit: str, before: str, after: str) -> None:
    """Less than that, from nothing, or beside a dash."""
    table(folder, "指标,单位,2019,2020", f"立案数,{unit},{before},{after}")

    assert folder.codes() == []


@pytest.mark.parametrize(
    ("heading", "words", "code"),
    [
        ("增减用词", "增涨/下降", "figures.verbs"),
        ("增减用词", "增长/提高", "figures.verbs"),
        ("时期/时点", "年末", "figures.choice"),
        ("是否公开", "部分", "figures.choice"),
        ("2020年可比数", "约五件", "figures.words"),
    ],
)
def test_options_that_cannot_be_read(folder: ReportFolder, heading: str, words: str, code: str) -> None:
    """Named at their cell."""
    table(folder, f"指标,2021,{heading}", f"立案数,1,{words}")
    (found,) = folder.found()

    assert (found.code, found.source.cell) == (code, "C2")


def test_a_number_with_another_unit(folder: ReportFolder) -> None:
    """起 are not 件, even if the number may be the same."""
    table(folder, "指标,单位,2019,2020", "立案数,件,21起,28件")
    found = folder.found()

    assert [(each.code, each.source.cell) for each in found] == [
        ("figures.other_unit", "C2"), ("figures.folded", "D2"),
    ]  # fmt: skip


def test_forty_years(folder: ReportFolder) -> None:
    """As many columns as there are years."""
    years = range(1981, 2021)
    table(folder, "指标," + ",".join(map(str, years)), "立案数," + ",".join(map(str, years)))

    assert folder.report().figures.years == tuple(years)
    assert [value.number for value in folder.figure().values.values()] == list(years)


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
    table(folder, "指标,2020,2019年排名,上年数", "立案数,1,2,3")

    assert folder.report().figures.years == (2020,)
    assert folder.figure().more == {"2019年排名": "2", "上年数": "3"}


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
    found: list[Diagnostic] = []
    figures = read_table(Sheet(cells, place_in("figures.csv"), Source(), is_text=True), found).figures  # type: ignore[arg-type]

    assert [each for each in found if each.code != "figures.jump"] == []
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


@pytest.mark.parametrize(
    ("words", "listed", "remark"),
    [
        ("是", True, ""),
        ("√", True, ""),
        ("否", False, ""),
        ("", None, ""),
        ("含上年结转", True, "含上年结转"),
    ],
)
def test_whether_comparisons_list_a_figure(
    folder: ReportFolder, words: str, listed: bool | None, remark: str
) -> None:
    """对比 says yes or no; other words are what the comparison says of it."""
    table(folder, "指标,2020,对比", f"立案数,1,{words}")
    figure = folder.figure("立案数")

    assert (figure.listed, figure.remark) == (listed, remark)


def test_a_head_may_say_something_of_its_year(folder: ReportFolder) -> None:
    """2021（快报数） is the year 2021, and what is to be said of it."""
    table(folder, "指标,2020,2021年（快报数）", "立案数,1,2")
    figures = folder.report().figures

    assert figures.years == (2020, 2021)
    assert figures.remarks == {2021: "快报数"}
