"""Documents from anywhere: who signs them, whom they address, and when, told from the text alone."""

from __future__ import annotations

import pytest
from check.foreign import codes, found

BODY = "一、工作情况\n" + "各项工作平稳推进，取得积极成效，群众满意度不断提高。\n" * 9
FORMAL = ("form.signature", "form.date", "upward.leader")


@pytest.mark.parametrize(
    "head",
    [
        "关于审判工作情况的报告\n（2020年7月6日）\n主任、副主任、秘书长、各位委员：\n",
        "关于预算执行情况的报告\n——2020年7月30日在某区第三届人民代表大会第五次会议上\n某区财政局\n各位代表：\n",
        "2019年教育事业发展统计公报\n某省教育厅\n2020年5月20日\n",
    ],
)
def test_what_is_read_out_or_dated_above_has_no_signature(head: str) -> None:
    """And 主任 among those it is read to is no addressee."""
    assert not set(FORMAL) & set(codes(head + BODY))


def test_a_report_to_a_body_is_signed_and_dated() -> None:
    """Else both are missed."""
    assert {"form.signature", "form.date"} <= set(codes("关于审判工作情况的报告\n市人民政府：\n" + BODY))


def test_a_stop_that_all_headings_of_a_level_have_is_told_once() -> None:
    """It is a habit then; that of one among others is a slip."""
    text = "工作报告\n" + "".join(
        f"{number}、{title}。\n各项工作平稳推进，取得积极成效，群众满意度不断提高。\n"
        for number, title in (("一", "减贫成效"), ("二", "精准识贫"), ("三", "产业扶贫"))
    )
    stops = [each for each in found(text) if each.code == "structure.stop"]
    assert [each.values["found"] for each in stops] == ["减贫成效。"]
    others = [each for each in found(text.replace("减贫成效。", "减贫成效")) if each.code == "structure.stop"]
    assert len(others) == 2
