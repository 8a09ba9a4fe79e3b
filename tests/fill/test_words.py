"""Words: filters, properties and tests, under both names."""

from __future__ import annotations

from datetime import date

import pytest
from fill.reports import figure, filled, found, report, said, spans

from render.fill.words import FILTERS, PROPERTIES, TESTS
from render.report import Absence

COUNT = figure("件数", name="合同件数", unit="件", y2020=28, y2019=20, y2018=9)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("件数|带单位", "28件"),
        ("件数|with_unit", "28件"),
        ("件数.上年", "20"),
        ("件数.last|with_unit", "20件"),
        ("件数.上年.上年", "9"),
        ('件数["2018"]', "9"),
        ("件数[2018]|带单位", "9件"),
        ("件数[年度 - 2]", "9"),
        ("件数.单位", "件"),
        ("件数.unit", "件"),
        ("件数.名称", "合同件数"),
        ("件数.name", "合同件数"),
        ("件数.数值", "28"),
        ("(件数.value / 3)|保留(1)", "9.3"),
        ("(件数 / 件数.上年)|保留(2)", "1.40"),
        ("(件数 - 30)|绝对值", "2"),
        ("12|汉字", "十二"),
        ("件数|han", "二十八"),
        ('"2021-2-8"|公文日期', "2021年2月8日"),
        ("成文日期|official_date", "2021年2月18日"),
        ("成文日期", "2021年2月18日"),
        ("成文日期.年 ~ issued_on.month ~ 成文日期.日", "2021218"),
        ('["甲", "乙"]|连接("、")', "甲、乙"),
        ("[件数, 件数.上年]|join", "2820"),
        ('[1, 2, 3]|个数 + "abcd"|length', "7"),
        ("[1, 2, 3]|首个 ~ [1, 2, 3]|末个", "13"),
        ("[]|first", ""),
    ],
)
def test_a_word_does_what_it_says(expression: str, text: str) -> None:
    """A call and its text."""
    assert said(f"值{{{{ {expression} }}}}", COUNT) == "值" + text


@pytest.mark.parametrize("table", [FILTERS, PROPERTIES, TESTS])
def test_every_word_has_a_chinese_and_an_english_name(table: dict[str, object]) -> None:
    """They come in pairs that do the same."""
    chinese = [name for name in table if not name.isascii()]
    english = [name for name in table if name.isascii()]

    assert [table[name] for name in chinese] == [table[name] for name in english]
    assert len(chinese) == len(english)


def test_joined_items_keep_their_figures() -> None:
    """A list of figures is still a list of figures on the page."""
    keys = [span.figure for span in spans('{{ [件数, 件数.上年]|连接("、") }}', COUNT)]

    assert keys == ["件数", None, "件数"]


def test_a_list_without_items_joins_to_nothing() -> None:
    """And prints nothing."""
    assert said("值{{ []|连接 }}") == "值"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("缺 is 缺报", True),
        ("缺 is not missing", False),
        ("件数 is 缺报", False),
        ('件数["1999"] is 缺报', True),
        ("无 is 不适用", True),
        ("件数 is not_applicable", False),
        ("3 is 奇数", True),
        ("件数 is even", True),
    ],
)
def test_a_test_asks_without_complaining(condition: str, holds: bool) -> None:
    """Whether a figure is there may be asked of one that is not."""
    figures = (
        figure("缺", y2020=Absence.NOT_SUPPLIED),
        figure("无", y2020=Absence.NOT_APPLICABLE),
        COUNT,
    )
    text = f"{{% if {condition} %}}是{{% else %}}否{{% endif %}}"

    assert said(text, *figures) == ("是" if holds else "否")


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("3|带单位", "figure.no_unit"),
        ('"明天"|公文日期', "date.unreadable"),
        ('"三"|汉字', "expression.not_a_number"),
        ("9999999999999999999999999|汉字", "expression.failed"),
        ("3|保留(-1)", "expression.failed"),
        ("3|连接", "expression.not_a_list"),
        ("3|首个", "expression.not_a_list"),
        ("3|个数", "expression.not_a_list"),
        ("件数.上月", "property.unknown"),
        ("成文日期.时", "property.unknown"),
        ('"甲".upper', "property.unknown"),
        ("3|保留(1, 2)", "expression.failed"),
        ("3|保留(decimals=1)", "expression.failed"),
    ],
)
def test_a_word_used_wrongly_is_reported(expression: str, code: str) -> None:
    """At its line, and the run goes on."""
    assert found(f"\n{{{{ {expression} }}}}\n{{{{ 件数 }}}}", COUNT) == [(code, 2)]


def test_a_date_keeps_the_line_of_the_metadata() -> None:
    """Also after it has been put into words."""
    content, _ = filled(report("{{ 成文日期|公文日期 }}{{ 成文日期 }}", 成文日期=date(2021, 2, 18)))

    (node,) = content.nodes
    assert {span.source.line for span in node.spans} == {4}
