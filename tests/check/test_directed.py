"""Documents upward from anywhere: what they ask for (条例, art. 15)."""

from __future__ import annotations

import pytest
from check.foreign import codes

BODY = "一、基本情况\n" + "该项目已列入年度计划，前期工作已经完成，具备开工条件。\n" * 5
END = "妥否，请批示。\n某县交通运输局\n2024年3月6日\n"
FIRST = "（一）恳请县政府拨付配套资金1000万元。\n"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("（二）恳请县政府批准我局增加事业编制5名。\n", True),
        ("（二）恳请县政府协调县自然资源局办理手续。\n", False),
        ("（二）我局将按编制使用经费。\n", False),
    ],
)
def test_money_and_posts_are_two_matters(asked: str, expected: bool) -> None:
    """What is said without asking counts for nothing."""
    text = "关于危桥改造配套资金的请示\n某县人民政府：\n" + BODY + "二、请示事项\n" + FIRST + asked + END
    assert ("upward.matters" in codes(text)) is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("恳请区人大常委会批准追加审计整改经费200万元。", True),
        ("恳请上级部门继续支持我区水利工作。", True),
        ("恳请各位代表批评指正。", False),
        ("当事人申请调解的，应当同意。", False),
    ],
)
def test_a_report_asks_for_nothing(asked: str, expected: bool) -> None:
    """Whoever is named between asking and what is asked for."""
    assert (
        "upward.request" in codes("关于审计整改情况的报告\n区人大常委会：\n" + BODY + asked + "\n")
    ) is expected
