"""Elements of a document: every wrong one is answered, with its clause and the right form."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fill.reports import filled, report

from render.diagnostics import Diagnostic
from render.messages import FAULTS, Severity
from render.messages.check import PAGES
from render.resources import folder
from render.upward import rank_of

RIGHT: Mapping[str, object] = {
    "标题": "某区2020年度工作情况的报告",
    "年度": 2020,
    "发文机关": ("某某区人民政府",),
    "发文字号": "某政〔2021〕5号",
    "主送机关": ("某某市人民政府",),
    "成文日期": "2021-02-18",
}
ISSUERS = tuple(f"某某区{n}局" for n in "甲乙丙丁戊己庚辛壬癸")


def found(text: str = "正文。", template: str = "gongwen", **entries: object) -> list[Diagnostic]:
    """What filling a form with these entries complains about."""
    document = (folder("templates") / template / "document.md.j2").read_text(encoding="utf-8")
    given = {key: value for key, value in {**RIGHT, **entries}.items() if value is not None}
    return list(filled(report(text, **given), document)[1])


def codes(text: str = "正文。", **entries: object) -> list[str]:
    """The same, by code."""
    return [d.code for d in found(text, **entries)]


def right(**entries: object) -> object:
    """The right form that is offered for one wrong entry."""
    (diagnostic,) = found(**entries)
    return diagnostic.values["right"]


def test_what_is_right_is_not_mentioned() -> None:
    """No diagnostic for a document as it should be."""
    assert codes() == []


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("某政[2021]5号", "某政〔2021〕5号"),
        ("某政【2021】05号", "某政〔2021〕5号"),
        ("某政（2021）第5号", "某政〔2021〕5号"),
        ("某政〔2021〕005号", "某政〔2021〕5号"),
        ("某政〔2021〕第5号", "某政〔2021〕5号"),
        ("某政〔２０２１〕５号", "某政〔2021〕5号"),
        ("某政〔2021〕5", "某政〔2021〕5号"),
        ("第012号", "第12号"),
        ("某政五号", ""),
        ("某政〔21〕5号", ""),
    ],
)
def test_numbers(wrong: str, offered: str) -> None:
    """Square brackets, zeros in front, 第 and full-width digits get the right form (7.2.5)."""
    (diagnostic,) = found(发文字号=wrong)
    assert (diagnostic.code, diagnostic.values["right"]) == ("element.number_form", offered)


@pytest.mark.parametrize("number", ["某政办发〔2021〕118号", "第12号", "第3期", "无"])
def test_right_numbers(number: str) -> None:
    """With a year, or running on as those of orders and minutes do."""
    assert codes(发文字号=number) == []


@pytest.mark.parametrize(
    ("wrong", "offered"), [("123", "000123"), ("０００１２３", "000123"), ("1234567", ""), ("甲", "")]
)
def test_copy_numbers(wrong: str, offered: str) -> None:
    """Six digits (7.2.1)."""
    assert codes(份号=wrong) == ["element.copy_no_form"]
    assert right(份号=wrong) == offered


def test_security_without_a_period() -> None:
    """A warning: some documents have none (7.2.2)."""
    assert codes(密级="机密") == ["element.security_period"]
    assert FAULTS["element.security_period"].severity is Severity.WARNING
    assert codes(密级="机密★1年") == codes(密级="秘密★6个月") == codes(密级="绝密★长期") == []


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [("机密*1年", "机密★1年"), ("秘密 ５年", "秘密★5年"), ("绝密☆30年", "绝密★30年"), ("内部", "")],
)
def test_security_in_another_form(wrong: str, offered: str) -> None:
    """The star and Arabic digits (7.2.2)."""
    assert right(密级=wrong) == offered


def test_urgency() -> None:
    """A degree that does not exist names the nearest (7.2.3)."""
    (diagnostic,) = found(紧急程度="特紧急")
    assert (diagnostic.code, diagnostic.values["near"]) == ("element.urgency_form", "特急")
    assert codes(紧急程度="加急") == []


@pytest.mark.parametrize("day", ["1948-12-31", "2022-01-01", "2031-05-01"])
def test_dates_far_from_the_year_reported(day: str) -> None:
    """Before 1949, or more than a year ahead of it, whatever the clock says (7.3.5.4)."""
    assert codes(成文日期=day) == ["element.date_far"]
    assert codes(成文日期="2021-12-31") == codes(成文日期="1949-10-01") == []
    assert codes(印发日期=day, 印发机关="某办") == ["element.date_far"]


def test_a_joint_issue_without_a_host() -> None:
    """The first is taken for it, and that is said (7.2.4)."""
    (diagnostic,) = found(发文机关=ISSUERS[:2])
    assert (diagnostic.code, diagnostic.values["first"]) == ("element.no_host", "某某区甲局")
    assert codes(发文机关=ISSUERS[:2], 主办机关="某某区甲局") == []


def test_a_host_that_is_no_issuer() -> None:
    """With the nearest name."""
    (diagnostic,) = found(发文机关=ISSUERS[:2], 主办机关="某区乙局")
    assert (diagnostic.code, diagnostic.values["near"]) == ("element.host_unknown", "某某区乙局")


def test_the_host_comes_first() -> None:
    """Wherever it stands among the issuers (7.2.4)."""
    document = "{% for 机关 in 发文机关 %}{{ 机关 }}{% endfor %}\n\n{{ 正文 }}\n"
    content, _ = filled(
        report("正文。", **{**RIGHT, "发文机关": ISSUERS[:3], "主办机关": "某某区丙局"}), document
    )
    assert content is not None
    assert content.metadata["issuers"] == ("某某区丙局", "某某区甲局", "某某区乙局")


def test_more_than_nine_agencies() -> None:
    """With nine the first page still shows text (7.2.4)."""
    assert codes(发文机关=ISSUERS, 主办机关=ISSUERS[0]) == ["element.too_many_issuers"]
    assert codes(发文机关=ISSUERS[:9], 主办机关=ISSUERS[0]) == []


def test_a_report_without_masthead_needs_no_host() -> None:
    """What a form does not print is not looked at."""
    assert [d.code for d in found(template="report", 发文机关=ISSUERS[:2], 发文字号=None)] == []


def test_copies_that_end_without_a_full_stop() -> None:
    """Added, and said (7.4.2); in a list it is the form's own business."""
    assert codes(抄送机关="甲，乙") == ["element.copies_stop"]
    assert FAULTS["element.copies_stop"].severity is Severity.NOTE
    assert codes(抄送机关="甲，乙。") == codes(抄送机关=("甲", "乙")) == codes(抄送机关="甲") == []


def upward(text: str = "正文。", **entries: object) -> list[str]:
    """What an upward document complains about."""
    return codes(text, **{"行文方向": "上行", "签发人": ("张三",), **entries})


def test_an_upward_document_has_one_addressee() -> None:
    """条例, art. 15; two in one text count as well."""
    assert upward(主送机关=("甲市人民政府", "乙市人民政府")) == ["element.two_addressees"]
    assert upward(主送机关="甲市人民政府、乙市人民政府") == ["element.two_addressees"]
    assert codes(主送机关=("甲市人民政府", "乙市人民政府")) == []


@pytest.mark.parametrize("name", ["各街道办事处", "某某镇人民政府", "区属各科室", "某某社区居民委员会"])
def test_an_upward_document_is_not_copied_downward(name: str) -> None:
    """条例, art. 15."""
    assert upward(抄送机关=("某某市财政局", name)) == ["element.copy_downward"]


def test_an_upward_document_may_be_copied_to_its_own_level_and_above() -> None:
    """Related bodies of the same rank or higher."""
    assert upward(抄送机关=("某某省司法厅", "某某市财政局", "某某区委办公室")) == []


def test_an_upward_document_names_who_signed() -> None:
    """条例, art. 9; and no other document does."""
    assert codes(行文方向="上行") == ["element.no_signer"]
    assert codes(行文方向="平行", 签发人=("张三",)) == ["element.signer_not_upward"]


@pytest.mark.parametrize("text", ["以上妥否，请批示。", "恳请给予经费支持。", "请予批准。", "特此请示。"])
def test_a_report_holds_no_request(text: str) -> None:
    """条例, art. 15; a request may."""
    assert upward(f"正文。\n\n{text}") == ["element.request_in_report"]
    assert upward(f"正文。\n\n{text}", 标题="关于某事的请示") == []
    assert codes(f"正文。\n\n{text}") == []


@pytest.mark.parametrize("entry", ["结语", "附注"])
def test_nor_do_the_lines_below_it(entry: str) -> None:
    """The closing is where a request usually stands; it is named where it was written."""
    assert upward(**{entry: "妥否，请批示。"}) == ["element.request_in_report"]


def test_seal_pictures() -> None:
    """One for each name, and only where 用印 asks for them (7.3.5)."""
    assert codes(用印="图片") == ["element.no_seal_picture"]
    assert codes(用印="图片", 印章图片=("甲.png", "乙.png")) == ["element.seal_count"]
    assert codes(用印="图片", 印章图片=("甲.png",)) == []
    assert codes(用印="实物", 印章图片=("甲.png",)) == ["element.seal_picture_unused"]


def test_every_diagnostic_names_its_clause() -> None:
    """In both languages."""
    worded = [
        m
        for code, m in FAULTS.items()
        if code.startswith(("element.", "seal.", "layout.mark", "layout.no_text")) and code not in PAGES
    ]
    assert len(worded) > 20
    assert all("{clause}" in message.zh and "{clause}" in message.en for message in worded)


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("国务院办公厅", 1), ("某某自治区人民政府", 2), ("某某市人民政府", 3), ("某某市某某区司法局", 4),
        ("某某区某某街道办事处", 5), ("某某镇人民政府", 5), ("某某社区居委会", 6), ("市委政法委", 3),
        ("某局", 0),
        ("某某区乡村振兴局", 4), ("某某市政务服务局", 3),
    ],
)  # fmt: skip
def test_ranks(name: str, rank: int) -> None:
    """The lowest step of government that a name mentions."""
    assert rank_of(name) == rank
