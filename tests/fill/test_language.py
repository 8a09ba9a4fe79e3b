"""Language: names are checked before rendering, and what cannot be read is put into an author's words."""

from __future__ import annotations

import pytest
from fill.reports import figure, filled, found, report
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import nodes

from render.fill import fill, language
from render.fill.language import parse
from render.fill.limits import DEPTH
from render.report import SourceText

COUNT = figure("合同审核件数", y2020=28)


def test_every_unknown_name_is_found_in_one_run() -> None:
    """Also where the text would not have gone."""
    text = "{{ 甲 }}\n{% if false %}{{ 乙|带单位 }}{% endif %}\n{% for 丙 in 丁 %}{{ 丙 }}{% endfor %}"

    assert found(text) == [("name.unknown", 1), ("name.unknown", 2), ("name.unknown", 3)]


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("{{ 合同审核数 }}", "name.unknown", "合同审核件数"),
        ('{{ 指标["合同审核"] }}', "figure.unknown", "合同审核件数"),
        ('{{ figures["合同" ~ "审核"] }}', "figure.unknown", "合同审核件数"),
        ("{{ 合同审核件数|代单位 }}", "filter.unknown", "带单位"),
        ("{% if 合同审核件数 is 缺 %}{% endif %}", "test.unknown", "缺报"),
    ],
)
def test_the_nearest_name_is_offered(text: str, code: str, near: str) -> None:
    """So that a slip of the pen mends itself."""
    _, (diagnostic,) = filled(report(text, COUNT))

    assert (diagnostic.code, diagnostic.values["near"]) == (code, near)


def test_an_absent_key_of_the_metadata_is_unknown_to_the_text() -> None:
    """The author would print a hole."""
    assert found("{{ 主送机关 }}") == [("name.unknown", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "{% for 项 in [1] %}{{ 项 }}{{ loop.index }}{% endfor %}{{ 项 }}",
        "{% for 项 in [1] %}{% set 数 = 1 %}{% endfor %}{{ 数 }}",
        "{% macro 行(甲) %}{{ 甲 }}{% endmacro %}{{ 行(1) }}{{ 甲 }}",
        "{{ loop }}",
        "{% for 甲, 乙 in [[1, 2]] %}{{ 甲 }}{% else %}{{ 乙 }}{% endfor %}",
    ],
)
def test_names_end_with_what_made_them(text: str) -> None:
    """A loop's and a macro's own names are unknown outside."""
    assert [code for code, _ in found(text)] == ["name.unknown"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("\n{{ 件数", 2, "expression.syntax"),
        ("\n{{ 件数 + }}", 2, "expression.syntax"),
        ("甲\n{{ 件数 }，乙", 2, "expression.syntax"),
        ("甲\n{{ 12345热线 }}", 2, "expression.syntax"),
        ("\n{{ 件数｜带单位 }}", 2, "expression.full_width"),
        ("\n｛｛ 件数 ｝｝", 2, "expression.full_width"),
        ("甲\n\U000f0000", 2, "text.character"),
        ('\n{{ 日期（"甲"） }}', 2, "expression.full_width"),
        ("\n{% if true %}\n甲\n\n", 2, "statement.unclosed"),
        ("{% if true %}{% endif %}\n{% for 甲 in [] %}\n乙", 2, "statement.unclosed"),
        ("\n{% foreach 甲 %}", 2, "statement.unknown"),
        ("\n{% endfor %}", 2, "statement.unknown"),
        ("\n## 标题 {#here}\n", 2, "statement.comment"),
        ("\n{% include 'x' %}", 2, "statement.forbidden"),
        ("\n{% import 'x' as y %}", 2, "statement.forbidden"),
        ("{% extends 'x' %}", 1, "statement.forbidden"),
        ("{% block x %}{% endblock %}", 1, "statement.forbidden"),
        ("{% filter 带单位 %}{% endfilter %}", 1, "statement.forbidden"),
        ("{% for 甲 in [] recursive %}{% endfor %}", 1, "statement.forbidden"),
        ("{% set 甲.乙 = 1 %}", 1, "statement.forbidden"),
        ("{{ {'甲': 1} }}", 1, "expression.forbidden"),
        ("{{ [1, 2][0:1] }}", 1, "expression.forbidden"),
        ("{{ '甲'.join(['乙']) }}", 1, "expression.forbidden"),
        ("{{ range(*[1]) }}", 1, "expression.forbidden"),
        ("{{ 年度() }}", 1, "expression.forbidden"),
        ("{{ ''.__class__.__mro__ }}", 1, "property.unknown"),
    ],
)
def test_what_cannot_be_read_or_used_is_named_at_its_line(text: str, line: int, code: str) -> None:
    """Loops and conditions that are never closed are named where they begin."""
    assert found(text)[:1] == [(code, line)]


def test_a_text_that_cannot_be_read_leaves_no_content() -> None:
    """There is nothing sensible to look at."""
    content, _ = fill(report("{{ "), "{{ 正文 }}", year=2020)

    assert content is None


@pytest.mark.parametrize("depth", [DEPTH, DEPTH + 1])
def test_statements_are_nested_so_deep_and_no_deeper(depth: int) -> None:
    """Twenty levels are more than anybody reads."""
    text = "{% if true %}" * depth + "甲" + "{% endif %}" * depth

    assert found(text) == ([] if depth <= DEPTH else [("limit.depth", 1)])


def test_lines_without_numbers_are_a_callers_mistake() -> None:
    """Readers number every line."""
    with pytest.raises(ValueError, match="2 lines but 1 numbers"):
        parse(SourceText("甲\n乙", "report.md", (1,)))


WORDS = st.sampled_from(
    ["件数", "年度", "not", "true", "件数 |带单位", "件数|带单位| 汉字", "1a", "a.b", "件数|"]
)
PIECES = st.one_of(
    st.text(alphabet="甲{}%#|\n ", max_size=4),
    WORDS.map("{{{{ {} }}}}".format),
    WORDS.map("{{{{{}}}}}".format),
)


@given(st.lists(PIECES, max_size=8).map("".join))
@example("{{{ 件数 }}")
@example("{{ 件数 }}}")
def test_the_short_way_reads_what_jinja_reads(text: str) -> None:
    """Wherever it is taken, the tree is the same to the last line number."""
    short = language._read_plainly(text)
    if short is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "_read_plainly", lambda _: None)
        full = parse(SourceText(text, "report.md", tuple(range(1, text.count("\n") + 2))))
    assert isinstance(full, nodes.Template)
    assert short == full
    ours, theirs = ([node.lineno for node in tree.find_all(nodes.Expr)] for tree in (short, full))
    assert ours == theirs
