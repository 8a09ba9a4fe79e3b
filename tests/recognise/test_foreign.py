"""A file from anywhere: its parts, its words as typed, and how it is set."""

from __future__ import annotations

import pytest
from described import docx_of

from render.content import Heading, Paragraph
from render.diagnostics import Faults
from render.recognise.foreign import Examined, examine

TEXT = """
标志｜某某区司法局文件
文号｜某司〔2021〕3号
标题｜关于报送2020年工作情况的报告
主送｜某某区人民政府：
正文｜现将2020年工作情况报告如下,请审阅。
一级｜一、总体情况
正文｜全年共办理案件12件，比上年增加2件。
正文｜〖楷体_GB2312〗（一）强化培训。〖〗全年共举办培训3期。
附件说明｜附件：情况统计表
署名｜某某区司法局
日期｜2021年1月15日
附件｜附件
附件标题｜情况统计表
正文｜统计口径与上年相同。
抄送｜抄送：某某区委办公室。
印发｜某某区司法局办公室　　2021年1月15日印发
"""


@pytest.fixture(scope="module")
def file() -> Examined:
    """A document with all parts."""
    return examine(docx_of(TEXT), "来文.docx")


def test_parts_are_told(file: Examined) -> None:
    """Every paragraph is what the standard calls it."""
    looks = file.looks
    assert looks is not None
    assert [p.role for p in looks.paragraphs if p.text] == [
        *("mark", "number", "title", "addressee", "text", "heading-1", "text", "text", "attachment-list"),
        *("issuer", "date", "attachment-mark", "attachment-title", "text", "copies", "printer"),
    ]


def test_marks_stay_as_they_were_typed(file: Examined) -> None:
    """An import restores them; a check has to see them."""
    texts = ["".join(s.text for s in n.spans) for n in file.content.nodes if isinstance(n, Paragraph)]
    assert "现将2020年工作情况报告如下,请审阅。" in texts


def test_headings_keep_the_numbers_of_their_author(file: Examined) -> None:
    """And a heading that runs in is one."""
    headings = [node for node in file.content.nodes if isinstance(node, Heading)]
    assert [(h.level, h.number, h.run_in) for h in headings] == [(1, "一、", False), (2, "（一）", True)]


def test_places_are_paragraphs(file: Examined) -> None:
    """Which is how somebody finds them in Word."""
    title = next(n for n in file.content.nodes if isinstance(n, Paragraph) and n.role == "title")
    assert (title.source.file, title.source.line) == ("来文.docx", 3)
    assert file.words[3] == "关于报送2020年工作情况的……"


def test_the_form_is_told(file: Examined) -> None:
    """A masthead or a colophon make the 文件格式."""
    assert file.form == "gongwen"


def test_what_is_no_official_text_is_taken_all_the_same() -> None:
    """It says what it looks like."""
    verse = "\n".join(
        f"正文｜{line}" for line in ("春风又绿江南岸", "明月何时照我还", "柳絮飞来片片红", "水流花谢两无情")
    )
    assert examine(docx_of(verse), "诗.docx").form == "verse"


def test_a_file_without_text_is_refused() -> None:
    """There is nothing to look over."""
    with pytest.raises(Faults) as caught:
        examine(docx_of("空行｜ "), "空.docx")
    assert [each.code for each in caught.value.diagnostics] == ["import.empty"]


def test_contents_are_no_text() -> None:
    """The lines of a 目录 say again what headings say; they are neither headings nor paragraphs."""
    listed = "标题｜全区工作规划\n正文｜目　录\n正文｜一、总体要求……1\n正文｜二、重点任务……2\n"
    text = "一级｜一、总体要求\n正文｜坚持稳中求进，推动高质量发展。\n一级｜二、重点任务\n正文｜全年培训3期，建成项目5个。\n"
    made = examine(docx_of(listed + text), "规划.docx")
    assert made.headings[0] == 2
    texts = ["".join(s.text for s in n.spans) for n in made.content.nodes if isinstance(n, Paragraph)]
    assert not any("……" in each or each == "目　录" for each in texts)
