"""Delimited text: encodings, separators and places."""

from __future__ import annotations

import pytest
from read.folders import ReportFolder

from render.diagnostics import Source
from render.report import Value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(folder: ReportFolder, encoding: str) -> None:
    """What Excel and WPS write is read."""
    folder.write("figures.csv", "指标,2020\r\n立案数,28\r\n".encode(encoding))

    assert folder.figure().values[2020].number == 28


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(folder: ReportFolder, delimiter: str) -> None:
    """The head row shows what separates cells."""
    folder.write("figures.csv", f"台账，一;二,三\n指标{delimiter}2020\n立案数{delimiter}28\n")

    assert folder.figure().values[2020].number == 28


def test_tsv(folder: ReportFolder) -> None:
    """The suffix .tsv is known too."""
    folder.write("figures.tsv", "指标\t2020\n立案数\t28\n")

    assert folder.figure().values[2020].number == 28


def test_place_is_line_and_cell(folder: ReportFolder) -> None:
    """A quoted cell may run over several lines; rows keep the line they begin on."""
    folder.write("figures.csv", '指标,备注,2020\n立案数,"一\n二",1\n收案数,,2\n')

    assert folder.figure().note == "一二"
    assert folder.figure("收案数").values[2020] == Value(2, 0, Source("figures.csv", 4, cell="C3"))


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("指标,2020\n".encode() + b"\xff\xff", "text.undecodable", 2),
        (b"\xff\xfea", "text.undecodable", 1),
        ("指标,2020\n甲,1\n".encode() + b"a" * 200_000, "text.syntax", 3),
        (b"", "figures.no_head", None),
    ],
)
def test_files_that_cannot_be_read(folder: ReportFolder, data: bytes, code: str, line: int | None) -> None:
    """Neither UTF-8 nor GB18030; a cell that never ends; nothing at all."""
    folder.write("figures.csv", data)

    assert [(d.code, d.source.line) for d in folder.found()] == [(code, line)]
