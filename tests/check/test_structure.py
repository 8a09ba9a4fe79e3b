"""Structure and references: what is found beyond the samples, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.looked_over import codes

from render.check.laws import laws
from render.nearest import edits
from render.proofread import proofread_file

TABLE = ": {}\n\n| 类别 | 件数 |\n|---|---|\n| 受理 | 5 |\n\n"

WRONG = [
    ("structure.gap", "一、甲\n\n（一）子。\n\n（三）丑。\n\n二、乙\n\n正文。"),
    ("structure.gap", "二、甲\n\n正文。\n\n三、乙\n\n正文。"),
    ("structure.repeat", "一、甲\n\n（一）子。\n\n（二）丑。\n\n（二）寅。"),
    ("structure.number_form", "1）审核合同。\n\n2）清理文件。"),
    ("structure.number_form", "(一)审核合同。\n\n(二)清理文件。"),
    ("structure.number_form", "1)审核合同。\n\n2)清理文件。"),
    ("structure.level", "# 工作\n1.审核合同。\n\n2.清理文件。"),
    ("structure.same", "# 工作情况\n## 工作情况\n甲。\n## 存在问题\n乙。"),
    ("structure.no_stop", "# 部署工作 {.run-in}\n甲。\n# 落实。\n乙。"),
    ("series.words", "一是甲。二是乙。二是丙。"),
    ("series.words", "问题：一是甲。\n\n三是乙。"),
    ("series.words", "要求：一要甲；三要乙。"),
    ("series.ordinals", "第一，甲。第三，乙。"),
    ("series.brackets", "分为：①甲；③乙。"),
    ("reference.attachment", "见附件。"),
    ("reference.table", "情况见表2。\n\n" + TABLE.format("情况")),
    ("reference.below", "如下图所示。\n\n" + TABLE.format("情况")),
    ("law.name", "按照《中华人民共和国优化营商环境条列》办理。"),
    ("law.name", "学习《道路交通安全发》。"),
    ("law.unknown", "按照《中华人民共和国应急管理法》办理。"),
    ("law.ended", "按照《物权法》办理。"),
]

FINE = [
    "一、甲\n\n（一）子。\n\n（二）丑。\n\n二、乙\n\n（一）寅。\n\n（二）卯。",
    "任务如下：\n\n1.甲。\n\n2.乙。\n\n措施如下：\n\n1.丙。\n\n2.丁。",
    "2020. 年是收官之年。\n\n12.5万元已拨付。",
    "一是一，二是二，不能含糊，一要落实，二是否到位。",
    "第一责任人、第三次会议、第二季度，第一书记、第三方评估。",
    "《通知》附件3所列事项已办结。",
    "代表1名、报表3张、附表2所列，图书5册，表彰3人，试图2次。",
    "《湖北省优化营商环境条例》《武汉市文明行为促进条例》《公文写作方法》《城市更新办法》均已学习。",
    "《合同法》自2021年1月1日起废止，《民法典》施行。",
    "《中华人民共和国民法典》《行政处罚法（2021年修订）》《宪法》《国务院组织法》都已学习。",
    "《洪山区法治政府建设方案（2019年）》《洪山区法治政府建设方案（2020年）》先后印发。",
    "成立行政复议委员会（以下简称复议委），复议委每月开会。",
    "# 工作\n情况如下表。\n\n" + TABLE.format("情况") + "上表为全年数。",
]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_what_is_wrong_is_found(code: str, text: str) -> None:
    """Each is found once or more."""
    assert code in codes(text, year=2021 if code == "law.ended" else 2020)


@pytest.mark.parametrize("text", FINE)
def test_what_offices_write_is_left_alone(text: str) -> None:
    """No false alarms."""
    assert codes(text) == []


@pytest.mark.parametrize(
    "text", ["1、审核合同。\n\n2、清理文件。", "（一）、审核合同。\n\n（二）、清理文件。"]
)
def test_a_mark_after_a_number_is_told_once(text: str) -> None:
    """By the check that can put it right."""
    assert "structure.number_form" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "《〈中华人民共和国预算法〉实施意见》印发。",
        "《关于学习中华人民共和国预算法的通知》印发。",
        "中华人民共和国成立以来。",
    ],
)
def test_names_of_laws_within_names_have_no_marks_of_their_own(text: str) -> None:
    """Nor has what is no law."""
    assert "law.no_marks" not in codes(text)


def test_a_law_that_ended_may_be_named_in_the_report_of_the_year_before() -> None:
    """A report of 2020 tells of 2020, when 《合同法》 was in force."""
    assert codes("按照《合同法》审核合同。", year=2020) == []
    assert codes("按照《合同法》审核合同。", year=2021) == ["law.ended"]


def test_a_law_in_short_is_explained_first() -> None:
    """Then it is no unknown one."""
    assert codes("《区域协同保护规则》（以下简称《协同法》）已印发，《协同法》自公布之日起施行。") == []


def test_the_list_of_laws_is_sound() -> None:
    """Every law that ended names one in force, none is listed twice, and there are enough of them."""
    lines = len(laws())
    in_force = [law for law in laws().values() if law.ended is None]
    assert len(in_force) >= 150
    assert lines == len({law.name for law in laws().values()})
    assert all(law.now in laws() for law in laws().values() if law.ended)


def test_an_attachment_listed_without_a_text_may_have_a_name_of_its_own() -> None:
    """Only one that is nearly another's is a mistake."""
    more = {"附件": ("任务清单", "2019年任务清单"), "attachments": {"任务清单": "# 任务清单\n\n甲。\n"}}
    assert codes("任务见附件。", **more) == []


def test_ranges_of_attachments_are_read() -> None:
    """附件1—3 are three."""
    attached = {"甲清单": "# 甲清单\n\n甲。\n", "乙表": "# 乙表\n\n乙。\n"}
    assert "reference.attachment" in codes("见附件1—3。", attachments=attached)
    assert codes("见附件1、2。", attachments=attached) == []


def test_edits_are_counted_up_to_a_limit() -> None:
    """Changed, added and dropped characters count one each."""
    assert [edits("行政处罚法", other) for other in ("行政处罚法", "行政处罚发", "行处罚法", "治安处罚")] == [
        0, 1, 1, 3,
    ]  # fmt: skip


def test_a_file_is_read_with_the_numbers_it_has(tmp_path: Path) -> None:
    """1. right below 一、 is a level left out, however the headings were recognised; 版记 is no table without a title."""
    lines = "某市司法局关于工作情况的报告｜某市人民政府：｜现将有关情况报告如下。｜一、工作情况｜1.开展检查。全年检查单位200家。"
    more = "2.办理投诉。全年办理投诉50件。｜二、存在问题｜力量不足，培训不够。｜特此报告。｜某市司法局｜2021年2月18日"
    file = tmp_path / "来文.txt"
    file.write_text("\n\n".join((*lines.split("｜"), *more.split("｜"))), encoding="utf-8")
    assert [each.code for each in proofread_file(file).checked.findings] == ["structure.level"]
