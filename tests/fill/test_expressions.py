"""Expressions: sums, comparisons, and what is said when there is no result."""

from __future__ import annotations

import pytest
from fill.reports import figure, found, said

COUNT = figure("件数", y2020=28, y2019=20)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("件数 + 2", "30"),
        ("件数 - 件数.上年", "8"),
        ("件数 / 件数.上年", "1.4"),
        ("-件数", "−28"),
        ("7 // 2", "3"),
        ("7 % 4", "3"),
        ("2 ** 10", "1024"),
        ("0.1 + 0.2", "0.3"),
        ("10 / 4", "2.5"),
        ("80.10 + 0", "80.1"),
        ('"甲" + "乙"', "甲乙"),
        ('件数 ~ "件"', "28件"),
        ('"增加" if 件数 > 件数.上年 else "减少"', "增加"),
        ('"增加" if 件数 < 1', ""),
        ("[甲, 乙][1]", ""),
        ('"汉字"[0]', "汉"),
        ('指标["合同 件数"]', "7"),
        ('figures["a-b"]', "7"),
        ("年度 - 1", "2019"),
        ("year", "2020"),
        ("标题", "报告"),
    ],
)
def test_an_expression_prints_its_result(expression: str, text: str) -> None:
    """Numbers are decimals and print plainly."""
    other = figure("a-b", name="合同 件数", y2020=7)
    expression = expression.replace("[甲, 乙][1]", '["甲", ""][1]')

    assert said(f"值{{{{ {expression} }}}}", COUNT, other) == "值" + text


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("件数 > 27 and not 件数 > 28", True),
        ("20 < 件数 <= 28", True),
        ("件数 == 28", True),
        ("件数 != 28 or false", False),
        ("件数 in [1, 28]", True),
        ("件数 not in [1, 件数]", False),
        ('"法" in "法治"', True),
        ("件数 - 28", False),
        ("[]", False),
        ('"甲" == 3', False),
    ],
)
def test_a_condition_chooses(condition: str, holds: bool) -> None:
    """Figures compare as the numbers they hold."""
    assert said(f"{{% if {condition} %}}是{{% else %}}否{{% endif %}}", COUNT) == ("是" if holds else "否")


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("1 / 0", "expression.zero"),
        ("10 ** 28", "expression.failed"),
        ('"甲" - 1', "expression.types"),
        ('"甲" * 3', "expression.types"),
        ("[1] + [2]", "expression.types"),
        ('"甲" < 3', "expression.types"),
        ("[1] == [1]", "expression.types"),
        ('-"甲"', "expression.not_a_number"),
        ("[1, 2]", "expression.not_printable"),
        ("1 == 1", "expression.not_printable"),
        ("none", "expression.not_printable"),
        ("[1][5]", "expression.failed"),
        ('range("甲")', "expression.failed"),
        ("range(1, 2, 0)", "expression.failed"),
        ('指标["同名"]', "figure.ambiguous"),
    ],
)
def test_an_expression_that_fails_is_reported_and_the_run_goes_on(expression: str, code: str) -> None:
    """Each at its line; one fault does not hide another."""
    twins = (figure("a", name="同名", y2020=1), figure("b", name="同名", y2020=2))

    assert found(f"{{{{ {expression} }}}}\n{{{{ 不知 }}}}", *twins) == [("name.unknown", 2), (code, 1)]
