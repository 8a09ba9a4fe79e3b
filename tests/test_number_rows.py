"""The 54 rows of number words: what is printed for each, and what is found when it is typed wrongly.

The rows are those that docs/number-words.md and `render.fill.comparing` speak of by number.
"""

from __future__ import annotations

import pytest
from fill.reports import report
from test_number_words_page import FIGURES as PAGE

from render.check import Subject, check
from render.derive import derive
from render.diagnostics import Source
from render.fill import fill
from render.fill.comparing import times
from render.report import Absence, FigureTable, Relation

RIGHT: list[tuple[int, str, str]] = [
    (1, "{{ 件数|同比 }}；{{ 有效文件|同比 }}", "比上年增长18.4%；比上年末增长6.8%"),
    (1, "{{ 上半年收案|同比 }}；{{ 案件|同比(2018) }}", "同比增长20.0%；比2018年下降47.5%"),
    (2, "{{ 件数|增减及增幅 }}", "比上年增加842件，增长18.4%"),
    (3, "{{ 上半年收案|同比 }}", "同比增长20.0%"),
    (4, "{{ 案件|同比 }}", "比上年下降30.0%"),
    (5, "{{ 会议|同比 }}", "与上年持平"),
    (6, "{{ 信息|同比 }}", "与上年基本持平"),
    (7, "{{ 来访|增长倍数 }}", "比上年增长1.2倍"),
    (8, "{{ 培训|增长倍数 }}；{{ 培训|翻番 }}；{{ 培训|倍数 }}", "比上年增长1倍；比上年翻一番；是上年的2倍"),
    (9, "{{ 新案|增长倍数 }}", "比上年增长2倍"),
    (10, "{{ 新案|倍数 }}", "是上年的3倍"),
    (11, "{{ 培训|翻番 }}", "比上年翻一番"),
    (13, "{{ 热线|由到 }}；{{ 热线|同比 }}", "由30件增加到450件；由上年的30件增加到450件"),
    (14, "{{ 贫困户|降至 }}", "降至上年的三分之一"),
    (16, "{{ 事故|由到 }}", "由10起降为0"),
    (17, "{{ 准确率|由到 }}", "由42.28%提升至99.95%"),
    (18, "{{ 准确率|增减 }}", "比上年提升57.67个百分点"),
    (19, "{{ 时限|由到 }}，{{ 时限|增减 }}", "由45天压缩至20天，比上年压缩25天"),
    (20, "{{ 准确率|同比 }}", "比上年提升57.67个百分点"),
    (21, "{{ 纠错率|同比 }}", "比上年下降19个百分点"),
    (23, "{{ 件数|增速变化 }}", "增速比上年加快3.7个百分点"),
    (24, "{{ 时限|增减及增幅 }}", "比上年压缩25天（55.6%）"),
    (25, "{{ 排名|由到 }}，{{ 排名|增减 }}", "由第5位上升至第3位，比上年上升2位"),
    (26, "{{ 纠错|两年 }}", "2019年未发生，2020年1件"),
    (27, "{{ 赔偿|两年 }}", "两年均未发生"),
    (28, '{{ 复核|同比(缺="该指标为2020年新增") }}', "该指标为2020年新增"),
    (30, "{{ 结余|增减 }}", "比上年减亏5万元"),
    (31, "{{ 新案|由到 }}；{{ 新案|同比 }}", "由1件增加到3件；由上年的1件增加到3件"),
    (32, "{{ 收案|同比 }}", "按可比口径比上年增长8.2%"),
    (33, "{{ 有效文件|增减 }}", "比上年末增加3件"),
    (34, "{{ 件数|年均增长(2018) }}", "年均增长16.5%"),
    (35, "{{ 件数|完成(任务) }}", "完成目标的108.5%，超额8.5%"),
    (36, "{{ 工伤|占比(受理) }}，{{ 工伤|占比增减(受理) }}", "占35.6%，比上年提高4.4个百分点"),
    (37, "{{ 30|成 }}；{{ 28|成 }}", "三成；近三成"),
    (38, "{{ 户数|约(1000)|带单位 }}；{{ 户数|左右(1000) }}", "约5000户；5000户左右"),
    (39, "{{ 9600|近 }}", "近万"),
    (40, "{{ 户数|余|带单位 }}；{{ 信息|余|带单位 }}", "5300余户；1.2万余条"),
    (41, "{{ 201|超过(200) }}", "超过200"),
    (42, "{{ 新案|以上(3) }}", "3件以上"),
    (44, "{{ 查询|约同比 }}", "比上年约增长13%"),
    (45, "{{ 经费|万|带单位 }}；{{ 信息|带单位 }}", "73.5万元；12560条"),
    (48, '{{ [5, 8]|范围("%") }}；{{ [130000, 170000]|范围("元") }}', "5%～8%；13万～17万元"),
    (49, "{{ 信息|带单位 }}", "12560条"),
    (50, "{{ 准确率|带单位 }}", "99.95%"),
    (51, "{{ 准确率 }}", "99.95"),
    (52, "{{ 户数|带单位 }}", "5321户"),
    (53, "{{ [工伤, 会议]|分别 }}", "工伤、会议分别为32件、6次"),
]  # fmt: skip

WRONG: list[tuple[int, str, str]] = [
    (1, "办理比去年增长12.5%。", "number.base_word"),
    (1, "办理同比去年增长12.5%。", "number.base_word"),
    (2, "办理增加116.7%。", "number.verb"),
    (3, "办理{{ 件数|带单位 }}，比上年增长18.36%。", "direction.amount"),
    (4, "办理增长-30%。", "number.sign"),
    (4, "办理下降−30%。", "number.sign"),
    (5, "办理增长0%。", "number.unchanged"),
    (6, "办理下降-0.0%。", "number.unchanged"),
    (7, "来访{{ 来访|带单位 }}，比上年增长2.2倍。", "direction.amount"),
    (8, "培训{{ 培训|带单位 }}，比上年增长2倍。", "direction.amount"),
    (9, "新案{{ 新案|带单位 }}，比上年增长3倍。", "direction.amount"),
    (10, "新案{{ 新案|带单位 }}，是上年的2倍。", "direction.amount"),
    (11, "新案{{ 新案|带单位 }}，比上年翻番。", "direction.more_than_doubled"),
    (11, "办理{{ 件数|带单位 }}，比上年翻番。", "direction.contradicts"),
    (12, "案件数量较上年翻番。", "direction.no_base"),
    (13, "热线{{ 热线|带单位 }}，比上年增长1400%。", "direction.misleads"),
    (14, "办理减少1倍。", "number.fall_multiple"),
    (14, "规模缩小2倍。", "number.fall_multiple"),
    (15, "案件{{ 案件|带单位 }}，比上年减半。", "direction.contradicts"),
    (16, "事故下降100%。", "number.to_zero"),
    (17, "准确率达{{ 准确率|带单位 }}，由42.28%提高到57.67%。", "direction.amount"),
    (18, "准确率达{{ 准确率|带单位 }}，比上年提高了99.95%。", "direction.amount"),
    (19, "办理时限{{ 时限|带单位 }}，比上年压缩20天。", "direction.amount"),
    (20, "准确率达{{ 准确率|带单位 }}，比上年提高57.67%。", "direction.amount"),
    (21, "纠错率同比下降19%。", "number.points"),
    (22, "发病率提高0.3‰点。", "number.points_sign"),
    (23, "增速比上年下降2.1%。", "number.points"),
    (24, "办理天数下降。", "number.duration"),
    (25, "排名增长40%。", "number.rank"),
    (26, "纠错{{ 纠错|带单位 }}，比上年增长100%。", "direction.undefined"),
    (26, "实现零的突破。", "number.breakthrough"),
    (27, "赔偿{{ 赔偿|带单位 }}，与上年持平。", "direction.undefined"),
    (28, "复核增长—%。", "number.nothing"),
    (28, "复核增长NaN。", "number.nothing"),
    (30, "利润增长-250%。", "number.sign"),
    (31, "新案{{ 新案|带单位 }}，比上年增长200%。", "direction.misleads"),
    (32, "收案{{ 收案|带单位 }}，比上年增长19.0%。", "direction.amount"),
    (33, "全年有效文件{{ 有效文件|带单位 }}。", "direction.stock"),
    (35, "超额完成105%。", "number.over_goal"),
    (36, "工伤案件占比增长14%。", "number.points"),
    (37, "占3.2成。", "number.tenths"),
    (38, "约5000家左右。", "number.twice_rough"),
    (40, "办理12558余件。", "number.remainder"),
    (40, "走访5000家余。", "number.remainder"),
    (40, "走访近5000余家。", "number.twice_rough"),
    (41, "办理超过{{ 件数|带单位 }}。", "number.limit"),
    (42, "80分以上12人，80分以下3人。", "number.classes"),
    (43, "投入至少1000万元以上。", "number.twice_rough"),
    (43, "最多20天左右，近30家左右。", "number.twice_rough"),
    (44, "查询{{ 查询 }}条，比上年增长12.5%。", "direction.undefined"),
    (45, "办理1.2558万件。", "number.scale"),
    (45, "办理0.3万件。", "number.scale"),
    (46, "走访5千余家。", "number.han_scale"),
    (48, "增长5～8%。", "number.range"),
    (48, "投入3～5万元。", "number.range"),
    (49, "办理12，558件。", "number.separator"),
    (50, "准确率95.99％。", "numeral.full_width"),
    (50, "准确率百分之95。", "number.percent"),
    (51, "办结率100%，及格率100.00%。", "number.decimals"),
    (52, "抽查{{ 户数 }}家。", "number.measure"),
    (53, "甲科、乙科分别为3件、5件、7件。", "number.respectively"),
]  # fmt: skip

ELSEWHERE = {
    12: "never printed: there is no such word without a base",
    15: "10→5: 减少一半, in tests/fill/test_change_words.py",
    22: "‰ of a figure gives 个千分点, below",
    29: "stops the build, below",
    39: "10,200 is refused, below",
    43: "no word prints two of them",
    46: "no word prints 千 after digits",
    47: "a note, in tests/fill/test_change_words.py",
    54: "a relation, below",
}


def found(text: str) -> list[str]:
    """The codes of what a check finds in a text, with the figures of the page of number words."""
    given = report(text)
    given = type(given)(given.folder, given.metadata, {}, {}, given.text, (), PAGE)
    content, faults = fill(given, "{{ 正文 }}\n", year=2020)
    assert content is not None
    assert [each.code for each in faults if each.code != "change.rounded_apart"] == []
    return [
        each.code
        for each in check(Subject(given, PAGE, 2020, content=content)).findings
        if each.source.file == "report.md"
    ]


def said(text: str) -> str:
    """What a text prints."""
    given = report(text)
    given = type(given)(given.folder, given.metadata, {}, {}, given.text, (), PAGE)
    content, faults = fill(given, "{{ 正文 }}\n", year=2020)
    assert content is not None
    assert faults == ()
    return "".join(span.text for node in content.nodes for span in getattr(node, "spans", ()))


@pytest.mark.parametrize(("row", "text", "printed"), RIGHT)
def test_right(row: int, text: str, printed: str) -> None:
    """What the table has in its right column is printed, and no check objects to it."""
    assert said(text) == printed
    assert found(text) == []


@pytest.mark.parametrize(("row", "text", "code"), WRONG)
def test_wrong(row: int, text: str, code: str) -> None:
    """What the table has in its wrong column is found."""
    assert code in found(text)


def test_every_row_is_there() -> None:
    """In one of the lists, or where it says."""
    rows = {row for row, *_ in (*RIGHT, *WRONG)} | set(ELSEWHERE)
    assert rows == set(range(1, 55))


def test_row_9_counts_what_was_added() -> None:
    """2 to 6 is growth by twice, and three times as much."""
    from decimal import Decimal

    assert (times(Decimal(2)), times(Decimal("1.16"))) == ("2倍", "1.2倍")


def test_row_29_a_missing_value_is_no_zero() -> None:
    """It stops the build."""
    from fill.reports import figure
    from fill.reports import found as faults

    assert faults("{{ 甲 }}{{ 甲|同比 }}", figure("甲", y2019="3", y2020=Absence.NOT_SUPPLIED)) == [
        ("figure.missing", 1)
    ]


def test_row_39_what_exceeds_it_is_not_near() -> None:
    """10,200 is not 近万."""
    from fill.reports import found as faults

    assert faults("{{ 10200|近(10000) }}") == [("rough.not_so", 1)]


def test_row_54_what_came_in_is_done_or_carried_on() -> None:
    """10 + 51 = 54 + 7; not 54 + 6."""
    from fill.reports import figure, table

    rows = [
        figure(name, y2020=number)
        for name, number in (("结转", "10"), ("收", "51"), ("结", "54"), ("余", "7"))
    ]
    relation = Relation("结转 + 收 = 结 + 余", Source("report.md", 2))
    short: FigureTable = table(*rows[:3], figure("余", y2020="6"))

    assert derive(table(*rows), (relation,))[1] == ()
    assert [each.code for each in derive(short, (relation,))[1]] == ["relation.broken"]
