"""Numbers that do not agree: what is found beyond the samples, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from check.looked_over import codes, figure, found

from render.check.quantities import quantities_of
from render.content import Span
from render.diagnostics import NOWHERE
from render.prose import joined

WRONG = [
    ("figure.parts", "罚款50万元，其中市场监管领域30万元、交通领域25万元。"),
    ("figure.parts", "参训100人，其中处级干部120人。"),
    ("figure.split", "抽查企业120家，合格100家，不合格10家。"),
    ("figure.split", "交办事项80件，已办结70件，正在办理8件。"),
    ("figure.carry_over", "上年结转5件，新收20件，办结22件，未办结4件。"),
    ("figure.more_done", "受理法律援助申请398件，办结399件。"),
    ("figure.share", "行政复议案件占120%。"),
    ("figure.share", "评查合格率达998%，按期办结率为100%。"),
    ("figure.rate", "检查单位200家，合格188家，合格率为95%。"),
    ("figure.growth", "审核合同28件，比上年增加8件，增长30%。"),
    ("figure.growth", "审核合同28件，上年20件，增长28.6%。"),
    ("figure.growth", "罚没款由2万元下降到1.5万元，下降30%。"),
    ("figure.listed", "印发《甲方案》《乙方案》《丙方案》等2个文件。"),
    ("figure.twice", "行政应诉案件数167件。\n\n应诉方面，行政应诉案件数176件。"),
    (
        "figure.total",
        "| 单位 | 件数 |\n|---|---|\n| 甲 | 5 |\n| 乙 | 7 |\n| 小计 | 12 |\n| 丙 | 3 |\n| 丁 | 4 |\n| 小计 | 8 |\n| 合计 | 20 |\n",
    ),
    ("figure.total", "| 项目 | 金额 |\n|---|---|\n| 合计 | 10.5 |\n| 甲 | 5.5 |\n| 乙 | 6.0 |\n"),
    ("figure.table", "行政复议收案数28件。\n\n: 情况　单位：件\n\n| 类别 | 本年 | 上年 |\n|---|---|---|\n| 行政复议收案 | 26 | 28 |\n"),
    ("figure.split", "发现问题87个，已整改82个，其余7个正在整改。"),
    ("figure.split", "督察反馈的14项任务，已完成12项，1项达到时序进度。"),
    ("figure.split", "送审金额4.20亿元，审定金额3.78亿元，审减金额0.52亿元。"),
    ("figure.split", "督察反馈问题14个。目前，已完成整改12个，正在整改1个。"),
    ("figure.parts", "全县收入12.60亿元，上年为12.00亿元。其中，甲项9.45亿元，乙项3.51亿元。"),
    ("figure.parts_unequal", "全县收入12.60亿元，上年为12.00亿元。其中，税收收入9.45亿元，非税收入3.05亿元。"),
    ("figure.parts_unequal", "支持项目81个，其中园区项目7个、交通项目5个、水利项目4个、教育项目2个。"),
    ("figure.parts_unequal", "审结诉讼89件，其中维持52件、撤销10件、终止23件。"),
    ("figure.carry_over", "收到申请96件，其中受理88件、不予受理8件。审结85件，5件结转下年办理。"),
    ("figure.more_done", "督察组转办信访件102件，办结112件。"),
    ("figure.more_done", "调解纠纷3150件，调解成功3870件。"),
    ("figure.rate", "新增专项债券资金5.40亿元。截至年底，债券资金已支出4.86亿元，支出进度为95%。"),
    ("figure.rate", "一般公共预算支出28.00亿元。其中，民生支出22.40亿元，占85%。"),
    ("figure.growth", "全县基金收入6.30亿元，上年为7.00亿元，增长10.0%。"),
    ("figure.growth", "优良率为84.9%，上年为83.3%，提高1.8个百分点。"),
    ("figure.growth", "治理率由41%提高到48%，提高8个百分点。"),
    ("figure.growth", "办理案件1865件，比上年的2034件减少196件，下降8.3%。"),
    ("figure.growth", "办理案件1865件，比上年的2034件减少169件，下降9.3%。"),
    ("figure.growth", "可办率由上年的95.2%提高到98.6%，提高4.4个百分点。"),
    ("figure.growth", "支出由上年的88200万元减少到66150万元，减少20250万元。"),
    ("figure.growth", "助餐28.5万人次，比上年的19.0万人次增长60.0%。"),
    ("figure.total_told", "完成整改81个，部分整改22个，持续整改4个，合计整改117个。"),
    ("figure.total_told", "上缴财政3245万元，归还1160万元，促进拨付2870万元，涉及资金共7175万元。"),
    ("figure.whole_set", "社会消费品零售总额312.8亿元。城镇零售额248.3亿元，增长7.4%；乡村零售额54.5亿元。"),
    ("figure.parts", "7个项目中，5个已竣工验收，3个完成主体工程。"),
    ("figure.parts", "审结复议81件。审结案件中，维持42件、撤销9件、驳回11件、终止29件。"),
    ("figure.shares_told", "三次产业结构为11.9∶43.1∶46.8。"),
    ("figure.rate", "建议中，城建类49件，占33.2%；教育类36件，占23.7%；经济类31件，占20.4%。"),
    ("figure.balance", "收入总计133000万元。基金支出118600万元，调出资金12000万元，结转下年4200万元。"),
    ("figure.shares_told", "评查案卷，优秀占35%，良好占50%，合格占25%。"),
    ("figure.scale", "国有资本经营收入1200万元，支出900元。"),
    ("figure.twice", "政府合同审核率96%。\n\n加强审核，政府合同审核率69%。"),
]  # fmt: skip

FINE = [
    "审结85件，其中维持52件、撤销10件、终止23件，3件结转下年办理。",
    "发现问题87个，已整改82个，其余5个正在整改。",
    "办理案件28件，其中复议案件18件（含上年结转2件）、诉讼案件10件。",
    "现有执法人员100人，其中党员60人，本科以上学历80人。",
    "收到申请68件，受理51件，不予受理10件，其余7件正在审查。",
    "收到申请68件，受理51件，不予受理10件，转送7件。",
    "上年结转10件，受理51件，审结54件，结转下年7件。",
    "受理行政复议51件，审结行政诉讼54件。",
    "完成率105%，投资增长率120%，满意率比上年提高5.2个百分点。",
    "检查单位200家，合格188家，不合格12家，合格率94%。",
    "受理投诉100件，调解30件，办结95件，办结率95%。",
    "检查企业200家，发现隐患50处，整改48处，整改率96%。",
    "办理建议72件、提案84件，办结率100%，满意率100%。",
    "审核合同由20件增加到28件，增长40%；诉讼由30件下降到21件，下降30.0%。",
    "审核合同28件，比上年增加8件，增长40%。投资由1.2亿元增加到1.5亿元，增长25%。",
    "出台《甲办法》《乙办法》等5件文件，印发《丙方案》《丁方案》2件。",
    "行政应诉案件数167件，上年行政应诉案件数150件。",
    "1月至6月行政复议申请数30件，全年行政复议申请数68件。",
    "审结85件，其中维持52件、撤销10件、终止23件，3件结转下年办理。收到申请96件，其中受理88件、不予受理8件。",
    "收到申请96件，其中受理88件、不予受理8件。审结85件，3件结转下年办理。",
    "受理案件200件，其中行政案件60件、民事案件50件。",
    "全县收入12.60亿元，上年为12.00亿元，增长5.0%。其中，税收收入9.45亿元，增长4.1%，非税收入3.15亿元。",
    "政府债务余额286.3亿元，其中一般债务168.2亿元、专项债务118.1亿元，控制在限额301.5亿元以内。",
    "收入由2856元增加到11230元，年均增长25.7%。收入128.4亿元，上年为121.9亿元，增长5.4%。",
    "收入1.02万所，比上年增加631所，增长6.57%。",
    "民生支出22.40亿元，占一般公共预算支出的80%。进出口额3.5亿元，占全省的2.1%。",
    "培训干部120人，其中女干部40人，占33.3%。税收收入完成年初预算207万元，非税收入完成年初预算28万元。",
    "投入资金300万元，人均补助900元。党员占60%，女性占45%，本科以上占90%。",
    "办理案件1865件，比上年的2034件减少169件，下降8.3%；推行免罚，不予处罚137件，涉及96.2万元。",
    "收入46.3亿元，比上年增长7.4%，其中税收28.7亿元，增长9.1%，占收入的62.0%。",
    "社会消费品零售总额312.8亿元。城镇零售额248.3亿元，增长7.4%；乡村零售额64.5亿元，增长8.4%。",
    "培训1842人次、2315人次，合计4157人次。召开会议12次，检查企业30家、学校5家，共检查企业8642家次。",
    "建议中，城建类49件，占32.2%；教育类36件，占23.7%；经济类31件，占20.4%。三次产业结构为11.9∶41.3∶46.8。",
    "收入1250万元，支出860万元，调出资金390万元，收支平衡。",
    "152件建议中，已经解决的（A类）118件，占77.6%；正在解决的（B类）29件，占19.1%；难以解决的（C类）5件，占3.3%。",
    "优良率为84.9%，比上年提高1.6个百分点。监督检查20次，发现问题50个，整改49个。",
    "| 单位 | 件数 | 占比 |\n|---|---|---|\n| 甲 | 5 | 33.3 |\n| 乙 | 10 | 66.7 |\n| 合计 | 15 | 100.0 |\n",
    "| 指标 | 单位 | 2019年 | 2020年 | 增减 |\n|---|---|---|---|---|\n| 甲 | 件 | 5 | 6 | 1 |\n| 乙 | 件 | 7 | 8 | 1 |\n| 合计 | 件 | 12 | 14 | 2 |\n",
    "| 单位 | 件数 |\n|---|---|\n| 甲 | 5 |\n| 乙 | — |\n| 丙 | 7 |\n| 合计 | 12 |\n",
    "| 类别 | 件数 |\n|---|---|\n| 复议 | 5 |\n| 其中：受理 | 3 |\n| 诉讼 | 7 |\n| 合计 | 12 |\n",
    "| 项目 | 金额 |\n|---|---|\n| 甲 | 5.25 |\n| 乙 | 6.14 |\n| 合计 | 11.4 |\n",
]  # fmt: skip


def figures(text: str) -> list[str]:
    """The codes of this part that are found in a text."""
    return [code for code in codes(text) if code.startswith("figure.")]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_what_does_not_agree_is_found(code: str, text: str) -> None:
    """By its own rule."""
    assert figures(text) == [code]


@pytest.mark.parametrize("text", FINE)
def test_what_agrees_is_left_alone(text: str) -> None:
    """No false alarms."""
    assert figures(text) == []


def test_figures_of_the_table_count_as_typed_ones_do() -> None:
    """What an expression prints is part of the sentence."""
    text = "收到申请{{ 收到 }}件，受理{{ 受理 }}件，不予受理10件。"
    assert "figure.split" in codes(text, figure("收到", y2020="68"), figure("受理", y2020="51"))
    assert codes(text, figure("收到", y2020="61"), figure("受理", y2020="51")) == []


def test_a_lost_ten_thousand_is_noticed() -> None:
    """Between years, not below a hundred, not where the scope changed."""
    assert "figure.leap" in codes("正文。", figure("金额", unit="元", y2019="735000", y2020="73.5"))
    assert codes("正文。", figure("起数", y2019="1", y2020="12")) == []
    changed = figure("条数", unit="条", y2019="115", y2020="11500", redefined={2020: "含街道"})
    assert codes("正文。", changed) == []


def test_a_rate_given_as_a_share_is_noticed() -> None:
    """0.96 and 96 are the same rate, once without %."""
    assert "figure.leap" in codes("正文。", figure("应诉率", unit="%", y2019="0.96", y2020="95"))


def test_the_message_names_both_numbers() -> None:
    """So that nobody has to count again."""
    (each,) = [each for each in found("受理投诉50件，办结45件，办结率98%。") if each.code == "figure.rate"]
    assert each.values == {"found": "办结率98%", "above": "45件", "below": "50件", "percent": "90.0%"}


def test_numbers_are_read_with_what_they_count() -> None:
    """Scale, unit and label; dates, ordinals and names with digits are none."""
    text = "2020年2月8日第3次会议，全年共审核合同1.2万件，罚款73.5万元，企业开办“210”，3.0平台。"
    read = [(q.label, q.number, q.unit) for q in quantities_of(joined([Span(text, NOWHERE)]))]
    assert read[:2] == [("审核合同", Decimal(12000), "件"), ("罚款", Decimal(735000), "元")]
