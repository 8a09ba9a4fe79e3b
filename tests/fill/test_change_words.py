"""Change words: faults, cases and keys; docs/number-words.md shows what each prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fill.reports import figure, filled, found, report, said, spans
from hypothesis import given
from hypothesis import strategies as st

from render.diagnostics import NOWHERE
from render.report import Absence, Figure, FigureKind, Value, Verbs


def change(before: object, after: object, **more: object) -> Figure:
    """Make a figure of 2019 and 2020."""
    return figure("件数", y2019=before, y2020=after, **more)


def values(**by_year: str) -> dict[int, Value]:
    """Make values by year."""
    return {int(year[1:]): Value(Decimal(number), 0, NOWHERE) for year, number in by_year.items()}


@pytest.mark.parametrize(
    ("before", "after", "more", "code"),
    [
        ("0", "1", {}, "change.from_zero"),
        ("0", "0", {}, "change.both_zero"),
        (Absence.NOT_APPLICABLE, "3", {}, "change.new"),
        ("3", Absence.NOT_APPLICABLE, {}, "change.dropped"),
        ("-5", "10", {"unit": "万元"}, "change.negative"),
        ("5000", "6000", {"form": "{}余"}, "change.approximate"),
        ("100", "119", {"redefined": {2020: "含街道"}}, "change.redefined"),
        (Absence.NOT_SUPPLIED, "3", {}, "figure.missing"),
        ("3", Absence.NOT_SUPPLIED, {}, "figure.missing"),
    ],
)
def test_nothing_to_compare(before: object, after: object, more: dict[str, object], code: str) -> None:
    """Is a fault that says why, at the line that asks for it."""
    assert found("{{ 件数|同比 }}", change(before, after, **more)) == [(code, 1)]


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("0", "1", {}),
        ("0", "0", {}),
        (Absence.NOT_APPLICABLE, "3", {}),
        ("-5", "10", {"unit": "万元"}),
        ("5000", "6000", {"form": "{}余"}),
        ("100", "119", {"redefined": {2020: "含街道"}}),
        (Absence.NOT_SUPPLIED, "3", {}),
    ],
)
def test_the_authors_words_take_its_place(before: object, after: object, more: dict[str, object]) -> None:
    """Under the figure's key, so that its place is known."""
    (span,) = spans('{{ 件数|同比(缺="无可比数据") }}', change(before, after, **more))

    assert (span.text, span.figure) == ("无可比数据", "件数")


def test_a_figure_missing_this_year_is_not_left_to_words() -> None:
    """It stops the build, whatever the text says in its place."""
    missing = change("3", Absence.NOT_SUPPLIED)

    assert found('{{ 件数|同比(缺="无") }}', missing) == [("figure.missing", 1)]


def test_a_year_without_a_column() -> None:
    """Is named; words of one's own serve for it too."""
    assert found('{{ 件数|同比("2010") }}', change("8", "9")) == [("figure.no_year", 1)]
    assert said('{{ 件数|同比("2010", 缺="无可比数据") }}', change("8", "9")) == "无可比数据"


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("3|同比", "change.not_a_figure"),
        ('"甲"|对比(2018)', "change.not_a_figure"),
        ('件数|同比("去年")', "change.base"),
        ('件数|对比("去年")', "change.base"),
        ("件数|对比", "change.base"),
        ("件数|同比(2020)", "change.not_earlier"),
        ("件数|同比(2021)", "change.not_earlier"),
        ('件数|同比(却="无")', "filter.argument"),
        ("件数|同比(2018, 2017)", "expression.failed"),
        ("件数|同比(2018, base=2017)", "expression.failed"),
        ("件数|增长倍数", "multiple.not_twice"),
        ("件数|翻番", "multiple.not_doubled"),
        ("件数|减少分数", "multiple.no_fraction"),
        ("件数|降至", "multiple.no_fraction"),
        ("少件|倍数", "multiple.not_more"),
        ("少件|增长倍数", "multiple.not_twice"),
        ("满意率|年均增长(2019)", "change.no_growth"),
        ("满意率.增减率", "change.no_growth"),
        ("满意率|约同比", "change.no_growth"),
        ("满意率|增速变化", "figure.no_year"),
        ("持平数.增减量", "change.no_difference"),
        ("持平数.增减率|带单位", "change.no_difference"),
        ("零数.方向", "change.both_zero"),
        ("零数|增减", "change.both_zero"),
        ("零数|由到", "change.both_zero"),
        ("无数.增减量", "change.new"),
        ("无数|两年", "change.new"),
    ],
)
def test_a_word_used_wrongly(expression: str, code: str) -> None:
    """Is reported at its line."""
    figures = (
        change("8", "9"),
        figure("少件", y2019="9", y2020="8"),
        figure("满意率", y2019="80", y2020="90", unit="%"),
        figure("持平数", y2019="6", y2020="6"),
        figure("零数", y2019="0", y2020="0"),
        figure("无数", y2019=Absence.NOT_APPLICABLE, y2020="6"),
    )

    assert found(f"\n{{{{ {expression} }}}}", *figures) == [(code, 2)]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("件数|同比", "比上年增长12.5%"),
        ("件数|增减", "比上年增加1件"),
        ("件数.方向", "增加"),
        ("件数.幅度名", "增幅"),
        ("件数.增减量 + 1", "2"),
        ("件数|增减率", None),
    ],
)
def test_a_number_of_a_difference_can_be_reckoned_with(expression: str, text: str | None) -> None:
    """It has its sign there; properties are no filters."""
    made = figure("件数", y2019="10", y2020="11", unit="件")
    if text is None:
        assert found(f"{{{{ {expression} }}}}", made) == [("filter.unknown", 1)]
    else:
        assert said(f"{{{{ {expression} }}}}", made) == text.replace("12.5", "10.0")


def test_a_fall_has_a_negative_difference_in_conditions() -> None:
    """And prints without the sign."""
    text = "{% if 件数.增减量 < 0 and 件数.增减率 == -30 %}{{ 件数.方向 }}{{ 件数.增减量 }}{% endif %}"

    assert said(text, change("30", "21")) == "减少9"


@pytest.mark.parametrize(
    "expression", ["件数|同比", "件数.增减量", "件数.方向", "件数|增减及增幅", "件数.增减率|带单位"]
)
def test_everything_inserted_keeps_its_figure(expression: str) -> None:
    """So that its place can be found, and what is read back belongs to it."""
    assert [span.figure for span in spans(f"{{{{ {expression} }}}}", change("30", "21"))] == ["件数"]


@pytest.mark.parametrize(
    ("verbs", "text"),
    [
        (Verbs("增长", "下降"), "比上年减少9件，下降30.0%"),
        (Verbs("增加", "减少"), "比上年减少9件，下降30.0%"),
        (Verbs("增加", "压减"), "比上年压减9件，压减30.0%"),
    ],
)
def test_words_of_its_own(verbs: Verbs, text: str) -> None:
    """增长/下降 and 增加/减少 are one pair, chosen between by what follows."""
    assert said("{{ 件数|增减及增幅 }}", change("30", "21", verbs=verbs)) == text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("-5", "10", "扭亏为盈"),
        ("5", "-10", "由盈转亏"),
        ("-10", "-5", "比上年减亏5万元"),
        ("-5", "-10", "比上年增亏5万元"),
        ("0", "-10", "比上年增亏10万元"),
        ("10", "5", "比上年减少5万元"),
    ],
)
def test_losses(before: str, after: str, text: str) -> None:
    """Have words of their own where they are money."""
    assert said("{{ 件数|增减 }}", change(before, after, unit="万元")) == text


def test_a_negative_number_that_is_no_money() -> None:
    """Rises and falls."""
    assert said("{{ 件数|增减 }}", change("-5", "-8", unit="摄氏度")) == "比上年减少3摄氏度"


@pytest.mark.parametrize(
    ("now", "before", "earlier", "text"),
    [
        ("121", "110", "100", "增速与上年持平"),
        ("120", "110", "100", "增速比上年回落0.9个百分点"),
        ("80", "90", "100", "降幅比上年扩大1.1个百分点"),
        ("85", "90", "100", "降幅比上年收窄4.4个百分点"),
        ("99", "90", "100", "由上年的下降10.0%转为增长10.0%"),
        ("99", "110", "100", "由上年的增长10.0%转为下降10.0%"),
    ],
)
def test_growth_of_growth(now: str, before: str, earlier: str, text: str) -> None:
    """Loses or gains speed; a fall widens or narrows."""
    made = figure("件数", y2018=earlier, y2019=before, y2020=now)

    assert said("{{ 件数|增速变化 }}", made) == text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [("10", "5", "一半"), ("12", "8", "三分之一"), ("20", "10.5", "近一半"), ("10", "1", "十分之九")],
)
def test_parts_that_are_gone(before: str, after: str, text: str) -> None:
    """一半 is exact; what comes up to it is 近一半."""
    assert said("{{ 件数|减少分数 }}", change(before, after)) == f"比上年减少{text}"


@pytest.mark.parametrize(("after", "text"), [("20", "翻一番"), ("40", "翻两番"), ("80", "翻三番")])
def test_doublings(after: str, text: str) -> None:
    """Two doublings are four times as much."""
    assert said("{{ 件数|翻番 }}", change("10", after)) == f"比上年{text}"


def test_yearly_growth() -> None:
    """From 2015 on, five years: the fifth root, not a fifth of the whole."""
    made = Figure("件数", "件数", "件", None, values(y2015="1000", y2020="1416"))

    assert said("2016—2020年{{ 件数|年均增长(2015) }}", made) == "2016—2020年年均增长7.2%"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("4000", "5000", "约增长25%"),
        ("5000", "6000", "约增长两成"),
        ("5000", "4000", "约下降两成"),
        ("9990", "9999", "基本持平"),
    ],
)
def test_about_how_much(before: str, after: str, text: str) -> None:
    """Whole per cent, and 成 where they are."""
    assert text in said("{{ 件数|约同比 }}", change(before, after, form="{}余"))


def test_printed_values_that_give_another_rate_are_noted() -> None:
    """The reader may take out a pencil."""
    made = change("11.04", "12.16", unit="万元", decimals=0)
    notes = filled(report("{{ 件数|同比(2019) }}", made))[1]

    assert [each.code for each in notes] == ["change.rounded_apart"]
    assert (notes[0].values["rate"], notes[0].values["printed"]) == ("10.1%", "9.1%")
    assert found("{{ 件数|增减 }}", made) == []


def test_nothing_is_noted_where_both_agree() -> None:
    """As is mostly so."""
    assert found("{{ 件数|同比 }}", change("11.0", "12.1", unit="万元")) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FigureKind.DURATION, "比上年缩短9件"),
        (FigureKind.RANK, "比上年上升9件"),
        (FigureKind.COUNT, "比上年减少9件"),
    ],
)
def test_verbs_follow_the_kind(kind: FigureKind, text: str) -> None:
    """Shorter, higher, fewer."""
    made = Figure("件数", "件数", "件", kind, values(y2019="30", y2020="21"))

    assert said("{{ 件数|增减 }}", made) == text


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_no_phrase_has_a_sign_or_a_word_against_its_number(before: int, after: int) -> None:
    """Whatever the numbers: a fall never reads 增长, a rise never 下降, and nothing −0.0%."""
    text = said("{{ 件数|同比 }}；{{ 件数|由到 }}；{{ 件数|增减 }}", change(str(before), str(after)))

    assert "-" not in text
    assert "−" not in text
    assert " 0.0%" not in text
    assert ("增" in text) is (after > before)
    assert ("降" in text or "减" in text) is (after < before)
