"""What a sentence holds that was typed for its year, and what it does not."""

from __future__ import annotations

import pytest

from render.typed import held_in, quoted


def said(sentence: str) -> str:
    """What a sentence of 2020 holds, on one line."""
    return " ".join(f"{held.reason.value[:2]}:{held.text}" for held in held_in(sentence, 2020))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全区共有市场主体2007户。", "数字:2007户"),
        ("受理68件，办结率95.99%，涉及1,234人次。", "数字:68件 数字:95.99% 数字:1,234人次"),
        ("帮扶5千余家企业，发放73.5万余元，解答近万条。", "数字:5千余家 数字:73.5万余元 数字:近万条"),
        ("出台措施十二条，查处三十余起，共20余场。", "数字:十二条 数字:三十余起 数字:20余场"),
        ("推出五项措施，建成三个中心、2个平台。", "数字:五项 数字:三个 数字:2个"),
        ("十件实事办结，平均用时近15天。", "数字:十件 数字:近15天"),
        ("两起案件，五场培训，三成以上，一半以上。", "数字:两起 数字:五场 数字:三成 数字:一半"),
        ("百分之三十，三分之二，上百家。", "数字:百分之三十 数字:三分之二 数字:上百家"),
    ],
)
def test_numbers_typed_by_hand(sentence: str, expected: str) -> None:
    """With digits or in Han numerals; 2007户 is a count, not a year."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "实行“三项制度”“四办”改革，企业开办实现“210”。",
        "接入省政务服务3.0平台，开通12345热线和“12348”平台。",
        "每周一次开展排查，落实三级调解网络，围绕三项重点任务。",
        "一是健全制度，二是强化监督，三是压实责任。",
        "一窗通办，一件事一次办，一次性告知，一家人。",
        "第一责任人履职，第三方评估，第一时间响应。",
        "依据第十五条、第3款规定。",
        "提供7×24小时自助服务，电话027-87673391、87678888，邮编430070。",
        "推行“1+3+N”模式，建设5G基站，4A级景区。",
        "贯彻《中华人民共和国行政处罚法》（2021年修订）和《民法典》。",
        "贯彻《党政主要负责人履行推进法治建设第一责任人职责规定》。",
        "武政发〔2011〕3号文件。",
        "自2008年建区以来，有三年以上工作经验的人员。",
        "六个方面、八大行动、一批项目、中央八项规定精神。",
        "村（社区）“两委”换届，“双减”经验。",
        "{{ 年度 }}年办结{{ 件数|带单位 }}，占{{ 占比 }}%。",
        "明确法治政府建设年度工作任务，近年来持续推进。",
        "上年为{{ 件数.上年|带单位 }}，比上年{{ 件数|增减 }}。",
    ],
)
def test_names_slogans_and_set_phrases_hold_from_year_to_year(sentence: str) -> None:
    """So do law names, clauses, telephone numbers, old years, and what an expression prints."""
    assert said(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2020年，我区", "年份:2020年"),
        ("二〇二〇年，我区", "年份:二〇二〇年"),
        ("2020年度考评，截至2020年12月31日", "年份:2020年度 年份:2020年12月31日"),
        ("2020年以来，4月初，3月至6月", "年份:2020年以来 年份:4月初 年份:3月至6月"),
        ("2021年工作计划", "年份:2021年"),
        ("2016—2020年方案", "年份:2016—2020年"),
        ("比2018年多", "年份:2018年"),
        ('由{{ 件数["2019"] }}件起', '年份:["2019"]'),
        ("去年，上年结转，今年上半年，全年共", "年度:去年 年度:上年 年度:今年 年度:上半年 年度:全年"),
        ("第一季度，年末，全年无休", "年度:第一季度 年度:年末"),
    ],
)
def test_years_dates_and_words_for_years(sentence: str, expected: str) -> None:
    """Those of the report's time; 全年无休 is none."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("召开第二次、第三次会议", "序数:第二次 序数:第三次"),
        ("连续三年获评，近三年来", "序数:连续三年 序数:近三年来"),
        ("首次实现，首违不罚，为全市首创", "序数:首次 序数:首创"),
        ("“十四五”期间，十四五规划，“八五”普法", "序数:“十四五” 序数:十四五 序数:“八五”普法"),
        ("考核排名全市第一，位列第3位", "序数:排名全市第一 序数:位列第3位"),
        ("三年行动收官", "序数:三年行动"),
    ],
)
def test_ordinals_and_counts_of_times(sentence: str, expected: str) -> None:
    """They count on from year to year."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("以《方案（2016—2020年）》为主线", "带年:《方案（2016—2020年）》"),
        ("《洪山区“十四五”规划》", "带年:《洪山区“十四五”规划》"),
        ("武政办〔2020〕15号", "带年:武政办〔2020〕15号"),
        ("十九届五中全会和二十大精神", "带年:十九届五中全会 带年:二十大"),
        ("建党100周年，第七个国家宪法日", "带年:100周年 带年:第七个国家宪法日"),
        ("“迎国庆2020”活动", "带年:“迎国庆2020”"),
    ],
)
def test_documents_and_events_with_a_year(sentence: str, expected: str) -> None:
    """The year in a name is no year of the text."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由{{ 甲 }}提升至{{ 乙 }}", "增减:提升至"),
        ("压减材料{{ 份数|带单位 }}", "增减:压减"),
        ("较去年翻番，与上年持平", "年度:去年 增减:翻番 年度:上年 增减:持平"),
        ("网办件量稳步提升，案件逐年增多", "增减:提升 增减:增多"),
        ("大幅缩减评审组织用时", "增减:缩减"),
        ("占比三成，增长两倍", "数字:三成 增减:增长 数字:两倍"),
    ],
)
def test_words_of_change(sentence: str, expected: str) -> None:
    """Where something changed."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "不断提高办案质量和效率。",
        "进一步压缩办理时限。",
        "扩大法律援助覆盖面，推动经济增长。",
        "提升政府合同法律风险的可控性。",
    ],
)
def test_words_for_what_is_to_be_done_are_no_change(sentence: str) -> None:
    """A verb with its object says an aim."""
    assert said(sentence) == ""


def test_a_thing_said_twice_is_listed_once() -> None:
    """In the order of the sentence."""
    assert said("2020年和2020年，全年、全年") == "年份:2020年 年度:全年"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("指标　单位　本年　上年", ""),
        ("指标　上年数　本年度", ""),
        ("项目　上年情况　2020年", "年度:上年 年份:2020年"),
        ("本年", "年度:本年"),
        ("全年办理案件{{ 件数|带单位 }}，比上年有进步", "年度:上年"),
        ("全年平安，办理{{ 件数 }}件", "年度:全年"),
    ],
)
def test_words_that_move_with_what_they_name(sentence: str, expected: str) -> None:
    """The head of a column, and 全年 before a number that an expression prints."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "quotes"), [("“八五”普法", "“‘八五’普法”"), ('检查{{ 户数["2019"] }}', "“2019”")]
)
def test_what_a_sentence_holds_is_quoted_for_people(sentence: str, quotes: str) -> None:
    """Quotes within quotes, and a year without the marks of the expression."""
    assert "".join(quoted(held) for held in held_in(sentence, 2020)) == quotes
