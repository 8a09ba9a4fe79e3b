"""Number words that an author typed: what is left alone; tests/test_number_rows.py has what is found."""

from __future__ import annotations

import pytest
from fill.reports import report

from render.check import Subject, check
from render.fill import fill

FINE = [
    "《武汉市法治政府建设实施方案（2016—2020年）》印发后，每周一次排查，第二次、第三次会议听取汇报。",
    "企业开办实现“210”，公示期从45天压缩至20天，减少申办材料14份。",
    "满意率提高到95%，比上年提高5.2个百分点，增速加快0.3个百分点。",
    "处理事项1000余件，涉及资金1.2亿元，覆盖5000余户、十余个街道。",
    "完成率达100%，同比增长12.5%，约占三成，其余由各单位承担。",
    "安装千米管线3千米，装机2千瓦，重5千克，行程500公里以内不计。",
    "甲、乙、丙三科分别办理3件、5件、7件；一、二审分别为3件、5件。",
    "增强群众获得感，减少办事环节，提高办案质量，降低成本，实现首次突破。",
    "年满18岁以上的居民，5人以下的小组，3～5年，5%～8%，13万～17万元。",
    "2020年12月31日前，第1，2，3号楼完工；电话027-87673391，邮编430070。",
    "超额5%完成目标，完成目标的105%，占比达35.6%，排名上升2位。",
    "按照不少于30名、不超过50名的要求，近年来约有200人参加，左右两侧。",
    "由2019年的6条减少到1条，减少5条；时限由20个工作日压缩至12个工作日。",
    "6800余人次以外，500人次以上，5%左右，34微克/立方米以下。",
    "及时受理率、按期办结率分别为100%、99.4%；回收量比2023年增长1倍，由2023年的1200辆增加到2400辆。",
]


@pytest.mark.parametrize("text", FINE)
def test_what_offices_write_is_left_alone(text: str) -> None:
    """No false alarms."""
    given = report(text)
    content, found = fill(given, "{{ 正文 }}\n", year=2020)
    assert found == ()

    codes = [each.code for each in check(Subject(given, given.figures, 2020, content=content)).findings]
    assert [code for code in codes if code.startswith(("number.", "direction."))] == []


def test_a_rough_number_is_quoted_whole() -> None:
    """From its first digit: 1500余人, not 0余人."""
    given = report("带动就业1500余人，同比增长12.3%。")
    content, _ = fill(given, "{{ 正文 }}\n", year=2020)
    found = check(Subject(given, given.figures, 2020, content=content)).findings
    quoted = [each.values["found"] for each in found if each.code == "number.rough_change"]
    assert quoted == ["1500余人，同比增长12.3%"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("number.multiple", "回收量比2023年增长2倍，由2023年的1200辆增加到2400辆。"),
        ("number.over_goal", "实施适老化改造420户，超额完成年度任务400户的105.0%。"),
        ("number.points", "税收收入180600万元，占70.0%，比上年提高1.5%。"),
    ],
)
def test_what_is_said_of_two_numbers_is_found(code: str, text: str) -> None:
    """A multiple before its numbers, a goal told with its number, and a share that rises by points."""
    given = report(text)
    content, _ = fill(given, "{{ 正文 }}\n", year=2020)
    found = check(Subject(given, given.figures, 2020, content=content)).findings
    assert code in [each.code for each in found]
