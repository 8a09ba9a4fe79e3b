"""Markdown: what is written into `report.md` prints as it was found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.diagnostics import NOWHERE
from render.intake import built_lines
from render.recognise.draft import Draft
from render.recognise.markdown import escape, joined, report_lines
from render.recognise.passages import Passage

ODD = "甲乙 \\*_`<>{}[]()!&#~|:.-+=“”？％｛｝%^;1aA/'\""


def printed(passages: list[Passage], folder) -> list[str]:  # type: ignore[no-untyped-def]
    """Write passages into a report and say what a build prints of them."""
    draft = Draft("标题", 2020, passages=passages)
    text = joined(report_lines(draft, {}, {}, template="report", has_year=False)).decode()
    (folder / "report.md").write_text(text, encoding="utf-8")
    lines, found = built_lines(folder)
    assert [d.code for d in found if not d.code.startswith("heading.")] == [], text
    return ["".join(line.split()) for line in lines[1:]]


@settings(deadline=None)
@given(st.text(alphabet=ODD, min_size=1, max_size=30).filter(lambda text: text.strip(" ") == text))
def test_any_paragraph(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever Markdown, expressions and templates make of its characters."""
    folder = tmp_path_factory.mktemp("report")
    assert printed([Passage("text", NOWHERE, text)], folder) == ["".join(text.split())]


@settings(deadline=None)
@given(st.text(alphabet=ODD, min_size=1, max_size=30).filter(lambda text: text.strip(" ") == text))
def test_any_heading_and_cell(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Headings with attributes, cells with strokes."""
    folder = tmp_path_factory.mktemp("report")
    heading = Passage("heading", NOWHERE, text, 1, "第1、", "第1、", "own-line")
    table = Passage("table", NOWHERE, rows=((text, "乙"), ("丙", text)))
    flat = "".join(text.split())
    made = printed([heading, Passage("text", NOWHERE, "段"), table], folder)
    assert made == [f"第1、{flat}", "段", flat, "乙", "丙", flat]


@pytest.mark.parametrize(
    "text",
    [
        "# 井号", "- 横线", "* 星号", "+ 加号", "> 大于", "::: title", "---", "===", "***", "| 竖线 | 二 |", "1. 数字", "<!-- 注 -->",
        "{{ 变量 }}", "{% if %}", "{# 注 #}", "｛｛变量｝｝", "&amp; &#65;", "[链接](http://a.b)", "![图](a.png)", "[^1]", "表：标题", "单位：件", "注：说明", "a * b", "2*3", "____年", "~~删~~", "`码`",
    ],
)  # fmt: skip
def test_paragraphs_that_look_like_marks(text: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Are paragraphs; above a table too."""
    table = Passage("table", NOWHERE, rows=(("甲", "乙"), ("丙", "丁")))
    flat = "".join(text.split())
    assert printed([Passage("text", NOWHERE, text), Passage("text", NOWHERE, "段")], tmp_path) == [flat, "段"]
    assert printed([Passage("text", NOWHERE, text), table], tmp_path)[0] == flat


def test_plain_text_is_left_plain() -> None:
    """A clerk reads this file."""
    text = "2020年，全区办理案件28件（含上年结转3件），“一网通办”率99.5%。A类、GB/T 9704-2012、a-b"
    assert escape(text) == text
