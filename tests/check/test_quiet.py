"""On clean prose the rules about language keep quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.language import LANGUAGE, found_in
from check.prose import STYLES
from recognise.genre import genre, names

import render
from render.pipeline import Job
from render.proofread import proofread

SAMPLES = sorted((Path(render.__file__).parent.parent / "samples").glob("*/report.md"))
PER_CHARACTERS = 2000  # one doubtful finding at most
KNOWN = {"number.han_scale", "number.base_word"}  # faults of the real report, listed in samples/README.md

RIGHTLY = {"mark.after_digits", "mark.half_brackets", "number.base_word"}  # 1、 as some offices number

FINE = [
    "详见https://www.hongshan.gov.cn/zwgk/a,b;c(d)!e?f=1&g=2，邮箱a.b-c@hongshan.gov.cn，文件名为report(1).docx。",
    "比分为3:2，时间为16:35，比例尺为1:500，增长3.14%，第3.2.1条，GB/T 9704-2012，编号HS-2020-001。",
    'The Rule of Law Index (2020), published in London, says: "good". See p. 12; it\'s fine!',
    "电话027-87673391、87673392，传真：027-87380001，邮编430070，统一社会信用代码91420111MA4KXXXX1K。",
    "他说：“办得好！”群众问：“什么时候能办？”工作人员答：“当天就办。”",
    "第二、第三季度，二、三产业，三、四级医院，五、六年级，5、6月，一二三等奖，七八成，十五六天，三五百人。",
    "二〇二〇年十二月三十一日，2020年2月29日，24:00，0时30分，一年三百六十五天，20年来，近20年，三年疫情。",
    "两个、二十个、第二个、十二个、二百个、初二、二次元、二维码、二氧化碳、二孩、零点二个、二类疫苗、二级响应。",
    "等级、等候、等次、甲等、等于、平等、相等；及时、及格、和谐、和平、与会、与时俱进、以及、和县、和平区。",
    "研究讨论、人人有责、一个一个过、常常、刚刚、仅仅、渐渐、大大小小、实实在在、方方面面、的确、目的、了解了情况。",
    "目的的实现，有的的确如此，为了了解情况，除了了解政策，是是非非，当地地名，自由由来已久，共和和平，所在在职人员。",
    "帐篷、蚊帐、营帐；截止日期、报名截止时间、截至2020年底；其他、其他的；部属高校、安装、座谈会、坐落于。",
    "微信、APP、PM2.5、5G、AI、GDP、CPI、KTV、U盘、T恤、A股、O型血、X光、α系数、β值、±0.5、≥95%、㈠、№3。",
    "（一）第一种情形；（二）第二种情形；1.前款规定；①甲；②乙；A.选项；1）子项。",
    "《〈民法典〉释义》《“十四五”规划纲要》《关于印发〈洪山区“放管服”改革方案（试行）〉的通知》。",
    "区—街道—社区三级网络，京—沪高铁，2016—2020年，5%～8%，3～5天，10万～20万元，A—B段，−5.4%，零下5℃。",
    "“一站式”、一次办，《条例》、规章和“四个一”（含“一网通办”）、“一窗受理”（试点）、“一事联办”均已实现。",
    "二是落实责任。一是加强领导，二是强化监督，三是严格考核。首先，提高认识；其次，落实责任；最后，加强督查。",
    "省、市、区及街道各级，甲、乙和丙，以及丁；公安、司法等部门，教育、卫生等等；或者、和睦、及其、与其他。",
    "经营面积300平方米，道路长5km，功率2kW，重20kg，电压220V，频率50Hz，容积5L，压力0.5MPa，温度25℃，角度30°。",
    "占比20.5%、30.25%，得分98.5分，金额1.5万元，同比增长12.3%，人均5.2平方米，排名第3位，达到95%以上。",
    "会议决定如下：同意张三同志任某局局长（试用期一年）；免去李四同志的某局局长职务。",
    "问：如何申请？答：登录平台即可。甲方：某公司；乙方：某局。地点：会议室。时间：上午9:00。",
    "王安石的《元日》、李白的“床前明月光”等名篇，鲁迅《故乡》中的闰土，“我的区长父亲”展览。",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Each of these has what a rule looks for, in its right form."""
    assert found_in([text]) == []


@pytest.mark.parametrize("style", STYLES)
def test_clean_prose_is_left_alone(style: str) -> None:
    """At most one finding to 2,000 characters of any style; of these, none."""
    assert found_in(STYLES[style].split("\n")) == []


def test_all_styles_together_are_left_alone() -> None:
    """More than 4,500 characters, without a finding that looks at the whole."""
    paragraphs = [line for text in STYLES.values() for line in text.split("\n")]
    length = sum(map(len, paragraphs))
    assert length > 4500
    assert len(found_in(paragraphs)) <= length // PER_CHARACTERS


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_are_left_alone(path: Path) -> None:
    """But for what the real report itself gets wrong."""
    codes = {rule.code for rule in LANGUAGE} - KNOWN
    proof = proofread(Job(path.parent))
    assert [d for d in proof.checked.findings if d.code in codes] == []


def test_texts_of_other_offices_are_mostly_left_alone() -> None:
    """Of invented texts of all kinds, written for another purpose: what is found is wrong, or hardly anything."""
    paragraphs = [
        [row.text for row in genre(name).rows if row.kind == "P"]
        for name in names()
        if name not in ("traditional", "gov-1955", "web-2003")  # not written as offices write today
    ]
    length = sum(len(text) for texts in paragraphs for text in texts)
    doubtful = [each for texts in paragraphs for each in found_in(texts) if each.code not in RIGHTLY]
    assert length > 8000
    assert len(doubtful) <= length // PER_CHARACTERS, doubtful
