"""Relations: what is declared of figures, and checked."""

from __future__ import annotations

import pytest
from derive.tables import codes, found, row

CASES = (
    row("上年结转", "8", "10"),
    row("受理", "50", "51"),
    row("审结", "48", "54"),
    row("结转下年", "10", "7"),
)
CARRIED = "上年结转 + 受理 = 审结 + 结转下年"


def test_what_was_carried_over_and_came_in_is_done_or_carried_on() -> None:
    """10 + 51 = 54 + 7."""
    assert codes(*CASES, relations=(CARRIED,)) == []


def test_a_relation_that_does_not_hold() -> None:
    """Tells both sides and what is between them."""
    (fault,) = found(*CASES[:3], row("结转下年", "10", "6"), relations=(CARRIED,))

    assert (fault.code, fault.source.line) == ("relation.broken", 2)
    assert (fault.values["year"], fault.values["left_sum"], fault.values["right_sum"]) == (2020, "61", "60")
    assert (fault.values["left"], fault.values["difference"]) == ("上年结转 + 受理", "1")


def test_another_year_is_a_warning() -> None:
    """Nobody can print it anew."""
    rows = (*CASES[:3], row("结转下年", "11", "6"))
    found_ = found(*rows, relations=(CARRIED,), year=2020)

    assert [(each.code, each.values["year"]) for each in found_] == [
        ("relation.broken_before", 2019), ("relation.broken", 2020),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("relation", "holds"),
    [
        ("审结 ≤ 受理 + 上年结转", True),
        ("审结 <= 受理", False),
        ("受理 ≥ 50", True),
        ("受理 > 50", False),
        ("上年结转 < 受理", True),
        ("结转下年.上年 ＝ 上年结转", True),
        ("合计（上年结转，受理）= 审结 + 结转下年", True),
        ("审结 = 受理 × 2", False),
    ],
)
def test_forms_of_a_relation(relation: str, holds: bool) -> None:
    """Equations and limits, with all that a formula may hold."""
    assert (codes(*CASES, relations=(relation,)) == []) is holds


def test_worked_out_values_take_part() -> None:
    """A relation sees what formulas come to."""
    assert codes(*CASES[:3], row("结转下年", formula="上年结转+受理-审结"), relations=(CARRIED,)) == []


@pytest.mark.parametrize("absent", ["", "—", "?"])
def test_what_is_not_there_is_not_checked(absent: str) -> None:
    """A missing figure is reported where it is used."""
    assert codes(*CASES[:3], row("结转下年", "10", absent), relations=(CARRIED,)) == []


def test_parts_may_differ_from_their_sum_by_rounding() -> None:
    """33.3 three times is 100 within half a unit each; 35 is not."""
    thirds = [row(name, "33.3", "35.0", unit="%") for name in "甲乙丙"]
    found_ = found(*thirds, row("全部", "100", "100", unit="%"), relations=("甲+乙+丙=全部",))

    assert [each.values["year"] for each in found_] == [2020]


@pytest.mark.parametrize(
    ("relation", "code"),
    [
        ("上年结转 + 受理", "relation.syntax"),
        ("受理 = 审结 = 结转下年", "relation.syntax"),
        ("= 受理", "relation.syntax"),
        ("受理 = 审接", "formula.unknown_figure"),
        ("受理 = 审结 +", "formula.unfinished"),
        ("受理 = 收费", "relation.units"),
    ],
)
def test_a_relation_that_is_none(relation: str, code: str) -> None:
    """Is named at its line."""
    (fault,) = found(*CASES, row("收费", "1", "1", unit="元"), relations=("受理 = 受理", relation))

    assert (fault.code, fault.source.line) == (code, 3)
