"""`gongwen where`: every use of a figure, and of which there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from folders import write_report

from .conftest import Run

FIGURES = """指标,单位,2019,2020,公式
受理数,件,20,28,
审结数,件,18,21,
审结率,%,,,审结数/受理数
多余数,件,1,2,
"""
TEXT = """# 受理{{ 受理数|带单位 }}

办理案件。全年受理{{ 受理数|带单位 }}，审结率{{ 审结率|带单位 }}。

{% if 审结数 > 20 %}
审结较快，未结{{ 受理数 - 审结数 }}件。
{% endif %}

| 名称 | 件数 |
|---|---|
| 甲 | 1 |
| 乙 | {{ 受理数 }} |
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Write a report that uses figures in every way."""
    return write_report(tmp_path / "r", TEXT, figures=FIGURES, more="附注: 共{{ 受理数 }}件\n")


def uses(run: Run, report: Path, figure: str, *words: str) -> list[tuple[Any, ...]]:
    """Kind, file line, page and line of each use."""
    envelope = run("where", report, figure, *words, "--format", "json").envelope
    (found,) = envelope["figures"]
    return [(u["kind"], u["file_line"], u["page"], u["line"]) for u in found["uses"]]


def test_every_use_of_a_figure(run: Run, cases: Path) -> None:
    """Heading, sentence, table, note, an expression with another figure, a formula."""
    assert uses(run, cases, "受理数") == [
        ("heading", 8, 1, 2), ("sentence", 10, 1, 3), ("table", 19, 1, 7), ("sentence", 6, 1, 10),
        ("expression", 13, 1, 4), ("formula", 4, None, None),
    ]  # fmt: skip


def test_a_condition_is_a_use(run: Run, cases: Path) -> None:
    """Also where it prints nothing."""
    kinds = [use[0] for use in uses(run, cases, "审结数")]
    assert sorted(kinds) == ["condition", "expression", "formula"]


def test_a_comparison_is_one_use_a_row(run: Run, cases: Path) -> None:
    """However many of its cells print the figure."""
    assert [use[0] for use in uses(run, cases, "多余数", "--set", "比较=2019")] == ["comparison"]


def test_what_changes_with_a_figure(run: Run, cases: Path) -> None:
    """Figures whose formulas need it."""
    (found,) = run("where", cases, "受理数", "--format", "json").envelope["figures"]
    assert found["changes"] == ["审结率"]


def test_figures_used_nowhere_are_told(run: Run, cases: Path) -> None:
    """One that only a formula uses is used where that one is."""
    ran = run("where", cases)
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "未使用的指标：多余数"


def test_the_sentence_and_its_place_are_said(run: Run, cases: Path) -> None:
    """As a reader looks them up."""
    lines = run("where", cases, "审结率").out.splitlines()
    assert lines[0].startswith("审结率（")
    assert lines[1] == "  正文　第1页第3行　一、　report.md第10行　全年受理28件，审结率75.0%。"


def test_an_unknown_figure(run: Run, cases: Path) -> None:
    """With the one that was meant."""
    ran = run("where", cases, "受理数量", "--format", "json")
    assert (ran.status, ran.codes) == (1, ["where.unknown"])
    assert "受理数" in ran.envelope["diagnostics"][0]["message"]


def test_a_report_with_a_gap_is_traced_without_pages(run: Run, tmp_path: Path) -> None:
    """The text is read all the same, and the exit status is the build's."""
    report = write_report(tmp_path / "r", "共{{ 受理数 }}件。\n", figures="指标,单位,2020\n受理数,件,\n")
    ran = run("where", report, "受理数", "--format", "json")
    (found,) = ran.envelope["figures"]
    assert ran.status == 3
    assert [(use["kind"], use["file_line"], use["page"]) for use in found["uses"]] == [
        ("expression", 7, None)
    ]
