"""Comparisons by office: shares, totals, and totals that do not add up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from render.compare import appendix_of
from render.content import Table
from render.report import Figure

from .conftest import Compare, figure, found


def office(name: str, *numbers: int, **more: object) -> Figure:
    """A row of one office."""
    return figure("受理件数", *numbers, code=f"受理_{name}", supplied_by=name, **more)


def test_offices_stand_below_each_other(compared: Compare) -> None:
    """单位, years, 占比, 增减幅度, 合计 last."""
    made = compared(office("司法局", 10, 15), office("公安局", 30, 45))
    (node,) = appendix_of(made).nodes
    assert isinstance(node, Table)
    rows = [["".join(s.text for s in cell) for cell in row.cells] for row in (node.head, *node.rows)]
    assert rows == [
        ["单位", "2019年", "2020年", "占比（%）", "增减幅度（%）"],
        ["司法局", "10", "15", "25.0", "50.0"],
        ["公安局", "30", "45", "75.0", "50.0"],
        ["合计", "40", "60", "100.0", "50.0"],
    ]
    assert node.title[0].text == "各单位受理件数"


def test_a_total_of_the_table_is_used(compared: Compare) -> None:
    """And stands among the indicators too."""
    made = compared(office("司法局", 10, 15), office("公安局", 30, 45), office("合计", 40, 60))
    assert [row.figure for row in made.figures] == ["受理_合计"]
    assert made.offices[0].total is not None
    assert made.offices[0].total.figure == "受理_合计"


def test_a_total_that_does_not_add_up_is_a_fault() -> None:
    """With both numbers, at the cell of the total."""
    wrong = found(office("司法局", 10, 15), office("公安局", 30, 45), office("合计", 40, 61))
    assert [(d.code, d.values["total"], d.values["sum"]) for d in wrong] == [("compare.total", "61", "60")]


def test_shares_are_never_forced_to_a_hundred(compared: Compare) -> None:
    """Three thirds are 99.9, and the notes say why."""
    made = compared(office("甲局", 1, 1), office("乙局", 1, 1), office("丙局", 1, 1))
    shares = [row.share for row in made.offices[0].rows]
    assert shares == [Decimal(100) / 3] * 3
    assert "部分数据因四舍五入，分项之和与合计可能略有出入。" in made.notes


def test_rates_are_not_added(compared: Compare) -> None:
    """No 合计, no 占比; the change is in points."""
    made = compared(
        *(figure("办结率", "90.5", "95", unit="%", code=n, supplied_by=n) for n in ("甲局", "乙局"))
    )
    (node,) = appendix_of(made).nodes
    assert isinstance(node, Table)
    assert [span.text for cell in node.head.cells for span in cell] == ["单位", "2019年", "2020年", "增减"]
    assert [span.text for cell in node.rows[0].cells for span in cell] == [
        "甲局", "90.5", "95.0", "4.5个百分点",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [None, "—"])
def test_an_office_without_a_value(number: str | None) -> None:
    """Not reported stops the table; not applicable is a dash that counts as nothing."""
    rows = office("甲局", 1, 2), figure("受理件数", 1, number, code="b", supplied_by="乙局")
    assert [d.code for d in found(*rows)] == (["compare.missing"] if number is None else [])


def test_units_must_agree() -> None:
    """件 and 件次 are not one figure."""
    wrong = found(office("甲局", 1, 2), figure("受理件数", 1, 2, code="b", unit="件次", supplied_by="乙局"))
    assert [d.code for d in wrong] == ["compare.units_differ"]


def test_offices_in_brackets_are_offices_where_a_total_sums_them_up(compared: Compare) -> None:
    """立案数（区公安局）, and 立案数 by 汇总; other brackets, such as （前值）, stay figures of their own."""
    made = compared(
        figure("立案数（区公安局）", 1, 2),
        figure("立案数（区司法局）", 3, 4),
        figure("立案数", 4, 6, formula="汇总（立案数）"),
        figure("准确率（前值）", 1, 2),
        figure("准确率", 2, 3),
    )
    assert [row.name for row in made.figures] == ["立案数", "准确率（前值）", "准确率"]
    assert [row.name for row in made.offices[0].rows] == ["区公安局", "区司法局"]
