"""Anatomy: what the parts of a page or a document are taken for, on texts small enough to read."""

from __future__ import annotations

from io import BytesIO

import docx
import docx.document
import pytest
from recognise.scoring import PATTERNS

from render.recognise import Recognised, recognise

LONG = "全区各部门各单位认真贯彻落实上级决策部署，扎实开展各项工作，取得了明显成效。"


def made(*lines: str, name: str = "2020.txt") -> Recognised:
    """Recognise lines of a text."""
    return recognise("\n".join(lines).encode(), name, patterns=PATTERNS)


def report_of(result: Recognised) -> str:
    """`report.md` below its front matter."""
    return result.files[0].data.decode().split("---\n", 2)[2].strip()


def dropped(result: Recognised) -> list[tuple[str, str]]:
    """What was left out, and why."""
    return [(each.text, each.reason) for each in result.account.dropped]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "文 号:无 | ",
            "发文机构:某区司法局 |",
            "成文日期:2021-02-18 16:35 |",
            "名 称:某区2020年度工作报告 |",
            LONG,
        ),
        (
            "索引号：A-1 发文机构：某区司法局",
            "名称：某区2020年度工作报告 成文日期：2021年2月18日",
            "某区2020年度工作报告",
            LONG,
        ),
        (
            "• 发文机构:",
            "某区司法局",
            "• 成文日期:",
            "2021-02-18",
            "• 内容概述:",
            "某区2020年度工作报告",
            LONG,
        ),
        (
            "| 发文机构 | 某区司法局 | 成文日期 | 2021-02-18 |",
            "| 名称 | 某区2020年度工作报告 | 文号 | 无 |",
            LONG,
        ),
        ("【发文机构】：某区司法局", "【成文日期】：2021.2.18", "某区2020年度工作报告", LONG),
    ],
)
def test_information_tables(lines: tuple[str, ...]) -> None:
    """Spaced out, in pairs, below their labels, in cells."""
    result = made(*lines)
    assert result.account.title == "某区2020年度工作报告"
    assert result.account.metadata["issuers"] == ("某区司法局",)
    assert result.account.metadata["issued_on"] == "2021-02-18"
    assert report_of(result) == LONG


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["某区2020年度", "法治政府建设工作报告", LONG], "某区2020年度法治政府建设工作报告"),
        (
            ["某市人民政府", "关于印发某某规划的", "通知", "各区人民政府：", LONG],
            "某市人民政府关于印发某某规划的通知",
        ),
        (["政府工作报告", "——2020年1月9日在某市人民代表大会上", "各位代表：", LONG], "政府工作报告"),
        (
            ["政府工作报告（摘要）--1999年2月25日在某市人民代表大会上", "某市市长某某某", "各位代表：", LONG],
            "政府工作报告（摘要）",
        ),
        (
            ["某局2020年工作总结-某某区人民政府", "首页 > 公开", "某局2020年工作总结", LONG],
            "某局2020年工作总结",
        ),
        (
            ["《某市关于加强管理的通知》", "某政发〔2020〕1号", "各区人民政府：", LONG],
            "某市关于加强管理的通知",
        ),
        (["某市关于加强管理的通知（某政发〔2020〕1号）", "各区人民政府：", LONG], "某市关于加强管理的通知"),
        (
            ["某局2013年度信息公开工作", "年度报告", "一、主动公开情况", LONG],
            "某局2013年度信息公开工作年度报告",
        ),
        (["会议纪要", "某区专题会议纪要", LONG], "某区专题会议纪要"),
    ],
)
def test_titles(lines: list[str], title: str) -> None:
    """On one line or more, repeated, with a number or a subtitle behind."""
    assert made(*lines).account.title == title


def test_a_page_is_stripped_of_its_furniture() -> None:
    """Which is listed, with its reason."""
    result = made(
        "当前位置：首页 > 政务公开 > 工作报告", "某区2020年度工作报告", "发布时间：2021-01-20 16:23 来源：区政府办", "字体：[大 中 小]", LONG,
        "一、工作情况", LONG, "某区人民政府", "2021年1月5日", "【打印本页】【关闭窗口】", "上一篇：关于放假的通知", "版权所有：某区人民政府",
    )  # fmt: skip
    assert report_of(result).startswith(LONG)
    assert [reason for _, reason in dropped(result)] == [
        "navigation",
        "information",
        "information",
        "tools",
        "footer",
        "footer",
    ]
    assert result.account.metadata["published_on"] == "2021-01-20"
    assert result.account.metadata["origin"] == "区政府办"


def test_sentences_about_a_web_site_are_text() -> None:
    """Furniture is never a sentence."""
    text = "加强网站建设，首页设置政务公开专栏，浏览次数达2万次，主办单位落实责任，方便群众查阅相关信息。"
    assert text.split("浏览")[0] in report_of(made("某区2020年度工作报告", text, "一、情况", LONG))


def test_a_document_that_is_sent_round() -> None:
    """Stands on a sheet of its own, below the signature of the notice."""
    result = made(
        "某市关于印发工作规则的通知", "各区人民政府：", "《工作规则》已经审议通过，现印发给你们，请认真贯彻执行。", "某市人民政府", "2020年3月1日", "（此件公开发布）",
        "某市工作规则", "第一章 总则", "第一条 为规范工作，制定本规则。", "第二章 附则", "第二条 本规则自印发之日起施行。",
    )  # fmt: skip
    assert result.account.metadata["signature"] == "不印"
    assert [(o.level, o.number, o.title) for o in result.account.outline] == [
        (1, "第一章", "总则"),
        (1, "第二章", "附则"),
    ]
    assert "::: new-sheet\n:::\n\n::: attachment-title\n某市工作规则\n:::" in report_of(result)


def test_attachments_that_are_listed_become_files() -> None:
    """In the order of the list above the signature."""
    result = made(
        "关于开展检查的通知", "各单位：", LONG, "附件：1.检查方案", "2.任务分工", "某局", "2020年3月1日",
        "附件1", "检查方案", LONG, "附件2", "任务分工", "一、甲单位负责", LONG,
    )  # fmt: skip
    assert [f.name for f in result.files if f.name.startswith("附件")] == ["附件/1.md", "附件/2.md"]
    assert result.account.metadata["attachments"] == ("检查方案", "任务分工")


def test_attachments_that_are_not_listed_stay_in_the_text() -> None:
    """Since the template would list them."""
    result = made("关于开展检查的通知", "各单位：", LONG, "某局", "2020年3月1日", "附件1", "检查方案", LONG)
    assert "::: attachment-mark\n附件1\n:::" in report_of(result)
    assert [f.name for f in result.files if f.name.startswith("附件")] == []


def test_tables_with_open_rows() -> None:
    """A page's text ends every row with a stroke; one that begins with a stroke has an empty first cell."""
    result = made(
        "某市2020年统计公报",
        LONG,
        "表1 主要指标",
        "| 数量 | 增长（%） |",
        "甲产值 | 12.5 | 3.1 |",
        "乙产值 | 7 | -2.4 |",
        LONG,
    )
    assert ": 表1 主要指标\n\n|  | 数量 | 增长（%） |" in report_of(result)
    assert [(f.key, f.printed) for f in result.account.figures][:2] == [
        ("甲产值数量", ["12.5"]),
        ("甲产值增长", ["3.1"]),
    ]


def test_an_issuer_that_only_the_title_names_is_not_printed() -> None:
    """It is a doubt."""
    result = made("某区司法局2020年度工作报告", LONG, "一、情况", LONG)
    assert (result.account.metadata["issuers"], result.account.metadata["signature"]) == (
        ("某区司法局",),
        "不印",
    )
    assert [d.what for d in result.account.doubtful] == ["issuer"]


def test_dates_that_differ_are_a_doubt() -> None:
    """The one below the text holds."""
    result = made("成文日期：2021-02-18", "某区2020年度工作报告", LONG, "某区司法局", "2021年2月8日")
    assert result.account.metadata["issued_on"] == "2021-02-08"
    assert [d.what for d in result.account.doubtful] == ["date"]


def test_old_dates_stay_as_they_are() -> None:
    """二○○三年三月五日 is read, and printed from the text."""
    result = made("某市2002年工作总结", LONG, "某市人民政府", "二○○三年三月五日")
    assert result.account.metadata["issued_on"] == "2003-03-05"
    assert "::: date\n二○○三年三月五日\n:::" in report_of(result)


def test_a_letterhead_goes_into_the_metadata() -> None:
    """And is printed by the template that has one."""
    document = docx.Document()
    for text in (
        "000001", "机密★1年", "特急", "某市人民政府办公室文件", "某政办发〔2021〕3号", "某市人民政府办公室关于印发工作要点的通知", "各区人民政府：",
        LONG, "某市人民政府办公室", "2021年3月5日", "抄送：市委办公室，市人大常委会办公室。", "某市人民政府办公室　　2021年3月6日印发",
    ):  # fmt: skip
        document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    result = recognise(file.getvalue(), "a.docx", patterns=PATTERNS)
    assert result.account.template == "gongwen"
    assert {key: result.account.metadata[key] for key in ("copy_no", "security", "urgency", "mark", "number", "copies_to", "printed_on")} == {
        "copy_no": "000001", "security": "机密★1年", "urgency": "特急", "mark": "某市人民政府办公室文件", "number": "某政办发〔2021〕3号",
        "copies_to": ("市委办公室，市人大常委会办公室",), "printed_on": "2021-03-06",
    }  # fmt: skip
    assert report_of(result) == LONG


def test_comments_and_pictures_of_a_document() -> None:
    """Comments stand above their paragraph, pictures in the folder."""
    from .readers.test_html import PNG

    document = docx.Document()
    for text in ("某局2020年工作总结", LONG):
        document.add_paragraph(text)
    document.add_picture(BytesIO(PNG))
    document.add_paragraph(LONG)
    file = BytesIO()
    document.save(file)
    result = recognise(file.getvalue(), "a.docx", patterns=PATTERNS)
    assert [f.name for f in result.files] == ["report.md", "图片/1.png"]
    assert "![](图片/1.png)" in report_of(result)


def test_issuers_and_date_above_the_text() -> None:
    """As above a communiqué: known, and printed where they stand."""
    result = made("某市2020年统计公报", "某市统计局", "（2021年3月26日）", LONG, "一、综合", LONG)
    assert (result.account.metadata["issuers"], result.account.metadata["issued_on"]) == (
        ("某市统计局",),
        "2021-03-26",
    )
    assert result.account.metadata["signature"] == "不印"
    assert report_of(result).startswith("某市统计局\n\n（2021年3月26日）\n\n")


def test_the_year_of_a_title_with_two() -> None:
    """The first, where the second is of a plan."""
    assert made("2022年工作总结及2023年工作计划", LONG, "一、情况", LONG).account.year == 2022
    assert made("关于2020年计划执行情况与2021年计划草案的报告", LONG, "一、情况", LONG).account.year == 2020


def test_tables_of_several_parts() -> None:
    """A row across is a title; every head names what stands below it."""
    result = made(
        "某局2020年年度报告", LONG, "| 第一项 |  |  |", "| 内容 | 制发件数 | 废止件数 |", "| 规章 | 3 | 1 |", "| 内容 | 处理数量 | 备注 |", "| 许可 | 12 | 无 |", LONG
    )  # fmt: skip
    assert [f.key for f in result.account.figures] == ["规章制发件数", "规章废止件数", "许可处理数量"]


def test_an_old_report_put_on_the_net_late_is_of_its_session() -> None:
    """What counts is the day below the title, not the day the page was made."""
    text = (
        "首页 > 历届报告\n关于国民经济计划的报告\n发布时间：2008-02-16 10:00\n"
        "——1983年3月18日在东海省第六届人民代表大会第一次会议上\n各位代表：\n"
        "　　1982年，全省工农业生产有了新的增长，各项计划执行情况是好的。\n"
    )
    made = recognise(text.encode(), "a.txt", patterns=("{一}、", "（{一}）", "{1}.", "（{1}）"))
    assert (made.account.year, made.account.metadata["issued_on"]) == (1982, "1983-03-18")


def test_the_title_is_the_chinese_one() -> None:
    """A bilingual page names itself in English."""
    page = (
        "<html><head><title>Report on the Work of the Government</title></head><body><h1>政府工作报告</h1>"
        "<h2>Report on the Work of the Government</h2><p>各位代表：</p>"
        "<p>过去一年，全省经济社会发展取得新的成绩，完成投资12.5亿元，人民生活继续改善。</p></body></html>"
    )
    made = recognise(page.encode(), "2020.html", patterns=("{一}、", "（{一}）", "{1}.", "（{1}）"))
    assert made.account.title == "政府工作报告"


def test_a_table_may_be_set_with_blanks() -> None:
    """Columns of words and numbers with room between them, in at least three lines."""
    text = (
        "东海市2020年统计公报\n　　2020年，全市经济运行稳步恢复，社会大局保持稳定，各项指标好于预期。\n"
        "指标　　　　单位　　2020年　　增长（%）\n生产总值　　亿元　　1352.8　　2.6\n"
        "粮食产量　　万吨　　52.3　　1.5\n"
    )
    made = recognise(text.encode(), "2020.txt", patterns=("{一}、", "（{一}）", "{1}.", "（{1}）"))
    assert made.account.counts["tables"] == 1
    assert [p for figure in made.account.figures for p in figure.printed] == ["1352.8", "2.6", "52.3", "1.5"]


def test_a_session_in_spring_hears_of_the_year_before() -> None:
    """Unless the title names the year."""
    text = (
        "东海市人民法院工作报告\n（2021年1月28日在东海市第三届人民代表大会第四次会议上）\n各位代表：\n"
        "　　2020年，全市法院受理案件1286件，审结1213件，同比上升1.9%，各项工作取得新的进展。\n"
        "　　2021年，我们将始终坚持党的绝对领导，2021年重点做好三项工作，服务全市大局。\n"
    )
    patterns = ("{一}、", "（{一}）", "{1}.", "（{1}）")
    assert recognise(text.encode(), "a.txt", patterns=patterns).account.year == 2020
    named = f"2021年{text}"
    assert recognise(named.encode(), "a.txt", patterns=patterns).account.year == 2021


def test_the_year_is_not_after_nor_long_before_the_day_above_the_text() -> None:
    """A census names the one of ten years before as often as its own."""
    lines = ("第七次人口普查公报", "某市统计局", "2021年5月11日", LONG, "一、总量",
             "与2010年普查相比，增加12万人；2010年为36万人，2010年以来年均增长1.2%。")  # fmt: skip
    assert made(*lines).account.year == 2021
    numbered = ("关于有关情况的通知", "某政发〔2009〕33号", "2001年以来的工作，2001年共3件。", LONG, LONG)
    assert made(*numbered).account.year == 2009


def test_a_title_that_names_a_year_long_past() -> None:
    """What was signed years later reports on the year before, and the import says that it doubts it."""
    result = made(
        "某市2012年办法执行情况的报告",
        LONG,
        "一、情况",
        LONG,
        "2021年，执行良好。" + LONG,
        "某市司法局",
        "2021年12月18日",
    )
    assert result.account.year == 2021
    assert "year" in [doubt.what for doubt in result.account.doubtful]


def test_the_day_of_a_session_on_two_lines() -> None:
    """Broken within the name of the congress; in traditional characters too."""
    result = made(
        "执行情况的报告", "——2020年7月30日在某区第三届人民代表", "大会常务委员会第二十九次会议上", LONG, LONG
    )
    assert result.account.metadata["issued_on"] == "2020-07-30"
    result = made("施政報告", "——1985年3月27日在第六屆人民代表大會第三次會議上", LONG, LONG)
    assert result.account.metadata["issued_on"] == "1985-03-27"


def test_whom_a_speaker_reports_for() -> None:
    """Is the issuer, where nothing else names one; it is told as a doubt and not printed."""
    result = made("政府工作报告", "现在，我代表某某市人民政府，向大会报告工作。" + LONG, "一、工作回顾", LONG)
    assert result.account.metadata["issuers"] == ("某某市人民政府",)
    assert result.account.metadata["signature"] == "不印"
    assert [doubt.what for doubt in result.account.doubtful if doubt.what == "issuer"] == ["issuer"]


def test_a_document_number_in_brackets() -> None:
    """Within round ones, with its year in any: it is printed with 〔〕, and the file's own way is kept beside it."""
    result = made("关于某事的通知", "(某政办函[2009]215号)", "各县人民政府：", LONG, LONG)
    assert result.account.metadata["number"] == "某政办函〔2009〕215号"
    assert "# 原文：发文字号：某政办函[2009]215号" in result.files[0].data.decode()
    centred = ("   某市人民政府办公室关于下达2009年度全市工作计划的通知", " " * 20 + "(某政办函[2009]215号)")
    assert made(*centred, "各县人民政府：", LONG, LONG).account.title == centred[0].strip()


def test_an_empty_label_takes_no_next_line() -> None:
    """Where the labels have their values on their lines; the title below the last one stays whole."""
    result = made(
        "索 引 号：A-1",
        "发文机构：某市人民政府",
        "主 题 词：",
        "某市人民政府关于推进政务新媒体",
        "健康发展的意见",
        "各县人民政府：",
        LONG,
        LONG,
    )
    assert result.account.title == "某市人民政府关于推进政务新媒体健康发展的意见"
    assert "keywords" not in result.account.metadata


JOINT = ("某某市司法局", "某某市财政局", "某某市审计局")
BELOW = (
    "某司发〔2020〕3号",
    "关于做好2020年度工作的通知",
    "各县司法局、财政局：",
    LONG,
    "一、工作要求",
    LONG,
)


def joint_in_a_row() -> docx.document.Document:
    """A table of one row: the names in one cell, 文件 in the other."""
    document = docx.Document()
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text = JOINT[0]
    for name in JOINT[1:]:
        row.cells[0].add_paragraph(name)
    row.cells[1].text = "文 件"
    return document


def joint_in_rows() -> docx.document.Document:
    """A table of a row for each name; 文件 in a cell beside them all."""
    document = docx.Document()
    table = document.add_table(3, 2)
    for number, name in enumerate(JOINT):
        table.cell(number, 0).text = name
    table.cell(0, 1).merge(table.cell(2, 1)).text = "文件"
    return document


def joint_in_lines() -> docx.document.Document:
    """Lines, 文件 behind a tab on the one in the middle; a name is spaced out."""
    document = docx.Document()
    for line in (" ".join(JOINT[0]), f"{JOINT[1]}\t文件", JOINT[2]):
        document.add_paragraph(line)
    return document


@pytest.mark.parametrize("document", [joint_in_a_row(), joint_in_rows(), joint_in_lines()])
def test_a_joint_letterhead(document: docx.document.Document) -> None:
    """However it is set: its names are the issuers, the first one is the host, and none is dropped."""
    for text in (*BELOW, " ".join(JOINT), "2020年12月3日"):
        document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    result = recognise(file.getvalue(), "a.docx", patterns=PATTERNS)
    assert (result.account.metadata["issuers"], result.account.metadata["host"]) == (JOINT, JOINT[0])
    assert (result.account.template, result.account.title) == ("gongwen", BELOW[1])
    assert dropped(result) == []
    assert report_of(result).endswith(f"::: issuer\n{' '.join(JOINT)}\n:::\n\n::: date\n2020年12月3日\n:::")


def test_labels_in_traditional_characters() -> None:
    """As sites of Hong Kong, Macao and Taiwan, and texts in Big5, have them."""
    result = made(
        "發文機關：某市政府",
        "標題：某市八十年度施政報告",
        "發佈日期：1991-03-02",
        "主題詞：施政",
        "某市八十年度施政報告",
        LONG,
        LONG,
    )
    assert result.account.metadata["issuers"] == ("某市政府",)
    assert (result.account.title, result.account.metadata["published_on"]) == (
        "某市八十年度施政報告",
        "1991-03-02",
    )
