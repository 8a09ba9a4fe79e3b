"""Comparisons by indicator: every case of change, what is listed, what is noted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import spans

from render.compare import appendix_of
from render.comparison import Comparison
from render.content import Appendix, Row, Table
from render.diagnostics import NOWHERE
from render.messages import Exit, exit_of
from render.report import FigureKind, FigureTable, Value
from render.wording import Wording

from .conftest import Compare, figure, found, table, wanted


def first_table(made: Comparison) -> Table:
    """The table by indicator, as content."""
    node = appendix_of(made).nodes[0]
    assert isinstance(node, Table)
    return node


def texts(row: Row) -> list[str]:
    """The cells of a row."""
    return ["".join(span.text for span in cell) for cell in row.cells]


def cells(made: Comparison, row: int = 0) -> list[str]:
    """What a row prints from its first value on."""
    first = 2 if made.unit else 3
    return texts(first_table(made).rows[row])[first:]


@pytest.mark.parametrize(
    ("before", "after", "printed"),
    [
        (4568, 5410, ["4568", "5410", "842", "18.4", ""]),
        (30, 21, ["30", "21", "−9", "−30.0", ""]),
        (71, 71, ["71", "71", "0", "0.0", ""]),
        (12558, 12560, ["12558", "12560", "2", "0.0", ""]),
        (12560, 12558, ["12560", "12558", "−2", "0.0", ""]),
        (0, 1, ["0", "1", "1", "—", ""]),
        (5, 0, ["5", "0", "−5", "−100.0", ""]),
        (0, 0, ["0", "0", "0", "—", ""]),
        ("—", 5, ["—", "5", "—", "—", "2020年新增指标"]),
        (4, "—", ["4", "—", "—", "—", "不再统计"]),
        (-5, 2, ["−5", "2", "7", "—", ""]),
        (3, 45, ["3", "45", "42", "1400.0", ""]),
    ],
)
def test_cases_of_change(compared: Compare, before: object, after: object, printed: list[str]) -> None:
    """Value, value, difference, rate, remark (spec §3)."""
    assert cells(compared(figure("甲", before, after))) == printed


def test_a_rate_changes_by_points(compared: Compare) -> None:
    """Its 增减 says 个百分点, and it has no 增幅."""
    made = compared(figure("准确率", "42.28", "99.95", unit="%"))
    assert cells(made) == ["42.28", "99.95", "57.67个百分点", "—", ""]
    assert "比率类指标的增减为百分点，不计算增减幅度。" in made.notes


def test_a_rate_per_mille_changes_by_its_own_points(compared: Compare) -> None:
    """个千分点."""
    assert cells(compared(figure("出生率", "6.1", "6.4", unit="‰")))[2] == "0.3个千分点"


def test_a_rank_moves_by_places(compared: Compare) -> None:
    """From fifth to third is up, and no rate of growth."""
    made = compared(figure("位次", 5, 3, unit="位", kind=FigureKind.RANK))
    assert cells(made) == ["5", "3", "−2", "—", "上升2位"]


def test_an_approximate_value_has_no_change(compared: Compare) -> None:
    """5千余 stands as 5000余, without a difference."""
    assert cells(compared(figure("企业", 4500, 5000, form="{:千}余"))) == [
        "4500余",
        "5000余",
        "—",
        "—",
        "约数",
    ]


def test_one_unit_stands_above(compared: Compare) -> None:
    """单位：件 at the right, and no column for it."""
    node = first_table(compared(figure("甲", 1, 2), figure("乙", 3, 4)))
    assert texts(node.head) == ["序号", "指标名称", "2019年", "2020年", "增减", "增减幅度（%）", "备注"]
    assert node.unit[0].text == "统计期间：2020年1月1日至12月31日　　单位：件"


def test_several_units_have_a_column(compared: Compare) -> None:
    """计量单位, after the name."""
    node = first_table(compared(figure("甲", 1, 2), figure("乙", 3, 4, unit="家")))
    assert texts(node.head)[2] == "计量单位"
    assert texts(node.rows[1])[:4] == ["2", "乙", "家", "3"]
    assert "单位" not in node.unit[0].text


def test_rows_of_one_unit_share_their_decimals(compared: Compare) -> None:
    """The finest of them; counts beside rates keep none."""
    made = compared(
        figure("甲", "80.1", "100", unit="%"), figure("乙", "42.28", "99", unit="%"), figure("丙", 1, 2)
    )
    assert cells(made, 0)[:3] == ["80.10", "100.00", "19.90个百分点"]
    assert cells(made, 2)[:2] == ["1", "2"]


def test_figures_keep_their_key_on_the_page(compared: Compare) -> None:
    """Every number of a row names its figure, for reading back and for `where`."""
    row = first_table(compared(figure("受理", 1, 2, code="a"))).rows[0]
    assert [cell[0].figure for cell in row.cells if cell] == [None, None, "a", "a", "a", "a"]


def test_parts_follow_their_figure(compared: Compare) -> None:
    """Set in below it, the first after 其中：, without a number of their own."""
    made = compared(
        figure("收到", 58, 68),
        figure("受理", 46, 51, more={"上级指标": "收到"}),
        figure("审结", 50, 54),
        figure("不予受理", 12, 10, more={"上级指标": "收到"}),
    )
    assert [texts(row)[:2] for row in first_table(made).rows] == [
        ["1", "收到"], ["", "　其中：受理"], ["", "　　　　不予受理"], ["2", "审结"],
    ]  # fmt: skip


def test_a_name_may_say_that_it_is_a_part(compared: Compare) -> None:
    """其中：受理 below 收到, as books have it."""
    made = compared(figure("收到", 58, 68), figure("其中：受理", 46, 51))
    assert texts(first_table(made).rows[1])[:2] == ["", "　其中：受理"]


def test_groups_have_a_row_of_their_own(compared: Compare) -> None:
    """The office's 一级指标, once for the rows that follow; numbers count on."""
    made = compared(
        figure("甲", 1, 2, group="行政复议"),
        figure("乙", 1, 2, group="行政复议"),
        figure("丙", 1, 2, group="行政应诉"),
    )
    rows = first_table(made).rows
    assert [(texts(row)[0], row.across) for row in rows] == [
        ("行政复议", True), ("1", False), ("2", False), ("行政应诉", True), ("3", False),
    ]  # fmt: skip


def test_a_group_stands_together(compared: Compare) -> None:
    """However its figures are strewn over the table; parts stay below what they are parts of."""
    made = compared(
        figure("甲", 1, 2, group="一组"),
        figure("乙", 1, 2, group="二组"),
        figure("丙", 1, 2, group="一组"),
        figure("其中：丁", 1, 2, group="一组"),
    )
    rows = [texts(row) for row in first_table(made).rows]
    assert [(row[0], row[1]) for row in rows] == [
        ("一组", ""), ("1", "甲"), ("2", "丙"), ("", "　其中：丁"), ("二组", ""), ("3", "乙"),
    ]  # fmt: skip


def test_marked_figures_alone_are_listed(compared: Compare) -> None:
    """Once one is marked 是 in 对比; other words there are printed in 备注."""
    made = compared(
        figure("甲", 1, 2, listed=True),
        figure("乙", None, 2),
        figure("丙", 1, 2, listed=True, remark="含结转"),
    )
    assert [(row.name, row.remark) for row in made.figures] == [("甲", ""), ("丙", "含结转")]


def test_figures_marked_out_are_not_listed(compared: Compare) -> None:
    """否 takes one out, its empty cells with it."""
    made = compared(figure("甲", 1, 2), figure("乙", None, 2, listed=False))
    assert [row.name for row in made.figures] == ["甲"]


def test_a_figure_that_never_applied_makes_no_row(compared: Compare) -> None:
    """Dashes in all years say nothing."""
    assert [row.name for row in compared(figure("甲", 1, 2), figure("乙", "—", "—")).figures] == ["甲"]


def test_missing_values_name_their_cells() -> None:
    """Not reported is no dash: the run ends with 3, every cell named."""
    wrong = found(figure("甲", None, 2, supplied_by="区司法局"), figure("乙", 1, None))
    assert [(d.code, d.source.cell, d.values["year"]) for d in wrong] == [
        ("compare.missing", "C2", 2019), ("compare.missing", "D2", 2020),
    ]  # fmt: skip
    assert exit_of(wrong) is Exit.PENDING


@pytest.mark.parametrize(
    ("bases", "code"),
    [((2020,), "compare.not_earlier"), ((2021,), "compare.not_earlier"), ((2018,), "compare.no_year")],
)
def test_years_that_cannot_be_compared(bases: tuple[int, ...], code: str) -> None:
    """The report's own year, a later one, one without a column."""
    assert code in [d.code for d in found(figure("甲", 1, 2, 3), bases=bases)]


def test_forty_years_are_too_many() -> None:
    """No page holds them; said once, before anything is set."""
    many = figure("甲", *range(1, 14))
    wrong = found(many, year=2031, bases=tuple(range(2019, 2031)))
    assert [d.code for d in wrong] == ["compare.too_many_years"]


def test_nothing_to_compare() -> None:
    """An empty table, or everything marked out."""
    assert [d.code for d in found(figure("甲", 1, 2, listed=False))] == ["compare.nothing"]


def test_several_years_stand_in_order(compared: Compare) -> None:
    """Ascending; changes are from the latest of them, and the heads say so."""
    made = compared(figure("甲", 1, 2, 4), year=2021, bases=(2020, 2019))
    node = first_table(made)
    assert texts(node.head)[2:] == [
        "2019年", "2020年", "2021年", "比2020年增减", "比2020年增减幅度（%）", "备注",
    ]  # fmt: skip
    assert cells(made) == ["1", "2", "4", "2", "100.0", ""]


def test_this_year_may_come_first(compared: Compare) -> None:
    """对比表年序: 降序."""
    made = compared(figure("甲", 4, 5), this_year_first=True)
    assert texts(first_table(made).head)[2:4] == ["2020年", "2019年"]
    assert cells(made)[:4] == ["5", "4", "1", "25.0"]


def test_notes_are_numbered_when_there_are_several(compared: Compare) -> None:
    """注：1.… and the others below it."""
    made = compared(
        figure("率", "1.5", "2.5", unit="%"), figure("新", "—", 2), figure("甲", 1, 2, scope="含结转")
    )
    assert [note[0].text for note in first_table(made).notes] == [
        "注：1.指标口径：“甲”：含结转。",
        "　　2.比率类指标的增减为百分点，不计算增减幅度。",
        "　　3.“—”表示不适用或无可比数据。",
    ]


def test_a_single_note_has_no_number(compared: Compare) -> None:
    """注：….; and none where nothing needs one."""
    assert [n[0].text for n in first_table(compared(figure("新", "—", 2))).notes] == [
        "注：“—”表示不适用或无可比数据。"
    ]
    assert first_table(compared(figure("甲", 1, 2))).notes == ()


def test_the_offices_are_the_source(compared: Compare) -> None:
    """Each once, below the notes; the report may say something else."""
    rows = figure("甲", 1, 2, supplied_by="区司法局"), figure("乙", 1, 2, supplied_by="区司法局")
    assert first_table(compared(*rows)).notes[0][0].text == "资料来源：区司法局"
    assert compared(*rows, origin="各单位报送").origin == "各单位报送"


def test_rates_come_from_stored_values_and_say_so(compared: Compare) -> None:
    """12.4 and 15.6 printed as 12 and 16 would suggest 33.3 % (spec, row 47)."""
    made = compared(figure("甲", "12.4", "15.6", decimals=0))
    assert cells(made)[:4] == ["12", "16", "3", "25.8"]
    assert made.notes == ("增减及增减幅度按未取整数计算。",)


def test_parts_that_add_up_but_not_in_print_are_noted(compared: Compare) -> None:
    """1.4 + 1.4 = 2.8 prints 1 + 1 = 3."""
    made = compared(
        figure("甲", "2.8", "2.8", decimals=0),
        figure("其中：乙", "1.4", "1.4", decimals=0),
        figure("其中：丙", "1.4", "1.4", decimals=0),
    )
    assert made.notes == ("部分数据因四舍五入，分项之和与合计可能略有出入。",)


def test_what_is_said_of_a_year_is_noted() -> None:
    """快报数 in the head of a column."""
    from render.compare import compare

    plain = table(figure("甲", 1, 2))
    remarked = FigureTable(plain.figures, plain.years, plain.source, {2019: "快报数", 2018: "旧"})
    made, _ = compare(remarked, wanted())
    assert made is not None
    assert made.notes == ("表中2019年数据为快报数。",)


def test_the_title_may_be_given(compared: Compare) -> None:
    """对比表标题 overrides the rule."""
    assert compared(figure("甲", 1, 2)).title == "洪山区2020年度法治政府建设主要指标对比表"
    made = appendix_of(compared(figure("甲", 1, 2), title="两年数据对比表"))
    assert isinstance(made, Appendix)
    assert [span.text for span in made.title] == [span.text for span in spans("两年数据对比表")]


def test_the_largest_changes_make_a_chart(compared: Compare) -> None:
    """In per cent, growth first; zero bases and unchanged figures draw no bar."""
    made = compared(figure("甲", 10, 15), figure("乙", 10, 2), figure("丙", 0, 2), figure("丁", 3, 3))
    (chart,) = made.charts
    assert (chart.kind, chart.categories) == ("bars", ("甲", "乙"))
    assert chart.series[0].values == (Decimal("50.0"), Decimal("-80.0"))
    assert chart.alternative == "2020年主要指标比2019年增减幅度：甲50.0%；乙−80.0%。"


def test_charts_are_chosen_by_name(compared: Compare) -> None:
    """A line over three years, columns over two; 不用 draws none."""
    rows = figure("甲", 1, 2, 4), figure("乙", 3, 2, 1)
    made = compared(*rows, year=2021, bases=(2019, 2020), charts=("甲",))
    assert [(c.kind, c.categories) for c in made.charts] == [("lines", ("2019年", "2020年", "2021年"))]
    assert [c.kind for c in compared(*rows, charts=("乙", "增减幅度")).charts] == ["columns", "bars"]
    assert compared(*rows, charts=("不用",)).charts == ()


def test_a_chart_of_nothing_known_is_a_fault() -> None:
    """With the name that was meant."""
    (wrong,) = found(figure("受理件数", 1, 2), charts=("受理件",))
    assert (wrong.code, wrong.values["near"]) == ("compare.no_such_figure", "受理件数")


def other(number: int) -> Value:
    """Another value of a year."""
    return Value(Decimal(number), None, NOWHERE)


def test_a_changed_scope_is_compared_by_comparable_values(compared: Compare) -> None:
    """上年可比数 with ①, and the note gives the reason."""
    made = compared(figure("服务点", 10, 15, comparable={2019: other(12)}, redefined={2020: "含街道服务点"}))
    assert cells(made) == ["12①", "15", "3", "25.0", ""]
    assert made.notes == ("①“服务点”统计口径有调整（含街道服务点），2019年数为按2020年口径计算的可比数。",)


def test_a_changed_scope_without_them_is_not_compared(compared: Compare) -> None:
    """Both values stand, and no change."""
    made = compared(figure("服务点", 10, 15, redefined={2020: "含街道服务点"}))
    assert cells(made) == ["10", "15", "—", "—", "统计口径调整"]
    assert made.notes[0] == "“服务点”统计口径有调整（含街道服务点），两年数据不可比，不计算增减。"


def test_revised_values_are_noted(compared: Compare) -> None:
    """核定数 stands in the table, 公布数 in the note."""
    made = compared(
        figure("归集信息", 100, 121, unit="条", published={2019: other(100)}, approved={2019: other(110)})
    )
    assert cells(made) == ["110", "121", "11", "10.0", ""]
    assert made.notes == ("部分2019年数据已作修订，原公布数为：“归集信息”100条。",)


def test_a_comparable_value_does_for_an_empty_cell(compared: Compare) -> None:
    """What is compared is there, and the empty cell is not missed."""
    assert cells(compared(figure("甲", None, 15, comparable={2019: other(12)})))[:3] == ["12①", "15", "3"]


def test_two_decimals_where_the_report_wants_them(compared: Compare) -> None:
    """用词: {增幅小数位: 2}."""
    made = compared(figure("甲", 3, 4), wording=Wording(rate_decimals=2))
    assert cells(made)[3] == "33.33"


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("{}余", 5000, "5000余"), ("{:千}余", 5000, "5000余"), ("{:万}余", 735000, "735000余"),
        ("{:万}余", 735482, "735482"), ("近{}", 15, "近15"), ("近万", 10000, "近10000"),
        ("近万", 9600, "9600"), ("{:汉}", 3, "3"),
    ],
)  # fmt: skip
def test_values_that_stand_for_another(compared: Compare, form: str, number: int, printed: str) -> None:
    """A value the form prints whole is as approximate as the form; one it cuts is exact."""
    assert cells(compared(figure("甲", number, number, form=form)))[0] == printed


def test_figures_that_are_parts_of_each_other_are_not_lost(compared: Compare) -> None:
    """Each stands by itself once."""
    made = compared(figure("甲", 1, 2, more={"上级指标": "乙"}), figure("乙", 1, 2, more={"上级指标": "甲"}))
    assert sorted(row.name for row in made.figures) == ["乙", "甲"]


def test_a_chart_says_what_is_said_of_a_year() -> None:
    """It may stand on a page without the table's head."""
    from render.compare import compare

    plain = table(figure("甲", 10, 15), figure("乙", 10, 2))
    made, _ = compare(FigureTable(plain.figures, plain.years, plain.source, {2019: "快报数"}), wanted())
    assert made is not None
    assert made.charts[0].title[0].text == "2020年主要指标比2019年（快报数）增减幅度"
