"""One text, many offices: what an office puts into it."""

from __future__ import annotations

from decimal import Decimal

from fill.reports import figure, filled, report, source_text, words_of

from render.diagnostics import Source
from render.office import of_office
from render.report import Entry, Office, Value

AT = Source("各单位.csv", 3)


def office(**more: object) -> Office:
    """An office named 区城管局."""
    names = {"简称": Entry("区城管局", AT)}
    return Office(**{"names": names, "passages": {}, "values": {}, **more})  # type: ignore[arg-type]


def test_its_words_stand_in_text_and_title() -> None:
    """And come from its row."""
    given = report("{{ 简称 }}办件。", **{"标题": "{{ 简称 }}{{ 年度 }}年报告"})
    content, found = filled(of_office(given, office()))
    assert found == []
    assert content.title == "区城管局2020年报告"
    assert words_of(content) == ["区城管局办件。"]
    assert content.nodes[0].spans[0].source == AT  # type: ignore[union-attr]


def test_its_figures_replace_those_of_the_table() -> None:
    """Year by year; years that it gives none for stay."""
    value = Value(Decimal(7), 0, AT)
    given = report("{{ 件数 }}，{{ 件数.上年 }}", figure("件数", y2019=1, y2020=2))
    content, _ = filled(of_office(given, office(values={"件数": {2020: value}})))
    assert words_of(content) == ["7，1"]


def test_a_year_of_its_own_is_a_year_of_the_table() -> None:
    """So that a table without any year can be the common list of figures."""
    given = report("{{ 件数 }}", figure("件数"))
    own = of_office(given, office(values={"件数": {2020: Value(Decimal(7), 0, AT)}}))
    assert own.figures.years == (2020,)
    assert words_of(filled(own)[0]) == ["7"]


def test_its_paragraphs_are_text_like_any_other() -> None:
    """Headings, expressions and all; an office without them says nothing there."""
    text = "# 甲\n\n{{ 特色段落 }}\n\n# 乙"
    own = {"特色段落": source_text("## 题\n\n{{ 简称 }}。\n\n又一段。", "特色/城管.md")}
    assert words_of(filled(of_office(report(text), office(passages=own)))[0]) == [
        "甲", "题", "区城管局。", "又一段。", "乙",
    ]  # fmt: skip
    nothing = office(passages={"特色段落": source_text("")})
    assert words_of(filled(of_office(report(text), nothing))[0]) == ["甲", "乙"]


def test_a_section_drops_out_and_the_rest_count_on() -> None:
    """A condition around it is all it takes; compose numbers what is left."""
    text = "# 甲\n\n{% if 件数 > 0 %}\n# 乙\n\n办{{ 件数 }}件。\n\n{% endif %}\n# 丙"
    none = office(values={"件数": {2020: Value(Decimal(0), 0, AT)}})
    assert words_of(filled(of_office(report(text, figure("件数")), none))[0]) == ["甲", "丙"]
