"""A report folder for tests to write into and to read back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import openpyxl

from render.diagnostics import Diagnostic, Faults
from render.read import read_report
from render.report import Figure, Report


class ReportFolder:
    """A report folder under test; without a report file of its own it gets an empty one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file, text as UTF-8."""
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def metadata(self, *lines: str) -> None:
        """Write a report.md with these lines of front matter."""
        self.write("report.md", "\n".join(["---", *lines, "---", "正文。"]))

    def sheet(
        self, *rows: Iterable[object], title: str = "指标", formats: dict[str, str] | None = None
    ) -> None:
        """Write a figures.xlsx of one sheet; `formats` are number formats by cell."""
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        for cell, number_format in (formats or {}).items():
            sheet[cell].number_format = number_format
        self.book(book)

    def book(self, book: openpyxl.Workbook) -> None:
        """Write a figures.xlsx."""
        stream = io.BytesIO()
        book.save(stream)
        self.write("figures.xlsx", stream.getvalue())

    def read(self) -> tuple[Report | None, tuple[Diagnostic, ...]]:
        """Read the folder; no report when nothing sensible remains."""
        if not any(self.path.glob("report.*")):
            self.write("report.md", "")
        try:
            return read_report(self.path)
        except Faults as err:
            return None, err.diagnostics

    def report(self) -> Report:
        """Read a folder in which nothing is wrong."""
        report, found = self.read()
        assert report is not None
        assert found == ()
        return report

    def figure(self, key: str = "立案数") -> Figure:
        """Read a folder in which nothing is wrong, and take one figure."""
        return self.report().figures.figures[key]

    def found(self) -> list[Diagnostic]:
        """Read the folder and give what was found."""
        return list(self.read()[1])

    def codes(self) -> list[str]:
        """Read the folder and give the codes of what was found."""
        return [diagnostic.code for diagnostic in self.found()]
