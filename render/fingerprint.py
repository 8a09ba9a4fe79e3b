"""Fingerprint: eight digits that stand for a report's text and figures (核对码).

Whoever signed a sheet off and whoever prints the report compare eight digits instead of everything.
They are the SHA-256 of these lines in UTF-8 and NFC, each ended by a line feed, as a number modulo 10⁸:

    gongwen 1
    every paragraph, heading and title of the content in reading order; of a table every cell, of a
    chart its categories and, series by series, its name and its numbers
    per figure, in the order of the table: its key, name and unit, then year=value for every year,
    all with tabs between; a value as its shortest decimal, — where it does not apply, nothing where
    it is not supplied

Faces, page breaks, file formats and the machine have no part in it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from .content import Chart, Content, Heading, Node, Paragraph, Picture, Table
from .report import Absence, FigureTable, Value

_VERSION = "gongwen 1"
_DIGITS = 8


def fingerprint(content: Content, figures: FigureTable) -> str:
    """Reckon the eight digits of what a report says and of its figures."""
    digest = hashlib.sha256()
    for line in (_VERSION, *_text(content), *_figures(figures)):
        digest.update(unicodedata.normalize("NFC", line).encode() + b"\n")
    return f"{int(digest.hexdigest(), 16) % 10**_DIGITS:0{_DIGITS}}"


def _text(content: Content) -> Iterator[str]:
    for node in content.nodes:
        yield from _lines(node)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading() | Paragraph():
            yield "".join(span.text for span in node.spans)
        case Table():
            rows = (node.head, *node.rows)
            parts = (node.title, node.unit, *(cell for row in rows for cell in row.cells), *node.notes)
            yield from ("".join(span.text for span in part) for part in parts)
        case Chart():
            yield "".join(span.text for span in node.title)
            yield from node.categories
            for series in node.series:
                yield series.name
                yield from ("" if value is None else f"{value.normalize():f}" for value in series.values)
        case Picture():
            yield "".join(span.text for span in node.title)


def _figures(figures: FigureTable) -> Iterator[str]:
    for figure in figures.figures.values():
        values = (f"{year}={_value(figure.values[year])}" for year in sorted(figure.values))
        yield "\t".join((figure.key, figure.name, figure.unit, *values))


def _value(value: Value) -> str:
    if isinstance(value.number, Absence):
        return "—" if value.number is Absence.NOT_APPLICABLE else ""
    return f"{value.number.normalize():f}"
