"""Quantities: what is a figure in a sentence, and what only has digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from render.recognise.figures.naming import name_of
from render.recognise.figures.quantities import quantities


def printed(text: str, *, in_han: bool = False) -> list[str]:
    """List the quantities of a text as they stand in it."""
    return [text[q.start : q.stop] for q in quantities(text, in_han=in_han)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共审核以政府名义签订的协议28件。", ["28件"]),
        ("完成随机抽查市场主体2007户。", ["2007户"]),
        ("准确率由42.28%提升至99.95%", ["42.28%", "99.95%"]),
        ("讨回劳动报酬共73.5万余元", ["73.5万余元"]),
        ("为5千余家企业解答问题近万条", ["5千余家", "近万条"]),
        ("平均节约时间近15天", ["近15天"]),
        ("约3000人参加，3000多人受益", ["约3000人", "3000多人"]),
        ("地区生产总值1352.8亿元，增长2.6%", ["1352.8亿元", "2.6%"]),
        ("提高3.1个百分点，增长1.2倍", ["3.1个百分点", "1.2倍"]),
        ("增长5%～8%，选派3至5名", ["5%", "8%", "3", "5名"]),
        ("新增20余万人，存款1.25万亿元", ["20余万人", "1.25万亿元"]),
        ("出动执法人员12,558人次", ["12,558人次"]),
        ("100人以上的企业", ["100人以上"]),
        ("认领事项759项2861子项", ["759项", "2861子项"]),
        ("3日内办结", ["3日"]),
        ("先后出台三件规范性文件", ["三件"]),
        ("消费价格指数为102.3，", ["102.3"]),
        ("气温下降−5.4%", ["−5.4%"]),
        ("保障600多万贫困人口饮水安全", ["600多万"]),
        ("浓度分别为11、24、59、35微克/立方米", ["11", "24", "59", "35微克/立方米"]),
        ("基尼系数由2010年的0.21下降到2015年的0.08，", ["0.21", "0.08"]),
        ("共12大类", ["12大类"]),
    ],
)
def test_figures(text: str, found: list[str]) -> None:
    """With their units and the words of approximation around them."""
    assert printed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2021年2月18日，2016—2020年，2020年度",
        "1-11月，4月初，9时30分，12月31日",
        "鄂政发〔2020〕12号，国务院令第711号",
        "第24条第3款，第二次会议，排名第3位",
        "《2021年工作要点100条》",
        "“十四五”规划，“210”标准，“三项制度”",
        "3.0平台，5G网络，4A级景区，PM2.5，G20峰会，1+3+N",
        "电话027-87673391，邮编430070",
        "http://www.example.gov.cn/2020/12件",
        "12345热线，110指挥中心",
        "三项重点任务，四个方面，两个维护，每周一次",
        "20世纪90年代",
        "第1-3项",
        "2020-01-15",
    ],
)
def test_no_figures(text: str) -> None:
    """Dates, ordinals, documents, names, articles, numbers to call."""
    assert printed(text) == []


def test_forms_and_values() -> None:
    """写法 says how a value is printed."""
    made = {
        text: quantities(text)[0]
        for text in ("5千余家", "73.5万余元", "近15天", "12,558件", "100人以上", "20余万人", "28件")
    }
    assert {text: (q.value, q.unit, q.form, q.has_unit) for text, q in made.items()} == {
        "5千余家": (Decimal("5000"), "家", "{:千}余", True),
        "73.5万余元": (Decimal("735000"), "元", "{:万}余", True),
        "近15天": (Decimal(15), "天", "近{}", True),
        "12,558件": (Decimal(12558), "件", "{:,}", True),
        "100人以上": (Decimal(100), "人", "{}人以上", False),
        "20余万人": (Decimal(20), "万人", "{}余", True),
        "28件": (Decimal(28), "件", "", True),
    }


def test_old_texts_write_numbers_in_han() -> None:
    """六千零九十亿, 百分之七点六."""
    text = "粮食产量六千零九十亿斤，增长百分之七点六"
    first, second = quantities(text, in_han=True)
    assert (first.value, first.unit, first.form) == (Decimal(609_000_000_000), "斤", "{:汉}")
    assert (second.value, second.unit, second.form) == (Decimal("7.6"), "%", "百分之{:汉}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("共审核以政府名义签订的协议28件。", "审核以政府名义签订的协议件数"),
        ("在26个领域开展试点", "领域个数"),
        ("梳理100项数据共享责任清单", "梳理数据共享责任清单项数"),
        ("服务满意度达99.65%", "服务满意度"),
        ("全年实现地区生产总值1352.8亿元", "地区生产总值"),
        ("累计梳理行政许可8559条", "梳理行政许可条数"),
        ("城镇新增就业2.3万人", "城镇新增就业人数"),
        ("及格率100%", "及格率"),
    ],
)
def test_names(text: str, name: str) -> None:
    """Say what is counted, in what."""
    (quantity,) = quantities(text)
    assert name_of(text, quantity, "").text == name


def test_a_change_is_named_after_what_changed() -> None:
    """比上年增长2.6% is the growth of what the sentence spoke of."""
    text = "地区生产总值1352.8亿元，比上年增长2.6%"
    _, change = quantities(text)
    assert name_of(text, change, "地区生产总值").text == "地区生产总值增长率"


@pytest.mark.parametrize(
    "text", ["居民消费价格指数（以上年同期为100）", "形成1小时通勤圈、15分钟生活圈", "推动五个振兴"]
)
def test_bases_of_indices_and_circles_are_no_figures(text: str) -> None:
    """They are names, the same every year."""
    assert quantities(text) == []


def test_exact_amounts_in_han_numerals() -> None:
    """Counted in units of measure they are figures wherever they stand; round numbers may be idioms."""
    text = "全市工业完成总产值一百八十六亿元，涉及改制企业四十二户，三十六个字传遍二十四个县。"
    assert printed(text) == ["一百八十六亿元", "四十二户"]


def test_numbers_with_one_unit_print_it_once() -> None:
    """The last one has it; the others are in it without printing it."""
    found = quantities("分别为11、24、35件")
    assert [(str(q.value), q.unit, q.has_unit) for q in found] == [
        ("11", "件", False), ("24", "件", False), ("35", "件", True)
    ]  # fmt: skip
