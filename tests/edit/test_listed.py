"""Figures in YAML and JSON: values set and years added, comments and order as they were."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from render.edit import add_year, set_values
from render.read import read_report

HEAD = "---\n年度: 2020\n标题: 题\n---\n正文。\n"


def write(folder: Path, text: str, name: str) -> Path:
    """Write a report folder; returns its figures file."""
    (folder / "report.md").write_text(HEAD, encoding="utf-8")
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "figures.yaml",
            "# 台账\n收案数:\n  单位: 件  # 含上年\n  2019: 20\n  2020: 28\n  备注: 无\n",
            "# 台账\n收案数:\n  单位: 件  # 含上年\n  2019: 20\n  2020: 28\n  2021:\n  备注: 无\n",
        ),
        ("figures.yaml", "收案数: {单位: 件, 2020: 28}\n", "收案数: {单位: 件, 2020: 28, 2021: }\n"),
        (
            "figures.yaml",
            "- 指标: 甲\n  2020年: 1 # 核\n- 指标: 乙\n  2020年: 2\n",
            "- 指标: 甲\n  2020年: 1 # 核\n  2021年:\n- 指标: 乙\n  2020年: 2\n  2021年:\n",
        ),
        (
            "figures.yaml",
            "甲: {2020: 2, 上年可比数: 1}\n",
            "甲: {2020: 2, 2021: , 2019年可比数: 1}\n",
        ),
        ("figures.yaml", "甲: {2020: 2, 2019: 1}\r\n", "甲: {2021: , 2020: 2, 2019: 1}\r\n"),
        ("figures.yaml", '甲:\n  "2020": "1.2万"\n', '甲:\n  "2020": "1.2万"\n  "2021":\n'),
        (
            "figures.json",
            '{"甲": {"单位": "件", "2020": 28}}',
            '{"甲": {"单位": "件", "2020": 28, "2021": null}}',
        ),
        (
            "figures.json",
            '[\n\t{\n\t\t"指标": "甲",\n\t\t"2020": 28\n\t}\n]\n',
            '[\n\t{\n\t\t"指标": "甲",\n\t\t"2020": 28,\n\t\t"2021": null\n\t}\n]\n',
        ),
    ],
)
def test_a_year_is_added_to_every_figure(tmp_path: Path, name: str, before: str, after: str) -> None:
    """Written as the year before it is; comments, tabs and line ends stay."""
    path = write(tmp_path, before, name)
    data, _ = add_year(path, 2021)
    assert data == after.encode()
    path.write_bytes(data)
    report, found = read_report(tmp_path)
    assert 2021 in report.figures.years
    assert not [d for d in found if d.code.startswith("text.")]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("figures.yaml", "甲: {单位: 件, 2020: 28}  # 核\n", "甲: {单位: 件, 2020: 31.5}  # 核\n"),
        ("figures.yaml", "甲:\n  2020: 28  # 核\n", "甲:\n  2020: 31.5  # 核\n"),
        ("figures.yaml", "甲:\n  2020:\n", "甲:\n  2020: 31.5\n"),
        ("figures.json", '{"甲": {"2020": "28"}}', '{"甲": {"2020": 31.5}}'),
    ],
)
def test_a_value_is_set(tmp_path: Path, name: str, before: str, after: str) -> None:
    """In place of what stood there, or of nothing."""
    path = write(tmp_path, before, name)
    report, _ = read_report(tmp_path)
    assert set_values(path, report.figures, {("甲", 2020): Decimal("31.5")}) == after.encode()


def test_a_dash_and_a_blank_can_be_set(tmp_path: Path) -> None:
    """— means not applicable; None is not yet supplied."""
    path = write(tmp_path, "甲: {2019: 1, 2020: 2}\n", "figures.yaml")
    report, _ = read_report(tmp_path)
    data = set_values(path, report.figures, {("甲", 2019): "—", ("甲", 2020): None})
    assert data == "甲: {2019: —, 2020: }\n".encode()
