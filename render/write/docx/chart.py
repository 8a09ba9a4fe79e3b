"""Charts: the parts of native charts, and the workbooks their numbers can be edited in.

A workbook holds what its chart shows, rounded as it is shown, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from io import BytesIO

from ...blocks import Chart
from ...noun import Noun
from ...template import Template
from ...units import to_emu
from .chart_space import CHARTS, SHEET, chart_space, names_of, number_format
from .package import Part, make_part
from .paragraph import Writer
from .parts import DECLARATION, relation
from .picture import drawing_line
from .text import attribute

_CHART_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES_WIDTH = 24  # of the column of names in the workbook, in characters


class _Numbered(Noun, frozen=True):
    """A chart with the names of its parts."""

    chart: Chart
    number: int

    @property
    def relation(self) -> str:
        return f"rIdChart{self.number}"

    @property
    def file(self) -> str:
        return f"chart{self.number}.xml"

    @property
    def book(self) -> str:
        return f"workbook{self.number}.xlsx"


class Charts:
    """The charts of one document."""

    def __init__(self, template: Template, created: datetime, numbers: Iterator[int]) -> None:
        """Take what dates the workbooks, and the numbers that drawings are told apart by."""
        self._template = template
        self._numbers = numbers
        self._created = created
        self._charts: list[_Numbered] = []

    def paragraph(self, chart: Chart, writer: Writer) -> str:
        """Write the line of a chart.

        Raises:
            ValueError: Layout has not settled the chart.
        """
        if chart.plot is None:
            raise ValueError(f"chart {chart.alternative[:20]!r} has no settled size")
        one = _Numbered(chart, len(self._charts) + 1)
        self._charts.append(one)
        inline = (
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{to_emu(chart.width)}" cy="{to_emu(chart.height)}"/>'
            f'<wp:docPr id="{next(self._numbers)}" name="chart{one.number}"'
            f' descr="{attribute(chart.alternative)}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{CHARTS}">'
            f'<c:chart xmlns:c="{CHARTS}" r:id="{one.relation}"/></a:graphicData></a:graphic></wp:inline>'
        )
        return drawing_line(inline, chart.rows, writer)

    def shown(self) -> dict[str, str]:
        """Say what each relationship shows: the chart as it is drawn, and what is said of it."""
        return {
            one.relation: chart_space(one.chart, self._template) + one.chart.alternative
            for one in self._charts
        }

    def keep(self, relations: Collection[str]) -> None:
        """Drop the charts that no relationship of these leads to."""
        self._charts = [one for one in self._charts if one.relation in relations]

    def relations(self) -> str:
        """Write the relationships from the text to the charts."""
        return "".join(relation(one.relation, "chart", f"charts/{one.file}") for one in self._charts)

    def types(self) -> str:
        """Write what the list of content types says of charts and workbooks."""
        names = [(f"charts/{one.file}", _CHART_KIND) for one in self._charts]
        names += [(f"embeddings/{one.book}", _BOOK_KIND) for one in self._charts]
        return "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in names)

    def parts(self) -> list[Part]:
        """Write the charts, their workbooks, and the relationships between them."""
        written: list[Part] = []
        for one in self._charts:
            book = relation("rId1", "package", f"../embeddings/{one.book}")
            relations = f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{book}</Relationships>'
            written += (
                make_part(f"word/charts/{one.file}", chart_space(one.chart, self._template).encode()),
                make_part(f"word/charts/_rels/{one.file}.rels", relations.encode()),
                Part.stored(f"word/embeddings/{one.book}", _workbook(one.chart, self._created)),
            )
        return written


def _workbook(chart: Chart, created: datetime) -> bytes:
    """Write the numbers as a workbook: names down the first column, one column a series."""
    import xlsxwriter  # costs 60 ms, and most reports have no chart

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": created.astimezone(UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    number = book.add_format({"num_format": number_format(chart.decimals)})
    name = book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, _NAMES_WIDTH)
    for row, text in enumerate(names_of(chart), 1):
        sheet.write_string(row, 0, text, name)
    for column, one in enumerate(chart.series, 1):
        sheet.write_string(0, column, one.name)
        for row, value in enumerate(one.values, 1):
            if value is not None:
                sheet.write_number(row, column, float(value), number)
    book.close()
    return file.getvalue()
