"""Number words: faults and bounds; docs/number-words.md shows what each prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fill.reports import figure, found, said, spans
from hypothesis import given
from hypothesis import strategies as st

from render.fill.capitals import amount_in_capitals
from render.fill.rough import nearly, over

A = figure("甲", y2019="24", y2020="32")
WHOLE = figure("总数", y2019="77", y2020="90")
MONEY = figure("款", y2019="1", y2020="2", unit="万元")
NOTHING = figure("零", y2019="0", y2020="0")
RATE = figure("率", y2019="80", y2020="90", unit="%")


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("甲|占比", "expression.not_a_number"),
        ("甲|占比(款)", "share.units"),
        ("甲|占比(零)", "expression.zero"),
        ("总数|占比(甲)", "share.more"),
        ("甲|占比增减", "share.of_what"),
        ("甲|占比增减(3)", "share.of_what"),
        ("甲|完成(零)", "expression.zero"),
        ('"三"|完成(甲)', "expression.not_a_number"),
        ("甲|成", "rough.tenths"),
        ("120|成", "rough.tenths"),
        ("8|成", "rough.tenths"),
        ("7|余", "rough.not_so"),
        ("零|余", "rough.not_so"),
        ("(0 - 5)|约", "rough.not_so"),
        ("10200|近(10000)", "rough.not_so"),
        ("5000|超过(5000)", "rough.not_so"),
        ("5000|超过", "rough.not_so"),
        ("5000|不足(5000)", "rough.not_so"),
        ("4999|以上(5000)", "rough.not_so"),
        ("5001|以下(5000)", "rough.not_so"),
        ("5001|以内(5000)", "rough.not_so"),
        ("5000|约(0)", "expression.failed"),
        ("款|万", "scale.unit"),
        ("率|亿", "scale.unit"),
        ('"甲"|万', "expression.not_a_number"),
        ("率|大写", "capitals.not_so"),
        ("1.5|大写", "capitals.not_so"),
        ("甲|分别", "expression.not_a_list"),
        ("[]|分别", "expression.not_a_list"),
        ("[3, 5]|分别", "list.no_names"),
        ('[3, 5, 7]|分别(["甲", "乙"])', "list.unequal"),
        ("[甲]|范围", "expression.not_a_list"),
        ("[8, 5]|范围", "list.interval"),
        ("[款, 甲]|范围", "list.units"),
    ],
)
def test_a_word_used_wrongly(expression: str, code: str) -> None:
    """Is reported at its line."""
    whole = figure("率", y2019="80", y2020="90.5", unit="%")

    assert found(f"\n{{{{ {expression} }}}}", A, WHOLE, MONEY, NOTHING, whole) == [(code, 2)]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("总数|占比(总数)", "占100.0%"),
        ("零|占比(甲)", "占0.0%"),
        ("甲|占比增减(甲)", "与上年持平"),
        ('(甲|对比("2018"))|占比增减(总数)', "比2018年提高10.6个百分点"),
        ("甲|完成(32)", "完成目标的100%"),
        ("甲|完成(40)", "完成目标的80%"),
        ("30|成", "三成"),
        ("27|成", "近三成"),
        ("20|成", "两成"),
        ("98|成", "九成多"),
        ("321|余", "320余"),
        ("5000|余", "5000"),
        ("100000000|余", "1亿"),
        ("123456789|余", "1.2亿余"),
        ("12558|约", "约1.3万"),
        ("12558|约(100)", "约1.26万"),
        ("45|约", "约50"),
        ("8600|近", "近9000"),
        ("5321|近", "近5400"),
        ("99999999|近", "近亿"),
        ("950|近", "近1000"),
        ("12558|万", "1.26万"),
        ("3000|万", "3000"),
        ("235000000|亿", "2.35亿"),
        ('[50000, 60000]|范围("件")', "5万～6万件"),
        ('[3, 5]|范围("万元")', "3万～5万元"),
        ("[甲, 总数]|范围", "32～90件"),
        ("[甲]|分别", "甲为32件"),
        ("(甲|余)|带单位", "30余件"),
    ],
)
def test_what_a_word_prints(expression: str, text: str) -> None:
    """A call and its text."""
    first = figure("甲", y2018="20", y2019="24", y2020="32")
    whole = figure("总数", y2018="80", y2019="77", y2020="90")

    assert said(f"{{{{ {expression} }}}}", first, whole, NOTHING) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("12300", "元", "壹万贰仟叁佰元整"),
        ("107000.53", "元", "壹拾万零柒仟元伍角叁分"),
        ("1680.32", "元", "壹仟陆佰捌拾元叁角贰分"),
        ("1409.50", "元", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "元", "陆仟零柒元壹角肆分"),
        ("325.04", "元", "叁佰贰拾伍元零肆分"),
        ("0.5", "元", "伍角整"),
        ("0.05", "元", "伍分"),
        ("0", "元", "零元整"),
        ("73.5", "万元", "柒拾叁万伍仟元整"),
        ("1.2", "亿元", "壹亿贰仟万元整"),
        ("100000001", "元", "壹亿零壹元整"),
        ("-3", "元", "负叁元整"),
        ("28", "件", "贰拾捌"),
        ("0", "件", "零"),
    ],
)
def test_capitals(number: str, unit: str, text: str) -> None:
    """Those of vouchers: 零 for what is skipped, 整 after 元 and 角."""
    assert amount_in_capitals(Decimal(number), unit) == text


@pytest.mark.parametrize("number", ["0.005", "12345678901234567"])
def test_amounts_without_capitals(number: str) -> None:
    """Parts below 分, or more digits than anybody writes."""
    with pytest.raises(ValueError, match=r"分|large"):
        amount_in_capitals(Decimal(number), "元")


def test_both_values_of_a_list_keep_their_figures() -> None:
    """Names are the table's words, values are figures."""
    made = spans("{{ [甲, 总数]|分别 }}", A, WHOLE)

    assert [(span.text, span.figure) for span in made if span.figure] == [("32件", "甲"), ("90件", "总数")]


@given(st.integers(1, 10**9))
def test_rough_numbers_are_true(number: int) -> None:
    """余 is less than the number, 近 more, and both close to it."""
    exact = Decimal(number)
    below, above = over(exact, None), nearly(exact, None, Decimal("0.9"))
    scales = {"亿": 10**8, "万": 10**4}

    def value(text: str) -> Decimal:
        digits = text.rstrip("万亿") or "1"
        return Decimal(digits) * scales.get(text[-1], 1)

    assert below is None or exact * Decimal("0.5") <= value(below) < exact
    assert above is None or exact < value(above) <= exact / Decimal("0.9")
