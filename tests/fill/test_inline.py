"""Inline: spans, emphasis, and how lines meet."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from fill.reports import figure, filled, found, nodes, report, said, spans
from hypothesis import example, given
from hypothesis import strategies as st

from render.content import Heading, Paragraph, Table
from render.fill.inline import plain_text

COUNT = figure("件数", y2020=28)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("推进\n改革", "推进改革"),
        ("推进，\n改革", "推进，改革"),
        ("推进\n“改革”", "推进“改革”"),
        ("fair\nplay", "fair play"),
        ("采用OA\n系统", "采用OA系统"),
        ("共\n{{ 件数 }}\n件", "共28件"),
        ("OA\n{{ 件数 }}", "OA 28"),
        ("推进\\\n改革", "推进\n改革"),
        ("推进  \n改革", "推进\n改革"),
        ("推进  \n**改革**", "推进\n改革"),
        ("fair\n**play**", "fair play"),
        ("　　推进  ", "推进"),
        ("2020. 年", "2020. 年"),
        ("1. 年", "1. 年"),
        ("    年", "年"),
        (r"\- 年", "- 年"),
        (r"\> 年", "> 年"),
        (r"年\[^1]", "年[^1]"),
        (r"\---", "---"),
        ("-5、>3、年——月", "-5、>3、年——月"),
        (r"\*年\*", "*年*"),
        (r"\{年\}", "{年}"),
        (r"\# 年", "# 年"),
        ("3*4、a_b、2 * 3", "3*4、a_b、2 * 3"),
        ("____年__\\_", "____年___"),
        ("&lt;年&gt;", "<年>"),
        ("<武汉市方案>", "<武汉市方案>"),
        ("[2020]5号", "[2020]5号"),
        ("5~8、A&B", "5~8、A&B"),
        ("反斜线\\在此", "反斜线\\在此"),
    ],
)
def test_a_paragraph_says_what_was_typed(text: str, words: str) -> None:
    """Han characters meet without a space, Latin words with one; lists and code are no markup."""
    if words == "____年___":
        text = "____年\\_\\_\\_"
    assert said(text, COUNT) == words


@pytest.mark.parametrize(
    "text",
    [
        "甲**乙**丙",
        "甲**“乙”**丙",
        "**乙：**丙",
        "甲**100%**丙",
        "（**乙**）",
        "甲**乙**",
        "甲\n**乙**",
        "__乙__ 丙",
    ],
)
def test_strong_text_is_marked_whatever_stands_beside_it(text: str) -> None:
    """Chinese punctuation does not hold emphasis back, as CommonMark's rule would."""
    strong = [span.text.strip("“”：") for span in spans(text) if span.emphasis == "strong"]

    assert strong in (["乙"], ["100%"])


def test_emphasis_is_weaker_than_strong() -> None:
    """Strong wins where both hold; a figure is emphasised with the text around it."""
    made = spans("*甲{{ 件数 }}**乙***丙", COUNT)

    assert [(span.text, span.emphasis) for span in made] == [
        ("甲", "emphasis"),
        ("28", "emphasis"),
        ("乙", "strong"),
        ("丙", None),
    ]


@pytest.mark.parametrize("mark", ["*", "**", "__", "`", "~~", "{", "}", "***"])
def test_marks_left_over_are_an_error(mark: str) -> None:
    """They would be printed."""
    assert found(f"甲\n乙{mark}丙") == [("markup.leftover", 2)]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("- 乙", "-"),
        ("* 乙", "*"),
        ("+ 乙", "+"),
        ("> 乙", ">"),
        ("　- [ ] 乙", "- [ ]"),
        ("[^1]", "[^1]"),
        ("[^1]: 乙", "[^1]"),
        ("**乙**[^注]", "[^注]"),
        ("---", "---"),
        ("===", "==="),
        ("***", "***"),
        ("* * *", "* * *"),
    ],
)
def test_marks_of_what_a_report_has_not_are_an_error(line: str, mark: str) -> None:
    """Lists, quotations, footnotes, rules and underlined headings would print their signs."""
    for text in (f"甲\n{line}\n丁", f"甲\n{line}"):
        _, diagnostics = filled(report(text))
        assert [(each.code, each.source.line, each.values["mark"]) for each in diagnostics] == [
            ("markup.unsupported", 2, mark)
        ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲<br>乙", "markup.html"),
        ("甲<b>乙</b>", "markup.html"),
        ("见[网站](https://a.cn)", "markup.link"),
        ("如图![题](a.png)所示", "picture.inline"),
    ],
)
def test_what_paper_cannot_show_is_an_error(text: str, code: str) -> None:
    """With the way out in its hint."""
    assert {each for each, _ in found(text)} == {code}


def test_spans_carry_the_line_they_were_typed_on() -> None:
    """Also within one paragraph, and through inline markup."""
    assert [span.source.line for span in spans("甲\n乙{{ 件数 }}\n丙", COUNT)] == [1, 2, 2, 3]
    assert [span.source.line for span in spans("甲  \n*乙*\n丙")] == [1, 2, 3]


def test_comments_are_the_authors_own() -> None:
    """Not even the expressions in them are read."""
    assert said("甲<!-- {{ 未知 }} \n\n 两段 -->\n乙") == "甲乙"
    assert found("甲\n乙<!-- 丙\n丁") == [("comment.unclosed", 2)]


@given(st.text(min_size=1))
@example("**甲**\n\n# 乙\n\n| a |\n|---|\n::: title")
@example("\U000f0000\U00100001{{ 年度 }}{% raw %}<!--")
@example(" 。")
def test_an_inserted_value_never_becomes_markup(value: str) -> None:
    """Whatever it holds, it comes out unchanged in its place, and the text around it stays as it was."""
    text = "*甲*{{ 件数.名称 }}乙\n\n# 丙{{ 件数.名称 }}\n\n| {{ 件数.名称 }} |\n|---|\n| 丁 |"
    paragraph, heading, table = filled(report(text, figure("件数", name=value, y2020=28)))[0].nodes

    assert isinstance(paragraph, Paragraph)
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert [(span.text, span.emphasis) for span in paragraph.spans] == [
        ("甲", "emphasis"),
        (f"{value}乙", None),
    ]
    assert plain_text(heading.spans) == f"丙{value}"
    assert plain_text(table.head.cells[0]) == value


@given(st.text(alphabet='甲a，*_ \n`~[](){}<>!&;\\#|:-"“”', max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    """Faults are reported, never raised; and what is printed is what was typed, but for marks."""
    filled(report(text.replace("{", "")))


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "*" * 100_000, "*a " * 30_000, "![" * 50_000, "<a " * 30_000, "\\" * 100_000]
)
def test_runs_of_marks_do_not_take_for_ever(text: str) -> None:
    """Time grows with the text and not with its square."""
    start = time.process_time()
    found(text)

    assert time.process_time() - start < 5


def test_a_paragraph_of_ten_megabytes_is_read() -> None:
    """One can paste anything."""
    assert len(said("汉" * 3_400_000)) == 3_400_000


def test_text_without_markup_does_not_load_the_markdown_library() -> None:
    """It costs more than the whole stage."""
    script = (
        "import sys; from fill.reports import nodes; nodes('# 甲\\n\\n乙{{ 年度 }}');"
        "assert 'markdown_it' not in sys.modules; nodes('*乙*'); assert 'markdown_it' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_blank_lines_part_paragraphs() -> None:
    """Full-width blanks are blanks."""
    assert len(nodes("甲\n　\n乙\n\n\n丙")) == 3


def test_products_keep_their_signs() -> None:
    """Two of them in one line are no emphasis."""
    assert said("宽2*3米、长5*6米。") == "宽2*3米、长5*6米。"
