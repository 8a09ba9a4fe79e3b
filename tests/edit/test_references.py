"""References in formulas: moved by a new column, copied to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.edit.references import (
    Insertion,
    cells_of,
    copied,
    moved,
    moved_area,
    moved_areas,
    refers,
    taking_in,
    with_table_column,
)

AFTER_E = Insertion("指标", at=5, source=4)
BEFORE_E = Insertion("指标", at=4, source=4)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(E2:E9)", "SUM(E2:E9)"),
        ("F2/E2-1", "G2/E2-1"),
        ("SUM(D2:G2)", "SUM(D2:H2)"),
        ("$F$2+F$3+$F4", "$G$2+G$3+$G4"),
        ("SUM(F:G)+SUM(2:3)", "SUM(G:H)+SUM(2:3)"),
        ('IF(F2>10,"F2 超过",LOG10(F3))', 'IF(G2>10,"F2 超过",LOG10(G3))'),
        ("指标!$F$2+'指标'!G3+汇总!F2", "指标!$G$2+'指标'!H3+汇总!F2"),
        ("[1]指标!F2+F3", "[1]指标!F2+G3"),
        ("台账[[#This Row],[F1]]+F1", "台账[[#This Row],[F1]]+G1"),
        ("收案F1+F1合计+XFE1", "收案F1+F1合计+XFE1"),
        ("F2%", "G2%"),
        ("A1:XFD1", "A1:XFD1"),
    ],
)
def test_references_behind_the_column_move_on(formula: str, expected: str) -> None:
    """Cells, areas and whole columns move; texts, functions, names, other sheets and books do not."""
    assert moved(formula, AFTER_E, on_sheet=True) == expected


def test_elsewhere_only_named_references_move() -> None:
    """A reference without a sheet's name is one to its own sheet."""
    assert moved("F2+指标!F2", AFTER_E, on_sheet=False) == "F2+指标!G2"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(E2:E9)", "SUM(F2:F9)"),
        ("E2-D2", "F2-E2"),
        ("$E2+E$2+$E$2", "$E2+F$2+$E$2"),
        ("汇总!E5", "汇总!F5"),
        ("SUM(E:E)", "SUM(F:F)"),
        ("SUM(2:2)", "SUM(2:2)"),
        ("XFD1", "#REF!"),
    ],
)
def test_a_copied_formula_refers_to_the_next_column(formula: str, expected: str) -> None:
    """As an office program copies to the right."""
    assert copied(formula, 1) == expected


def test_a_formula_is_copied_down() -> None:
    """Rows without `$` follow."""
    assert copied("A1+A$1", 0, 2) == "A3+A$1"


def test_table_columns_are_named_anew() -> None:
    """All three ways to name a column of a table; a longer name is another one."""
    formula = "台账[2020]+台账[@2020]+台账[[#This Row],[2020]]+台账[2020预计]"
    assert (
        with_table_column(formula, "2020", "2021")
        == "台账[2021]+台账[@2021]+台账[[#This Row],[2021]]+台账[2020预计]"
    )


def test_a_sum_typed_with_its_numbers_refers_to_nothing() -> None:
    """It is a number and belongs to its year."""
    assert not refers("20+8")
    assert refers("E2+8")
    assert refers("台账[2020]")


def test_what_a_formula_reads_is_listed_with_its_sheet() -> None:
    """Signs are left out."""
    assert cells_of("SUM($E$2:E9)+'汇 总'!B1") == [("", "E2:E9"), ("汇 总", "B1")]


@pytest.mark.parametrize(
    ("area", "after", "before"),
    [
        ("A1:E1", "A1:F1", "A1:F1"),
        ("E2:E9", "E2:F9", "E2:F9"),
        ("E1:H1", "E1:I1", "E1:I1"),
        ("A1:H1", "A1:I1", "A1:I1"),
        ("F1:H1", "G1:I1", "G1:I1"),
        ("A1:D1", "A1:D1", "A1:D1"),
        ("$A$1:$E$9", "$A$1:$F$9", "$A$1:$F$9"),
        ("$1:$2", "$1:$2", "$1:$2"),
    ],
)
def test_an_area_with_the_model_column_takes_the_new_one_in(area: str, after: str, before: str) -> None:
    """Also where it ends there, which an office program would leave."""
    assert taking_in(area, AFTER_E) == after
    assert taking_in(area, BEFORE_E) == before


def test_areas_in_a_list_are_moved_one_by_one() -> None:
    """As in sqref."""
    assert moved_areas("A1 E2:E9 G1", AFTER_E, takes_in=True) == "A1 E2:F9 H1"
    assert moved_areas("A1 E2:E9 G1", AFTER_E, takes_in=False) == "A1 E2:E9 H1"


@given(st.integers(0, 600), st.integers(1, 9999), st.integers(0, 600))
def test_moving_is_counting(column: int, row: int, at: int) -> None:
    """A cell moves by one column exactly when it stands at the new one or behind."""
    from render.read.sheet import column_name

    expected = f"{column_name(column + (column >= at))}{row}"
    assert moved_area(f"{column_name(column)}{row}", Insertion("表", at, at)) == expected
    assert moved(f"{column_name(column)}{row}", Insertion("表", at, at), on_sheet=True) == expected
