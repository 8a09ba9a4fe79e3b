"""A figure whose neighbours changed, and the cell a new number goes to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from render.diagnostics import NOWHERE, Faults, Source
from render.readback.figure_cells import cell_of
from render.readback.figures import alike, figures_within
from render.report import Absence, Figure, FigureTable, Value


@pytest.mark.parametrize(
    ("olds", "new", "expected"),
    [
        (["28件"], "共30件案", ["30件"]),
        (["28件"], "约28件左右", ["28件"]),
        (["28件"], "若干", [None]),
        (["28件"], "30份", ["30份"]),
        (["28件", "20件"], "30件，比上年的21件多", ["30件", "21件"]),
        (["28件", "20件"], "20件增加", [None, "20件"]),
        (["28件"], "3批30件", [None]),
        (["三"], "四", [None]),
        (["近15"], "约近16家", ["近16"]),
        (["98.3%"], "98.5％", ["98.5％"]),
    ],
)
def test_where_a_figure_stands_now(olds: list[str], new: str, expected: list[str | None]) -> None:
    """With its unit, and the words its form puts before it; where two could be it, none is."""
    found = [None if place is None else new[place[0] : place[1]] for place in figures_within(olds, new)]
    assert found == expected


def test_one_number_in_two_spellings() -> None:
    """It is no change; another unit is."""
    assert alike("77.0%", "77％")
    assert alike("1,234件", "1234件")
    assert not alike("28件", "28份")


def table(**more: object) -> FigureTable:
    """Two years of one figure."""
    values = {
        year: Value(Decimal(number), None, Source("figures.csv", year))
        for year, number in ((2019, 20), (2020, 28))
    }
    figure = Figure("件数", "件数", "件", None, values, **more)  # type: ignore[arg-type]
    return FigureTable({"件数": figure}, (2019, 2020), NOWHERE)


@pytest.mark.parametrize(
    ("expression", "text", "year", "number"),
    [
        ("{{ 件数 }}", "30", 2020, "30"),
        ("{{件数|带单位}}", "３０件", 2020, "30"),
        ("{{- 件数.上年 | with_unit -}}", "1,234件", 2019, "1234"),
        ('{{ 指标["件数"]["2019"]|保留(1) }}', "30.5", 2019, "30.5"),
        ("{{ 件数|汉字 }}", "三十二", 2020, "32"),
        ("{{ 件数 }}", "−3", 2020, "-3"),
    ],
)
def test_the_cell_an_expression_reads(expression: str, text: str, year: int, number: str) -> None:
    """Of the year reported, the one before or another; a number in any spelling."""
    cell = cell_of(table(), "件数", expression, text, 2020)
    assert (cell.year, cell.number, cell.source.line) == (year, Decimal(number), year)


@pytest.mark.parametrize(
    ("form", "text", "number"),
    [
        ("{:千}件", "6千件", "6000"),
        ("{:万}", "1.5万", "15000"),
        ("共{}件", "共30件", "30"),
        ("{:汉}", "五", "5"),
    ],
)
def test_forms_that_print_the_number_exactly(form: str, text: str, number: str) -> None:
    """They are read backwards."""
    assert cell_of(table(form=form), "件数", "{{ 件数 }}", text, 2020).number == Decimal(number)


def test_a_dash_is_not_applicable() -> None:
    """A value of its own."""
    assert cell_of(table(), "件数", "{{ 件数 }}", "—", 2020).number == "—"


def test_a_cell_named_by_a_made_table() -> None:
    """No expression, but the place itself."""
    cell = cell_of(table(), "件数", None, "30", 2020, Source("figures.csv", 2019))
    assert (cell.year, cell.number) == (2019, Decimal(30))


@pytest.mark.parametrize(
    ("expression", "text", "more", "code"),
    [
        ("{{ 件数|同比 }}", "增长50%", {}, "figure_derived"),
        ("{{ 件数 + 1 }}", "30", {}, "figure_derived"),
        ("{{ 件数.增减率 }}", "30", {}, "figure_derived"),
        (None, "30", {}, "figure_derived"),
        ('{{ 件数["2018"] }}', "30", {}, "figure_derived"),
        ("{{ 件数 }}", "6千余", {"form": "{:千}余"}, "figure_rough"),
        ("{{ 件数 }}", "近16", {"form": "近{}"}, "figure_rough"),
        ("{{ 件数|带单位 }}", "30多件", {}, "figure_words"),
        ("{{ 件数|带单位 }}", "30份", {}, "figure_words"),
        ("{{ 件数 }}", "", {}, "figure_words"),
    ],
)
def test_what_has_no_exact_number(expression: str | None, text: str, more: dict[str, str], code: str) -> None:
    """Each with its reason."""
    with pytest.raises(Faults) as caught:
        cell_of(table(**more), "件数", expression, text, 2020)
    assert caught.value.diagnostics[0].code == f"readback.{code}"


def test_a_formula_that_was_worked_out_is_no_cell() -> None:
    """One that stands beside a number in the cell is."""
    empty = table(formula="甲+乙")
    value = Value(Absence.NOT_SUPPLIED, None, NOWHERE)
    figure = Figure("件数", "件数", "件", None, {2020: value}, formula="甲+乙")
    with pytest.raises(Faults) as caught:
        cell_of(FigureTable({"件数": figure}, (2020,), NOWHERE), "件数", "{{ 件数 }}", "30", 2020)
    assert caught.value.diagnostics[0].code == "readback.figure_formula"
    assert cell_of(empty, "件数", "{{ 件数 }}", "30", 2020).number == 30
