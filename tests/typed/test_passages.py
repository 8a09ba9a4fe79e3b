"""A report cut into sentences, each with its place."""

from __future__ import annotations

from pathlib import Path

from folders import write_report

from render.read import read_report
from render.report import SourceText
from render.typed import sentences_of
from render.typed.passages import text_sentences


def cut(text: str) -> list[tuple[int | None, str]]:
    """Lines and sentences of a text."""
    lines = text.split("\n")
    source = SourceText(text, "report.md", tuple(range(1, len(lines) + 1)))
    return [(sentence.source.line, sentence.text) for sentence in text_sentences(source)]


def test_sentences_keep_their_lines() -> None:
    """Lines of a paragraph are joined as on the page."""
    assert cut("甲在此。乙在\n彼。\n\n丙。") == [(1, "甲在此。"), (1, "乙在彼。"), (4, "丙。")]


def test_headings_rows_and_titles_stand_by_themselves() -> None:
    """Without their marks; the rule below a table's head is no text."""
    text = (
        '## 第一次会议 {number="二"}\n\n| 甲 | 2020年 |\n|---|---|\n| 乙 | 3 |\n\n'
        "![图题](图片/1.png)\n\n::: note\n丁。\n:::"
    )
    assert cut(text) == [(1, "第一次会议"), (3, "甲　2020年"), (5, "乙　3"), (7, "图题"), (10, "丁。")]


def test_comments_and_statements_are_no_text() -> None:
    """They are not printed; what comes after keeps its line."""
    assert cut("<!-- 2020年\n再看 -->\n{% if 甲 %}\n乙。\n{% endif %}") == [(4, "乙。")]


def test_marks_inside_an_expression_end_no_sentence() -> None:
    """A figure's name may hold any."""
    assert cut('共{{ 指标["率；（%）。"] }}件。') == [(1, '共{{ 指标["率；（%）。"] }}件。')]


def test_a_sentence_knows_its_section() -> None:
    """The heading it stands under."""
    text = SourceText("# 甲\n乙。", "report.md", (1, 2))
    assert [sentence.section for sentence in text_sentences(text)] == ["甲", "甲"]


def test_metadata_attachments_and_forms_are_looked_at_too(tmp_path: Path) -> None:
    """Wherever a year can be typed; a form without a place for its number is typed as well."""
    folder = write_report(
        tmp_path,
        "正文。\n",
        more="附注: 2020年附注\n版本:\n  公开:\n    标题: 公开版2020\n",
        figures="指标,单位,写法,2020\n甲,件,近万,9600\n乙,件,近{},15\n",
    )
    (folder / "附件").mkdir()
    (folder / "附件" / "1.名单.md").write_text("# 2020年名单\n\n甲。\n", encoding="utf-8")
    report, _ = read_report(folder)
    assert [sentence.text for sentence in sentences_of(report)] == [
        "测试报告", "2020年附注", "公开版2020", "正文。", "2020年名单", "甲。", "甲：近万",
    ]  # fmt: skip
