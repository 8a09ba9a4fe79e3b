"""Directions: typed words of change against the figures beside them, right and wrong ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fill.reports import figure, report
from hypothesis import given, settings
from hypothesis import strategies as st

from render.directions import contradictions
from render.fill import fill
from render.report import Figure, FigureKind
from render.wording import Wording

FIGURES = (
    figure("合同数", name="政府合同审核件数", y2018="20", y2019="24", y2020="28"),
    figure("案件数", name="行政复议案件收到件数", y2018="40", y2019="30", y2020="21"),
    figure("受理数", name="行政复议案件受理件数", y2019="20", y2020="20"),
    figure("满意率", name="群众满意率", unit="%", y2019="90.5", y2020="96"),
    figure("纠错率", name="行政复议纠错率", unit="%", y2019="40", y2020="21"),
    figure("调解数", name="人民调解成功件数", y2019="50", y2020="100"),
    figure("来访数", name="接待来访批次", unit="批次", y2019="12", y2020="36"),
    figure("时限", name="平均办理时限", unit="天", y2019="45", y2020="20"),
    Figure("排名", "考核排名", "位", FigureKind.RANK, figure("排名", y2019="5", y2020="3").values),
    figure("零数", name="安全事故起数", unit="起", y2019="0", y2020="0"),
    figure("首数", name="裁决案件数", y2019="0", y2020="1"),
    figure("小数", name="听证次数", unit="次", y2019="1", y2020="3"),
    figure("约数", name="咨询条数", unit="条", form="近万", y2019="8500", y2020="9600"),
    figure("新口径", name="执法检查次数", unit="次", redefined={2020: "含街道"}, y2019="100", y2020="119"),
    figure("材料数", name="减少材料份数", unit="份", y2019="20", y2020="14"),
    figure("无上年", name="培训人次", unit="人次", y2020="14"),
    figure("持平率", name="按时办结率", unit="%", y2019="100", y2020="100"),
    figure("热线数", name="热线受理件数", y2019="12558", y2020="12560"),
)


def codes(text: str, wording: Wording | None = None) -> list[str]:
    """The codes of what a text says against the figures of `FIGURES`."""
    given_ = report(text, *FIGURES)
    content, found = fill(given_, "{{ 正文 }}\n", year=2020)
    assert content is not None
    assert [each.code for each in found if each.code != "change.rounded_apart"] == []
    told = contradictions(content, given_.figures, wording or Wording(), year=2020)
    return [each.code for each in told]


RIGHT = [
    "审核政府合同{{ 合同数|带单位 }}，比上年增长16.7%。",
    "审核政府合同{{ 合同数|带单位 }}，比上年增长17%。",
    "审核政府合同{{ 合同数 }}件，同比增加4件。",
    "审核政府合同{{ 合同数|带单位 }}（比2018年增长40%）。",
    "审核政府合同{{ 合同数|带单位 }}，较上年同期增加4件，增长16.7%。",
    "收到行政复议案件{{ 案件数|带单位 }}，比上年下降30.0%，受理{{ 受理数|带单位 }}，与上年持平。",
    "收到行政复议案件{{ 案件数|带单位 }}，比上年减少近三分之一。",
    "群众满意率达{{ 满意率|带单位 }}，比上年提高5.5个百分点。",
    "群众满意率{{ 满意率|带单位 }}，满意率进一步提高。",
    "行政复议纠错率{{ 纠错率|带单位 }}，同比下降19个百分点。",
    "成功调解{{ 调解数|带单位 }}，比上年翻一番，是上年的2倍。",
    "接待来访{{ 来访数|带单位 }}，比上年增长2倍，是上年的3倍。",
    "平均办理时限由45天压缩至{{ 时限|带单位 }}，比上年压缩25天。",
    "全市考核排名第{{ 排名 }}位，比上年上升2位。",
    "受理裁决案件{{ 首数|带单位 }}，比上年增加1件。",
    "接听热线{{ 热线数|带单位 }}，与上年基本持平。",
    "按时办结率{{ 持平率|带单位 }}，与上年持平。",
    "办理时限由{{ 时限|带单位 }}压缩至10天，满意率由42.28%提升至{{ 满意率|带单位 }}。",
    # None of these speaks of a change from year to year.
    "企业简易注销减少申办材料{{ 材料数|带单位 }}，公示期从45天压缩至20天。",
    "累计减少材料{{ 材料数|带单位 }}，提高办案质量。",
    "收到行政复议案件{{ 案件数|带单位 }}，进一步提高办案质量，切实增强群众获得感。",
    "办结{{ 案件数|带单位 }}，其他案件比上年增加8件。",
    "收到行政复议案件{{ 案件数|带单位 }}。信访总量比上年增长8%。",
    "培训{{ 无上年|带单位 }}，比上年增长50%。",
    "收到{{ 案件数|带单位 }}，力争明年案件数比上年增长5%。",
    "上年收到{{ 案件数.上年|带单位 }}，比上年下降25.0%。",
    "收到行政复议案件{{ 案件数|带单位 }}，未比上年增加。",
    "咨询{{ 约数 }}条，比上年有所增加。",
    "合同、案件分别为{{ 合同数|带单位 }}、{{ 案件数|带单位 }}，分别增长16.7%、下降30.0%。",
    "收到案件{{ 案件数|带单位 }}，增强干部法治意识，新增规范性文件3件。",
    "占比提高，由5件增加到10件，翻了一番。",
    "{{ 案件数|同比 }}；{{ 满意率|增减 }}；{{ 时限|由到 }}；{{ 首数|两年 }}。",
    "收到案件{{ 案件数|带单位 }}，{{ 案件数|同比 }}；比上年{{ 案件数.方向 }}{{ 案件数.增减量|带单位 }}。",
]

WRONG = [
    ("审核政府合同{{ 合同数|带单位 }}，比上年下降16.7%。", "contradicts"),
    ("审核政府合同{{ 合同数|带单位 }}，与上年持平。", "contradicts"),
    ("审核政府合同{{ 合同数|带单位 }}，与去年同期基本持平。", "contradicts"),
    ("审核政府合同{{ 合同数 }}件，同比减少4件。", "contradicts"),
    ("审核政府合同{{ 合同数|带单位 }}，比上年增长12.5%。", "amount"),
    ("审核政府合同{{ 合同数|带单位 }}，比上年增长16.67%。", "amount"),
    ("审核政府合同{{ 合同数|带单位 }}，比2018年增长16.7%。", "amount"),
    ("审核政府合同{{ 合同数|带单位 }}，同比增加5件。", "amount"),
    ("收到行政复议案件{{ 案件数|带单位 }}，比上年增长30%。", "contradicts"),
    ("收到行政复议案件{{ 案件数|带单位 }}，同比上升。", "contradicts"),
    ("收到行政复议案件{{ 案件数|带单位 }}，比上年减少一半。", "contradicts"),
    ("收到行政复议案件{{ 案件数|带单位 }}，比上年减少三分之一。", "contradicts"),
    ("收到{{ 案件数|带单位 }}，行政复议案件比上年增加9件。", "contradicts"),
    ("收到行政复议案件比上年增加到{{ 案件数|带单位 }}。", "contradicts"),
    ("群众满意率达{{ 满意率|带单位 }}，比上年提高5.5%。", "amount"),
    ("群众满意率达{{ 满意率|带单位 }}，比上年提高了96%。", "amount"),
    ("群众满意率达{{ 满意率|带单位 }}，群众满意率有所下降。", "contradicts"),
    ("群众满意率达{{ 满意率|带单位 }}，由90.5%提高到5.5%。", "from_to"),
    ("群众满意率达{{ 满意率|带单位 }}，由42.28%提高到57.67%。", "amount"),
    ("行政复议纠错率{{ 纠错率|带单位 }}，同比下降19%。", "amount"),
    ("接待来访{{ 来访数|带单位 }}，比上年增长3倍。", "amount"),
    ("接待来访{{ 来访数|带单位 }}，是上年的2倍。", "amount"),
    ("接待来访{{ 来访数|带单位 }}，比上年翻番。", "more_than_doubled"),
    ("审核政府合同{{ 合同数|带单位 }}，比上年翻番。", "contradicts"),
    ("平均办理时限{{ 时限|带单位 }}，比上年压缩20天。", "amount"),
    ("平均办理时限{{ 时限|带单位 }}，比上年延长25天。", "contradicts"),
    ("平均办理时限由{{ 时限|带单位 }}压缩至45天。", "from_to"),
    ("考核排名第{{ 排名 }}位，比上年下降2位。", "contradicts"),
    ("办事指南准确率由99.95%提升至42.28%。", "from_to"),
    ("由第3位上升至第5位。", "from_to"),
    ("安全事故{{ 零数|带单位 }}，与上年持平。", "undefined"),
    ("受理裁决案件{{ 首数|带单位 }}，比上年增长100%。", "undefined"),
    ("听证{{ 小数|带单位 }}，比上年增长200%。", "misleads"),
    ("咨询{{ 约数 }}条，比上年增长12.9%。", "undefined"),
    ("执法检查{{ 新口径|带单位 }}，比上年增长19.0%。", "undefined"),
    ("接听热线{{ 热线数|带单位 }}，与上年持平。", "contradicts"),
    ("培训{{ 无上年|带单位 }}，比上年翻番。", "no_base"),
    ("调解案件数量较去年翻番，群众满意。", "no_base"),
    ("按时办结率{{ 持平率|带单位 }}，比上年提高2个百分点。", "contradicts"),
]


def test_a_rank_rises_to_a_smaller_number() -> None:
    """With 第 or without; a number of 位 is a rank."""
    assert codes("排名由10位上升到3位。考核位次由12上升至5。由第10位上升到第3位。") == []
    assert codes("排名由3位上升到10位。") == ["direction.from_to"]


def test_what_is_quoted_keeps_its_last_unit() -> None:
    """99.95%提升至42.28%, not 42.28."""
    given_ = report("准确率由99.95%提升至42.28%。", *FIGURES)
    content, _ = fill(given_, "{{ 正文 }}\n", year=2020)
    assert content is not None
    (told,) = contradictions(content, given_.figures, Wording(), year=2020)
    assert told.values["words"] == "由99.95%提升至42.28%"


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_so_or_says_nothing_of_it_is_left_alone(text: str) -> None:
    """No false alarms."""
    assert codes(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_is_not_so_is_found(text: str, code: str) -> None:
    """Once each."""
    assert codes(text) == [f"direction.{code}"]


def test_both_values_are_named() -> None:
    """So that whoever reads it need not open the table."""
    given_ = report("一。\n\n收到{{ 案件数|带单位 }}，比上年增长12.5%。", *FIGURES)
    content, _ = fill(given_, "{{ 正文 }}\n", year=2020)
    assert content is not None
    (told,) = contradictions(content, given_.figures, Wording(), year=2020)

    assert told.source.line == 3
    assert told.values == {
        "words": "比上年增长12.5%", "figure": "行政复议案件收到件数", "base": 2019, "year": 2020,
        "before": "30件", "after": "21件",
    }  # fmt: skip


def test_settings_move_the_bounds() -> None:
    """What is 翻番, how many decimals a rate has, which base is small."""
    assert codes("审核{{ 合同数|带单位 }}，比上年翻番。", Wording(doubled_least=Decimal("1.1"))) == []
    assert codes("审核{{ 合同数|带单位 }}，比上年增长16.67%。", Wording(rate_decimals=2)) == []
    assert codes("听证{{ 小数|带单位 }}，比上年增长200.0%。", Wording(small_base=Decimal(1))) == []


PIECES = [*"，。、（）比上年增长下降持平翻番由至到了近5%件倍", "同比", "{{ 案件数 }}", "{{ 满意率 }}"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_text_is_read(parts: list[str]) -> None:
    """Whatever is typed, nothing breaks."""
    given_ = report("".join(parts), *FIGURES)
    content, _ = fill(given_, "{{ 正文 }}\n", year=2020)
    if content is not None:
        list(contradictions(content, given_.figures, Wording(), year=2020))
