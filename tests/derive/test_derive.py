"""Derived figures: what a formula comes to, and what is said of one that comes to nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from derive.tables import codes, derived, found, row, table
from hypothesis import given
from hypothesis import strategies as st

from render.derive import derive
from render.derive.formula import LONGEST, MOST_SIGNS
from render.diagnostics import Source
from render.messages import FAULTS
from render.report import Absence, FigureKind, WorkedOut
from render.wording import Wording

A, B, C = row("甲", "6", "10"), row("乙", "4", "5"), row("丙", "2", "0")
RATE = row("率", "80", "90.5", unit="%")


def worked_out(formula: str, *others: object, unit: str = "件", **more: object) -> list[str]:
    """Work one formula out over 甲, 乙 and 丙."""
    rows = (A, B, C, *others, row("丁", formula=formula, unit=unit, **more))  # type: ignore[arg-type]
    return derived(*rows)["丁"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        ("甲+乙", ["10", "15"]),
        ("=甲+乙", ["10", "15"]),
        ("甲 ＋ 乙 － 丙", ["8", "15"]),
        ("甲−乙", ["2", "5"]),
        ("甲-乙-丙", ["0", "5"]),
        ("甲-(乙-丙)", ["4", "5"]),
        ("甲－（乙＋丙）", ["0", "5"]),
        ("甲+乙×2", ["14", "20"]),
        ("(甲+乙)*2", ["20", "30"]),
        ("甲×1.5", ["9.0", "15.0"]),
        ("甲÷2×3", ["9", "15"]),
        ("-甲+乙", ["-2", "-5"]),
        ("甲+1", ["7", "11"]),
        ("100-甲", ["94", "90"]),
        ("合计（甲，乙，丙）", ["12", "15"]),
        ("合计(甲、乙)", ["10", "15"]),
        ("sum(甲, 乙, 1)", ["11", "16"]),
        ("甲[2019]", ["6", "6"]),
        ("甲［2019］＋乙", ["10", "11"]),
        ("「甲」+“乙”", ["10", "15"]),
        ('"甲" + 乙', ["10", "15"]),
    ],
)
def test_a_formula(formula: str, values: list[str]) -> None:
    """Is worked out for each year, by the rules of arithmetic."""
    numbers = [value.rstrip("0").rstrip(".") if "." in value else value for value in worked_out(formula)]

    assert numbers == [value.rstrip("0").rstrip(".") if "." in value else value for value in values]


def test_last_years_value() -> None:
    """Stands for the year before each; before the first year there is nothing to work with."""
    assert worked_out("甲-甲.上年") == ["", "4"]
    assert worked_out("甲+甲.last") == ["", "16"]


def test_a_running_total() -> None:
    """A figure may use its own value of the year before."""
    total = row("累计", "6", "", formula="累计.上年+甲")

    assert derived(A, total)["累计"] == ["6", "16"]


@pytest.mark.parametrize(
    ("formula", "unit", "values"),
    [
        ("乙/甲", "%", ["66.7", "50.0"]),
        ("乙÷甲×100", "%", ["66.7", "50.0"]),
        ("100×乙/甲", "%", ["66.7", "50.0"]),
        ("乙/甲×100%", "%", ["66.7", "50.0"]),
        ("乙/甲", "‰", ["666.7", "500.0"]),
        ("乙/甲×1000", "‰", ["666.7", "500.0"]),
        ("占比（乙，甲）", "%", ["66.7", "50.0"]),
        ("share(乙, 甲)", "%", ["66.7", "50.0"]),
        ("乙/甲", "倍", ["0.7", "0.5"]),
        ("100%-率", "%", ["20.0", "9.5"]),
        ("100-率", "%", ["20.0", "9.5"]),
        ("率-率.上年", "百分点", ["", "10.5"]),
        ("甲×率", "件", ["4.8", "9.1"]),
        ("甲×率/100", "件", ["4.8", "9.1"]),
    ],
)
def test_rates(formula: str, unit: str, values: list[str]) -> None:
    """A ratio is turned into per cent once, whether or not the author does so too."""
    assert worked_out(formula, RATE, unit=unit) == values


MONEY = row("款", "12", "15.5", unit="万元")
PEOPLE = row("人数", "400", "500", unit="人")


@pytest.mark.parametrize(
    ("formula", "unit", "values"),
    [
        ("款/人数", "元/人", ["300.0", "310.0"]),
        ("款/人数", "元", ["300.00", "310.00"]),
        ("款×10000/人数", "元", ["300.00", "310.00"]),
        ("款+零钱", "万元", ["12.50", "16.20"]),
        ("零钱+款", "元", ["125000", "162000"]),
        ("款×人均", "万元·人", None),
        ("人均×人数", "万元", ["8.00", "10.00"]),
        ("甲/人数", "件/万人", ["150.0", "200.0"]),
        ("甲/人数×10000", "件/万人", ["150.0", "200.0"]),
        ("甲/人数", "‰", None),
    ],
)
def test_units_go_along(formula: str, unit: str, values: list[str] | None) -> None:
    """万元 over 人 is 元/人 after conversion; a unit that the result does not have is refused."""
    rows = (A, MONEY, PEOPLE, row("零钱", "5000", "7000", unit="元"), row("人均", "200", "200", unit="元/人"))
    given_ = row("丁", formula=formula, unit=unit)
    if values is None:
        assert codes(*rows, given_)[0][0] in ("formula.result_unit", "formula.mixed_ratio")
    else:
        assert derived(*rows, given_)["丁"] == values


@pytest.mark.parametrize(
    ("decimals", "unit", "values"),
    [(None, "%", ["66.7", "50.0"]), (2, "%", ["66.67", "50.00"]), (0, "%", ["67", "50"])],
)
def test_decimals_of_a_rate(decimals: int | None, unit: str, values: list[str]) -> None:
    """小数位, else one, as everywhere."""
    assert worked_out("乙/甲", unit=unit, decimals=decimals) == values


def test_decimals_of_rates_are_a_setting() -> None:
    """Two, where the document says so."""
    assert derived(A, B, row("丁", formula="乙/甲", unit="%"), wording=Wording(rate_decimals=2))["丁"] == [
        "66.67", "50.00",
    ]  # fmt: skip


def test_a_sum_has_the_finest_decimals_of_its_parts() -> None:
    """1.50 万元 and 2.5 万元 are 4.00 万元."""
    rows = row("款一", "1.50", "1.50", unit="万元"), row("款二", "2.5", "2.5", unit="万元")

    assert derived(*rows, row("丁", formula="款一+款二", unit="万元"))["丁"] == ["4.00", "4.00"]


def test_what_is_stored_is_not_rounded() -> None:
    """So that a rate of rates is rounded once."""
    made, _ = derive(table(A, B, row("丁", formula="乙/甲", unit="%")))
    number = made.figures["丁"].values[2019].number

    assert isinstance(number, Decimal)
    assert f"{number:.6f}" == "66.666667"


def test_a_chain_stays_exact() -> None:
    """A third times three is one."""
    rows = (row("一", "1", "1"), row("三", "3", "3"), row("丁", formula="一/三", unit="倍"))

    assert derived(*rows, row("戊", formula="丁×3", unit="倍", decimals=20))["戊"] == ["1." + "0" * 20] * 2


@pytest.mark.parametrize(
    "formula",
    ["汇总（立案数）", "汇总(立案数)", "total(立案数)", "汇总(「立案数（*）」)", "汇总（立案数（*））"],
)
def test_the_sum_over_offices(formula: str) -> None:
    """Figures of one name, or named after their offices in brackets."""
    rows = (
        row("立案数（区公安局）", "1", "2"),
        row("立案数(区司法局)", "3", "4"),
        row("结案数（区司法局）", "9", "9"),
    )

    assert derived(*rows, row("合计数", formula=formula))["合计数"] == ["4", "6"]


def test_the_sum_over_rows_of_one_name() -> None:
    """Each with a key of its own; the sum may bear the name too."""
    rows = (row("L1", "1", "2", name="立案数"), row("L2", "3", "4", name="立案数"))

    assert derived(*rows, row("立案数", formula="汇总(立案数)"))["立案数"] == ["4", "6"]


def test_a_dash_counts_nothing_in_a_sum() -> None:
    """An office that does not have the figure; where none has it, nor has the sum."""
    rows = (row("数（甲）", "—", "—"), row("数（乙）", "3", "—"))

    assert derived(*rows, row("总数", formula="汇总(数)"))["总数"] == ["3", "—"]


def test_a_dash_in_arithmetic() -> None:
    """Makes the result one that does not apply."""
    assert derived(A, row("戊", "—", "1"), row("丁", formula="甲+戊"))["丁"] == ["—", "11"]


@pytest.mark.parametrize(
    "name",
    ["满意率（%）", "“双随机”抽查次数", "12345热线件数", "A-B级", "甲 乙", "件数.上年", "（一）立案数"],
)
def test_names_with_odd_characters(name: str) -> None:
    """Stand in 「」; those with brackets or quotation marks alone also as they are."""
    odd = row(name, "7", "8")

    assert derived(odd, row("丁", formula=f"「{name}」+1"))["丁"] == ["8", "9"]
    if not set(name) & set("-. "):
        assert derived(odd, row("丁", formula=f"{name}+1"))["丁"] == ["8", "9"]


def test_a_name_is_found_behind_a_key() -> None:
    """Where the row has both."""
    assert derived(row("L1", "1", "2", name="立案数"), row("丁", formula="立案数+L1"))["丁"] == ["2", "4"]


def test_typed_values_stay() -> None:
    """A formula fills the empty cells only, and agrees with the rest."""
    assert derived(A, B, row("丁", "10", "", formula="甲+乙"))["丁"] == ["10", "15"]


@pytest.mark.parametrize(
    ("typed", "agrees"), [("66.7", True), ("66.67", True), ("67", True), ("66.6", False)]
)
def test_a_typed_value_beside_its_formula(typed: str, agrees: bool) -> None:
    """Is compared at the places it is typed with."""
    found_ = codes(A, B, row("丁", typed, "", formula="乙/甲", unit="%"))

    assert found_ == ([] if agrees else [("formula.differs", "丁2019")])


def test_a_contradiction_of_another_year_is_a_warning() -> None:
    """What was published then may stay."""
    wrong = row("丁", "11", "16", formula="甲+乙")

    assert codes(A, B, wrong, year=2020) == [("formula.differed", "丁2019"), ("formula.differs", "丁2020")]


def test_a_contradiction_tells_both_values() -> None:
    """What was typed, and what was expected."""
    (fault,) = found(A, B, row("丁", "60", "", formula="乙/甲", unit="%"))

    assert (fault.values["found"], fault.values["expected"]) == ("60", "66.6667")


def test_a_missing_value_is_named_by_its_own_cell() -> None:
    """Not by that of the formula."""
    made, found_ = derive(table(A, row("戊", "1", ""), row("丁", formula="甲+戊"), row("己", formula="丁×2")))

    value = made.figures["己"].values[2020]
    assert found_ == ()
    assert value == WorkedOut(
        Absence.NOT_SUPPLIED, None, Source("figures.csv", cell="己2020"), (("戊", 2020),)
    )


def test_an_unreadable_value_has_been_reported() -> None:
    """What needs it is unreadable too."""
    assert derived(row("戊", "?", "1"), row("丁", formula="戊+1"))["丁"] == ["?", "2"]


@pytest.mark.parametrize(
    ("formula", "code", "values"),
    [
        ("甲+", "formula.unfinished", {}),
        ("甲+*乙", "formula.syntax", {"found": "*乙"}),
        ("(甲+乙", "formula.unfinished", {}),
        ("甲 乙", "formula.syntax", {"found": "乙"}),
        ("甲^2", "formula.syntax", {"found": "^2"}),
        ("「甲", "formula.syntax", {"found": "「甲"}),
        ("甲[20]", "formula.syntax", {"found": "20]"}),
        ("甲.明年", "formula.syntax", {"found": "明年"}),
        ("占比(甲)", "formula.syntax", {"found": "占比(甲)"}),
        ("汇总()", "formula.syntax", {"found": ")"}),
        ("__import__('os')", "formula.unknown_function", {"found": "__import__"}),
        ("平均(甲，乙)", "formula.unknown_function", {"found": "平均"}),
        ("合计件数", "formula.unknown_figure", {"name": "合计件数"}),
        ("甲办理数+乙", "formula.unknown_figure", {"name": "甲办理数", "near": "甲办结数"}),
        ("汇总(申请数)", "formula.no_members", {"name": "申请数"}),
        ("甲[2015]", "formula.no_year", {"year": 2015}),
        ("同名+1", "formula.ambiguous", {"keys": "T1、T2"}),
        ("0.8", "formula.no_figure", {}),
        ("(" * 60 + "甲" + ")" * 60, "formula.too_long", {}),
        ("+".join(["甲"] * (MOST_SIGNS + 2)), "formula.too_long", {}),
        ("甲" * LONGEST + "+1", "formula.too_long", {}),
        ("甲+款", "formula.units", {"left": "件", "right": "万元"}),
        ("甲×2-款", "formula.units", {"left": "件", "right": "万元"}),
        ("合计(甲, 款)", "formula.units", {"left": "件", "right": "万元"}),
        ("款", "formula.result_unit", {"left": "万元", "right": "件"}),
        ("甲/乙", "formula.result_unit", {"left": "1", "right": "件"}),
        ("款/甲", "formula.result_unit", {"left": "万元/件", "right": "件"}),
    ],
)
def test_a_formula_that_is_none(formula: str, code: str, values: dict[str, object]) -> None:
    """Is reported once, at its cell, and the rest is worked out."""
    others = (row("甲办结数", "1", "1"), row("T1", "1", "1", name="同名"), row("T2", "1", "1", name="同名"))
    rows = (A, B, MONEY, *others, row("丁", formula=formula), row("戊", formula="甲+乙"))
    made, found_ = derive(table(*rows))

    assert [(each.code, each.source.cell) for each in found_] == [(code, "丁公式")]
    assert found_[0].values.items() >= values.items()
    assert made.figures["戊"].values[2020].number == 15


@pytest.mark.parametrize("texts", [("戊", "丁"), ("丁+1",), ("戊×2", "己-1", "丁+甲")])
def test_a_cycle(texts: tuple[str, ...]) -> None:
    """Is named once, from figure to figure, and nothing that needs it has a value."""
    names = "丁戊己"
    rows = [row(name, formula=text) for name, text in zip(names, texts, strict=False)]
    made, found_ = derive(table(A, *rows, row("末", formula="丁+1")))

    path = " → ".join([*names[: len(texts)], "丁"])
    assert [(each.code, each.values["names"]) for each in found_] == [("formula.cycle", path)]
    assert made.figures["末"].values[2020].number is Absence.UNREADABLE


def test_a_typed_value_breaks_a_cycle() -> None:
    """One of the two is enough."""
    rows = row("丁", "6", "8", formula="戊+1"), row("戊", formula="丁-1")

    assert derived(*rows)["戊"] == ["5", "7"]


def test_division_by_zero() -> None:
    """Is named at the cell that has no value, with what is zero."""
    (fault,) = found(A, C, row("丁", formula="甲/丙", unit="%"))

    assert (fault.code, fault.source.cell) == ("formula.zero", "丁2020")
    assert (fault.values["zeros"], fault.values["year"]) == (("丙",), 2020)


def test_a_ratio_of_different_things_is_doubted() -> None:
    """人次 over 件 may be meant, and is worked out."""
    rows = row("出庭", "3", "4", unit="人次"), row("开庭", "4", "5")
    made, (fault,) = derive(table(*rows, row("率", formula="出庭/开庭", unit="%")))

    assert fault.code == "formula.mixed_ratio"
    assert made.figures["率"].values[2020].number == 80


def test_numbers_beyond_reason() -> None:
    """Stop at some thousand bits, not at the machine's memory."""
    rows = [row("数0", "9" * 24, "2")]
    rows += [row(f"数{n}", formula=f"数{n - 1}×数{n - 1}") for n in range(1, 40)]
    found_ = found(*(row(each.key, *("9" * 24, "2"), unit="") if not each.formula else each for each in rows))

    assert {each.code for each in found_} <= {"formula.too_large", "formula.result_unit"}
    assert found_


def test_a_long_chain_is_worked_out() -> None:
    """5,000 figures, each one more than the one before."""
    rows = [row("数0", "0", "0"), *(row(f"数{n}", formula=f"数{n - 1}+1") for n in range(1, 5000))]

    assert derived(*reversed(rows))["数4999"] == ["4999", "4999"]


def test_a_table_without_formulas_is_left_alone() -> None:
    """Nothing is made anew."""
    given_ = table(A, B)

    assert derive(given_)[0] is given_


def test_a_kind_that_the_row_tells_has_its_decimals() -> None:
    """An amount has two."""
    assert worked_out("甲/乙×甲", kind=FigureKind.AMOUNT) == ["9.00", "20.00"]


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6), st.integers(-(10**6), 10**6))
def test_arithmetic_is_exact(first: int, second: int, third: int) -> None:
    """Whatever the numbers: a sum over a divisor and back again."""
    rows = (
        row("一", str(first), "1", unit=""),
        row("二", str(second), "1", unit=""),
        row("三", str(third), "1", unit=""),
    )
    (made, _) = derive(table(*rows, row("丁", formula="((一+三)/二)×二-三", unit="")))

    assert made.figures["丁"].values[2019].number == first


@given(st.text(alphabet="甲乙丙1.+-×/()[]「」 ,%上年合计占比汇总*", max_size=30))
def test_any_text_is_a_formula_or_reported(formula: str) -> None:
    """No formula ends in a traceback."""
    for fault in found(A, B, C, row("丁", formula=formula, unit="")):
        assert fault.code in FAULTS
