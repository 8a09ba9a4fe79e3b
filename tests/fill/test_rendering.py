"""Rendering: statements, sums, lines after loops, and limits."""

from __future__ import annotations

import time

import pytest
from fill.reports import figure, filled, found, nodes, report, said, spans, words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from render.content import Paragraph, Table
from render.fill.limits import STEPS

COUNT = figure("件数", y2020=28, y2019=20)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("件数 + 2", "30"),
        ("件数 - 件数.上年", "8"),
        ("件数 / 件数.上年", "1.4"),
        ("-件数", "-28"),
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


def test_elif_comes_between() -> None:
    """The first condition that holds wins."""
    assert said("{% if false %}一{% elif true %}二{% elif true %}三{% else %}四{% endif %}") == "二"


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


def test_a_name_set_inside_a_loop_stays_inside() -> None:
    """As in Jinja."""
    assert (
        said("{% set 甲 = 1 %}{% for 项 in [1, 2] %}{% set 甲 = 项 + 5 %}{{ 甲 }}{% endfor %}{{ 甲 }}")
        == "671"
    )


def test_a_loop_knows_where_it_is() -> None:
    """`loop` as in Jinja."""
    turn = "{{ loop.index }}/{{ loop.length }}{% if not loop.last %}、{% endif %}"
    text = "{% for 项 in [7, 8] %}" + turn + "{% endfor %}"

    assert said(text) == "1/2、2/2"


def test_a_loop_may_skip_items_or_find_none() -> None:
    """`if` behind the list, `else` for an empty one."""
    text = (
        "{% for 项 in range(5) if 项 is 奇数 %}{{ 项 }}{% endfor %}{% for 项 in [] %}{% else %}无{% endfor %}"
    )

    assert said(text) == "13无"


def test_what_cannot_be_gone_through_is_reported() -> None:
    """A figure is no list, and pairs have two parts."""
    assert found("{% for 项 in 件数 %}{% endfor %}\n{% for 甲, 乙 in [1] %}{% endfor %}", COUNT) == [
        ("expression.not_a_list", 1),
        ("expression.not_a_list", 2),
    ]


def test_statements_on_lines_of_their_own_leave_no_line() -> None:
    """So a loop may make the rows of a table."""
    text = (
        "| 年 | 数 |\n|---|---|\n{% for 年 in [2019, 2020] %}\n| {{ 年 }} | {{ 件数[年] }} |\n{% endfor %}\n"
    )
    (node,) = nodes(text, COUNT)

    assert isinstance(node, Table)
    assert [[cell[0].text for cell in row.cells] for row in node.rows] == [["2019", "20"], ["2020", "28"]]


def test_a_statement_at_the_end_of_a_line_keeps_the_line() -> None:
    """Else two paragraphs would run together."""
    assert len(nodes("甲{% if true %}乙{% endif %}\n\n丙")) == 2


def test_lines_are_the_authors_after_loops() -> None:
    """Every turn of a loop comes from the same line, and what follows from its own."""
    text = "{% for 项 in [1, 2] %}\n## 第{{ 项 }}项\n\n{% endfor %}\n{# 注 #}\n尾{{ 件数 }}"
    content, _ = filled(report("# 一\n" + text, COUNT, first=11))

    assert [node.source.line for node in content.nodes] == [11, 13, 13, 17]


LINES = ["文字", "", "# 标题", "{{ 件数 }}", "{# 注 #}", "<!-- 注 -->", "甲{{\n件数 }}", "{% set 甲 = 1 %}"]


@given(st.lists(st.sampled_from(LINES), max_size=12), st.integers(0, 3))
@settings(max_examples=60)
def test_every_line_knows_where_it_was_typed(lines: list[str], turns: int) -> None:
    """However often the lines above were repeated or left out, the last one keeps its number."""
    text = "\n".join([f"{{% for 项 in range({turns}) %}}", *lines, "{% endfor %}", "", "末行"])
    content, _ = filled(report(text, COUNT))

    last = content.nodes[-1]
    assert isinstance(last, Paragraph)
    assert last.spans[-1].text == "末行"
    assert last.source.line == text.count("\n") + 1


def test_captured_text_is_text_and_what_is_inserted_in_it_stays_inert() -> None:
    """A macro may make markup; the values it is given may not."""
    text = '{% macro 重(甲) %}**{{ 甲 }}**{% endmacro %}{% set 乙 %}见{{ 重("*一*") }}{% endset %}{{ 乙 }}'
    before, strong = spans(text)

    assert (before.text, before.emphasis) == ("见", None)
    assert (strong.text, strong.emphasis) == ("*一*", "strong")


def test_captured_text_compares_as_what_it_says() -> None:
    """Its marks are not part of it."""
    text = '{% set 甲 %}\n增加{{ 件数 }}\n{% endset %}{% if 甲 == "增加28" %}对{% endif %}{{ 甲|个数 }}'

    assert said(text, COUNT) == "对4"


def test_a_figure_keeps_its_key_through_captured_text() -> None:
    """And the line it was inserted at."""
    (span,) = spans("{% set 甲 %}{{ 件数 }}{% endset %}\n{{ 甲 }}", COUNT)

    assert (span.figure, span.source.line) == ("件数", 1)


@pytest.mark.parametrize("call", ["行()", "行(1, 2, 3)", "行(1, 丁=2)", "行(1, 甲=2)"])
def test_a_macro_is_called_with_what_it_takes(call: str) -> None:
    """Neither more nor less."""
    text = "{% macro 行(甲, 乙=2) %}{{ 甲 }}{{ 乙 }}{% endmacro %}{{ " + call + " }}"

    assert found(text) == [("macro.arguments", 1)]


def test_a_macro_fills_in_what_is_left_out() -> None:
    """By place or by name."""
    text = (
        "{% macro 行(甲, 乙=2) %}{{ 甲 }}{{ 乙 }}{% endmacro %}{{ 行(1) }}{{ 行(1, 3) }}{{ 行(乙=4, 甲=1) }}"
    )

    assert said(text) == "121314"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% for i in range(10**7) %}{% endfor %}", "limit.steps"),
        ("{% for i in range(1000) %}{% for j in range(1001) %}甲{% endfor %}{% endfor %}", "limit.steps"),
        ("{% for i in range(70000) %}{{ i }}{% endfor %}", "limit.values"),
        ("{% for i in range(30000) %}" + "汉" * 1000 + "{% endfor %}", "limit.output"),
        ("{% set 甲 = 'aaaaaaaa' %}" + "{% set 甲 = 甲 + 甲 %}" * 60, "limit.output"),
        ("{% set 甲 = 'aaaaaaaa' %}" + "{% set 甲 = [甲, 甲]|join %}" * 60, "limit.output"),
        ("{% set 甲 %}甲{% endset %}" + "{% set 甲 %}{{ 甲 }}{{ 甲 }}{% endset %}" * 60, "limit.output"),
        ("{% set 甲 = [1] %}" + "{% set 甲 = [甲, 甲] %}" * 60 + "{{ 甲|join }}", "expression.not_printable"),
        ("{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}", "limit.depth"),
        ("{% macro 甲() %}{{ 甲() }}{{ 甲() }}{% endmacro %}{{ 甲() }}", "limit.depth"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "limit.depth"),
        ("{{ 1" + " + 1" * 200 + " }}", "limit.depth"),
        ("{{ 'a' * 10**9 }}", "expression.types"),
        ("{{ 10**10**10 }}", "expression.failed"),
        ("{{ '%1000000000d' % 1 }}", "expression.types"),
        ("{{ " + "9" * 5000 + " }}", "expression.syntax"),
        ("\n" * 65_000, "limit.lines"),
    ],
)
def test_a_text_that_asks_for_too_much_ends_soon(text: str, code: str) -> None:
    """In a diagnostic, and without eating the machine."""
    start = time.process_time()

    assert code in [each for each, _ in found(text)]
    assert time.process_time() - start < 10


def test_a_limit_is_reported_where_it_is_reached() -> None:
    """At the line of the expression at work."""
    assert found("\n\n{% for i in range(10**7) %}{% endfor %}") == [("limit.steps", 3)]


def test_steps_are_counted_over_all_texts_of_a_report() -> None:
    """A thousand attachments do not get a thousand times as many."""
    from fill.reports import attachment

    loop = f"{{% for i in range({STEPS // 3}) %}}{{% endfor %}}"
    content, diagnostics = filled(report("甲", attachments=tuple(attachment(f"{n}", loop) for n in range(3))))

    assert [each.code for each in diagnostics] == ["limit.steps"]
    assert words_of(content) == ["甲"]
