"""A hundred faults put into two reports without any: nearly all are found, and the reports themselves are quiet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from render.pipeline import Job
from render.proofread import proofread

HEAD = """\
---
年度: 2020
标题: 示例市司法局关于2020年度行政执法监督工作情况的报告
发文机关: 示例市司法局
发文字号: 示司文〔2021〕8号
主送机关: 示例市人民政府
成文日期: 2021-02-10
印发日期: 2021-02-11
结语: 特此报告。
---
"""
TEXT = """\
2020年，市司法局认真贯彻《中华人民共和国行政处罚法》《行政强制法》《优化营商环境条例》，按照《示例市行政执法监督工作实施方案》部署开展工作。现将有关情况报告如下。

# 工作开展情况

## 健全监督制度

建立行政执法协调监督工作体系（以下简称“监督体系”），监督体系覆盖全部市直部门。2020年5月6日（星期三）召开推进会，市发展改革委、市人力资源和社会保障局、市市场监督管理局参加。主要措施：一是完善制度；二是充实力量；三是强化培训。修订《示例市行政执法案卷评查办法》，落实《示例市行政执法案卷评查办法》规定的程序。

## 开展执法检查

全年检查单位200家，合格188家，不合格12家，合格率94%。办理投诉案件50件，办结49件，办结率98%。处理群众来访80人次，其中来访接待50人次、网上答复30人次。收到行政复议申请68件，受理58件，不予受理10件。上年结转10件，受理51件，审结54件，结转下年7件。审核合同由20件增加到28件，增长40%。抽查案卷120本，比上年增加20本，增长20%。群众满意率99.6%，调解案件占35.6%。

: 表1 各单位案件办理情况　单位：件

| 类别 | 受理 | 审结 | 合计 |
|---|---|---|---|
| 城管执法 | 35 | 33 | 68 |
| 市场监管 | 47 | 46 | 93 |
| 合计 | 82 | 79 | 161 |

办理情况见表1。印发《执法规范手册》《案卷评查标准》2件文件，工作分工见附件1，联系方式见附件2。

: 表2 行政应诉情况　单位：件

| 类别 | 2020年 |
|---|---|
| 行政应诉案件 | 167 |
| 行政赔偿案件 | 14 |

全年行政应诉案件167件。情况如下表。

: 表3 案件构成

| 类别 | 占比（%） |
|---|---|
| 治安 | 50.0 |
| 土地 | 30.0 |
| 其他 | 20.0 |

## 加强队伍建设

举办培训班：（1）执法骨干班；（2）新任人员班；（3）法制审核班。第一，严格准入；第二，严格考核。参加资格考试人员320人，法制审核人员配备36人。

# 存在的问题

基层执法力量仍然薄弱，业务培训的针对性有待增强。

# 下一步安排

详见第二部分所列问题，逐项整改。健全培训制度，资格考试人员保持320人。
"""
TYPED = """\
2020年，我局依法履职。有关情况如下。

一、工作情况

（一）健全制度

制定制度5项。

（二）开展检查

检查企业200家。

1.日常检查150家。

2.专项检查50家。

二、存在问题

力量不足，培训不够。

三、下一步安排

加强培训，充实力量。
"""
ATTACHED = {"1.任务分工.md": "# 任务分工\n\n甲单位牵头。\n", "2.联系表.md": "# 联系表\n\n乙单位负责。\n"}
FIGURES = "指标,单位,2019,上年公布数,2020\n收文件数,件,120,120,130\n案件上年结转,件,8,8,10\n案件结转下年,件,10,10,7\n"

# In the first report: what is changed, into what, and what should be found.
FAULTS: list[tuple[str, str, str]] = [
    *((law, wrong, "law.name") for law, wrong in (
        ("《中华人民共和国行政处罚法》", "《中华人民共和国行政处罚发》"), ("《行政强制法》", "《行政强治法》"),
        ("《优化营商环境条例》", "《优化营商环境条列》"), ("《行政强制法》", "《行政许克法》"),
        ("《行政强制法》", "《道路交通安全发》"), ("《行政强制法》", "《未成年人保户法》"),
        ("《行政强制法》", "《土地管理法实施条列》"), ("《行政强制法》", "《政府信息公开条利》"),
        ("《行政强制法》", "《突发事件应队法》"), ("《行政强制法》", "《固体废物污染环境防治发》"),
        ("《行政强制法》", "《重大行政决策程序暂行条列》"), ("《行政强制法》", "《治安管理处法法》"),
        ("《行政强制法》", "《安全生产发》"), ("《行政强制法》", "《行政复仪法》"),
    )),
    *(("《行政强制法》", wrong, "law.unknown") for wrong in ("《应急管理法》", "《公共服务法》", "《政府合同法》", "《城管执法监督法》")),
    *(("《行政强制法》", wrong, "law.ended") for wrong in (
        "《行政监察法》", "《食品卫生法》", "《城市规划法》", "《外资企业法》", "《治安管理处罚条例》", "《车辆购置税暂行条例》",
    )),
    ("落实《示例市行政执法案卷评查办法》", "落实《示例市行政执法案卷评查方法》", "reference.document"),
    ("落实《示例市行政执法案卷评查办法》", "落实《示例市行政执法案卷评查办》", "reference.document"),
    ("附件1", "附件3", "reference.attachment"),
    ("附件2", "附件5", "reference.attachment"),
    ("，联系方式见附件2", "", "reference.attachment_unused"),
    ("见表1", "见表4", "reference.table"),
    ("见表1", "见图1", "reference.picture"),
    ("情况如下表。", "情况如下图。", "reference.below"),
    ("第二部分所列", "第五部分所列", "reference.part"),
    ("详见第二部分", "详见第四部分", "reference.part"),
    ("建立行政执法", "完善监督体系。建立行政执法", "abbreviation.before"),
    ("监督体系覆盖全部", "覆盖全部", "abbreviation.unused"),
    ("覆盖全部市直部门", "（以下简称“监督体系”）覆盖全部市直部门", "abbreviation.twice"),
    *((old, new, "series.words") for old, new in (
        ("二是充实", "三是充实"), ("三是强化", "四是强化"), ("三是强化", "二是强化"), ("一是完善", "二是完善"), ("二是充实力量；", ""),
    )),
    *((old, new, "series.ordinals") for old, new in (("第二，严格", "第三，严格"), ("第二，严格", "第一，严格"), ("第一，严格准入；", "")))
    ,
    *((old, new, "series.brackets") for old, new in (("（2）新任", "（3）新任"), ("（3）法制", "（4）法制"), ("（3）法制", "（2）法制"))),
    ("表2 行政应诉", "表3 行政应诉", "caption.table_number"),
    ("表3 案件构成", "表2 案件构成", "caption.table_number"),
    ("表2 行政应诉情况", "行政应诉情况", "caption.partly"),
    (": 表3 案件构成\n\n", "", "caption.missing"),
    *((old, new, "figure.total") for old, new in (
        ("| 35 | 33 | 68 |", "| 36 | 33 | 69 |"), ("| 47 | 46 | 93 |", "| 47 | 48 | 95 |"), ("| 合计 | 82 |", "| 合计 | 28 |"),
        ("| 79 | 161 |", "| 97 | 179 |"),
    )),
    *((old, new, "figure.total_beside") for old, new in (("33 | 68", "33 | 86"), ("46 | 93", "46 | 39"), ("79 | 161", "79 | 116"))),
    *((old, new, "figure.shares") for old, new in (("| 50.0 |", "| 55.0 |"), ("| 20.0 |", "| 21.0 |"), ("| 30.0 |", "| 28.0 |"))),
    ("全年行政应诉案件167件", "全年行政应诉案件176件", "figure.table"),
    ("| 行政应诉案件 | 167 |", "| 行政应诉案件 | 161 |", "figure.table"),
    *((old, new, "figure.rate") for old, new in (
        ("合格率94%", "合格率96%"), ("办结率98%", "办结率89%"), ("办结49件", "办结43件"), ("合格率94%", "合格率49%"), ("办结率98%", "办结率98.5%"),
    )),
    *((old, new, "figure.split") for old, new in (
        ("不合格12家", "不合格21家"), ("受理58件，不予", "受理51件，不予"), ("不予受理10件", "不予受理1件"), ("收到行政复议申请68件", "收到行政复议申请86件"),
    )),
    *((old, new, "figure.parts") for old, new in (("接待50人次", "接待90人次"), ("答复30人次", "答复100人次"))),
    *((old, new, "figure.carry_over") for old, new in (
        ("审结54件", "审结45件"), ("结转下年7件", "结转下年9件"), ("上年结转10件", "上年结转1件"), ("受理51件，审结", "受理15件，审结"),
    )),
    *((old, new, "figure.growth") for old, new in (
        ("增长40%", "增长4%"), ("增长40%", "增长28.6%"), ("由20件增加", "由25件增加"), ("增加到28件", "增加到29件"), ("20本，增长20%", "20本，增长16.7%"),
    )),
    ("满意率99.6%", "满意率996%", "figure.share"),
    ("占35.6%", "占356%", "figure.share"),
    ("标准》2件", "标准》3件", "figure.listed"),
    ("标准》2件", "标准》《文书格式》2件", "figure.listed"),
    ("人员保持320人", "人员230人", "figure.twice"),
    *((old, new, "agency.name") for old, new in (
        ("市人力资源和社会保障局", "市人力资源和社会保章局"), ("市市场监督管理局", "市市场监督管里局"), ("市市场监督管理局", "市市场监督官理局"),
    )),
    ("市发展改革委", "市发改委", "agency.spoken"),
    ("市市场监督管理局", "市工商行政管理局", "agency.ended"),
    ("仍然薄弱", "仍然薄弱，市市场监管局人员不足", "agency.mixed"),
    ("（星期三）", "（星期四）", "day.weekday"),
    ("5月6日（", "5月7日（", "day.weekday"),
    ("2020年5月6日（星期三）召开", "2021年5月6日（星期四）召开", "day.after_issue"),
    ("全年检查单位", "2019年，全市检查单位", "day.other_year"),
    ("全年检查单位", "今年检查单位", "day.relative"),
    ("印发日期: 2021-02-11", "印发日期: 2021-02-01", "day.order"),
    ("成文日期: 2021-02-10\n印发日期: 2021-02-11", "成文日期: 2020-02-10\n印发日期: 2021-02-11", "day.too_early"),
    ("〔2021〕8号", "〔2020〕8号", "form.number_year"),
    ("〔2021〕8号", "[2021]08号", "form.number"),
    ("发文机关: 示例市司法局", "发文机关: 示例市财政局", "form.issuer"),
    ("发文机关: 示例市司法局\n", "", "form.signature"),
    ("结语: 特此报告。", "结语: 特此通知。", "form.closing"),
    ("结语: 特此报告。", "结语: 妥否，请批示。", "upward.request"),
    ("主送机关: 示例市人民政府", "主送机关: 王五副市长", "upward.leader"),
    ("的报告", "的报告。", "title.marks"),
    ("## 加强队伍建设", "## 健全监督制度", "structure.same"),
    ("## 加强队伍建设", "## 加强队伍建设：", "structure.stop"),
    ("# 存在的问题\n\n", "# 存在的问题\n\n## 力量薄弱\n\n", "structure.single"),
]  # fmt: skip

# In the second, whose numbers are typed.
TYPED_FAULTS: list[tuple[str, str, str]] = [
    ("（二）开展", "（三）开展", "structure.gap"),
    ("二、存在", "三、存在", "structure.gap"),
    ("三、下一步", "二、下一步", "structure.repeat"),
    ("（二）开展", "（一）开展", "structure.repeat"),
    ("2.专项", "3.专项", "structure.gap"),
    ("2.专项", "1.专项", "structure.repeat"),
    ("（一）健全", "1.健全", "structure.level"),
    ("（二）开展检查\n\n检查企业200家。\n\n", "", "structure.single"),
    ("力量不足，培训不够。\n\n", "", "structure.empty"),
    ("制定制度5项。\n\n", "", "structure.empty"),
    ("一、工作情况", "一、工作情况：", "structure.stop"),
    ("（一）健全制度\n\n制定", "（一）健全制度　制定", "structure.no_stop"),
    ("2.专项", "2）专项", "structure.number_form"),
]


def codes(folder: Path, head: str, text: str, *, attached: bool) -> set[str]:
    """Write a report and give the codes of what is found in it."""
    (folder / "附件").mkdir(parents=True)
    (folder / "report.md").write_text(head + text, encoding="utf-8")
    for name, body in ATTACHED.items() if attached else ():
        (folder / "附件" / name).write_text(body, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return {each.code for each in proofread(Job(folder)).diagnostics}


def test_the_reports_themselves_are_quiet(tmp_path: Path) -> None:
    """Nothing is found in either before a fault is put in."""
    assert codes(tmp_path / "a", HEAD, TEXT, attached=True) == set()
    assert codes(tmp_path / "b", HEAD, TYPED, attached=False) == set()


@pytest.mark.parametrize("attached", [True, False])
def test_nearly_all_faults_are_found(attached: bool, tmp_path: Path) -> None:
    """At least 95 of 100, by the rule they are seeded for."""
    base, faults = (TEXT, FAULTS) if attached else (TYPED, TYPED_FAULTS)
    missed = []
    for number, (old, new, code) in enumerate(faults):
        changed = (HEAD + base).replace(old, new, 1)
        assert changed != HEAD + base, f"{old} is not in the report"
        head, text = re.split("(?<=\n---\n)", changed, maxsplit=1)
        if code not in codes(tmp_path / str(number), head, text, attached=attached):
            missed.append((old, new, code))
    assert len(missed) <= len(faults) * 0.05, missed


def test_there_are_faults_enough() -> None:
    """A hundred and more, of forty kinds."""
    assert len(FAULTS) + len(TYPED_FAULTS) >= 100
    assert len({code for _, _, code in (*FAULTS, *TYPED_FAULTS)}) >= 40
