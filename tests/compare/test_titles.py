"""What a comparison is called."""

from __future__ import annotations

import pytest

from render.compare.titles import comparison_title


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("洪山区2020年度法治政府建设工作报告", "洪山区2020年度法治政府建设主要指标对比表"),
        ("XX区某局2020年度政务公开工作情况报告", "XX区某局2020年度政务公开主要指标对比表"),
        ("某区关于2020年度法治政府建设工作情况的报告", "某区2020年度法治政府建设主要指标对比表"),
        ("关于2020年行政复议应诉工作的报告", "2020年行政复议应诉主要指标对比表"),
        ("2020年政府信息公开工作年度报告", "2020年政府信息公开主要指标对比表"),
        ("某局2020年度工作报告", "某局2020年度主要指标对比表"),
        ("法治政府建设工作总结", "2020年度法治政府建设主要指标对比表"),
        ("某区2020年度法治政府建设工作报告（公开版）", "某区2020年度法治政府建设主要指标对比表"),
        ("报告", "2020年度报告主要指标对比表"),
    ],
)
def test_the_kind_of_document_makes_way(title: str, wanted: str) -> None:
    """报告 goes, with the words that only say so; the year stays or comes."""
    assert comparison_title(title, 2020) == wanted
