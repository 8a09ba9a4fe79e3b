"""Numbers of headings, read."""

from __future__ import annotations

import pytest

from render.recognise.numbers import (
    ARABIC,
    ARABIC_IN_BRACKETS,
    ARTICLE,
    CHAPTER,
    CIRCLED,
    HAN,
    HAN_IN_BRACKETS,
    PART,
    SECTION,
    read_number,
    sample,
)


@pytest.mark.parametrize(
    ("text", "rank", "value", "printed"),
    [
        ("一、总体情况", HAN, 1, "一、"),
        ("二十三、附则", HAN, 23, "二十三、"),
        ("（十二）其他", HAN_IN_BRACKETS, 12, "（十二）"),
        ("( 三 )其他", HAN_IN_BRACKETS, 3, "(三)"),
        ("3.加强领导", ARABIC, 3, "3."),
        ("3、加强领导", ARABIC, 3, "3、"),
        ("3. 加强领导", ARABIC, 3, "3."),
        ("1.2020年工作", ARABIC, 1, "1."),
        ("（4）其他", ARABIC_IN_BRACKETS, 4, "（4）"),
        ("4）其他", ARABIC_IN_BRACKETS, 4, "4）"),
        ("⑤其他", CIRCLED, 5, "⑤"),
        ("第三章 总则", CHAPTER, 3, "第三章"),
        ("第 二 节 机构", SECTION, 2, "第二节"),
        ("第十一条 本办法", ARTICLE, 11, "第十一条"),
        ("第一部分 概况", PART, 1, "第一部分"),
        ("1.2 编制依据", ARABIC + 0.2, 2, "1.2"),
        ("1.2.3 职责", ARABIC + 0.3, 3, "1.2.3"),
    ],
)
def test_a_number_is_read(text: str, rank: float, value: int, printed: str) -> None:
    """Its kind, what it counts, and how it is printed."""
    number = read_number(text)
    assert number is not None
    assert (number.rank, number.value, number.printed) == (rank, value, printed)
    assert text[number.end] not in " 、.）"


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿元投资",
        "2020年工作",
        "3.0平台上线",
        "12345热线",
        "一是加强领导",
        "第三产业增加值",
        "三个方面",
        "2.6万户",
    ],
)
def test_what_is_no_number(text: str) -> None:
    """Decimals, years, names."""
    assert read_number(text) is None


def test_a_sample_has_one_in_it() -> None:
    """From which the template counts on."""
    assert [sample("第三章", 3), sample("12、", 12), sample("（二十）", 20)] == ["第一章", "1、", "（一）"]
    assert sample("⑤", 5) == ""
