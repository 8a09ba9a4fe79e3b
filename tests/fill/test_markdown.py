"""Markdown: headings, role blocks, tables and pictures."""

from __future__ import annotations

import pytest
from fill.reports import attachment, figure, filled, found, nodes, report, words_of

from render.content import Heading, Paragraph, Picture, SheetStart, Spans, Table
from render.fill import fill
from render.messages import Severity, message_of

COUNT = figure("件数", y2020=28)


def words(spans: Spans) -> str:
    """Put the characters of spans together."""
    return "".join(span.text for span in spans)


def table(text: str) -> Table:
    """Make the one table of a text."""
    (made,) = [node for node in nodes(text, COUNT) if isinstance(node, Table)]
    return made


def heading(text: str) -> Heading:
    """Make the one heading of a text."""
    (made,) = nodes(text, COUNT)
    assert isinstance(made, Heading)
    return made


# Headings


def test_headings_have_four_levels() -> None:
    """And may be closed by the same signs."""
    made = nodes("# 一\n## 二\n### 三 ###\n#### 四\n# 五")

    assert [(node.level, words(node.spans)) for node in made if isinstance(node, Heading)] == [
        (1, "一"),
        (2, "二"),
        (3, "三"),
        (4, "四"),
        (1, "五"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# 一\n### 三", 2, "heading.skipped"),
        ("## 二", 1, "heading.skipped"),
        ("# 一\n## 二\n### 三\n#### 四\n##### 五", 5, "heading.too_deep"),
        ("#一", 1, "heading.no_blank"),
        ("甲\n\n#", 3, "heading.empty"),
        ("# 一 {.big}", 1, "heading.attribute"),
        ('# 一 {颜色="红"}', 1, "heading.attribute"),
        ("# 一、总体情况", 1, "heading.typed_number"),
        ("# （二十一）总体情况", 1, "heading.typed_number"),
        ("# 1.总体情况", 1, "heading.typed_number"),
        ("# (1)总体情况", 1, "heading.typed_number"),
        ("# 总体情况。", 1, "heading.run_in_alone"),
        ("# 总体情况。\n\n# 问题", 1, "heading.run_in_alone"),
    ],
)
def test_faults_of_headings(text: str, line: int, code: str) -> None:
    """Each at its line."""
    assert found(text) == [(code, line)]


@pytest.mark.parametrize("text", ["# 3.0平台建设", "# 一体推进", "# 2020年工作"])
def test_not_every_digit_is_a_number_of_a_heading(text: str) -> None:
    """The template's numbers end in a mark."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# 一", [1]),
        ("# 一\n\n# 二\n\n甲", [1]),
        ("# 一\n\n## 二\n\n# 三\n\n甲", [3]),
        ("# 一\n\n## 二\n\n甲", []),
        ("# 一\n\n| 甲 |\n|---|\n| 1 |", []),
        ("# 一\n\n![图](甲.png)", []),
    ],
)
def test_a_heading_with_nothing_below_is_a_warning(text: str, lines: list[int]) -> None:
    """Also where the report goes on with a heading of the same level."""
    _, diagnostics = fill(report(text), "{{ 正文 }}\n\n结尾\n", year=2020)

    assert [(each.code, each.source.line) for each in diagnostics] == [
        ("heading.no_text", line) for line in lines
    ]
    assert {message_of(each).severity for each in diagnostics} <= {Severity.WARNING}


def test_typed_numbers_and_lonely_run_in_headings_are_warnings() -> None:
    """The document can be issued as it is."""
    _, diagnostics = filled(report("# 一、总体情况。"))

    assert {message_of(each).severity for each in diagnostics} == {Severity.WARNING}


def test_a_skipped_level_says_what_was_found_and_expected() -> None:
    """So that the author need not count."""
    _, (diagnostic,) = filled(report("# 一\n\n#### 四"))

    assert diagnostic.values == {"found": 4, "expected": 2}


def test_a_heading_with_a_full_stop_runs_into_its_paragraph() -> None:
    """Also where an expression stands before the full stop."""
    first, _, second, _ = nodes("# 部署。\n\n正文\n\n# 共{{ 件数 }}件。\n正文", COUNT)

    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert first.run_in
    assert second.run_in


def test_attributes_stand_at_the_end_of_a_heading() -> None:
    """In both languages."""
    first = heading('# 总体情况 {number="（二十三）" id="zt"}')
    second = heading("# 结束语 {.不编号}")

    assert (words(first.spans), first.number, first.anchor, first.numbered) == (
        "总体情况",
        "（二十三）",
        "zt",
        True,
    )
    assert (words(second.spans), second.numbered) == ("结束语", False)


def test_a_typed_number_may_be_kept() -> None:
    """The author has said so."""
    assert heading('# 一、总体情况 {number=""}').number == ""


def test_braces_may_end_a_heading() -> None:
    """If they are said to be no attributes."""
    assert words(heading(r"# 集合\{甲\}").spans) == "集合{甲}"


def test_below_a_title_headings_may_begin_at_the_second_level() -> None:
    """An attachment's first heading is its title and has been taken off."""
    for text in ("## 甲\n### 乙\n## 丙", "# 甲\n## 乙\n# 丙"):
        content, diagnostics = filled(
            report("正文", attachments=(attachment("表", text),)),
            "{{ 正文 }}\n\n{% for 件 in 附件 %}\n{{ 件.正文 }}\n{% endfor %}",
        )
        assert diagnostics == []
        assert [node.level for node in content.nodes if isinstance(node, Heading)] == [1, 2, 1]


# Role blocks


def test_a_role_block_gives_its_paragraphs_a_role() -> None:
    """Under the role's name in either language."""
    made = nodes("::: closing\n特此报告。\n\n此致\n:::\n::: 附注\n（公开）\n:::\n正文")

    assert [node.role for node in made if isinstance(node, Paragraph)] == [
        "closing",
        "closing",
        "note",
        "text",
    ]


def test_every_line_of_a_list_of_names_is_a_paragraph() -> None:
    """Issuers and attachments stand below each other."""
    made = nodes("::: issuer\n甲局\n乙局\n\n丙局\n:::")

    assert [words(node.spans) for node in made if isinstance(node, Paragraph)] == ["甲局", "乙局", "丙局"]


def test_a_new_sheet_is_asked_for_by_a_block_of_its_own() -> None:
    """It holds nothing."""
    assert [type(node) for node in nodes("::: new-sheet\n:::\n\n::: 另面\n:::")] == [SheetStart, SheetStart]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("::: titel\n甲\n:::", 1, "role.unknown"),
        ("甲\n\n::: title\n乙", 3, "role.unclosed"),
        ("::: title\n甲\n::: note\n乙\n:::", 1, "role.unclosed"),
        ("甲\n:::\n乙", 2, "role.stray"),
    ],
)
def test_faults_of_role_blocks(text: str, line: int, code: str) -> None:
    """The text inside is kept."""
    assert found(text) == [(code, line)]
    assert "甲" in words_of(filled(report(text))[0])


def test_the_nearest_role_is_offered() -> None:
    """In the language it was asked for."""
    _, (diagnostic,) = filled(report("::: titel\n甲\n:::"))

    assert diagnostic.values["near"] == "title"


# Tables


def test_a_table_has_a_head_and_rows() -> None:
    """Alignments are the author's, or none."""
    made = table("| 指标 | 数 | 备注 |\n|:---|---:|:-:|\n| 甲 | {{ 件数 }} | |\n乙 | 2 | 无\n")

    assert [words(cell) for cell in made.head.cells] == ["指标", "数", "备注"]
    assert [[words(cell) for cell in row.cells] for row in made.rows] == [["甲", "28", ""], ["乙", "2", "无"]]
    assert made.alignments == ("left", "right", "center")
    assert [row.source.line for row in made.rows] == [3, 4]
    assert made.rows[0].cells[1][0].figure == "件数"


@pytest.mark.parametrize(
    ("above", "title", "unit"),
    [
        ("表：主要指标\n", "主要指标", ""),
        ("表: 主要指标　单位：件\n", "主要指标", "单位：件"),
        ("表：共{{ 件数 }}件\n单位：件\n\n", "共28件", "单位：件"),
        (": 主要指标\n\n", "主要指标", ""),
        ("Table: Main figures Unit: piece\n", "Main figures", "Unit: piece"),
        ("单位：件\n", "", "单位：件"),
        ("", "", ""),
    ],
)
def test_the_paragraph_above_a_table_may_be_its_title_and_unit(above: str, title: str, unit: str) -> None:
    """With or without a blank line between."""
    made = table(above + "| 甲 |\n|---|\n| 1 |")

    assert (words(made.title), words(made.unit)) == (title, unit)


@pytest.mark.parametrize("above", ["见下表：", "表一如下", "表：一\n二\n三"])
def test_other_paragraphs_above_a_table_stay_paragraphs(above: str) -> None:
    """Only what is written as a title is one."""
    first, second = nodes(above + "\n\n| 甲 |\n|---|\n| 1 |")

    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert second.title == ()


@pytest.mark.parametrize("caption", [": 主要指标", "表：主要指标　单位：件", "单位：件"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_caption_that_runs_on_from_a_paragraph_is_an_error(caption: str, gap: str) -> None:
    """The table would lose its title, and the title's mark would print."""
    text = f"情况如下。\n{caption}{gap}| 甲 |\n|---|\n| 1 |"

    assert found(text) == [("table.caption_joined", 2)]


def test_notes_stand_below_a_table() -> None:
    """Each note begins a line or a paragraph of its own."""
    made = table("| 甲 |\n|---|\n| 1 |\n注：一\n续\n资料来源：局\n\n注2：三\n\n正文")

    assert [words(note) for note in made.notes] == ["注：一续", "资料来源：局", "注2：三"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("| 甲 | 乙 |\n|---|---|\n| 1 |", 3, "table.width"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |", 3, "table.width"),
        ("| 甲 | 乙 |\n|---|\n| 1 |", 1, "table.head_width"),
    ],
)
def test_rows_are_as_wide_as_the_head(text: str, line: int, code: str) -> None:
    """Nothing is cut off or filled up in silence."""
    assert found(text) == [(code, line)]


def test_a_stroke_in_a_cell_is_escaped() -> None:
    """As in every table of Markdown."""
    made = table("| 甲\\|乙 |\n|---|\n| **丙** |")

    assert words(made.head.cells[0]) == "甲|乙"
    assert made.rows[0].cells[0][0].emphasis == "strong"


def test_a_stroke_without_a_rule_below_is_text() -> None:
    """A table needs the line under its head."""
    (node,) = nodes("甲|乙\n丙|丁")

    assert isinstance(node, Paragraph)


# Pictures


def test_a_picture_stands_on_a_line_of_its_own() -> None:
    """Its title may hold figures; a screen reader gets the title, or words of its own."""
    first, second = nodes('![共{{ 件数 }}件](图片/{{ 年度 }}.png)\n![图](图片\\a.png "办件走势")', COUNT)

    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert (first.path, words(first.title), first.alternative) == ("图片/2020.png", "共28件", "共28件")
    assert (second.path, words(second.title), second.alternative) == ("图片/a.png", "图", "办件走势")


def test_a_heading_says_where_its_text_begins() -> None:
    """Whether it runs in need not hang on a full stop."""
    one, _, two, _ = nodes("# 目标： {.run-in}\n\n甲。\n\n# 领导。 {.独行}\n\n乙。")
    assert isinstance(one, Heading)
    assert isinstance(two, Heading)
    assert (one.run_in, two.run_in) == (True, False)


def test_a_landscape_block_turns_the_sides_it_stands_on() -> None:
    """Under both names; what follows it is upright again, and other blocks may stand inside."""
    found = nodes("::: landscape\n甲。\n\n::: note\n乙。\n:::\n\n::: 另面\n:::\n:::\n\n丙。\n")
    assert [n.landscape if isinstance(n, SheetStart) else type(n) for n in found] == [
        True, Paragraph, Paragraph, True, False, Paragraph,
    ]  # fmt: skip
    assert [n.role for n in found if isinstance(n, Paragraph)] == ["text", "note", "text"]
    assert [type(n) for n in nodes("::: 横排\n:::")] == [SheetStart, SheetStart]


@pytest.mark.parametrize("text", ["::: 横排\n甲。", "::: 横排\n::: 横排\n:::", "::: 横排\n::: note\n甲。\n"])
def test_a_landscape_block_is_closed(text: str) -> None:
    """Like every other."""
    assert {code for code, _ in found(text)} == {"role.unclosed"}
