"""Documents: title, signature, days, agencies, what goes upward; found beyond the samples, and left alone."""

from __future__ import annotations

from datetime import date

import pytest
from check.looked_over import codes

OFFICE = {"发文机关": ("某市司法局",)}
ASK = {
    **OFFICE,
    "标题": "某市司法局关于购置设备的请示",
    "主送机关": ("某市人民政府",),
    "结语": "妥否，请批示。",
}
LONG = "# 工作情况\n" + "各项工作平稳推进，取得积极成效。" * 15

WRONG: list[tuple[str, str, dict[str, object]]] = [
    ("title.form", "正文。", {"标题": "某市司法局开展评查的通知"}),
    ("title.marks", "正文。", {"标题": "某市司法局：工作报告"}),
    ("form.signature", LONG, {}),
    ("form.closing", "特此请示。", {"标题": "某市司法局关于评查的通知"}),
    ("form.closing", "妥否，请批示。", {"标题": "某市司法局关于评查的通知"}),
    ("form.number", "正文。", {"发文字号": "某发2021年5号"}),
    ("form.number_year", "正文。", {"发文字号": "某发〔2019〕5号"}),
    ("form.issuer", "正文。", {**OFFICE, "标题": "某市财政局关于评查的通知", "主送机关": ("各区",)}),
    ("upward.addressees", "拟购设备。", {**ASK, "主送机关": ("某市人民政府，某市财政局",)}),
    ("upward.leader", "拟购设备。", {**ASK, "主送机关": ("李四局长",)}),
    ("upward.copy", "拟购设备。", {**ASK, "抄送机关": ("某区司法局",)}),
    ("upward.request", "经费不足，恳请支持。", {"标题": "某市司法局关于工作情况的报告"}),
    ("agency.name", "会同区人力资源和社会保章局办理。", {}),
    ("agency.mixed", "区住房和城乡建设局牵头，区住建局落实。", {}),
    ("agency.ended", "县环境保护局处罚5件。", {}),
    ("day.weekday", "5月4日（星期日）召开会议。", {}),
    ("day.after_issue", "2022年2月10日印发方案。", OFFICE),
    ("day.other_year", "2019年全年办结案件28件。", OFFICE),
    ("day.relative", "去年以来，工作平稳。", OFFICE),
    ("day.too_early", "正文。", {**OFFICE, "标题": "2020年度工作报告", "成文日期": date(2020, 6, 1)}),
    ("day.order", "正文。", {**OFFICE, "发布日期": date(2021, 2, 1)}),
]  # fmt: skip

FINE: list[tuple[str, dict[str, object]]] = [
    ("各位代表：\n\n今年，我们将继续努力。", OFFICE),
    ("拟购设备。", ASK),
    ("正文。", {**OFFICE, "标题": "某市司法局关于加快发展的实施意见", "主送机关": ("各区",)}),
    ("正文。", {**OFFICE, "标题": "某市司法局2020年度“放管服”改革、优化营商环境工作报告"}),
    ("正文。", {"发文机关": ("中共某市委办公室", "某市人民政府办公室"), "标题": "某市人民政府办公室关于评查的通知", "主送机关": ("各区",)}),
    (LONG, {**OFFICE, "发文字号": "某发〔2021〕5号", "标题": "某市司法局工作报告"}),
    ("省工业和信息化厅指导，区工业和信息化局、市生态环境局、区应急管理局配合。", {}),
    ("整合区工商行政管理局、区质量技术监督局职责，组建区市场监督管理局。", {}),
    ("区市场监督管理局（以下简称区市场监管局）牵头，区市场监管局汇总。", {}),
    ("区委办公室、区政府办公室、区人大常委会、区政协、区人民法院、区检察院参加。", {}),
    ("5月4日（星期一）召开会议，2019年5月5日，星期日，休息。", {}),
    ("拟于2022年2月10日召开会议，2022年底前完成。", OFFICE),
    ("2019年全区办理28件，2020年比上年增加5件。", OFFICE),
    ("2019年以来，全区共办理28件。", OFFICE),
    ("请于2021年3月10日前报送，已报送的不再报送。", OFFICE),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "entries"), WRONG)
def test_what_is_wrong_is_found(code: str, text: str, entries: dict[str, object]) -> None:
    """By its own rule."""
    assert code in codes(text, **entries)


@pytest.mark.parametrize(("text", "entries"), FINE)
def test_what_offices_write_is_left_alone(text: str, entries: dict[str, object]) -> None:
    """No false alarms of these rules."""
    rooms = ("title.", "form.", "upward.", "agency.", "day.")
    assert [code for code in codes(text, **entries) if code.startswith(rooms)] == []


def test_what_a_build_says_is_not_said_again() -> None:
    """A document declared upward is looked at by the build."""
    more = {**ASK, "行文方向": "上行", "签发人": ("张三",), "主送机关": ("某市人民政府，某市财政局",)}
    assert "upward.addressees" not in codes("拟购设备。", **more)


def test_a_fragment_needs_no_signature() -> None:
    """A few sentences are no document."""
    assert codes("各项工作平稳推进。") == []
