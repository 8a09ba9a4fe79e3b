"""Sections: texts nested in YAML or JSON become Markdown with the author's lines."""

from __future__ import annotations

import pytest
from read.folders import ReportFolder

from render.report import SourceText

YAML = """\
标题: {{ 年度 }}年度报告
正文:
  - 开头{{ 件数 }}件。
  - 标题: 工作开展情况
    正文: |
      第一段。

      第二段。
    小节:
      - heading: 完善机制
        text: [甲, 乙]
"""


def test_nested_sections(folder: ReportFolder) -> None:
    """Headings get their level, blocks a blank line between them, lines their place in the file."""
    folder.write("report.yaml", YAML)

    assert folder.report().text == SourceText(
        "开头{{ 件数 }}件。\n\n# 工作开展情况\n\n第一段。\n\n第二段。\n\n## 完善机制\n\n甲\n\n乙",
        "report.yaml",
        (3, 4, 4, 6, 6, 7, 8, 10, 10, 11, 11, 11, 11),
    )


def test_json_gives_the_same_text(folder: ReportFolder) -> None:
    """The two forms differ in notation only."""
    folder.write("report.json", '{"text": [{"heading": "甲",\n"text": "乙\\n丙",\n"sections": ["丁"]}]}')

    assert folder.report().text == SourceText("# 甲\n\n乙\n丙\n\n丁", "report.json", (1, 2, 2, 2, 3, 3))


def test_text_as_one_markdown_block(folder: ReportFolder) -> None:
    """A block keeps its blank lines and its line numbers."""
    folder.write("report.yaml", "正文: |\n  # 甲\n\n  乙\n")

    assert folder.report().text == SourceText("# 甲\n\n乙", "report.yaml", (2, 3, 4))


def test_no_text(folder: ReportFolder) -> None:
    """A report may be metadata alone."""
    folder.write("report.yaml", "标题: 甲\n")

    assert folder.report().text.text == ""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- 甲", "text.no_keys", 1),
        ("正文:\n- [甲]", "text.shape", 2),
        ("正文:\n- 正文: 甲", "text.no_heading", 2),
        ("正文:\n- 标题: 甲\n  段落: 乙", "metadata.unknown_key", 3),
        ("正文:\n- 标题: 甲\n  heading: 乙", "metadata.twice", 3),
        ("正文: 甲\ntext: 乙", "metadata.twice", 2),
        (
            "正文: [{标题: 一, 小节: [{标题: 二, 小节: ["
            "\n{标题: 三, 小节: [{标题: 四, 小节: [\n{标题: 五}]}]}]}]}]",
            "text.too_deep",
            3,
        ),
        ("附件:\n- 标题: 甲\n- 乙", "text.shape", 3),
        ("附件:\n- 正文: 甲", "text.no_heading", 2),
    ],
)
def test_faulty_sections(folder: ReportFolder, text: str, code: str, line: int) -> None:
    """The complaint stands at the line of the part it is about."""
    folder.write("report.yaml", text)

    assert [(d.code, d.source.line) for d in folder.found()] == [(code, line)]


def test_unknown_key_of_a_report_may_be_meant_for_the_text(folder: ReportFolder) -> None:
    """The text's own key is among the nearest."""
    folder.write("report.yaml", "正 文: 甲")

    assert folder.found()[0].values["near"] == "正文"


def test_attachments_in_the_report(folder: ReportFolder) -> None:
    """Attachments may stand in the report itself, before those of the folder."""
    folder.write("report.yaml", "附件:\n- 标题: 甲\n  正文: 乙\n- title: 丙\n  text: [丁]\n")
    folder.write("附件/1.md", "# 戊\n\n己")
    attachments = folder.report().attachments

    assert [(each.title, each.text.text) for each in attachments] == [
        ("甲", "乙"),
        ("丙", "丁"),
        ("戊", "\n己"),
    ]
    assert attachments[1].text.lines == (5,)


def test_attachments_by_name(folder: ReportFolder) -> None:
    """A list of names is metadata."""
    folder.write("report.yaml", "附件: [甲, 乙]")

    assert folder.report().metadata["attachments"].value == ("甲", "乙")
