"""Listed figures: tables kept as YAML or JSON."""

from __future__ import annotations

from decimal import Decimal

import pytest
from read.folders import ReportFolder

from render.diagnostics import Source
from render.report import Absence, Value


def test_mapping_of_figures(folder: ReportFolder) -> None:
    """Each figure is a key; numbers keep the digits they were typed with."""
    folder.write("figures.yaml", "立案数:\n  单位: 件\n  2019: 80.10\n  2020:\n收案数: {2020: 3, 科室: 甲}\n")
    figures = folder.report().figures

    assert figures.years == (2019, 2020)
    assert figures.figures["立案数"].values[2019] == Value(Decimal("80.10"), 2, Source("figures.yaml", 3))
    assert figures.figures["立案数"].values[2020].number is Absence.NOT_SUPPLIED
    assert figures.figures["收案数"].values[2019].number is Absence.NOT_SUPPLIED
    assert figures.figures["收案数"].more == {"科室": "甲"}


def test_list_of_rows(folder: ReportFolder) -> None:
    """Each row names its figure; a year may be written in two ways."""
    folder.write("figures.json", '[{"指标": "立案数", "2020": 28},\n{"2020年": 3, "name": "收案数"}]')
    figures = folder.report().figures

    assert figures.years == (2020,)
    assert figures.figures["收案数"].values[2020] == Value(3, 0, Source("figures.json", 2))
    assert figures.figures["收案数"].source == Source("figures.json", 2)


def test_no_figures(folder: ReportFolder) -> None:
    """An empty file is an empty table."""
    folder.write("figures.yaml", "# 待填\n")

    assert folder.report().figures.figures == {}


def test_figure_without_columns(folder: ReportFolder) -> None:
    """A name alone is a figure not yet described."""
    folder.write("figures.yaml", "立案数:\n收案数: {2020: 1}\n")

    assert folder.figure().values[2020].number is Absence.NOT_SUPPLIED


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("甲", "figures.shape", 1),
        ("立案数: 28\n收案数: {2020: 1}", "figures.shape", 1),
        ("立案数:\n  2020: [28]", "figures.cell_shape", 2),
        ("立案数:\n  2020: 28\n  2020年: 29", "metadata.twice", 3),
        ("- {指标: 甲, 2020: 1}\n- {2020: 1}", "figures.no_name", 2),
        ("立案数: {2020: 1}\n立案数: {2020: 2}", "figures.twice", 2),
        ("立案数: {2020: true}", "figures.words", 1),
        ("立案数: {2020", "text.syntax", 1),
    ],
)
def test_faulty_figures(folder: ReportFolder, text: str, code: str, line: int) -> None:
    """The complaint stands at its line."""
    folder.write("figures.yaml", text)

    assert [(d.code, d.source.line) for d in folder.found()] == [(code, line)]
