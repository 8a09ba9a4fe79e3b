"""Words of change held against the numbers beside them, in a file from anywhere."""

from __future__ import annotations

import pytest
from check.foreign import codes

HEAD = "2023年工作报告\n一、工作情况\n" + "各项工作平稳推进，取得积极成效，群众满意度不断提高。\n" * 3


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("number.opposite", "发生事故13起，比上年减少5起，上升27.8%。"),
        ("number.to_missing", "平均办理时限由6个工作日压缩4个工作日。"),
        ("number.points_amount", "罚款586.4万元，比上年的451.2万元提高30.0个百分点。"),
        ("number.points_amount", "办结案件520件，比上年提高3个百分点。"),
        ("number.fold", "罚款金额586.4万元，比上年的451.2万元翻一番。"),
        ("number.fold", "服务28.5万人次，比上年的19.0万人次增长1.5倍。"),
        ("number.from_to", "标准由每人每月131元提高到123元。"),
        ("number.points", "行政应诉案件败诉率9.6%，比上年下降2.1%。"),
    ],
)
def test_what_contradicts_its_numbers_is_told(code: str, text: str) -> None:
    """Each by its own rule."""
    assert code in codes(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "发生事故13起，比上年减少5起，下降27.8%。",
        "受理案件13件，比上年减少5件，办结率上升2.8个百分点。",
        "完成投资3.2亿元，增速比上年提高3.2个百分点。",
        "研发经费投入12亿元，拉动全市工业增长0.3个百分点。",
        "平均办理时限由6个工作日压缩到4个工作日。",
        "罚款金额902万元，比上年的451万元翻一番。",
        "标准由每人每月123元提高到131元。",
        "城镇居民人均收入42000元，恩格尔系数为28.6%，比上年下降0.4个百分点。",
    ],
)
def test_what_agrees_is_passed_over(text: str) -> None:
    """And so is what is said of something else."""
    told = ("number.opposite", "number.to_missing", "number.points_amount", "number.fold", "number.points")
    assert not set(told) & set(codes(HEAD + text))
