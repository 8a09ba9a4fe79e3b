"""Settings: relations between figures, and the thresholds of number words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from read.folders import ReportFolder

from render.diagnostics import Source
from render.report import Relation
from render.wording import WORDING_KEYS, Wording


def test_no_settings(folder: ReportFolder) -> None:
    """Every threshold has a default."""
    folder.metadata("标题: 甲", "用词:", "关系:")

    assert folder.report().wording == Wording()
    assert folder.report().relations == ()


@pytest.mark.parametrize("key", ["关系", "relations"])
def test_one_relation(folder: ReportFolder, key: str) -> None:
    """Is written behind its key."""
    folder.metadata(f"{key}: 上年结转 + 受理 = 审结 + 结转下年")

    assert folder.report().relations == (
        Relation("上年结转 + 受理 = 审结 + 结转下年", Source("report.md", 2)),
    )


def test_several_relations(folder: ReportFolder) -> None:
    """Stand below it, each with its line."""
    folder.metadata("关系:", "  - 甲 + 乙 = 丙", "  - 丁 ≤ 丙")

    assert [(each.text, each.source.line) for each in folder.report().relations] == [
        ("甲 + 乙 = 丙", 3), ("丁 ≤ 丙", 4),
    ]  # fmt: skip


def test_relations_in_yaml(folder: ReportFolder) -> None:
    """The same."""
    folder.write("report.yaml", "标题: 甲\n关系:\n  - 甲 + 乙 = 丙\n用词: {小基数: 5}\n正文: 一\n")
    report = folder.report()

    assert report.relations == (Relation("甲 + 乙 = 丙", Source("report.yaml", 3)),)
    assert report.wording.small_base == 5


@pytest.mark.parametrize(
    ("line", "wording"),
    [
        ("增幅小数位: 2", Wording(rate_decimals=2)),
        ("rate_decimals: 1", Wording(rate_decimals=1)),
        ("小基数: 20", Wording(small_base=Decimal(20))),
        ("大倍数: 5", Wording(large_multiple=Decimal(5))),
        ("翻倍写法: 百分比", Wording(growth_in="百分比")),
        ("翻番下限: 1.9", Wording(doubled_least=Decimal("1.9"))),
        ("近的下限: ０.８５", Wording(near_from=Decimal("0.85"))),
        ("上年称谓: 上年度", Wording(last_year="上年度")),
        ("说明起点: 50", Wording(reason_from=Decimal(50))),
    ],
)
def test_a_setting(folder: ReportFolder, line: str, wording: Wording) -> None:
    """Replaces its default, under either name."""
    folder.metadata("用词:", f"  {line}")

    assert folder.report().wording == wording


@pytest.mark.parametrize(
    ("lines", "code", "line", "values"),
    [
        (("用词:", "  小基: 5"), "wording.unknown", 3, {"key": "小基", "near": "小基数"}),
        (("用词: {增幅小数位: 3}",), "wording.value", 2, {"takes": "1～2"}),
        (("用词: {增幅小数位: 1.0}",), "wording.value", 2, {"found": "1.0"}),
        (("用词: {小基数: 十}",), "wording.value", 2, {"key": "小基数", "found": "十"}),
        (("用词: {翻倍写法: 番}",), "wording.value", 2, {"takes": "倍、百分比"}),
        (("用词:", "  小基数: [5]"), "wording.value", 3, {"key": "小基数"}),
        (("用词: {小基数: 5, small_base: 6}",), "metadata.twice", 2, {"other": "小基数"}),
        (("用词: 小基数",), "metadata.shape", 2, {"key": "用词"}),
        (("关系: {甲: 乙}",), "metadata.shape", 2, {"key": "关系"}),
        (("关系: 甲 = 乙", "relations: 甲 = 乙"), "metadata.twice", 3, {"other": "关系"}),
        (("2021: {用词: {小基数: 5}}",), "metadata.unknown_key", 2, {"key": "用词"}),
    ],
)
def test_a_setting_that_cannot_be_used(
    folder: ReportFolder, lines: tuple[str, ...], code: str, line: int, values: dict[str, str]
) -> None:
    """Is named at its line."""
    folder.metadata(*lines)
    (found,) = folder.found()

    assert (found.code, found.source.line) == (code, line)
    assert found.values.items() >= values.items()


def test_a_setting_says_what_it_takes() -> None:
    """Words to choose from, or a least and a most that its default lies between."""
    for key in WORDING_KEYS:
        default = getattr(Wording(), key.name)
        assert default in key.choices if key.choices else key.least <= default <= key.most
