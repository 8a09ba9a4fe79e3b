"""Values: what a figure prints, and what is said when it cannot."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from fill.reports import figure, filled, found, report, said, spans

from render.diagnostics import Source
from render.messages import Exit, describe, exit_of
from render.report import Absence, Value

MISSING = figure("合同审核件数", y2020="28", y2021=Absence.NOT_SUPPLIED, row=12, supplied_by="区司法局")


def test_a_figure_keeps_its_key_and_its_line() -> None:
    """The page can still say which figure it prints and where the author used it."""
    typed, number, rest = spans("一\n共{{ 件数 }}件", figure("件数", y2020=28))[-3:]

    assert (typed.text, number.text, rest.text) == ("共", "28", "件")
    assert (number.figure, number.source) == ("件数", Source("report.md", 2))
    assert typed.figure is None


@pytest.mark.parametrize(
    ("cell", "row", "text"),
    [(None, None, "80.1"), (2, None, "80.10"), (2, 0, "80"), (None, 3, "80.100")],
)
def test_places_are_the_rows_else_the_cells(cell: int | None, row: int | None, text: str) -> None:
    """小数位 wins over the number format; where neither speaks the number is as typed."""
    rate = figure("比率", decimals=row)
    rate = replace(rate, values={2020: Value(Decimal("80.1"), cell, Source("figures.xlsx"))})

    assert said("{{ 比率 }}", rate) == text


def test_a_form_is_used_wherever_the_figure_is_printed() -> None:
    """With its unit after it, if that is wanted."""
    firms = figure("企业", unit="家", y2020=5000, form="{:千}余")

    assert said("{{ 企业 }}、{{ 企业|带单位 }}", firms) == "5千余、5千余家"


def test_a_form_that_does_not_fit_is_reported_at_its_row() -> None:
    """It cannot come from a reader; a program may build a table by hand."""
    broken = figure("件数", y2020=5, form="{:百}", source=Source("figures.xlsx", sheet="指标", cell="A2"))
    _, diagnostics = filled(report("{{ 件数 }}", broken))

    assert [(each.code, each.source.cell) for each in diagnostics] == [("figures.form", "A2")]


def test_not_applicable_prints_a_dash() -> None:
    """It is a value of its own, and takes no unit."""
    assert said("{{ 件数|带单位 }}", figure("件数", y2020=Absence.NOT_APPLICABLE)) == "—"


def test_what_does_not_apply_cannot_be_reckoned_with() -> None:
    """The author decides what the sentence says instead."""
    assert found("{{ 件数 + 1 }}", figure("件数", y2020=Absence.NOT_APPLICABLE)) == [
        ("figure.not_applicable", 1)
    ]


def test_a_missing_figure_says_where_to_fill_it_and_who_supplies_it() -> None:
    """The model message of the project."""
    _, (diagnostic,) = filled(report("\n审核{{ 合同审核件数 }}件", MISSING, 年度=2021), year=2021)

    assert describe(diagnostic, "zh") == (
        "report.md第2行：错误：指标“合同审核件数”缺2021年数据［figure.missing］\n"
        "  解决办法：请填figures.xlsx“指标”表G12；填报单位：区司法局"
    )
    assert describe(diagnostic, "en").endswith(
        "hint: fill figures.xlsx, sheet 指标, cell G12; to be supplied by 区司法局"
    )


def test_a_missing_figure_without_a_supplier_names_none() -> None:
    """Half a hint would look like a fault of the tool."""
    _, (diagnostic,) = filled(report("{{ 件数 }}", figure("件数", y2020=Absence.NOT_SUPPLIED)))

    assert describe(diagnostic, "zh").endswith("请填figures.xlsx“指标”表F2")


def test_missing_figures_alone_end_with_a_status_of_their_own() -> None:
    """Nothing is wrong with the report; it waits."""
    _, diagnostics = filled(report("{{ 合同审核件数 }}", MISSING, 年度=2021), year=2021)

    assert exit_of(diagnostics) is Exit.PENDING


def test_every_missing_figure_is_found_in_one_run() -> None:
    """Printed, compared or reckoned with; once for each line."""
    absent = Absence.NOT_SUPPLIED
    text = "{{ 甲 }}{{ 甲|带单位 }}\n{% if 乙 > 1 %}多{% endif %}\n{{ 甲 / 丙 }}"

    assert found(
        text, figure("甲", y2020=absent), figure("乙", y2020=absent), figure("丙", y2020=absent)
    ) == [
        ("figure.missing", 1),
        ("figure.missing", 2),
        ("figure.missing", 3),
        ("figure.missing", 3),
    ]


def test_a_year_without_a_column_is_reported_once() -> None:
    """However many figures the text has."""
    _, diagnostics = filled(
        report("{{ 甲 }}{{ 乙 }}\n{{ 甲.上年 }}", figure("甲", y2019=1), figure("乙", y2019=2))
    )

    (diagnostic,) = diagnostics
    assert (diagnostic.code, diagnostic.source.sheet) == ("figures.no_year", "指标")
    assert diagnostic.values == {"year": 2020, "years": "2019"}


def test_a_year_that_the_text_names_is_reported_at_its_line() -> None:
    """A slip of the pen is mended there; the report's own year is still said once."""
    text = '{{ 甲 }}\n{{ 甲["2030"] }}\n{{ 甲[2029] - 1 }}\n{{ 乙.上年 }}\n{{ 乙["2020"] }}'
    _, diagnostics = filled(report(text, figure("甲", y2021=1), figure("乙", y2021=2)))

    assert [(each.code, each.source.line, each.values["year"]) for each in diagnostics] == [
        ("figures.no_year", None, 2020),
        ("figure.no_year", 2, 2030),
        ("figure.no_year", 3, 2029),
        ("figure.no_year", 4, 2019),
    ]
    assert describe(diagnostics[1], "zh").startswith(
        "report.md第2行：错误：figures.xlsx“指标”表没有2030年一列，现有：2021［figure.no_year］"
    )


def test_a_negative_number_prints_the_minus_sign() -> None:
    """A hyphen may be parted from its number at the end of a line; sums are as before."""
    change = figure("增长率", unit="%", y2020="-3.5")

    assert said(
        "{{ 增长率|带单位 }}、{{ 增长率 * 2 }}、{{ 增长率|保留(0) }}、{{ 增长率|绝对值 }}", change
    ) == ("−3.5%、−7、−4、3.5")
