"""Wrapped lines, put together."""

from __future__ import annotations

import re

from render.recognise.readers.blanks import widths
from render.recognise.readers.wrapped import Line, paragraphs

SENTENCE = "全区各部门各单位认真贯彻落实上级决策部署，扎实开展法治政府建设各项工作，取得了明显成效。"


def joined(text: str) -> list[str]:
    """Paragraphs of a text."""
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    return [line.text.strip("　 ") for line in paragraphs(lines)[0]]


def wrapped(text: str, width: int) -> str:
    """A paragraph with an indent, cut."""
    text = "　　" + text
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_paragraphs_with_indents() -> None:
    """Are put together at any width."""
    for width in (18, 24, 30, 40):
        text = "\n".join([wrapped(SENTENCE * 2, width), "　　一、甲项工作", wrapped(SENTENCE, width)])
        assert joined(text) == [SENTENCE * 2, "一、甲项工作", SENTENCE], width


def test_a_paragraph_a_line_stays() -> None:
    """However long or short."""
    lines = [SENTENCE, "一、甲", SENTENCE * 3, "二、乙", "短句。", SENTENCE + "短句。"]
    assert joined("\n".join(lines)) == lines


def test_a_number_that_was_cut_off() -> None:
    """Some pages break a paragraph before a link or a number."""
    assert joined("根据有关规定，为此专门配备了，共\n132名工作人员，开展各项工作。") == [
        "根据有关规定，为此专门配备了，共132名工作人员，开展各项工作。"
    ]
    assert joined("一、情况，说明\n2020年，全区。") == ["一、情况，说明", "2020年，全区。"]


def test_a_mark_never_begins_a_paragraph() -> None:
    """It belongs to the one before."""
    assert joined("全区共办理案件\n，其中行政案件") == ["全区共办理案件，其中行政案件"]


def test_indents_in_the_middle_of_a_line() -> None:
    """Are where a page lost the ends of its paragraphs."""
    assert joined("　　第一段。　　第二段。　　第三段。") == ["第一段。", "第二段。", "第三段。"]
    assert joined("法援惠民生 扶贫奔小康") == ["法援惠民生 扶贫奔小康"]


def test_english_words_keep_their_space() -> None:
    """Where they meet at the end of a line."""
    text = "\n".join(
        [
            "　　使用了全国统一的在线平台和数据系统开展工作 Word",
            "Processor等软件处理全部数据和各类文件资料信息表",
            "工作取得了明显成效并且得到了广大群众的充分肯定啊",
            "今后还要继续努力做好各项工作。",
        ]
    )
    assert "Word Processor等" in joined(text)[0]


def columns(text: str, width: int) -> str:
    """A paragraph with an indent, cut at a column; a number is not parted."""
    lines, line = [], "　　"
    for piece in re.findall(r"[\d.]+[万%]?|.", text):
        if widths(line + piece) > width:
            lines.append(line)
            line = ""
        line += piece
    return "\n".join([*lines, line])


def test_lines_fall_short_of_a_number_that_is_not_parted() -> None:
    """Whatever the column: what comes first on the next line had no room at the end of the one above."""
    text = (
        "2023年是全面贯彻落实上级决策部署的开局之年，是经济恢复发展的一年，一般公共预算收入增长8.2%、突破6000亿元，"
        "城镇调查失业率为4.4%，居民消费价格上涨0.4%，地区生产总值增长5.2%、约4.4万亿元，各项工作取得明显成效。"
    )
    for width in (48, 60, 72):
        made = "\n".join(columns(each, width) for each in (text, SENTENCE * 3, text))
        assert joined(made) == [text, SENTENCE * 3, text], width


def test_a_centred_line_stands_alone() -> None:
    """The number of a document is none of the addressee's, however far to the right it ends."""
    number = " " * 30 + "某政发〔2018〕43号"
    text = "\n".join([number, "各县人民政府，市政府各部门：", wrapped(SENTENCE * 3, 24)])
    assert [line.strip() for line in joined(text)][:2] == [
        "某政发〔2018〕43号",
        "各县人民政府，市政府各部门：",
    ]


def test_a_sentence_that_ends_short_of_the_edge_ends_a_text_without_indents() -> None:
    """A character more had room there."""
    one, two = "甲" * 23 + "，" + "乙" * 18 + "。", "丙" * 60 + "。"
    cut = [text[at : at + 24] for text in (one + "丁" * 2 + "。", two) for at in range(0, len(text), 24)]
    assert joined("\n".join(cut)) == [one + "丁" * 2 + "。", two]
