"""Rendering: statements, captured text, and lines after loops."""

from __future__ import annotations

import pytest
from fill.reports import figure, filled, found, nodes, report, said, spans
from hypothesis import given, settings
from hypothesis import strategies as st

from render.content import Paragraph, Table

COUNT = figure("件数", y2020=28, y2019=20)


def test_elif_comes_between() -> None:
    """The first condition that holds wins."""
    assert said("{% if false %}一{% elif true %}二{% elif true %}三{% else %}四{% endif %}") == "二"


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
